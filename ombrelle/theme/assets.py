"""The files of the theme as they are published: named after their content, to be cached for ever."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from pathlib import PurePosixPath

import lightningcss

from ombrelle.colour import readable
from ombrelle.i18n.catalogues import Catalogue
from ombrelle.i18n.words import words_of_script
from ombrelle.theme.bundles import Part, lean_script
from ombrelle.theme.mark import Mark, MarkColours, mark_svg
from ombrelle.theme.projection import MapGeometry
from ombrelle.theme.theme import Grounds, Theme

FOLDER = "/assets"
_LAND = "#8793ab"
"""A mid grey, which reads on light and on dark."""

_URL = re.compile(r'url\("([^":#]+)"\)')


@dataclass(frozen=True, slots=True)
class Asset:
    """A published file: its path from the root of the site, and its bytes."""

    path: str
    content: bytes


def make_assets(
    theme: Theme,
    accent: str,
    accents: Mapping[str, str],
    drawings: Mapping[str, str],
    catalogues: Mapping[str, Catalogue],
    mixes: Iterable[tuple[str, Sequence[str]]] = (),
) -> dict[str, Asset]:
    """Every file of the theme by the name that templates use.

    Besides the theme's own and `drawings`, SVGs by name: for the pages of each template, `home.html` say,
    `home.css`, the styles of what they show with the accent of the umbrella and that of each district, and
    `home.js`, its scripts with their words in every language; the same, by `sheet_of`, for each of `mixes`, a
    template and the types of blocks of a text that it shows; `late.css`, the styles that no page waits for;
    `france.svg`, the land of the map.
    """
    drawn = {"france.svg": _land(theme.geometry), **drawings}
    files = {**theme.assets, **{name: text.encode() for name, text in drawn.items()}}
    found = {name: _published(name, content) for name, content in files.items()}
    selectors = {f'[data-district="{district}"]': colour for district, colour in sorted(accents.items())}
    rules = _accent_rules({":root": accent, **selectors}, theme.grounds)
    for template, types in [*((each, ()) for each in sorted(theme.templates)), *mixes]:
        styles, scripts = theme.parts(template, types)
        name = sheet_of(template, types)
        found[f"{name}.css"] = _sheet("site.css", "\n".join([_joined(styles), *rules]), found)
        found[f"{name}.js"] = _published("site.js", _script(scripts, catalogues).encode())
    found["late.css"] = _sheet("late.css", _joined(theme.late), found)
    return found


def sheet_of(template: str, types: Sequence[str] = ()) -> str:
    """The name of the styles and scripts of the pages of a template with some types of blocks."""
    return "+".join((template.removesuffix(".html"), *types))


def _sheet(name: str, style: str, assets: Mapping[str, Asset]) -> Asset:
    """Styles in as few bytes as they can be. What is broken in them is left out, as a browser does."""
    least = lightningcss.process_stylesheet(_linked(style, assets), error_recovery=True)
    return _published(name, least.encode())


def _linked(style: str, assets: Mapping[str, Asset]) -> str:
    """Styles in which `url("fonts/a.woff2")` leads to the published file; KeyError where there is none."""
    return _URL.sub(lambda found: f'url("{assets[found[1]].path.removeprefix(FOLDER + "/")}")', style)


def _joined(parts: Iterable[Part]) -> str:
    return "\n".join(part.text for part in parts)


def accent_pair(accent: str, grounds: Grounds) -> tuple[str, str]:
    """An accent as it reads on the light ground and on the dark one."""
    return readable(accent, grounds.light), readable(accent, grounds.dark)


def drawn_mark(mark: Mark, ink: str, *, lit: str | None = None, accent: str = "", title: str = "") -> str:
    """The mark as a file of its own, in tones of `ink`."""
    colours = MarkColours((ink, _tone(ink, 0.25), _tone(ink, 0.45)), accent or ink)
    return mark_svg(mark, lit=lit, colours=colours, title=title)


def _tone(colour: str, share: float) -> str:
    """The colour mixed with `share` of white."""
    parts = (int(colour[index : index + 2], 16) for index in (1, 3, 5))
    return "#" + "".join(f"{round(part + (255 - part) * share):02x}" for part in parts)


def _published(name: str, content: bytes) -> Asset:
    path = PurePosixPath(name)
    digest = hashlib.sha256(content).hexdigest()[:8]
    return Asset(f"{FOLDER}/{path.parent / path.stem}.{digest}{path.suffix}", content)


def _accent_rules(accents: Mapping[str, str], grounds: Grounds) -> list[str]:
    rules = []
    for selector, accent in accents.items():
        light, dark = accent_pair(accent, grounds)
        rules.append(f"{selector}{{--accent:{light};--accent-dark:{dark}}}")
    return rules


def _script(parts: Iterable[Part], catalogues: Mapping[str, Catalogue]) -> str:
    """The scripts as one module, in which `gettext(message, lang)` gives the words of a language."""
    scripts = [_read_script(part.text) for part in parts]
    words = {
        message: {lang: catalogue.word(None, message).text for lang, catalogue in catalogues.items()}
        for _, messages in scripts
        for message in messages
    }
    table = json.dumps(words, ensure_ascii=False, separators=(",", ":"))
    lean = "\n".join(script for script, _ in scripts)
    return f"const words = {table};\nconst gettext = (message, lang) => words[message][lang];\n{lean}\n"


@lru_cache(maxsize=256)
def _read_script(script: str) -> tuple[str, tuple[str, ...]]:
    """A script in as few bytes as it can be, and the messages that it asks for."""
    return lean_script(script), words_of_script(script)


def _land(geometry: MapGeometry) -> str:
    """The regions, and the frames of the insets."""
    x, y, width, height = geometry.view_box
    frames = "".join(
        f'<rect x="{fx:g}" y="{fy:g}" width="{fw:g}" height="{fh:g}" rx="6"/>'
        for fx, fy, fw, fh in (inset.frame for inset in geometry.insets)
    )
    land = "".join(f'<path d="{region.path}"/>' for region in geometry.regions)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{x:g} {y:g} {width:g} {height:g}">'
        f"<desc>{escape(geometry.source)}</desc>"
        f'<g stroke="{_LAND}" stroke-opacity=".55" stroke-linejoin="round">'
        f'<g fill="{_LAND}" fill-opacity=".3">{land}</g><g fill="none">{frames}</g></g></svg>\n'
    )
