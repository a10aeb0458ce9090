"""Titles broken into lines of nearly one length, where their language lets a line end."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

_NO_BREAK = set("\u00a0\u202f\u2011")

# JIS X 4051: what may not begin a line, and what may not end one.
_CLOSING = set("、。，．・：；？！）〕］｝〉》」』】％‥…")
_SMALL = set("ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ")
_NOT_FIRST = _CLOSING | _SMALL | set("゛゜ヽヾゝゞ々ー‰゠–＝～")
_NOT_LAST = set("（〔［｛〈《「『【＃￥＄")

_AFTER_PARTICLE, _BETWEEN_SCRIPTS, _IN_COMPOUND, _BEFORE_PARTICLE, _IN_WORD = 0.0, 0.05, 0.25, 0.5, 2.0
"""What a break costs in a text without spaces, beside the square of the room that lines leave empty."""
_TOO_MUCH = 1.0
"""What no break of a title may cost as long as the title can be set smaller."""
_LEANING = set("·•:;!?»/–—|")
"""Signs between spaces that stay with the word before them."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What stays on one line: its text, and what it costs to begin a new line after it."""

    text: str
    cost: float = 0.0


def pieces(text: str) -> list[Piece]:
    """The pieces of a line of text: words with their space, and ideographs one by one."""
    words: list[str] = []
    for word in re.findall(r"[^ ]+ ?", text):
        if words and word[0] in _LEANING:
            words[-1] += word
        else:
            words.append(word)
    return [piece for word in words for piece in _within(word)]


def balanced(
    text: str, measure: Callable[[str], float], wide: float, most: int, *, anywhere: bool = False
) -> list[str] | None:
    """The fewest lines of a text that are at most `wide`, as even as can be; None for more than `most`.

    `anywhere` lets a line end within a word of katakana.
    """
    parts = pieces(text)
    if not anywhere:
        parts = _joined(parts)
    for count in range(1, most + 1):
        lines = _in_lines(parts, measure, wide, count)
        if lines:
            return lines
    return None


def _joined(parts: Sequence[Piece]) -> list[Piece]:
    """The pieces without the breaks that cost too much."""
    found: list[Piece] = []
    for part in parts:
        before = found.pop().text if found and found[-1].cost >= _TOO_MUCH else ""
        found.append(Piece(before + part.text, part.cost))
    return found


def _in_lines(parts: Sequence[Piece], measure: Callable[[str], float], wide: float, count: int) -> list[str]:
    """The best way to set pieces in so many lines; none where they do not fit."""
    ends = len(parts)
    widths = [measure(part.text) for part in parts]
    best: list[list[tuple[float, int] | None]] = [[None] * (ends + 1) for _ in range(count + 1)]
    best[0][0] = (0.0, 0)
    for line in range(1, count + 1):
        for end in range(1, ends + 1):
            best[line][end] = _best_start(best[line - 1], parts, widths, end, wide, end == ends)
    return _traced(best, parts, count)


def _best_start(
    before: Sequence[tuple[float, int] | None],
    parts: Sequence[Piece],
    widths: Sequence[float],
    end: int,
    wide: float,
    is_last: bool,
) -> tuple[float, int] | None:
    """What it costs at least to end a line after `end` pieces, and with which piece the line begins."""
    found: tuple[float, int] | None = None
    length = 0.0
    for start in range(end - 1, -1, -1):
        length += widths[start]
        if length > wide:
            break
        known = before[start]
        if known is None:
            continue
        cost = known[0] + ((wide - length) / wide) ** 2 + (0.0 if is_last else parts[end - 1].cost)
        if found is None or cost < found[0]:
            found = (cost, start)
    return found


def _traced(
    best: Sequence[Sequence[tuple[float, int] | None]], parts: Sequence[Piece], count: int
) -> list[str]:
    lines: list[str] = []
    end = len(parts)
    for line in range(count, 0, -1):
        known = best[line][end]
        if known is None:
            return []
        lines.insert(0, "".join(part.text for part in parts[known[1] : end]).strip(" "))
        end = known[1]
    return lines


def _within(word: str) -> list[Piece]:
    """A word that ends with its space; it may be broken after a hyphen, and between ideographs and kana."""
    found: list[Piece] = []
    begin = 0
    for index, (one, two) in enumerate(pairwise(word), 1):
        cost = _cost(one, two)
        if cost is not None:
            found.append(Piece(word[begin:index], cost))
            begin = index
    return [*found, Piece(word[begin:])]


def _cost(one: str, two: str) -> float | None:
    """What a break between two characters costs; None where there may be none."""
    if two == " " or {one, two} & _NO_BREAK or one in _NOT_LAST or two in _NOT_FIRST:
        return None
    if one in "-–" and two.isalpha():
        return _IN_COMPOUND
    left, right = _script(one), _script(two)
    if left == right == "latin":
        return None
    if one in _CLOSING or two in _NOT_LAST:
        return _AFTER_PARTICLE
    return _cost_between(left, right)


def _cost_between(left: str, right: str) -> float:
    """What a break between letters of two scripts costs: a word is seldom written in two."""
    if left != right:
        after = _BEFORE_PARTICLE if right == "hiragana" else _BETWEEN_SCRIPTS
        return _AFTER_PARTICLE if left == "hiragana" else after
    return {"ideograph": _IN_COMPOUND, "hiragana": _BEFORE_PARTICLE}.get(left, _IN_WORD)


def _script(character: str) -> str:
    """hiragana, katakana, ideograph, or latin for all scripts that have spaces between words."""
    name = unicodedata.name(character, "")
    if name.startswith("HIRAGANA"):
        return "hiragana"
    if name.startswith("KATAKANA"):
        return "katakana"
    return "ideograph" if name.startswith(("CJK", "IDEOGRAPHIC", "FULLWIDTH")) else "latin"
