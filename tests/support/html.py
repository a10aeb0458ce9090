"""A page read as a browser reads it: its elements, each with what stands around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

__all__ = ["Element", "read"]

_VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


@dataclass(slots=True)
class Element:
    """An element, its attributes, and the elements and texts that it holds."""

    tag: str
    attributes: dict[str, str]
    parent: Element | None = None
    children: list[Element | str] = field(default_factory=list)

    def __getitem__(self, name: str) -> str:
        return self.attributes[name]

    def all(self, tag: str = "", **attributes: str) -> list[Element]:
        """The elements below with this name and these attributes (`class_` for class, `_` for a hyphen)."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [
            element
            for element in self._below()
            if tag in {"", element.tag} and wanted.items() <= element.attributes.items()
        ]

    def one(self, tag: str = "", **attributes: str) -> Element:
        """The only such element."""
        (element,) = self.all(tag, **attributes)
        return element

    @property
    def text(self) -> str:
        """All that is written in it, on one line."""
        return " ".join("".join(self._texts()).split())

    @property
    def language(self) -> tuple[str, str]:
        """The language and direction that its text is said to have."""
        element: Element | None = self
        while element is not None and "lang" not in element.attributes:
            element = element.parent
        return (element["lang"], element.attributes.get("dir", "")) if element else ("", "")

    def _below(self) -> Iterator[Element]:
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child._below()

    def _texts(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            else:
                yield from child._texts()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self._current = self.root

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, self._current)
        self._current.children.append(element)
        if tag not in _VOID:
            self._current = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._current.children.append(
            Element(tag, {name: value or "" for name, value in attrs}, self._current)
        )

    def handle_endtag(self, tag: str) -> None:
        element: Element | None = self._current
        while element is not None and element.tag != tag:
            element = element.parent
        if element is not None and element.parent is not None:
            self._current = element.parent

    def handle_data(self, data: str) -> None:
        self._current.children.append(data)


def read(page: Path | bytes) -> Element:
    """The root of a page, given as a file or as its bytes."""
    reader = _Reader()
    reader.feed((page.read_bytes() if isinstance(page, Path) else page).decode())
    reader.close()
    return reader.root
