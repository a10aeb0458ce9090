"""The blocks that hold blocks: quotations, items of lists, footnotes; and how deep they may go."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

DEPTH = 30
"""How deep lists and quotations may be nested; deeper ones are no text for people."""

NOTE_WIDTH = 4
"""Columns by which the further lines of a footnote or a definition are indented."""


class TooNestedError(Exception):
    """Lists and quotations go deeper than `DEPTH`, or tables are too large; `index` is the line, from 0."""

    def __init__(self, index: int) -> None:
        super().__init__(index)
        self.index = index


@dataclass(slots=True, eq=False)
class List:
    """A list or a list of definitions: `kind` is its sign; loose when a blank line parts its content."""

    element: Element
    kind: str
    loose: bool = False


@dataclass(slots=True, eq=False)
class Container:
    """What holds blocks. `width` is how far the lines of an item are indented; a quotation has none."""

    element: Element
    width: int = 0
    within: List | None = None


def tighten(element: Element) -> None:
    """The items of a tight list hold text where those of a loose one hold paragraphs."""
    for item in element:
        kept: list[Element] = []
        for child in list(item):
            if child.tag != "p":
                kept.append(child)
                continue
            if kept and not kept[-1].tail:
                kept[-1].tail = child.text
            elif not kept and not item.text:
                item.text = child.text
            else:
                kept.append(child)
                continue
            item.remove(child)
