"""The ground around a few places: which window of the country a local map shows, and the departments in it.

Lengths are hectometres of a zone, x eastwards and y southwards: the mainland's zone is Lambert-93, each
region overseas has one of its own, equirectangular and true on the parallel of its origin. On the mainland
the scale of Lambert-93 is true to 0.3 %.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from itertools import pairwise
from typing import Any

from ombrelle.earth import EARTH_KM
from ombrelle.theme.projection import MapGeometry, Point, lambert93

WIDTH, HEIGHT = 800, 600
"""Of every local map, in units of its view box."""

_ROOM = 1.5  # how much wider the window is than what it must show
_ISLAND = 1.25  # the same around a whole region
_NARROWEST = 1300.0  # hectometres: closer, there is hardly an outline to be seen, and those are coarse
_EDGE = 12.0  # units around the view box where outlines are cut, so that no cut is seen
_SEEN = 25_000.0  # square units: of a smaller part the name would say little
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500)
_LONGEST = 0.3  # of the width: the bar of the scale
_LAND = "#8793ab"
"""A mid grey, which reads on light and on dark."""


@dataclass(frozen=True, slots=True)
class Department:
    """A department: its INSEE code and name, its zone, its closed rings, the largest first."""

    code: str
    name: str
    zone: str
    rings: tuple[tuple[Point, ...], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """The departments of the country, and the origin of each zone: latitude and longitude in degrees."""

    origins: Mapping[str, Point]
    departments: tuple[Department, ...]
    source: str
    """Whose geometry it is and under which licence."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Ground:
        """What scripts/prepare_map.py wrote; KeyError or ValueError when something is missing."""
        return cls(
            {zone["region"]: (zone["origin"][0], zone["origin"][1]) for zone in data["zones"]},
            tuple(
                Department(
                    item["code"], item["name"], item["zone"], tuple(_pairs(ring) for ring in item["rings"])
                )
                for item in data["departments"]
            ),
            data["source"],
        )

    def place(self, zone: str, lat: float, lon: float) -> Point:
        """Where a latitude and longitude in degrees falls in a zone."""
        if not zone:
            easting, northing = lambert93(lat, lon)
            return easting / 100, -northing / 100
        origin = self.origins[zone]
        degree = math.radians(EARTH_KM * 10)
        return degree * math.cos(math.radians(origin[0])) * (lon - origin[1]), degree * (origin[0] - lat)


@dataclass(frozen=True, slots=True)
class Window:
    """What a local map shows: its zone, the ground of its north-west corner, and units for one hectometre."""

    zone: str
    corner: Point
    scale: float

    def project(self, at: Point) -> Point:
        """A place on the ground in units of the view box, to 0.1."""
        return round((at[0] - self.corner[0]) * self.scale, 1), round(
            (at[1] - self.corner[1]) * self.scale, 1
        )

    @property
    def bar(self) -> tuple[int, float]:
        """The bar of the scale: kilometres, a round number of them, and its length in units."""
        fitting = [step for step in _STEPS if step * 10 * self.scale <= WIDTH * _LONGEST]
        kilometres = fitting[-1] if fitting else _STEPS[0]
        return kilometres, round(kilometres * 10 * self.scale, 1)


def window_on(ground: Ground, france: MapGeometry, places: Sequence[Point]) -> Window | None:
    """The window on places by latitude and longitude in degrees, around those in the zone of the first.

    None where the first is not in the country.
    """
    zones = [_zone(france, place) for place in places]
    if not zones or zones[0] is None:
        return None
    shown = [
        ground.place(zones[0], *place) for place, zone in zip(places, zones, strict=True) if zone == zones[0]
    ]
    narrowest = _NARROWEST
    if zones[0]:
        # A region overseas is shown whole.
        rings = [found.rings for found in ground.departments if found.zone == zones[0]]
        shown = [point for each in rings for ring in each for point in ring]
        narrowest = 0.0
    west, east = min(x for x, _ in shown), max(x for x, _ in shown)
    north, south = min(y for _, y in shown), max(y for _, y in shown)
    room = _ROOM if not zones[0] else _ISLAND
    width = max((east - west) * room, (south - north) * room * WIDTH / HEIGHT, narrowest)
    corner = (west + east - width) / 2, (north + south - width * HEIGHT / WIDTH) / 2
    return Window(zones[0], (round(corner[0], 1), round(corner[1], 1)), round(WIDTH / width, 6))


