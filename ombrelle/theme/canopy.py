"""The ribs from a district's seat to its towns, with the fabric between: the umbrella drawn on the map."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from ombrelle.theme.projection import Point

_WIDEST = 150.0  # degrees between two ribs: fabric is not stretched over more
_SAG = 0.24  # how deeply the edge of the fabric bends towards the seat


def canopy(seat: Point, towns: Sequence[Point]) -> str:
    """SVG path data, to be stroked and filled: nothing without towns, a single rib for one."""
    tips = sorted(set(towns) - {seat}, key=lambda town: (_bearing(seat, town), town))
    ring = [*tips, *tips[:1]] if len(tips) > 2 else tips
    panels = [(a, b) for a, b in pairwise(ring) if _turn(seat, a, b) <= _WIDEST]
    if len(tips) == 2 and not panels and _turn(seat, tips[1], tips[0]) <= _WIDEST:
        panels = [(tips[1], tips[0])]
    covered = {tip for panel in panels for tip in panel}
    ribs = "".join(f"M{_at(seat)}L{_at(tip)}" for tip in tips if tip not in covered)
    return "".join(_panel(seat, a, b) for a, b in panels) + ribs


def _panel(seat: Point, a: Point, b: Point) -> str:
    middle = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
    bend = tuple(m + (s - m) * _SAG * 2 for m, s in zip(middle, seat, strict=True))
    return f"M{_at(seat)}L{_at(a)}Q{bend[0]:.1f} {bend[1]:.1f} {_at(b)}z"


def _bearing(seat: Point, town: Point) -> float:
    return round(math.degrees(math.atan2(town[0] - seat[0], seat[1] - town[1])) % 360, 6)


def _turn(seat: Point, a: Point, b: Point) -> float:
    """Degrees clockwise from one rib to the next."""
    return (_bearing(seat, b) - _bearing(seat, a)) % 360


def _at(point: Point) -> str:
    return f"{point[0]:g} {point[1]:g}"
