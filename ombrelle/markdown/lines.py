"""The lines of a text that are no code: where Markdown, and what was meant as Markdown, may stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_FENCE = re.compile(r"\s*(?:(?:[-*+>]|\d{1,9}[.)])\s+)*(?P<fence>`{3,}(?=[^`]*$)|~{3,})(?P<info>.*)")
_SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
MOST_CHARACTERS = 2_000
"""Characters of a line that is looked into: a longer one is no line of people, and would cost its square."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines by their index, with code within them blanked.

    `unclosed` is a fence that nothing closes: its index, where it begins and ends in its line.
    """

    lines: tuple[tuple[int, str], ...]
    unclosed: tuple[int, int, int] | None = None


def lines_outside_code(lines: Sequence[str]) -> Lines:
    """What of a text is no code."""
    found: list[tuple[int, str]] = []
    opened: tuple[int, re.Match[str]] | None = None
    for index, line in enumerate(lines):
        fence = _FENCE.match(line)
        if opened is not None:
            is_end = fence and fence["fence"].startswith(opened[1]["fence"]) and not fence["info"].strip()
            opened = None if is_end else opened
        elif fence:
            opened = index, fence
        elif len(line) <= MOST_CHARACTERS:
            found.append((index, _SPAN.sub(lambda span: " " * len(span[0]), line)))
    return Lines(tuple(found), (opened[0], *opened[1].span("fence")) if opened else None)
