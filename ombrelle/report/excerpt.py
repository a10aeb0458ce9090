"""The line of a file that a problem is about, drawn so that a terminal shows it and obeys nothing in it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ombrelle.problems import Location

ReadLines = Callable[[str], Sequence[str] | None]
"""Gives the lines of a file by its path from the root; None when it has none to show."""

MOST_COLUMNS = 100
"""Cells of a terminal that an excerpt may fill; longer lines are cut around the fault."""

_LEAD = 30
_AROUND = 1_000
"""Characters before and after the beginning of a fault that are looked at: a line may be a million long."""

_INVISIBLE = frozenset("\u200b\u2028\u2029\u2060\ufeff")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line as it is shown, its number, and the cells that are underlined: where they begin and how many."""

    number: int
    text: str
    start: int
    width: int

    def lines(self) -> tuple[str, str]:
        """The line with its number, and the carets below it."""
        gutter = " " * len(str(self.number))
        return f"{self.number} | {self.text}", f"{gutter} | {' ' * self.start}{'^' * self.width}"


def source_lines(root: Path) -> ReadLines:
    """Read lines of the files below `root`, whatever their encoding and line ends."""

    def read(path: str) -> Sequence[str] | None:
        try:
            data = (root / path).read_bytes()
        except (OSError, ValueError):
            return None
        text = data.decode("utf-8", errors="replace").removeprefix("\ufeff")
        return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

    return read


def read_once(read_lines: ReadLines) -> ReadLines:
    """The same, which reads a file once for all its faults: of one report, since files change."""
    return lru_cache(maxsize=8)(read_lines)


def excerpt(location: Location, read_lines: ReadLines) -> Excerpt | None:
    """The line of a place; None for a place that is a whole file, or a line that is not there."""
    lines = (
        read_lines(location.path) if location.end_line or location.column > 1 or location.line > 1 else None
    )
    if not lines or not 1 <= location.line <= len(lines) or not lines[location.line - 1].strip():
        return None
    before = max(0, location.column - 1 - _AROUND)
    written = lines[location.line - 1][before : location.column - 1 + _AROUND].rstrip()
    cells = [shown(character) for character in written]
    start = min(location.column - 1 - before, len(cells))
    end = location.end_column - 1 - before if location.end_line == location.line else len(cells)
    return _cut(location.line, cells, start, max(start + 1, end) if location.end_line else start + 1)


def shown(character: str) -> str:
    """A character as a terminal may receive it: controls, and what turns text round, by their names."""
    code = ord(character)
    if character == "\t":
        return "→   "
    if code < 0x20 or code == 0x7F:
        return chr(0x2421 if code == 0x7F else 0x2400 + code)
    if 0x80 <= code <= 0x9F or character in _INVISIBLE or unicodedata.bidirectional(character) in _TURNS:
        return f"<U+{code:04X}>"
    return "\N{REPLACEMENT CHARACTER}" if 0xD800 <= code <= 0xDFFF else character


def safe(text: str) -> str:
    """A text of which every character can be sent to a terminal; line ends stay."""
    return "\n".join(map(one_line, text.split("\n")))


def one_line(text: str) -> str:
    """The same of what stands on one line, the name of a file for instance: it cannot write another."""
    return "".join(map(shown, text))


_TURNS = frozenset(("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"))


def _cut(number: int, cells: list[str], start: int, end: int) -> Excerpt:
    """The part of a line that fits, with the beginning of the fault in it."""
    widths = [_width(cell) for cell in cells]
    first = 0
    if sum(widths) > MOST_COLUMNS:
        while first < start and sum(widths[first:start]) > _LEAD:
            first += 1
    before = "…" if first else ""
    last, used = first, len(before)
    while last < len(cells) and used + widths[last] <= MOST_COLUMNS:
        used += widths[last]
        last += 1
    text = before + "".join(cells[first:last]) + ("…" if last < len(cells) else "")
    return Excerpt(
        number, text, len(before) + sum(widths[first:start]), max(1, sum(widths[start : min(end, last)]))
    )


def _width(cell: str) -> int:
    """Cells of a terminal: two for wide characters of East Asia (UAX 11), none for combining marks."""
    return sum(
        0 if unicodedata.combining(character) else 1 + (unicodedata.east_asian_width(character) in "WF")
        for character in cell
    )
