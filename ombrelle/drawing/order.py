"""The order in which a mixed line is seen: the Unicode bidirectional algorithm, UAX #9."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from bidi import algorithm

_RIGHT_TO_LEFT = {"R", "AL", "AN", "RLE", "RLO"}
_BREAKS = re.compile(r"[ \t\r\n]+")
_OPENING = {"(": ")", "[": "]", "{": "}", "﴾": "﴿"}
_JOINERS = "\u200c\u200d"


def plain(text: str) -> str:
    """A text as one composed line, without the characters that only steer layout; spaces keep their kind."""
    line = _BREAKS.sub(" ", unicodedata.normalize("NFC", text)).strip()
    return "".join(c for c in line if c in _JOINERS or unicodedata.category(c) not in {"Cc", "Cf"})


def levels(text: str, base: int) -> list[int]:
    """The embedding level of each character of a `plain` text in a line of level `base`: odd is leftward."""
    if base == 0 and not any(unicodedata.bidirectional(c) in _RIGHT_TO_LEFT for c in text):
        return [0] * len(text)
    storage: dict[str, Any] = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels("".join(c for c in text if c not in _JOINERS), storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    _pair_brackets(storage["chars"], base)
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    known = iter(char["level"] for char in storage["chars"])
    found: list[int] = []
    for character in text:
        found.append((found or [base])[-1] if character in _JOINERS else next(known))
    return found


def _pair_brackets(characters: Sequence[dict[str, Any]], base: int) -> None:
    """Rule N0, which the library leaves out: both brackets of a pair have one direction."""
    opened: list[int] = []
    for index, character in enumerate(characters):
        if character["ch"] in _OPENING:
            opened.append(index)
        elif opened and character["ch"] == _OPENING.get(characters[opened[-1]]["ch"]):
            start = opened.pop()
            way = _way_of_brackets(characters, start, index, base)
            if way:
                characters[start]["type"] = character["type"] = way


def _way_of_brackets(characters: Sequence[dict[str, Any]], start: int, end: int, base: int) -> str:
    """The direction of a pair of brackets: "L" or "R", or "" where nothing in it has one."""
    own, inside = "LR"[base], _strong(characters[start + 1 : end])
    if own in inside:
        return own
    if not inside:
        return ""
    before = _strong(characters[:start])
    return (before or [own])[-1]


def _strong(characters: Sequence[dict[str, Any]]) -> list[str]:
    """The directions of letters and numbers; numbers count as leftward."""
    ways = {"L": "L", "R": "R", "AL": "R", "EN": "R", "AN": "R"}
    return [ways[character["type"]] for character in characters if character["type"] in ways]


def visual_runs(text: str, base: int) -> list[tuple[str, bool]]:
    """The pieces of a `plain` text of one direction each, from left to right, and whether each is leftward.

    The characters of a piece are in the order in which they are read: a shaper turns them around.
    """
    found = levels(text, base)
    pieces = []
    for level, group in groupby(range(len(text)), key=found.__getitem__):
        pieces.append((level, "".join(text[i] for i in group)))
    return [(piece, level % 2 == 1) for level, piece in _reordered(pieces)]


def _reordered(pieces: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """Rule L2: from the highest level down to the lowest odd one, turn around what is at it or above."""
    order = list(pieces)
    for level in range(max((level for level, _ in order), default=0), 0, -1):
        turned: list[tuple[int, str]] = []
        for above, group in groupby(order, key=lambda piece: piece[0] >= level):
            same = list(group)
            turned += same[::-1] if above else same
        order = turned
    return order
