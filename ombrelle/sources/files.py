"""Reading a text file that a person wrote, whatever their editor did to it."""

from __future__ import annotations

import re
from pathlib import Path

from ombrelle.problems import Location, Problems

MOST_BYTES = 1_000_000
"""No text of the site is longer; a larger file is something else under a wrong name."""

_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?: .*)?$", re.MULTILINE)
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1f]")


def read_text(root: Path, path: str, problems: Problems) -> str | None:
    """The text of `path` with plain line ends and no byte-order mark; None, and a problem, when it has none."""
    place = Location(path)
    try:
        data = (root / path).read_bytes()
    except OSError as error:
        problems.add("unreadable-file", place, reason=error.strerror or "")
        return None
    if len(data) > MOST_BYTES:
        problems.add("file-too-large", place, size=len(data), most=MOST_BYTES)
        return None
    return _decode(data, place, problems)


def _decode(data: bytes, place: Location, problems: Problems) -> str | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        _not_utf8(data, error.start, place, problems)
        return None
    if _BINARY.search(data):
        problems.add("not-a-text", place)
        return None
    if text.startswith("\ufeff"):
        problems.add("byte-order-mark", place)
        text = text[1:]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return None if _in_conflict(text, place, problems) else text


def _not_utf8(data: bytes, start: int, place: Location, problems: Problems) -> None:
    if _BINARY.search(data):
        problems.add("not-a-text", place)
        return
    before = data[:start]
    line = before.count(b"\n") + 1
    column = len(before) - (before.rfind(b"\n") + 1) + 1
    problems.add("not-utf-8", Location(place.path, line, column))


def _in_conflict(text: str, place: Location, problems: Problems) -> bool:
    marks = [match for match in _CONFLICT.finditer(text) if match[0][0] != "="]
    for match in marks:
        line = text.count("\n", 0, match.start()) + 1
        problems.add("conflict-marker", Location(place.path, line, 1, line, len(match[0]) + 1))
    return bool(marks)
