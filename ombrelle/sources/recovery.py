"""What a text of YAML holds besides its errors of syntax, so that one does not hide the faults of the rest.

Where reading stops, the diagnosis tells the fault, and how its line would be read: with that line, or without
the lines that belong to it where no repair is known, the text is read again. Lines keep their numbers. What
is said of the result is said of what a person wrote, and nothing that follows from a line left out is said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import takewhile
from operator import eq
from typing import Any

from ombrelle.sources.diagnosis import odd_spaces, yaml_lines
from ombrelle.sources.edits import rewritten
from ombrelle.sources.layout import column, field_of, part_of
from ombrelle.sources.yaml import FINAL, Fault, Path, Place, Result, Span, as_fault, parse, spans

MOST_ATTEMPTS = 30
"""Errors of syntax that are told of one text."""

MOST_CHARACTERS = 3_000_000
"""Characters that are read, all attempts together: the time stays in proportion to the longest text."""

_NAMES = re.compile(r"(?:^|[\s{,])([\w-]+):(?=\s|$)|^\s*([\w-]+)")
_LEAD = re.compile(r"\s*(?:- )?")
_SIGN = re.compile(r"[&!][^\s,\[\]{}]*")
_GUESSED = frozenset(
    {"yaml-indentation", "yaml-missing-colon", "yaml-unclosed-quote", "yaml-unclosed-bracket"}
)
"""Faults of which there may be another repair than the one that is tried."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a text with errors of syntax was read; lines count from 1.

    `places` are where its values stand in the file; `mended` the lines that were read otherwise than they
    are written; `unread` those of which nothing certain is known; `lost` the names of fields of the top that
    may stand on them.
    """

    places: Mapping[Path, Place]
    mended: frozenset[int]
    unread: frozenset[int]
    lost: frozenset[str]

    def has_unread(self, first: int, last: int) -> bool:
        """Whether nothing certain is known of one of these lines."""
        return any(first <= line <= last for line in self.unread)


@dataclass(frozen=True, slots=True)
class Recovered:
    """What a text holds (None for nothing), all that is wrong with its syntax, and how it was read.

    `reading` is None for a text that could be read as it is.
    """

    value: Any
    faults: tuple[Fault, ...]
    reading: Reading | None = None


def recover(text: str) -> Recovered:
    """Read a text of YAML, and what can be read of one with errors of syntax."""
    odd = [as_fault(found) for found in odd_spaces(text)]
    result = parse(text)
    if result.refusal is None and not odd:
        return Recovered(result.value, result.faults)
    if result.refusal and result.refusal.code in FINAL:
        return Recovered(None, (result.refusal,))
    mending = _Mending(yaml_lines(text))
    for fault in odd:
        mending.treat(fault)
    for _ in range(min(MOST_ATTEMPTS, 1 + MOST_CHARACTERS // (len(text) + 1))):
        result = mending.parsed()
        if result.refusal is None:
            return mending.recovered(result)
        if result.refusal.code in FINAL:
            mending.told.append(result.refusal)
            break
        if not mending.treat(result.refusal):
            break
    return Recovered(None, tuple(mending.told))


@dataclass(slots=True)
class _Mending:
    """The lines of a text while it is being mended; one may become several. Numbers count from 1."""

    written: list[str]
    lines: list[str] = field(init=False)
    told: list[Fault] = field(default_factory=list)
    mended: set[int] = field(default_factory=set)
    unread: set[int] = field(default_factory=set)
    _rows: list[str] = field(init=False)
    _origins: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.lines = list(self.written)
        self._number()

    def parsed(self) -> Result:
        """What can be read of the lines as they are now."""
        self._number()
        return parse("\n".join(self._rows))

    def treat(self, refusal: Fault) -> bool:
        """Tell where reading stopped, and mend the line or leave it out. False when nothing is left.

        What comes after a line left out, in the same field of the top, may come of leaving it out.
        """
        fault = self._in_file(refusal)
        line = fault.span[0]
        is_new = line not in self.mended | self.unread
        if is_new and self.unread.isdisjoint(_numbers(field_of(self.lines, line - 1))):
            self.told.append(fault)
        mended = self._repair(fault) if is_new else None
        if mended in {None, self.lines[line - 1]}:
            return any(map(self._leave_out, self._parts(fault)))
        self.lines[line - 1] = mended
        self.mended.add(line)
        if fault.code in _GUESSED:
            self.unread.add(line)
        return True

    def recovered(self, result: Result) -> Recovered:
        """What the text holds, now that it can be read."""
        places = {
            path: Place(self._span(place.value), self._span(place.key) if place.key else None)
            for path, place in spans("\n".join(self._rows)).items()
        }
        changed = frozenset(self.mended | self.unread)
        reading = Reading(places, changed, frozenset(self.unread), frozenset(self._lost()))
        found = map(self._in_file, result.faults)
        known = (fault for fault in found if fault.span[0] not in changed)
        return Recovered(result.value, (*self.told, *known), reading)

    def _number(self) -> None:
        """Take the rows of the text from its lines, each with the number of its line."""
        rows = [(number, row) for number, line in enumerate(self.lines, 1) for row in line.split("\n")]
        self._origins, self._rows = [number for number, _ in rows], [row for _, row in rows]

    def _in_file(self, fault: Fault) -> Fault:
        return replace(fault, span=self._span(fault.span), stopped=self._origin(fault.stopped))

    def _span(self, span: Span) -> Span:
        line, column, end_line, end_column = span
        return (*self._point(line, column), *self._point(end_line, end_column))

    def _point(self, number: int, at: int) -> tuple[int, int]:
        """Where a point of the text is in the file: a mended line begins and ends as the one written."""
        line = self._origin(number)
        if line not in self.mended:
            return line, at
        mended, written = self._rows[min(number, len(self._rows)) - 1], self.written[line - 1]
        start = _common(mended, written)
        end = _common(mended[start:][::-1], written[start:][::-1])
        rest = len(mended) - (at - 1)
        return line, 1 + (len(written) - rest if rest <= end else min(at - 1, len(written)))

    def _origin(self, number: int) -> int:
        """The line of the file that a line of the text comes from; 0 for none."""
        return self._origins[min(number, len(self._origins)) - 1] if number else 0

    def _repair(self, fault: Fault) -> str | None:
        """The line as the message proposes to write it, else a guess that lets it be read."""
        line = self.lines[fault.span[0] - 1]
        near = str(fault.values.get("near", ""))
        if near:
            return rewritten(line, near)
        guess = _GUESSES.get(fault.code)
        return guess(self.lines, fault) if guess else None

    def _leave_out(self, part: range) -> bool:
        """Blank some lines; False when they are blank already."""
        is_there = any(self.lines[index].strip() for index in part)
        for index in part:
            self.lines[index] = ""
        self.unread.update(_numbers(part))
        return is_there

    def _parts(self, fault: Fault) -> Iterator[range]:
        """What may be left out, the smallest first."""
        if fault.code == "yaml-missing-colon":
            yield range(fault.span[0] - 1, fault.span[0])
        if fault.code == "yaml-several-documents":
            yield range(fault.span[0] - 1, len(self.lines))
        lines = [number - 1 for number in (fault.span[0], fault.stopped)]
        yield from (part_of(self.lines, line) for line in lines)
        yield from (field_of(self.lines, line) for line in lines)

    def _lost(self) -> Iterator[str]:
        """The names on lines that were mended or left out, of fields that may be at the top."""
        for number in self.mended | self.unread:
            line = self.written[number - 1]
            if not column(line) or number in self.mended & self.unread:
                yield from (name for names in _NAMES.findall(line) for name in names if name)


def _align(lines: list[str], fault: Fault) -> str:
    """A line moved to where the one above it begins."""
    above = next((line for line in reversed(lines[: fault.span[0] - 1]) if line.strip()), "")
    lead = _LEAD.match(above)
    return " " * (lead.end() if lead else 0) + lines[fault.span[0] - 1].lstrip()


def _without_sign(lines: list[str], fault: Fault) -> str:
    """A line without the name of a place, or the type, that a value begins with; columns stay."""
    line, start = lines[fault.span[0] - 1], fault.span[1] - 1
    return line[:start] + _SIGN.sub(lambda found: " " * len(found[0]), line[start:], count=1)


_GUESSES: Mapping[str, Callable[[list[str], Fault], str]] = {
    "yaml-indentation": _align,
    "yaml-alias": _without_sign,
    "yaml-tag": _without_sign,
}
"""How a line is read of whose repair no message can be certain."""


def _common(one: str, other: str) -> int:
    """How many characters two lines begin with alike."""
    return sum(takewhile(bool, map(eq, one, other)))


def _numbers(part: range) -> range:
    return range(part.start + 1, part.stop + 1)
