"""Where the names of points stand on a map so that none covers another, nor a point.

The browser's fonts are not known when the page is made: widths are estimated by letter, a little large.
Lengths are units of the map's view box, y downwards.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Anchor = Literal["start", "middle", "end"]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

LEADING = 1.15
"""From one line of a name to the next, in sizes of the letters."""

_ASCENT, _DESCENT = 0.86, 0.3  # of the size: from the base line to the edges of a line
_ARABIC = 0.95, 0.45  # the same where letters reach higher and lower
_GAP = 0.3  # of the size: between a point and its name
_APART = 3.0  # units: between two names
_ROUNDS = 6
_CLASH = 100.0
_OVER = 8.0  # a name over a town of some district
_SIDES: tuple[tuple[int, int, float], ...] = (
    (1, 0, 0.0),
    (-1, 0, 1.0),
    (0, -1, 1.5),
    (0, 1, 1.5),
    (1, -1, 2.0),
    (1, 1, 2.0),
    (-1, -1, 2.5),
    (-1, 1, 2.5),
)
"""Across and down from the point, with what each costs: beside it on the right is best."""

_NARROW = frozenset("iljtfrI.,'’-·!|() ")
_BROAD = frozenset("mwMWÆŒæœ@%")


@dataclass(frozen=True, slots=True)
class Spot:
    """A point that wants a name: where it is, its radius, the names that would do, the best first."""

    x: float
    y: float
    radius: float
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """A name in its lines: from the point to the base line of the first, and which end of it stands there."""

    lines: tuple[str, ...]
    dx: float
    dy: float
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class _Choice:
    label: Label
    box: Box
    cost: float


def text_width(text: str, size: float) -> float:
    """How wide a text stands at most in half-bold letters of a size, estimated."""
    return round(sum(_advance(character) for character in text) * size, 2)


def label_box(at: tuple[float, float], label: Label, size: float) -> Box:
    """What a label of a point covers."""
    width = max(text_width(line, size) for line in label.lines)
    left = at[0] + label.dx - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    ascent, height = _heights(label.lines, size)
    top = at[1] + label.dy - ascent
    return left, top, left + width, top + height


@lru_cache(64)
def place_labels(
    spots: tuple[Spot, ...], size: float, frame: Box, taken: tuple[Box, ...] = (), towns: tuple[Box, ...] = ()
) -> tuple[Label | None, ...]:
    """A place for the name of each spot within the frame, None where there is none without a clash.

    `taken` is where no name may stand, `towns` where it had better not. Every name first takes the place that
    costs it least; then each in turn looks again at those of the others, until none moves.
    """
    hindrances = [*taken, *(_around(spot) for spot in spots)]
    choices = [list(_choices(spot, size, frame, hindrances, towns)) for spot in spots]
    chosen = [min(each, key=lambda choice: choice.cost, default=None) for each in choices]
    for _ in range(_ROUNDS):
        before = list(chosen)
        for index, each in enumerate(choices):
            others = [other.box for at, other in enumerate(chosen) if other and at != index]
            chosen[index] = min(each, key=lambda choice: _cost(choice, others), default=None)
        if chosen == before:
            break
    return tuple(_without_clash(chosen))


def _without_clash(chosen: Sequence[_Choice | None]) -> Iterator[Label | None]:
    """The labels in their order; one that would still cover an earlier one is left out."""
    kept: list[Box] = []
    for choice in chosen:
        clashes = choice is None or any(overlap(choice.box, box) for box in kept)
        if choice and not clashes:
            kept.append(choice.box)
        yield choice.label if choice and not clashes else None


def _choices(
    spot: Spot, size: float, frame: Box, hindrances: Iterable[Box], towns: Sequence[Box]
) -> Iterator[_Choice]:
    forms = [(lines, rank) for rank, name in enumerate(spot.names) for lines in _forms(name)]
    for lines, rank in forms:
        for across, down, cost in _SIDES:
            label, box = _placed(spot, lines, size, across, down)
            if _inside(box, frame) and not any(overlap(box, other) for other in hindrances):
                over = sum(overlap(box, town) for town in towns) * _OVER
                yield _Choice(label, box, cost + over + 9 * rank + 1.2 * (len(lines) - 1))


def _forms(name: str) -> Iterator[tuple[str, ...]]:
    """A name on one line, then on two, cut where they differ least."""
    yield (name,)
    cuts = [at for at, character in enumerate(name) if character in " ・" and 0 < at < len(name) - 1]
    if cuts:
        at = min(cuts, key=lambda cut: (abs(2 * cut - len(name)), cut))
        yield name[: at + (name[at] == "・")], name[at + 1 :]


def _placed(spot: Spot, lines: tuple[str, ...], size: float, across: int, down: int) -> tuple[Label, Box]:
    width = max(text_width(line, size) for line in lines)
    ascent, height = _heights(lines, size)
    # On a slant the name may come nearer: the circle leaves the corner free.
    reach = (spot.radius + _GAP * size) * (0.82 if across and down else 1)
    dx = across * reach
    top = {-1: -reach - height, 0: -height / 2, 1: reach}[down]
    left = {-1: dx - width, 0: -width / 2, 1: dx}[across]
    anchors: dict[int, Anchor] = {-1: "end", 0: "middle", 1: "start"}
    label = Label(lines, round(dx, 1), round(top + ascent, 1), anchors[across])
    box = (spot.x + left, spot.y + top, spot.x + left + width, spot.y + top + height)
    return label, box


def _heights(lines: Sequence[str], size: float) -> tuple[float, float]:
    """From the upper edge of a label to its first base line, and to its lower edge."""
    is_arabic = any(unicodedata.bidirectional(letter) == "AL" for line in lines for letter in line)
    ascent, descent = _ARABIC if is_arabic else (_ASCENT, _DESCENT)
    return ascent * size, (ascent + descent + LEADING * (len(lines) - 1)) * size


def _cost(choice: _Choice, others: Iterable[Box]) -> float:
    return choice.cost + _CLASH * sum(overlap(choice.box, box) for box in others)


def _around(spot: Spot) -> Box:
    return spot.x - spot.radius, spot.y - spot.radius, spot.x + spot.radius, spot.y + spot.radius


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes cover each other, or nearly."""
    return (
        one[0] < other[2] + _APART
        and other[0] < one[2] + _APART
        and one[1] < other[3] + _APART
        and other[1] < one[3] + _APART
    )


def _inside(box: Box, frame: Box) -> bool:
    return box[0] >= frame[0] and box[1] >= frame[1] and box[2] <= frame[2] and box[3] <= frame[3]


def _advance(character: str) -> float:
    """How wide a letter is, in sizes."""
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.02
    if unicodedata.bidirectional(character) == "AL":
        return 0.62
    base = unicodedata.normalize("NFD", character)[0]
    if base in _NARROW:
        return 0.38
    if base in _BROAD:
        return 0.98
    return 0.74 if base.isupper() else 0.62
