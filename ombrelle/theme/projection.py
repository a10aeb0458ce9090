"""Where a place falls on the map of France: Lambert-93 for the mainland, insets for the regions overseas."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

Point = tuple[float, float]
Box = tuple[float, float, float, float]

_ECCENTRICITY = 0.0818191910428158  # GRS 80, first eccentricity
_N = 0.7256077650
_C = 11754255.426
_POLE = (700000.0, 12655612.050)
_CENTRAL_MERIDIAN = 3.0

_FARTHEST = 89.0  # degrees, north or south: at the poles the projection has no value


@dataclass(frozen=True, slots=True)
class Region:
    """A region as drawn: its INSEE code, its French name, its SVG path data in the units of the view box."""

    code: str
    name: str
    path: str


@dataclass(frozen=True, slots=True)
class Inset:
    """An overseas region in its frame: equirectangular, true on the region's middle parallel."""

    region: str
    """INSEE code."""
    frame: Box
    """x, y, width, height in the units of the view box."""
    bounds: Box
    """West, south, east, north in degrees: what the frame shows."""
    origin: Point
    """Where the bounds' north-west corner falls."""
    scale: Point
    """Units of the view box for one degree of longitude, of latitude."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Inset:
        """The inset written in the map's file; KeyError or ValueError when something is missing."""
        (left, top), (across, down) = data["origin"], data["scale"]
        return cls(data["region"], _box(data["frame"]), _box(data["bounds"]), (left, top), (across, down))

    def shows(self, lat: float, lon: float) -> bool:
        """Whether a latitude and longitude in degrees lie within the bounds."""
        west, south, east, north = self.bounds
        return south <= lat <= north and west <= lon <= east

    def project(self, lat: float, lon: float) -> Point:
        """The place of a latitude and longitude in degrees, in the units of the view box."""
        west, _, _, north = self.bounds
        return self.origin[0] + self.scale[0] * (lon - west), self.origin[1] + self.scale[1] * (north - lat)


@dataclass(frozen=True, slots=True)
class Mainland:
    """The Continent and Corsica: how Lambert-93 metres become units of the view box, and where."""

    scale: float
    """Units of the view box for one metre."""
    offset: Point
    """Where easting 0, northing 0 falls."""
    outlines: tuple[tuple[Point, ...], ...]
    """Closed rings, in the units of the view box, a little outside the coasts and the borders."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Mainland:
        """The mainland written in the map's file; KeyError or ValueError when something is missing."""
        left, top = data["offset"]
        outlines = tuple(tuple((x, y) for x, y in ring) for ring in data["outlines"])
        return cls(data["scale"], (left, top), outlines)

    def shows(self, point: Point) -> bool:
        """Whether a point of the view box is on this land."""
        return any(_encloses(ring, point) for ring in self.outlines)

    def project(self, lat: float, lon: float) -> Point:
        """The place of a latitude and longitude in degrees, in the units of the view box."""
        easting, northing = lambert93(lat, lon)
        return self.offset[0] + self.scale * easting, self.offset[1] - self.scale * northing


@dataclass(frozen=True, slots=True)
class MapGeometry:
    """The map of France that a theme draws, and where a place falls on it."""

    view_box: Box
    """x, y, width, height of the SVG."""
    regions: tuple[Region, ...]
    insets: tuple[Inset, ...]
    mainland: Mainland
    source: str
    """Whose geometry it is and under which licence, to be shown with the map."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> MapGeometry:
        """The map that scripts/prepare_map.py wrote; KeyError or ValueError when something is missing."""
        return cls(
            view_box=_box(data["view_box"]),
            regions=tuple(Region(item["code"], item["name"], item["path"]) for item in data["regions"]),
            insets=tuple(Inset.from_dict(item) for item in data["insets"]),
            mainland=Mainland.from_dict(data["mainland"]),
            source=data["source"],
        )

    def project(self, lat: float, lon: float) -> Point | None:
        """The place of a latitude and longitude (WGS 84, degrees) in the view box, to 0.1; None off the map.

        A place a little outside the coast or the border still counts, because drawn coasts are coarser than
        coordinates; a place farther out does not, lest one in Spain should fall into an inset.
        """
        if abs(lat) > _FARTHEST:
            return None
        inset = next((inset for inset in self.insets if inset.shows(lat, lon)), None)
        x, y = (inset or self.mainland).project(lat, lon)
        return (round(x, 1), round(y, 1)) if inset or self.mainland.shows((x, y)) else None


def lambert93(lat: float, lon: float) -> Point:
    """Easting and northing in metres (RGF93 / Lambert-93, EPSG:2154) of a latitude and longitude in degrees.

    Lambert's conformal conic projection, by the constants n, C, Xs, Ys that IGN publishes for Lambert-93 and
    its algorithms ALG0001 (isometric latitude) and ALG0003 (geographic to plane): technical note NT/G 71,
    "Projection cartographique conique conforme de Lambert". WGS 84 stands for RGF93: they differ by less than
    a metre. Latitudes strictly between the poles.
    """
    sine = math.sin(math.radians(lat))
    isometric = math.atanh(sine) - _ECCENTRICITY * math.atanh(_ECCENTRICITY * sine)
    radius = _C * math.exp(-_N * isometric)
    angle = _N * math.radians(lon - _CENTRAL_MERIDIAN)
    return _POLE[0] + radius * math.sin(angle), _POLE[1] - radius * math.cos(angle)


def _box(numbers: Sequence[float]) -> Box:
    a, b, c, d = numbers
    return a, b, c, d


def _encloses(ring: tuple[Point, ...], point: Point) -> bool:
    """Whether a closed ring goes around a point: a ray to the right crosses it an odd number of times."""
    x, y = point
    crossings = 0
    for (x1, y1), (x2, y2) in pairwise((*ring, ring[0])):
        if (y1 > y) != (y2 > y):
            crossings += x < x1 + (y - y1) * (x2 - x1) / (y2 - y1)
    return crossings % 2 == 1
