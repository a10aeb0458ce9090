"""A piece of YAML with its values, and their places in the file when something is wrong with one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ombrelle.problems import Location, Problems
from ombrelle.sources.yaml import Path, Span, parse, spans


@dataclass(frozen=True, slots=True)
class Document:
    """The YAML of a `.yaml` file or of a front matter.

    `data` holds maps, lists and text only. `first_line` is the line of the file on which `text` begins.
    Places are found by reading the text again, so that they cost nothing while all is well.
    """

    path: str
    text: str
    data: Mapping[str, Any]
    first_line: int = 1

    def locate(self, path: Path, *, key: bool = False) -> Location:
        """The place of a value, or of its key; of the nearest one above when it does not exist."""
        known = spans(self.text)
        while path and path not in known:
            path = path[:-1]
            key = True
        if path not in known:
            return Location(self.path, self.first_line)
        span = known[path]
        return self.place(span.key if key and span.key else span.value)

    def has(self, path: Path) -> bool:
        """Whether something stands in the text at `path`."""
        return path in spans(self.text)

    def line(self, number: int) -> str:
        """What is written on a line of the file."""
        return self.text.split("\n")[number - self.first_line]

    def place(self, span: Span) -> Location:
        """A span of the text as a place in the file."""
        line, column, end_line, end_column = span
        shift = self.first_line - 1
        return Location(self.path, line + shift, column, end_line + shift, end_column)


def read_document(path: str, text: str, problems: Problems, *, first_line: int = 1) -> Document | None:
    """Read YAML whose top is a map. Faults go to `problems`; None when nothing can be used."""
    blank = Document(path, text, {}, first_line)
    result = parse(text)
    for fault in result.faults:
        values = dict(fault.values)
        if fault.first is not None:
            first, line = blank.locate(fault.first, key=True).line, blank.place(fault.span).line
            values |= {"first": first, "first_text": blank.line(first).strip()}
            values |= {"second": line, "second_text": blank.line(line).strip()}
        problems.add(fault.code, blank.place(fault.span), **values)
    if result.faults and result.value is None:
        return None
    if result.value in (None, ""):
        return blank
    if not isinstance(result.value, dict):
        problems.add("map-expected", Location(path, first_line), field="")
        return None
    return Document(path, text, result.value, first_line)
