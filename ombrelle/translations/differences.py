"""What differs between two texts, word by word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_TOKENS = re.compile(r"\s+|[\u3040-\u30ff\u3400-\u9fff]|\w+|[^\w\s]")

MOST_COMPARED = 4_000_000
"""Words and spaces to compare with each other; paragraphs of a thousand words are shown whole."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text, and whether the other text lacks it."""

    text: str
    is_changed: bool


def differences(then: str, now: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Both texts in spans: what was taken away is changed in the one, what was added in the other."""
    old, new = _TOKENS.findall(then), _TOKENS.findall(now)
    if len(old) * len(new) > MOST_COMPARED:
        return (Span(then, is_changed=True),), (Span(now, is_changed=True),)
    opcodes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    runs = [(tag == "equal", "".join(old[a:b]), "".join(new[c:d])) for tag, a, b, c, d in opcodes]
    joined = _joined(runs)
    return (
        tuple(Span(one, not same) for same, one, _ in joined if one),
        tuple(Span(other, not same) for same, _, other in joined if other),
    )


def _joined(runs: Sequence[tuple[bool, str, str]]) -> list[tuple[bool, str, str]]:
    """The runs, those that only a space parts as one: words are read together."""
    found: list[tuple[bool, str, str]] = []
    for index, (same, one, other) in enumerate(runs):
        is_between = not one.strip() and 0 < index < len(runs) - 1
        run = (same and not is_between, one, other)
        if found and found[-1][0] == run[0]:
            _, before, also = found.pop()
            run = (run[0], before + one, also + other)
        found.append(run)
    return found


def on_one_line(text: str) -> str:
    """A text without its wrapping; the lines of code stay."""
    return text if text.startswith(("```", "~~~")) else " ".join(text.split())
