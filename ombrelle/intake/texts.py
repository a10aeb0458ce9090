"""The text of a language with other words: of its head only the lines named, and its body."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ombrelle.intake.edit import with_value
from ombrelle.intake.record import BODY
from ombrelle.problems import Problems
from ombrelle.sources.edits import line_break
from ombrelle.sources.frontmatter import split

_HEAD = re.compile(
    r"\A(?P<open>\ufeff?\s*---[ \t]*\r?\n)(?P<head>.*?)(?P<close>^---[ \t]*(?:\r?\n|\Z))",
    re.DOTALL | re.MULTILINE,
)


def with_words(text: str, words: Mapping[str, str]) -> str:
    """A text, "" for one that is to be, with these fields of its head and this body.

    What is not given, and what stands there already, stays as it is written.
    """
    found = _HEAD.match(text)
    head, body = (found["head"], text[found.end() :]) if found else ("", text)
    for field, value in words.items():
        head = with_value(head, (field,), value) if field != BODY else head
    if BODY in words and words[BODY] != plain_lines(body):
        has_head = found or head or _is_misread(words[BODY])
        body = _written(words[BODY], body, line_break(text), is_below=bool(has_head))
    if found:
        return found["open"] + head + found["close"] + body
    return f"---\n{head}---\n{body}" if head or _is_misread(body) else body


def plain_lines(text: str) -> str:
    """A text with plain line ends and nothing around it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _written(words: str, before: str, end: str, *, is_below: bool) -> str:
    """A body in place of another, with a blank line below the head."""
    space = before[: len(before) - len(before.lstrip("\r\n"))] or (end if is_below else "")
    return space + words.replace("\n", end) + end


def _is_misread(body: str) -> bool:
    """Whether the beginning of a body would be taken for a head."""
    plain = plain_lines(body)
    parts = split("", plain, Problems())
    return not parts.is_sound or parts.body != plain
