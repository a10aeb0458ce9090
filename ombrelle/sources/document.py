"""A piece of YAML with its values, and their places in the file when something is wrong with one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from ombrelle.problems import Location, Problems
from ombrelle.sources.edits import cut
from ombrelle.sources.recovery import Reading, recover
from ombrelle.sources.yaml import Fault, Path, Place, Span, spans


@dataclass(frozen=True, slots=True)
class Document:
    """The YAML of a `.yaml` file or of a front matter.

    `data` holds maps, lists and text only. `first_line` is the line of the file on which `text` begins.
    Places are found by reading the text again, so that they cost nothing while all is well. `reading` is
    how a text with errors of syntax was read: nothing may be made from such a document but a check.
    """

    path: str
    text: str
    data: Mapping[str, Any]
    first_line: int = 1
    reading: Reading | None = None

    def locate(self, path: Path, *, key: bool = False) -> Location:
        """The place of a value, or of its key; of the nearest one above when it does not exist."""
        known = self._places
        while path and path not in known:
            path = path[:-1]
            key = True
        if path not in known:
            return Location(self.path, self.first_line)
        place = known[path]
        return self.place(place.key if key and place.key else place.value)

    def has(self, path: Path) -> bool:
        """Whether something stands in the text at `path`."""
        return path in self._places

    def is_doubtful(self, path: Path) -> bool:
        """Whether what there is to say of the value at `path` may come of an error of syntax alone.

        Of what stands on several lines, that is so where one of them could not be read; of a field at the
        top that is missing, where its name stands on such a line.
        """
        if self.reading is None:
            return False
        if path in self._places:
            return self._has_unread(path)
        return path[0] in self.reading.lost if len(path) == 1 else self._has_unread(path[:-1])

    def is_mended(self, line: int) -> bool:
        """Whether a line of the file was read otherwise than it is written."""
        return self.reading is not None and line - self.first_line + 1 in self.reading.mended

    def line(self, number: int) -> str:
        """What is written on a line of the file."""
        return self.text.split("\n")[number - self.first_line]

    def written(self, place: Location) -> str:
        """What is written at a place of the file."""
        shift = self.first_line - 1
        inside = replace(place, line=place.line - shift, end_line=place.end_line - shift)
        return cut(self.text, inside)

    def place(self, span: Span) -> Location:
        """A span of the text as a place in the file."""
        line, column, end_line, end_column = span
        shift = self.first_line - 1
        return Location(self.path, line + shift, column, end_line + shift, end_column)

    @property
    def _places(self) -> Mapping[Path, Place]:
        """The places of all that was read, by lines and columns of the text as it is written."""
        if self.reading is None:
            return spans(self.text)
        return self.reading.places

    def _has_unread(self, path: Path) -> bool:
        """Whether a line that could not be read is among those that `path` leads to."""
        assert self.reading is not None
        while path and path not in self._places:
            path = path[:-1]
        if not path:
            return False
        place = self._places[path]
        first, last = (place.key or place.value)[0], place.value[2]
        return first < last and self.reading.has_unread(first, last)


def read_document(path: str, text: str, problems: Problems, *, first_line: int = 1) -> Document | None:
    """Read YAML whose top is a map, as far as its syntax allows.

    Faults go to `problems`; None when nothing can be used.
    """
    found = recover(text)
    document = Document(path, text, {}, first_line, found.reading)
    for fault in found.faults:
        _tell(fault, document, problems)
    if isinstance(found.value, dict):
        return replace(document, data=found.value)
    if any(fault.stopped for fault in found.faults):
        return None
    if found.value in (None, ""):
        return document
    problems.add("map-expected", Location(path, first_line), field="")
    return None


def _tell(fault: Fault, document: Document, problems: Problems) -> None:
    place, values = document.place(fault.span), dict(fault.values)
    if fault.first is not None:
        first = document.locate(fault.first, key=True).line
        values |= {"first": first, "first_text": document.line(first).strip()}
        values |= {"second": place.line, "second_text": document.line(place.line).strip()}
    problems.add(fault.code, place, **values)
