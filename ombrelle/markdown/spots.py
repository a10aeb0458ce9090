"""Where a line is read: its content within the containers, its text after the indentation."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LEAD = re.compile(r"[ \t>*+\-0-9.):]*")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something may begin: a line, where its content starts, where its text starts."""

    line: str
    at: int
    start: int

    @property
    def sign(self) -> str:
        """The first character of the text."""
        return self.line[self.start]

    @property
    def indent(self) -> int:
        """How many spaces stand before the text."""
        return self.start - self.at

    @property
    def is_followed_by_space(self) -> bool:
        """Whether a space comes after the first character."""
        return self.line.startswith(" ", self.start + 1)


def after_spaces(line: str, at: int) -> int:
    """Where the text of a line starts; its length when it is blank."""
    end = len(line)
    while at < end and line[at] == " ":
        at += 1
    return end if at < end and line[at].isspace() and line[at:].isspace() else at


def expanded(line: str) -> str:
    """The line with its indentation in spaces; tabs within the text stay."""
    if "\t" not in line:
        return line
    match = _LEAD.match(line)
    end = match.end() if match else 0
    return line[:end].expandtabs(4) + line[end:]
