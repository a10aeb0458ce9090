"""Which lines of a text of YAML belong together, by how far to the right they begin. Lines count from 0."""

from __future__ import annotations

import re
from collections.abc import Sequence

_ITEM = re.compile(r"\s*-(?:\s|$)")
_PART = re.compile(r"\s*(?:-\s+)*[\w-]+:|\s*-(?:\s|$)")


def column(line: str) -> int:
    """How many characters stand in front of a line's first."""
    return len(line) - len(line.lstrip())


def part_of(lines: Sequence[str], index: int) -> range:
    """The field or the item of a list that a line belongs to; what would be empty without it, too."""
    start = index
    while start > 0 and not _PART.match(lines[start]):
        start -= 1
    part, parent = _below(lines, start), _above(lines, start)
    while parent is not None and _is_alone(lines, part, parent):
        part, parent = _below(lines, parent), _above(lines, parent)
    return part


def field_of(lines: Sequence[str], index: int) -> range:
    """The field at the top that a line belongs to."""
    start = next((each for each in range(index, 0, -1) if _is_top(lines[each])), 0)
    end = next((each for each in range(index + 1, len(lines)) if _is_top(lines[each])), len(lines))
    return range(start, end)


def _below(lines: Sequence[str], start: int) -> range:
    """A line and those that are further right; the items of a list may begin where its name does."""
    own, is_item = column(lines[start]), bool(_ITEM.match(lines[start]))
    for index in range(start + 1, len(lines)):
        line = lines[index]
        if not line.strip() or column(line) > own:
            continue
        if column(line) < own or is_item or not _ITEM.match(line):
            return range(start, index)
    return range(start, len(lines))


def _above(lines: Sequence[str], start: int) -> int | None:
    """The line that a line belongs to."""
    own, is_item = column(lines[start]), bool(_ITEM.match(lines[start]))
    for index in range(start - 1, -1, -1):
        line = lines[index]
        beside = is_item and column(line) == own and not _ITEM.match(line)
        if _PART.match(line) and (column(line) < own or beside):
            return index
    return None


def _is_alone(lines: Sequence[str], part: range, parent: int) -> bool:
    others = (index for index in _below(lines, parent) if index != parent and index not in part)
    return not any(lines[index].strip() for index in others)


def _is_top(line: str) -> bool:
    return bool(line.strip()) and not column(line) and line[0] not in "#-]}"
