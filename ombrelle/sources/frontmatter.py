"""A text with a head: YAML between two lines of three hyphens, then Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ombrelle.problems import Location, Problems
from ombrelle.sources.document import Document, read_document

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
# What stands for it when a word processor, another program or a slip of the hand wrote it.
_LIKE_FENCE = re.compile(r"^[ \t]*(?:[-‐–—−]{1,9}|\+{3})[ \t]*$", re.MULTILINE)
_FIELD = re.compile(r"\s*[\w-]+[ \t]*[:=]")
_NO_FIELD = re.compile(r"^(?![a-z_]+:|[ \t]+\S|- |#)", re.MULTILINE)
_LOOKS_LIKE_HEAD = re.compile(r"^[a-z_]+:\s", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Split:
    """The head and the body of a text; `body_line` is the line of the file on which the body begins.

    `head` is None where it cannot be read. `is_sound` is False where the two were not told apart with
    certainty, or the head has errors of syntax: nothing may be made from them but a check.
    """

    head: Document | None
    body: str
    body_line: int
    is_sound: bool = True


def split(path: str, text: str, problems: Problems) -> Split:
    """Part a text into head and body. A line of hyphens that is missing or misplaced is told."""
    opening = _FENCE.search(text)
    odd = _LIKE_FENCE.search(text)
    if odd and not text[: odd.start()].strip() and _is_odd(text, odd):
        return _with_odd_fence(path, text, odd, problems)
    if opening is None or text[: opening.start()].strip():
        return _without_opening(path, text, opening, problems)
    closing = _FENCE.search(text, opening.end())
    if closing is None:
        problems.add("front-matter-unclosed", _fence_place(path, text, opening))
        start = opening.end() + 1
        end = _end_of_fields(text, start)
        return _parted(path, text, (start, end), end, problems, is_sound=False)
    return _parted(path, text, (opening.end() + 1, closing.start()), closing.end() + 1, problems)


def _is_odd(text: str, fence: re.Match[str]) -> bool:
    """Whether a first line was meant to open a head, and is not the line that does."""
    return not _FENCE.fullmatch(fence[0]) and _FIELD.match(text, fence.end()) is not None


def _with_odd_fence(path: str, text: str, opening: re.Match[str], problems: Problems) -> Split:
    problems.add("front-matter-unopened", Location(path), written=opening[0].strip())
    start = opening.end() + 1
    closing = _LIKE_FENCE.search(text, start)
    end = closing.start() if closing else _end_of_fields(text, start)
    body = closing.end() + 1 if closing else end
    if "+" in opening[0]:  # the fields are in the form of another program
        return Split(None, text[body:], _line(text, min(body, len(text))), is_sound=False)
    return _parted(path, text, (start, end), body, problems, is_sound=False)


def _without_opening(path: str, text: str, fence: re.Match[str] | None, problems: Problems) -> Split:
    before = text[: fence.start()] if fence else text
    after = text[fence.end() :] if fence else ""
    is_below = _LOOKS_LIKE_HEAD.match(after.lstrip()) and not _LOOKS_LIKE_HEAD.match(before.lstrip())
    if fence and is_below:
        problems.add("front-matter-not-first", _fence_place(path, text, fence))
        closing = _FENCE.search(text, fence.end())
        start = fence.end() + 1
        end = closing.start() if closing else _end_of_fields(text, start)
        body = closing.end() + 1 if closing else end
        return _parted(path, text, (start, end), body, problems, is_sound=False)
    if _LOOKS_LIKE_HEAD.match(before.lstrip()):
        problems.add("front-matter-unopened", Location(path))
        end = fence.start() if fence else _end_of_fields(text, 0)
        return _parted(path, text, (0, end), fence.end() + 1 if fence else end, problems, is_sound=False)
    return Split(Document(path, "", {}), text, 1)


def _parted(
    path: str,
    text: str,
    span: tuple[int, int],
    body_start: int,
    problems: Problems,
    *,
    is_sound: bool = True,
) -> Split:
    """The head that stands in a span of the text, and what begins at `body_start`."""
    start, end = span
    head = read_document(path, text[start:end], problems, first_line=_line(text, start))
    whole = is_sound and head is not None and head.reading is None
    body_start = min(body_start, len(text))
    return Split(head, text[body_start:], _line(text, body_start), whole)


def _end_of_fields(text: str, start: int) -> int:
    """Where the fields that begin at `start` may be taken to end: at the first line that is none."""
    found = _NO_FIELD.search(text, start)
    return found.start() if found else len(text)


def _fence_place(path: str, text: str, fence: re.Match[str]) -> Location:
    line = _line(text, fence.start())
    return Location(path, line, 1, line, 4)


def _line(text: str, index: int) -> int:
    return text.count("\n", 0, index) + 1
