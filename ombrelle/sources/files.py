"""Reading a text file that a person wrote, whatever their editor did to it."""

from __future__ import annotations

import re
from pathlib import Path

from ombrelle.problems import Location, Problems
from ombrelle.sources.characters import MOST_TOLD, check_characters, match_place

MOST_BYTES = 1_000_000
"""No text of the site is longer; a larger file is something else under a wrong name."""

_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?: .*)?$", re.MULTILINE)
_DIFF = re.compile(r"^(?:diff --git .*|@@ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@.*)$", re.MULTILINE)
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1f]")


def read_text(root: Path, path: str, problems: Problems) -> str | None:
    """The text of `path` with plain line ends and no byte-order mark; None, and a problem, if none."""
    data = read_data(root, path, problems)
    return None if data is None else decode(data, path, problems)


def read_data(root: Path, path: str, problems: Problems) -> bytes | None:
    """The bytes of `path`; None, and a problem, where they cannot be read or are too many for a text."""
    place = Location(path)
    try:
        data = (root / path).read_bytes()
    except OSError:
        problems.add("unreadable-file", place)
        return None
    if len(data) > MOST_BYTES:
        problems.add("file-too-large", place, size=len(data) // 1000, most=MOST_BYTES // 1000)
        return None
    return data


def decode(data: bytes, path: str, problems: Problems) -> str | None:
    """The text of a file's bytes, as `read_text` gives it; None, and a problem, if they are none."""
    place = Location(path)
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
    if "\r" in text:
        problems.add("windows-line-ends", place)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if _is_whole(place.path, text, problems) else None


def _not_utf8(data: bytes, start: int, place: Location, problems: Problems) -> None:
    if _BINARY.search(data):
        problems.add("not-a-text", place)
        return
    before = data[:start]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8")) + 1
    problems.add("not-utf-8", Location(place.path, line, column))


def _is_whole(path: str, text: str, problems: Problems) -> bool:
    """Whether the text is one that somebody meant, and not what a tool of versions left."""
    conflicts = _conflicts(text) if "<<<<<<<" in text or ">>>>>>>" in text else []
    for match in conflicts:
        problems.add("conflict-marker", match_place(path, match))
    may_be_diff = not conflicts and ("diff --git " in text or "@@ -" in text)
    diff = _DIFF.search(text) if may_be_diff else None
    if diff:
        problems.add("pasted-diff", match_place(path, diff))
    readable = check_characters(path, text, problems)
    return readable and not conflicts and not diff


def _conflicts(text: str) -> list[re.Match[str]]:
    """The marks of conflicts. One has two such lines: its end is told where its beginning is gone."""
    marks = [match for match in _CONFLICT.finditer(text) if match[0][0] != "="][:MOST_TOLD]
    return [mark for mark, above in zip(marks, [None, *marks], strict=False) if not _ends(mark, above)]


def _ends(mark: re.Match[str], above: re.Match[str] | None) -> bool:
    """Whether a mark of conflict is the end of the one above."""
    return mark[0][0] == ">" and above is not None and above[0][0] == "<"
