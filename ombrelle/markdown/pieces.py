"""A text cut into its pieces, with their lines: paragraphs, headings, items, tables, code, quotations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from ombrelle.markdown.blocks import Blocks
from ombrelle.markdown.containers import TooNestedError
from ombrelle.markdown.guards import too_long
from ombrelle.markdown.leaves import Definitions
from ombrelle.markdown.marks import neutral


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece as its author wrote it, without the blank lines around it; `line` counts from 1."""

    line: int
    text: str


def pieces(text: str) -> tuple[Piece, ...]:
    """The outermost blocks of a text, and of an outermost list each item with all that is in it.

    They are those of the conversion. A text beyond its bounds, which is not shown, is one piece.
    """
    lines = neutral(text).split("\n")
    starts = _starts(lines)
    ends = [*starts[1:], len(lines)][: len(starts)]
    cut = ("\n".join(lines[start:end]).strip("\n").rstrip() for start, end in zip(starts, ends, strict=True))
    found = (Piece(start + 1, piece) for start, piece in zip(starts, cut, strict=True))
    return tuple(piece for piece in found if piece.text)


def _starts(lines: Sequence[str]) -> list[int]:
    if too_long("\n".join(lines)):
        return [0]
    blocks = Blocks(Element("div"), Definitions({}, {}, str))
    try:
        blocks.read(lines)
    except TooNestedError:
        return [0]
    return sorted(set(blocks.starts))
