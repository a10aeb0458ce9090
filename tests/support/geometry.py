"""The geometry of an open page: what is wrong with it wherever it stands, and its outline to compare.

An outline is made with a font of which every letter of every script has one width, made here: so it says how
boxes stand, and is the same on each machine whatever fonts it has.
"""

from __future__ import annotations

import base64
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from playwright.sync_api import Page

__all__ = ["even_letters", "focus", "layout_faults", "moving", "outline", "shapeless"]

_SCRIPT = Path(__file__).with_name("geometry.js")
_EVEN = """
@font-face {{ font-family: Even; font-weight: 1 1000; src: url("data:font/ttf;base64,{font}"); }}
*, ::before, ::after {{
  font-family: Even !important; font-style: normal !important;
  hyphens: manual !important; text-wrap: wrap !important; word-break: normal !important;
  animation: none !important; transition: none !important;
}}
"""


def layout_faults(page: Page) -> list[str]:
    """What no page may do, whatever it shows: `rule where: how much`.

    Wider than its window, scrolled in two directions, targets over each other, text under 12 px or cut.
    """
    found: list[str] = page.evaluate(f"{_script()}.faults()")
    return found


def outline(page: Page, root: str = "body") -> str:
    """The boxes of the first element that the selector `root` finds: one a line, indented as they stand.

    `at` and `wide` are in 24ths of the window from the start of the line, `high` in rows of 40 px; `|` is set
    before what stands at the gutter, `beside` and `over` behind what does not stand below its neighbour.
    """
    lines: list[str] = page.evaluate(f"{_script()}.outline({root!r})")
    return "\n".join(lines) + "\n"


def focus(page: Page) -> dict[str, Any] | None:
    """What has the focus: its `name`, and whether it is `seen` to have it, `inside` the window, `covered`."""
    found: dict[str, Any] | None = page.evaluate(f"{_script()}.focus()")
    return found


def shapeless(page: Page) -> list[str]:
    """What can be pressed and has neither an edge nor a line."""
    found: list[str] = page.evaluate(f"{_script()}.shapeless()")
    return found


def moving(page: Page) -> list[str]:
    """Animations and transitions that run, and scrolling that is not at once."""
    found: list[str] = page.evaluate(f"{_script()}.moving()")
    return found


def even_letters(page: Page) -> None:
    """Set the page in the font of one width; its context must be one with `bypass_csp`."""
    page.add_style_tag(content=_EVEN.format(font=base64.b64encode(_font()).decode()))
    page.evaluate("() => document.fonts.load('1em Even').then((loaded) => loaded.length)")


@cache
def _script() -> str:
    return _SCRIPT.read_text(encoding="utf-8").partition("\n")[2].strip()


@cache
def _font() -> bytes:
    """A font with one letter, half as wide as high, for every character (a `cmap` of format 13)."""
    pen = TTGlyphPen(None)
    for point, move in (((50, 0), pen.moveTo), ((450, 0), pen.lineTo), ((450, 700), pen.lineTo)):
        move(point)
    pen.closePath()
    letter = pen.glyph()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "letter"])
    builder.setupCharacterMap({0x20: "letter"})
    builder.setupGlyf({".notdef": letter, "letter": letter})
    builder.setupHorizontalMetrics({".notdef": (500, 50), "letter": (500, 50)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200)
    builder.setupNameTable({"familyName": "Even", "styleName": "Regular"})
    builder.setupPost()
    every = CmapSubtable.newSubtable(13)
    every.platformID, every.platEncID, every.language = 3, 10, 0
    every.cmap = dict.fromkeys(range(0x20, 0x30000), "letter")
    builder.font["cmap"].tables.append(every)
    made = BytesIO()
    builder.save(made)
    return made.getvalue()
