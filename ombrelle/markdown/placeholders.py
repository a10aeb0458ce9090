"""Logical links between conversion and page: left open in the HTML, filled in for each language.

A placeholder is a number between two noncharacters where an address will stand. Texts are rid of these
characters before they are converted and again after it, so no author can write one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape, unescape

from ombrelle.markdown.fragment import Fragment

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_BLOCK = re.compile("\n?\ufdd8([0-9]+)\ufdd1\n?")
# Of two pictures in one paragraph, neither is alone in it.
_IMAGE = re.compile(
    f'(?P<start><p>)?<img src="{_OPEN}(?P<link>[0-9]+){_CLOSE}" alt="(?P<alt>[^"]*)"'
    r"(?P<rest>[^>]*)>(?P<end></p>)?"
)
_TITLE = re.compile(r' title="([^"]*)"')
_LINK = re.compile(f'<a href="{_OPEN}([0-9]+){_CLOSE}"([^>]*)>(.*?)</a>', re.DOTALL)
_SIGN = "©"
"""What the name of the author of a picture stands behind, in its title."""


@dataclass(frozen=True, slots=True)
class Illustration:
    """A picture of a text: its target as written, what stands for it, what it is called and whose it is.

    `attributes` are others that the author gave it, as HTML with a space before; `is_alone` says that it is a
    paragraph of its own.
    """

    target: str
    alternative: str
    caption: str
    credit: str
    attributes: str
    is_alone: bool


def placeholder(index: int) -> str:
    """What stands in the HTML for the address of the link `index` of a fragment."""
    return f"{_OPEN}{index}{_CLOSE}"


def block_placeholder(index: int) -> str:
    """What stands in the HTML for the block `index` of a fragment."""
    return f"\ufdd8{index}\ufdd1"


def parted(html: str) -> Iterator[str | int]:
    """Pieces of HTML and the numbers of the blocks between them, in their order."""
    for index, piece in enumerate(_BLOCK.split(html)):
        if index % 2:
            yield int(piece)
        elif piece.strip():
            yield piece


def credit_of(title: str) -> str:
    """Whose a picture is, by its title `caption © name`; "" where it does not say so."""
    return title.partition(_SIGN)[2].strip()


def caption_of(title: str) -> str:
    """The title of a picture without the name of its author."""
    return title.partition(_SIGN)[0].strip(" \u00a0\u202f,;–—-")


def fill(
    fragment: Fragment,
    resolve: Callable[[str], str | None],
    show: Callable[[Illustration], str | None] = lambda _: None,
) -> str:
    """The fragment's HTML with an address for each logical target.

    Where `resolve` gives None, a link leaves its text and a picture its alternative text. `show` may give the
    HTML of a picture, which stands in the place of its paragraph where it is alone in it.
    """

    def image(match: re.Match[str]) -> str:
        target = fragment.links[int(match["link"])].target
        is_alone = bool(match["start"] and match["end"])
        shown = show(_illustration(target, match, is_alone=is_alone))
        if shown is None:
            address = resolve(target)
            shown = match["alt"]
            if address is not None:
                shown = f'<img src="{escape(address)}" alt="{match["alt"]}"{match["rest"]}>'
        elif is_alone:
            return shown
        return f"{match['start'] or ''}{shown}{match['end'] or ''}"

    def link(match: re.Match[str]) -> str:
        address = resolve(fragment.links[int(match[1])].target)
        return match[3] if address is None else f'<a href="{escape(address)}"{match[2]}>{match[3]}</a>'

    return _LINK.sub(link, _IMAGE.sub(image, fragment.html)) if fragment.links else fragment.html


def _illustration(target: str, match: re.Match[str], *, is_alone: bool) -> Illustration:
    found = _TITLE.search(match["rest"])
    title = unescape(found[1]) if found else ""
    # What our own steps gave it is not the author's.
    attributes = _TITLE.sub("", match["rest"]).replace(' loading="lazy" decoding="async"', "")
    alternative = unescape(match["alt"])
    return Illustration(target, alternative, caption_of(title), credit_of(title), attributes, is_alone)
