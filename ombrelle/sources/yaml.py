"""YAML, read from the events of libyaml: every scalar stays text, and the models give it its type.

One pass over the events builds maps, lists and text, and refuses what no file of ours needs and what could
harm: aliases and anchors, tags, several documents, more than `MOST_VALUES` values, nesting beyond
`MOST_DEPTH` (libyaml's own composer recurses, and 30,000 brackets end the process). A second pass, only when
a fault must be placed, finds where each value and key stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

import yaml

from ombrelle.problems import Value
from ombrelle.sources.diagnosis import diagnose, meant_sign, yaml_lines
from ombrelle.sources.finding import Finding

MOST_DEPTH = 20

MOST_VALUES = 3_000
"""Keys and values of one document. The longest of the site, its glossary, has 741."""

FINAL = frozenset({"yaml-too-many-values"})
"""Faults after which nothing more of a document is looked at: it is no slip of a hand."""

Path = tuple[str | int, ...]
"""The way to a value: keys of maps and indexes of lists."""

Span = tuple[int, int, int, int]
"""Line, column, end line, end column, from 1; the end is exclusive."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands, and its key when it has one."""

    value: Span
    key: Span | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with the YAML itself."""

    code: str
    span: Span
    values: Mapping[str, Value] = field(default_factory=dict)
    first: Path | None = None
    """For a key given twice: the way to where it is given first."""
    stopped: int = 0
    """The line on which reading stopped because of it; 0 where it went on."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a text of YAML holds (None when it cannot be read) and what is wrong with it."""

    value: Any
    faults: tuple[Fault, ...]

    @property
    def refusal(self) -> Fault | None:
        """The fault that reading stopped at."""
        return next((fault for fault in self.faults if fault.stopped), None)


def parse(text: str) -> Result:
    """Read one YAML document into maps, lists and text."""
    reader = _Reader()
    try:
        for event in _events(text):
            reader.take(event)
    except _RefusalError as refused:
        return Result(None, (*reader.faults, _refusal(text, refused)))
    except yaml.YAMLError as error:
        return Result(None, (*reader.faults, _syntax_fault(text, error)))
    return Result(reader.value, tuple(reader.faults))


def as_fault(finding: Finding, stopped: int = 0) -> Fault:
    """What the diagnosis names, as a fault; `stopped` is the line where reading ended because of it."""
    span = (finding.line, finding.column, finding.line, finding.end_column)
    return Fault(finding.code, span, finding.values, stopped=stopped)


@lru_cache(maxsize=64)
def spans(text: str) -> Mapping[Path, Place]:
    """The place of every value of a text; up to its fault where it has one that `parse` refuses."""
    reader = _Reader(placing=True)
    try:
        for event in _events(text):
            reader.take(event)
    except (yaml.YAMLError, _RefusalError):
        pass
    return reader.places


def _events(text: str) -> Iterator[Any]:
    return yaml.parse(text, Loader=yaml.CBaseLoader)


class _RefusalError(Exception):
    def __init__(self, code: str, event: Any) -> None:
        super().__init__(code)
        self.fault = Fault(code, _first_line(_span(event)))
        self.on_text = not isinstance(event, yaml.CollectionStartEvent)


@dataclass(slots=True)
class _Open:
    """A map or list that is being filled; `key` is the key that waits for its value."""

    container: Any
    path: Path
    event: Any
    key: str | None = None
    key_event: Any = None


class _Reader:
    """Builds the value of a document from its events."""

    def __init__(self, *, placing: bool = False) -> None:
        self.value: Any = None
        self.faults: list[Fault] = []
        self.places: dict[Path, Place] = {}
        self._placing = placing
        self._open: list[_Open] = []
        self._documents = 0
        self._values = 0

    def take(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._scalar(event)
        elif kind is yaml.MappingStartEvent:
            self._begin({}, event)
        elif kind is yaml.SequenceStartEvent:
            self._begin([], event)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._end(event)
        elif kind is yaml.AliasEvent:
            raise _RefusalError("yaml-alias", event)
        elif kind is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                raise _RefusalError("yaml-several-documents", event)

    def _scalar(self, event: Any) -> None:
        self._guard(event)
        self._values += 1
        if self._values > MOST_VALUES:
            raise _RefusalError("yaml-too-many-values", event)
        frame = self._open[-1] if self._open else None
        if frame is not None and frame.key is None and type(frame.container) is dict:
            frame.key, frame.key_event = event.value, event
            return
        self._put(event.value, event, event)

    def _begin(self, container: Any, event: Any) -> None:
        self._guard(event)
        if len(self._open) >= MOST_DEPTH:
            raise _RefusalError("yaml-too-deep", event)
        frame = self._open[-1] if self._open else None
        if frame is not None and frame.key is None and type(frame.container) is dict:
            raise _RefusalError("yaml-key-not-text", event)
        self._open.append(_Open(container, self._path(), event))

    def _end(self, event: Any) -> None:
        frame = self._open.pop()
        self._put(frame.container, frame.event, event)

    def _put(self, value: Any, start: Any, end: Any) -> None:
        if not self._open:
            self.value = value
            self._note((), start, end, None)
            return
        frame = self._open[-1]
        self._note(self._path(), start, end, frame.key_event)
        if frame.key is None:
            frame.container.append(value)
            return
        if frame.key in frame.container:
            self._duplicate(frame)
        frame.container.setdefault(frame.key, value)
        frame.key = frame.key_event = None

    def _path(self) -> Path:
        if not self._open:
            return ()
        frame = self._open[-1]
        return (*frame.path, frame.key if frame.key is not None else len(frame.container))

    def _note(self, path: Path, start: Any, end: Any, key: Any) -> None:
        if self._placing and path not in self.places:
            span = (*_from_mark(start.start_mark), *_from_mark(end.end_mark))
            self.places[path] = Place(span, _span(key) if key is not None else None)

    def _duplicate(self, frame: _Open) -> None:
        self.faults.append(
            Fault("duplicate-key", _span(frame.key_event), {"key": str(frame.key)}, self._path())
        )

    @staticmethod
    def _guard(event: Any) -> None:
        if event.anchor is not None:
            raise _RefusalError("yaml-alias", event)
        if event.tag is not None:
            raise _RefusalError("yaml-tag", event)


def _from_mark(mark: Any) -> tuple[int, int]:
    return mark.line + 1, mark.column + 1


def _span(event: Any) -> Span:
    return (*_from_mark(event.start_mark), *_from_mark(event.end_mark))


def _first_line(span: Span) -> Span:
    """A span cut where its line ends: what follows is not at fault."""
    line, column, end_line, _ = span
    return span if end_line == line else (line, column, line, column + 1)


def _refusal(text: str, refused: _RefusalError) -> Fault:
    """What the editor meant: `*`, `&` or `!` begin a word of theirs more often than an alias or a tag."""
    line, column, end_line, end_column = refused.fault.span
    written = yaml_lines(text)[line - 1]
    finding = meant_sign(written, line) if refused.on_text and refused.fault.code not in FINAL else None
    if refused.fault.code == "yaml-key-not-text" and written[column - 2 : column - 1] == "{":
        return replace(refused.fault, span=(line, column - 1, end_line, end_column), stopped=line)
    return as_fault(finding, line) if finding else replace(refused.fault, stopped=line)


def _syntax_fault(text: str, error: yaml.YAMLError) -> Fault:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    context = getattr(error, "context_mark", None)
    complaint = f"{getattr(error, 'context', '')}; {getattr(error, 'problem', '')}"
    finding: Finding = diagnose(text, (line, column), complaint, context.line + 1 if context else line)
    return as_fault(finding, line)
