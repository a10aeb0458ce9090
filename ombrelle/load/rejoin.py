"""What a comma between braces cut apart, put together again: `{fr: Un lieu, trois villes}` is one text.

YAML takes what follows such a comma for a field of its own, without a value. Read as it was meant, the value
is checked like any other, and nothing else has to be said of the pieces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ombrelle.problems import Location, Problems
from ombrelle.sources.document import Document
from ombrelle.sources.yaml import Path

_UNSPACED = re.compile(r"(?P<key>[A-Za-z_][\w-]*):(?P<value>[^\s/].*)", re.DOTALL)
_DECIMAL = re.compile(r"-?\d+,\d+(?:E[+-]?\d+)?")


@dataclass(frozen=True, slots=True)
class Cut:
    """A text that commas cut: the way to it, where all of it stands, its first piece behind a comma."""

    path: Path
    place: Location
    piece: str
    text: str

    @property
    def is_number(self) -> bool:
        """Whether the comma is that of a decimal: there is more to say of the number."""
        return _DECIMAL.fullmatch(self.text) is not None


@dataclass(slots=True)
class Rejoined:
    """Data as they were meant, and where they were cut."""

    data: Any = None
    cuts: list[Cut] = field(default_factory=list)


def rejoin(document: Document, problems: Problems) -> Rejoined:
    """The data of a document with what commas cut in one piece; fields without their space are told."""
    run = _Run(document, problems)
    return Rejoined(run.value(document.data, ()), run.cuts)


def tell_cuts(cuts: list[Cut], problems: Problems) -> None:
    """Tell the texts that were cut, but numbers of which something was said."""
    for cut in cuts:
        if not (cut.is_number and problems.has(cut.place)):
            escaped = cut.text.replace("\\", "\\\\").replace('"', '\\"')
            near = f'{cut.path[-1]}: "{escaped}"'
            problems.add("comma-in-braces", cut.place, text=cut.piece, near=near)


@dataclass(slots=True)
class _Run:
    document: Document
    problems: Problems
    cuts: list[Cut] = field(default_factory=list)

    def value(self, value: Any, path: Path) -> Any:
        if isinstance(value, list):
            return [self.value(item, (*path, index)) for index, item in enumerate(value)]
        if not isinstance(value, dict):
            return value
        whole = {key: self.value(item, (*path, key)) for key, item in value.items()}
        return self._map(whole, path) if "" in whole.values() else whole

    def _map(self, data: Mapping[str, Any], path: Path) -> dict[str, Any]:
        found: dict[str, Any] = {}
        pieces: dict[str, list[str]] = {}
        last = ""
        for key, value in data.items():
            place = self.document.locate((*path, key), key=True)
            unspaced = _UNSPACED.fullmatch(key)
            if value != "" or not self._is_bare(place):
                found[key], last = value, key
            elif unspaced:
                self._tell_unspaced(place, unspaced["key"], unspaced["value"])
                found[unspaced["key"]], last = unspaced["value"], unspaced["key"]
            elif isinstance(found.get(last), str) and self.document.has((*path, last)):
                pieces.setdefault(last, []).append(key)
            else:
                found[key], last = value, key
        for key, behind in pieces.items():
            found[key] = self._joined((*path, key), behind)
        return found

    def _joined(self, path: Path, pieces: list[str]) -> str:
        """The text of a value and of the pieces behind it, as it stands in the file."""
        value = self.document.locate(path)
        last = self.document.locate((*path[:-1], pieces[-1]), key=True)
        text = "".join(self._written(value, last))
        place = Location(value.path, value.line, value.column, last.end_line, last.end_column)
        self.cuts.append(Cut(path, place, pieces[0], text))
        return text

    def _written(self, first: Location, last: Location) -> Iterator[str]:
        """What stands in the file from one place to the end of another, lines by single spaces."""
        for number in range(first.line, last.end_line + 1):
            line = self.document.line(number)
            start = first.column - 1 if number == first.line else len(line) - len(line.lstrip())
            end = last.end_column - 1 if number == last.end_line else len(line)
            yield f"{' ' if number > first.line else ''}{line[start:end]}"

    def _is_bare(self, place: Location) -> bool:
        """Whether a key stands alone, without its colon."""
        line = self.document.line(place.end_line)
        return not self.document.is_mended(place.line) and not line[
            place.end_column - 1 :
        ].lstrip().startswith(":")

    def _tell_unspaced(self, place: Location, key: str, value: str) -> None:
        where = Location(place.path, place.line, place.column, place.line, place.column + len(key) + 1)
        self.problems.add("yaml-missing-space", where, key=key, near=f"{key}: {value}")
