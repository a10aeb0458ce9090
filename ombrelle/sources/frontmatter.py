"""A text with a head: YAML between two lines of three hyphens, then Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ombrelle.problems import Location, Problems
from ombrelle.sources.document import Document, read_document

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_LOOKS_LIKE_HEAD = re.compile(r"^[a-z_]+:\s", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Split:
    """The head and the body of a text; `body_line` is the line of the file on which the body begins."""

    head: Document
    body: str
    body_line: int


def split(path: str, text: str, problems: Problems) -> Split | None:
    """Part a text into head and body. None, and a problem, when its head cannot be told from its body."""
    opening = _FENCE.search(text)
    if opening is None or text[: opening.start()].strip():
        return _without_head(path, text, opening, problems)
    closing = _FENCE.search(text, opening.end())
    if closing is None:
        problems.add("front-matter-unclosed", _fence_place(path, text, opening))
        return None
    head = read_document(
        path, text[opening.end() + 1 : closing.start()], problems, first_line=_line(text, opening.start()) + 1
    )
    body_start = min(closing.end() + 1, len(text))
    return Split(head, text[body_start:], _line(text, closing.start()) + 1) if head else None


def _without_head(path: str, text: str, fence: re.Match[str] | None, problems: Problems) -> Split | None:
    before = text[: fence.start()] if fence else text
    after = text[fence.end() :] if fence else ""
    if fence and _LOOKS_LIKE_HEAD.match(after.lstrip()) and not _LOOKS_LIKE_HEAD.match(before.lstrip()):
        problems.add("front-matter-not-first", _fence_place(path, text, fence))
        return None
    if _LOOKS_LIKE_HEAD.match(before.lstrip()):
        problems.add("front-matter-unopened", Location(path))
        return None
    return Split(Document(path, "", {}), text, 1)


def _fence_place(path: str, text: str, fence: re.Match[str]) -> Location:
    line = _line(text, fence.start())
    return Location(path, line, 1, line, 4)


def _line(text: str, index: int) -> int:
    return text.count("\n", 0, index) + 1
