"""Values set in the YAML of an entry: only their own lines change, comments and other fields stay."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ombrelle.problems import Location
from ombrelle.scaffold.yaml_text import Tree, flow, write
from ombrelle.sources.edits import Edit, cut, edited, line_break
from ombrelle.sources.yaml import Path, parse, spans
from ombrelle.sources.yaml_lists import with_items

_Point = tuple[int, int]


def with_value(text: str, path: Path, value: Tree) -> str:
    """The text with a value at a path; unchanged where it stands there already, a list in whatever order.

    `text` is sound YAML whose top is a map. A part of the path that is a number makes a list.
    """
    data = parse(text).value or {}
    there = value_at(data, path)
    if _is_same(there, value):
        return text
    if len(path) == 1 and isinstance(value, list) and _is_plain_list(there) and _is_plain_list(value):
        return with_items(text, str(path[0]), value, set(there) - set(value))
    yaml = _Yaml(text if text.endswith(("\n", "\r")) or not text else text + line_break(text))
    depth = next(size for size in range(len(path), -1, -1) if not size or yaml.has(path[:size]))
    found, below = path[:depth], path[depth:]
    if below and isinstance(value_at(data, found), dict):
        return yaml.added(found, str(below[0]), _below(below[1:], value))
    return yaml.replaced(found, _below(below, value))


def value_at(data: Any, path: Path) -> Any:
    """What data of YAML holds at a path; None for nothing."""
    for part in path:
        try:
            data = data[part]
        except (TypeError, LookupError):
            return None
    return data


def _is_same(there: Any, value: Tree) -> bool:
    if isinstance(there, list) and isinstance(value, list):
        return sorted(map(str, there)) == sorted(map(str, value))
    return bool(there == value)


def _is_plain_list(value: Any) -> bool:
    """Whether it is a list with items that need no quotes."""
    is_list = isinstance(value, list) and bool(value)
    return is_list and all(isinstance(item, str) and flow(item) == item for item in value)


def _below(path: Path, value: Tree) -> Tree:
    for part in reversed(path):
        value = [value] if isinstance(part, int) else {part: value}
    return value


@dataclass(frozen=True, slots=True)
class _Yaml:
    """A text of YAML that is to be changed; its last line is ended."""

    text: str

    def has(self, path: Path) -> bool:
        return path in spans(self.text)

    def replaced(self, path: Path, value: Tree) -> str:
        """With another value, on the line of its key where nothing but space parts the two."""
        place = spans(self.text)[path]
        start, written = place.value[:2], flow(value)
        if place.key and self._cut(place.key[2:], start).strip() == ":":
            start, written = place.key[2:], f": {written}"
        return edited(self.text, [Edit(*start, *self._end(path), written)])

    def added(self, path: Path, key: str, value: Tree) -> str:
        """With a value more in a map, as its last: in its brackets, or on a line of its own."""
        start, end = self._start(path), self._end(path)
        if self.has(path) and self._cut(start, (start[0], start[1] + 1)) == "{":
            inside = self._cut((start[0], start[1] + 1), (end[0], end[1] - 1))
            written = f"{', ' if inside.strip() else ''}{key}: {flow(value)}"
            return edited(self.text, [Edit(end[0], end[1] - 1, end[0], end[1] - 1, written)])
        if not path:
            return self.text + write({key: value}).replace("\n", line_break(self.text))
        written = f"{' ' * (start[1] - 1)}{key}: {flow(value)}{line_break(self.text)}"
        return edited(self.text, [Edit(end[0] + 1, 1, end[0] + 1, 1, written)])

    def _start(self, path: Path) -> _Point:
        return spans(self.text)[path].value[:2] if self.has(path) else (1, 1)

    def _end(self, path: Path) -> _Point:
        """Where a value ends, without the blank lines and comments below it."""
        places = spans(self.text)
        if path not in places:
            return 1, 1
        span = places[path].value
        written = self._cut(span[:2], span[2:])
        if written[:1] in {"[", "{", '"', "'"}:
            return span[2:]
        inside = [other for other in places if len(other) == len(path) + 1 and other[: len(path)] == path]
        if inside:
            return max(self._end(other) for other in inside)
        first, *rest = written.rstrip().split("\n")
        return (span[0] + len(rest), len(rest[-1]) + 1) if rest else (span[0], span[1] + len(first))

    def _cut(self, start: _Point, end: _Point) -> str:
        return cut(self.text, Location("", *start, *end))
