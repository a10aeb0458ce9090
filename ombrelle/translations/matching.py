"""Which of the things on the left is which of those on the right, though both lists were edited and moved.

Each function takes the pairs found so far, left index to right index, and gives them with more.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

Pairs = dict[int, int]

ALIKE = 0.5
"""The share of its words that a text keeps when it is edited; one that keeps fewer is another text."""

MOST_COMPARED = 4_000_000
"""Words to compare with words in one list: two thousand on each side were written anew, not edited."""

MOST_ORDERED = 1_000_000
"""Blocks to compare with blocks for their order; no text for people has a thousand of them."""

_WORDS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|\w+")
"""Words; a script without spaces has its characters for words."""


def same(left: Sequence[str], right: Sequence[str]) -> Pairs:
    """Those that are equal: first as they follow each other, then those that moved."""
    if left == right:
        return dict(zip(range(len(left)), range(len(right)), strict=True))
    pairs = _following(left, right)
    free: defaultdict[str, deque[int]] = defaultdict(deque)
    for index in _others(right, pairs.values()):
        free[right[index]].append(index)
    for index in _others(left, pairs):
        if free[left[index]]:
            pairs[index] = free[left[index]].popleft()
    return pairs


def alike(left: Sequence[str], right: Sequence[str], pairs: Mapping[int, int]) -> Pairs:
    """And those that kept most of their words, the most alike first."""
    lefts = {index: _WORDS.findall(left[index]) for index in _others(left, pairs)}
    rights = {index: _WORDS.findall(right[index]) for index in _others(right, pairs.values())}
    found = dict(pairs)
    if sum(map(len, lefts.values())) * sum(map(len, rights.values())) > MOST_COMPARED:
        return found
    ratios = [
        (-ratio, abs(one - other), one, other)
        for one, words in lefts.items()
        for other, others in rights.items()
        if (ratio := _ratio(words, others)) >= ALIKE
    ]
    taken = set(found.values())
    for _, _, one, other in sorted(ratios):
        if one not in found and other not in taken:
            found[one] = other
            taken.add(other)
    return found


def between(left: Sequence[str], right: Sequence[str], pairs: Mapping[int, int]) -> Pairs:
    """And those that stand between the same neighbours: by their shapes, which are given, then in order."""
    found = dict(pairs)
    back = {other: one for one, other in pairs.items()}
    free = list(_runs(len(right), back))
    for run in _runs(len(left), pairs):
        before, after = pairs.get(run.start - 1, -1), pairs.get(run.stop, len(right))
        facing = next((each for each in free if each.start - 1 == before or each.stop == after), None)
        if facing is not None:
            free.remove(facing)
            found.update(_in_order(left, right, run, facing))
    return found


def _following(left: Sequence[str], right: Sequence[str]) -> Pairs:
    """Those that are equal and follow each other on both sides."""
    if len(left) * len(right) > MOST_ORDERED:
        return {}
    blocks = SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
    return {block.a + offset: block.b + offset for block in blocks for offset in range(block.size)}


def _ratio(left: Sequence[str], right: Sequence[str]) -> float:
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    return matcher.ratio()


def _in_order(
    left: Sequence[str], right: Sequence[str], run: range, facing: range
) -> Iterator[tuple[int, int]]:
    if len(run) * len(facing) > MOST_ORDERED:
        yield from zip(run, facing, strict=False)
        return
    shapes = ([left[index] for index in run], [right[index] for index in facing])
    for tag, start, end, other, last in SequenceMatcher(None, *shapes, autojunk=False).get_opcodes():
        if tag in {"equal", "replace"}:
            yield from zip(run[start:end], facing[other:last], strict=False)


def _others(items: Sequence[str], taken: Iterable[int]) -> Iterator[int]:
    known = set(taken)
    return (index for index in range(len(items)) if index not in known)


def _runs(length: int, taken: Mapping[int, int]) -> Iterator[range]:
    """The stretches of indexes that are not taken."""
    start = 0
    for index in (*sorted(taken), length):
        if start < index:
            yield range(start, index)
        start = index + 1
