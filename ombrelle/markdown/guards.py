"""Bounds that a text must keep so that its conversion ends soon; no text for people comes near them.

Python-Markdown's time grows with the square, or worse, of what these count. Each bound was set by
measuring the worst text that keeps it: at most about one second on a common machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

CHARACTERS = 200_000
LINES = 10_000

# What to count, and how often it may stand in a text.
_BOUNDS = (
    (re.compile(r"<[a-zA-Z]"), 2_000),
    (re.compile(r"<[!?]"), 100),
    (re.compile(r"\[\^"), 1_000),
    (re.compile(r"^[ ]{0,3}\*\[", re.MULTILINE), 200),
    (re.compile(r"^[ ]{0,3}:[ ]", re.MULTILINE), 500),
    (re.compile(r"\]:"), 1_000),
    (re.compile(r"[*_`]"), 20_000),
    # The title of an abbreviation is written out wherever it stands.
    (re.compile(r"^[ ]{0,3}\*\[[^\]\n]*\][ ]?:[ ]*\n?[^\n]{400}", re.MULTILINE), 0),
)


def too_long(text: str) -> bool:
    """Whether a text has more characters or lines than one text may have."""
    return len(text) > CHARACTERS or text.count("\n") >= LINES


def excesses(text: str) -> Iterator[int]:
    """The positions in the text, from 0, at which one of the bounds is passed."""
    for pattern, bound in _BOUNDS:
        for number, match in enumerate(pattern.finditer(text), start=1):
            if number > bound:
                yield match.start()
                break
