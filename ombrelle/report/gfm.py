"""Pieces of Markdown for a comment on GitHub, out of which nothing that a file holds can break.

The form: https://github.github.com/gfm/. Besides what that reads, GitHub makes links of mentions, issues
and addresses in the text of a comment.
"""

from __future__ import annotations

import re

from ombrelle.report.excerpt import safe

_MARKS = re.compile(r"[\\`*_\[\]<>&|~:@#$]|^[-+=]|(?<=^\d)[.)]|(?<=^\d\d)[.)]|(?<=www)[.]", re.IGNORECASE)
_MENTION = re.compile(r"(\\[@#]|\bGH-)(?=\w)", re.IGNORECASE)
_BACKTICKS = re.compile(r"`+")
_LINE_ENDS = re.compile(r"\s*\n\s*")


def prose(text: str) -> str:
    """Words that stand for themselves on one line: every mark of Markdown is escaped, nobody is mentioned."""
    escaped = _MARKS.sub(r"\\\g<0>", _LINE_ENDS.sub(" ", safe(text).strip()))
    return _MENTION.sub(r"\1<!-- -->", escaped)


def code(text: str) -> str:
    """A piece of code in a line, whatever backticks it holds."""
    shown = _LINE_ENDS.sub(" ", safe(text))
    ticks = "`" * (_longest(shown) + 1)
    return f"{ticks} {shown} {ticks}" if "`" in shown or shown != shown.strip() else f"{ticks}{shown}{ticks}"


def fence(text: str) -> str:
    """A block of code, whatever fences it holds."""
    shown = safe(text)
    ticks = "`" * max(3, _longest(shown) + 1)
    return f"{ticks}text\n{shown}\n{ticks}"


def details(summary: str, body: str) -> str:
    """A part that opens on a click; `summary` is Markdown of one line."""
    return f"<details>\n<summary>\n\n{summary}\n\n</summary>\n\n{body}\n\n</details>"


def _longest(text: str) -> int:
    return max((len(run) for run in _BACKTICKS.findall(text)), default=0)
