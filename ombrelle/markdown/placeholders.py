"""Logical links between conversion and page: left open in the HTML, filled in for each language.

A placeholder is a number between two noncharacters where an address will stand. Texts are rid of these
characters before they are converted and again after it, so no author can write one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape

from ombrelle.markdown.fragment import Fragment

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_BLOCK = re.compile("\n?\ufdd8([0-9]+)\ufdd1\n?")
_IMAGE = re.compile(f'<img src="{_OPEN}([0-9]+){_CLOSE}" alt="([^"]*)"([^>]*)>')
_LINK = re.compile(f'<a href="{_OPEN}([0-9]+){_CLOSE}"([^>]*)>(.*?)</a>', re.DOTALL)


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


def fill(fragment: Fragment, resolve: Callable[[str], str | None]) -> str:
    """The fragment's HTML with an address for each logical target.

    Where `resolve` gives None, a link leaves its text and a picture its alternative text.
    """

    def image(match: re.Match[str]) -> str:
        address = resolve(fragment.links[int(match[1])].target)
        if address is None:
            return match[2]
        return f'<img src="{escape(address)}" alt="{match[2]}"{match[3]}>'

    def link(match: re.Match[str]) -> str:
        address = resolve(fragment.links[int(match[1])].target)
        return match[3] if address is None else f'<a href="{escape(address)}"{match[2]}>{match[3]}</a>'

    return _LINK.sub(link, _IMAGE.sub(image, fragment.html)) if fragment.links else fragment.html
