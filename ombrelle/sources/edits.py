"""Exact changes of a file: a span is replaced, and every other character of it stays as somebody wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ombrelle.problems import Location

_BREAK = re.compile(r"\r\n|\r|\n")
_MARK = "\ufeff"


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """A span, lines and columns from 1 and the end exclusive as in `Location`, and what is to stand there."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str

    @classmethod
    def at(cls, place: Location, text: str) -> Edit:
        """The change of a place into `text`."""
        return cls(place.line, place.column, place.end_line, place.end_column, text)


def read_raw(root: Path, path: str) -> str:
    """A text file with its line ends and byte-order mark as they are."""
    return (root / path).read_bytes().decode("utf-8")


def line_break(text: str) -> str:
    """The line end that a text is written with."""
    found = _BREAK.search(text)
    return found[0] if found else "\n"


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with its changes made; the same change named twice is made once. They must not overlap."""
    starts = _line_starts(text)
    for edit in sorted(set(edits), reverse=True):
        start = starts[edit.line - 1] + edit.column - 1
        end = starts[edit.end_line - 1] + edit.end_column - 1
        text = text[:start] + edit.text + text[end:]
    return text


def cut(text: str, place: Location) -> str:
    """What stands at a place."""
    starts = _line_starts(text)
    start = starts[place.line - 1] + place.column - 1
    return text[start : starts[place.end_line - 1] + place.end_column - 1]


def lines_of(text: str) -> list[str]:
    """The lines of a file, without their ends and without a byte-order mark."""
    return _BREAK.split(text.removeprefix(_MARK))


def line_of(text: str, number: int) -> str:
    """One of the lines, which count from 1."""
    return lines_of(text)[number - 1]


def rewritten(line: str, words: str) -> str:
    """A line with other words; those that begin at the left are moved to where the line begins."""
    return words if words[:1].isspace() else line[: len(line) - len(line.lstrip())] + words


def scalar_like(written: str, value: str) -> str:
    """An id in place of a YAML scalar, in the quotes of the one before."""
    quote = written[:1] if written[:1] in {"'", '"'} else ""
    return f"{quote}{value}{quote}"


def _line_starts(text: str) -> list[int]:
    """Where each line starts; columns count from behind a byte-order mark."""
    return [len(_MARK) if text.startswith(_MARK) else 0, *(match.end() for match in _BREAK.finditer(text))]