def frame_in(window: Window, france: MapGeometry) -> tuple[float, float, float, float]:
    """Where a window lies on the map of the country: x, y, width, height in units of that map's view box."""
    if window.zone:
        return next(inset.frame for inset in france.insets if inset.region == window.zone)
    scale, (left, top) = france.mainland.scale * 100, france.mainland.offset
    x, y = left + scale * window.corner[0], top + scale * window.corner[1]
    across = scale / window.scale
    return round(x, 1), round(y, 1), round(across * WIDTH, 1), round(across * HEIGHT, 1)


@lru_cache(maxsize=1024)
def names_on(ground: Ground, window: Window) -> tuple[tuple[str, Point], ...]:
    """The departments of which a good part is seen, each with the middle of that part.

    Kept, since each language shows the same window.
    """
    return tuple(_names_on(ground, window))


def _names_on(ground: Ground, window: Window) -> Iterator[tuple[str, Point]]:
    for department in ground.departments:
        if department.zone == window.zone:
            ring = _cut([window.project(point) for point in department.rings[0]])
            area, middle = _middle(ring)
            if area >= _SEEN:
                yield department.name, middle


def _middle(ring: Sequence[Point]) -> tuple[float, Point]:
    """The area and the centroid of a ring, by the shoelace formula."""
    pairs = list(zip([*ring[-1:], *ring[:-1]], ring, strict=True))
    twice = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)
    if not twice:
        return 0.0, (0.0, 0.0)
    x = sum((x1 + x2) * (x1 * y2 - x2 * y1) for (x1, y1), (x2, y2) in pairs) / (3 * twice)
    y = sum((y1 + y2) * (x1 * y2 - x2 * y1) for (x1, y1), (x2, y2) in pairs) / (3 * twice)
    return abs(twice) / 2, (round(x, 1), round(y, 1))


def draw_ground(ground: Ground, window: Window) -> str:
    """The departments within a window as an SVG of their outlines, lightly."""
    drawn = "".join(
        f'<path d="{path}"/>'
        for department in ground.departments
        if department.zone == window.zone and (path := _path(department, window))
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f"<desc>{escape(ground.source)}</desc>"
        f'<g fill="{_LAND}" fill-opacity=".24" stroke="{_LAND}" stroke-opacity=".6" stroke-width="1.5"'
        f' stroke-linejoin="round">{drawn}</g></svg>\n'
    )


def _zone(france: MapGeometry, place: Point) -> str | None:
    """The zone of a latitude and longitude; None off the map."""
    inset = next((inset.region for inset in france.insets if inset.shows(*place)), None)
    return inset or ("" if france.project(*place) else None)


def _path(department: Department, window: Window) -> str:
    rings = (_cut([window.project(point) for point in ring]) for ring in department.rings)
    return "".join(_ring_path(ring) for ring in rings if len(ring) > 2)


def _ring_path(ring: Sequence[Point]) -> str:
    """A ring in whole units: one absolute move, then relative lines."""
    points = [(round(x), round(y)) for x, y in ring]
    lines = [(c - a, d - b) for (a, b), (c, d) in pairwise(points) if (a, b) != (c, d)]
    moves = " ".join(f"{x} {y}" for x, y in lines)
    return f"M{points[0][0]} {points[0][1]}l{moves}z".replace(" -", "-") if len(lines) > 1 else ""


def _cut(ring: Iterable[Point]) -> list[Point]:
    """What of a ring lies within the view box and a little around it.

    Sutherland and Hodgman, "Reentrant Polygon Clipping", Communications of the ACM 17 (1974): one side of the
    box after the other.
    """
    found = list(ring)
    for axis, limit, sign in (
        (0, -_EDGE, 1),
        (0, WIDTH + _EDGE, -1),
        (1, -_EDGE, 1),
        (1, HEIGHT + _EDGE, -1),
    ):
        found = list(_cut_side(found, axis, limit, sign))
    return found


def _cut_side(ring: Sequence[Point], axis: int, limit: float, sign: int) -> Iterator[Point]:
    for before, here in zip([*ring[-1:], *ring[:-1]], ring, strict=True):
        was_inside, is_inside = ((point[axis] - limit) * sign >= 0 for point in (before, here))
        if was_inside != is_inside:
            share = (limit - before[axis]) / (here[axis] - before[axis])
            other = before[1 - axis] + share * (here[1 - axis] - before[1 - axis])
            yield (limit, other) if axis == 0 else (other, limit)
        if is_inside:
            yield here


def _pairs(numbers: Sequence[float]) -> tuple[Point, ...]:
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))
