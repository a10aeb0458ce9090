"""Places fall where the official projection puts them, and only on the map."""

from __future__ import annotations

import json
import math
import re
from itertools import product
from pathlib import Path

import pytest
from pyproj import Transformer

from ombrelle.theme.projection import MapGeometry, lambert93

MAP = Path(__file__).parents[2] / "themes" / "marque-ombrelle" / "map" / "france.json"
SAINT_DENIS = (-20.8823, 55.4504)
SEATS = {
    "paris": (48.8534, 2.3488),
    "lyon": (45.7491, 4.8479),
    "aix-marseille": (43.2970, 5.3811),
    "bordeaux": (44.8412, -0.5805),
    "grenoble-alpes": (45.1787, 5.7148),
    "lille": (50.6339, 3.0551),
    "nantes": (47.2172, -1.5534),
    "rennes-saint-malo": (48.1111, -1.6743),
    "montpellier": (43.6109, 3.8763),
    "toulouse": (43.6043, 1.4437),
    "brest": (48.3903, -4.4863),
    "cote-d-azur": (43.7031, 7.2661),
    "lorraine": (48.6844, 6.1850),
    "normandie": (49.4431, 1.0993),
    "strasbourg": (48.5839, 7.7455),
    "la-reunion": SAINT_DENIS,
}
ELSEWHERE = {
    "the North Pole": (90.0, 2.0),
    "a step from the South Pole": (-89.9999999, 0.0),
    "Tokyo": (35.68, 139.69),
    "London": (51.51, -0.13),
    "Madrid": (40.42, -3.70),
    "Santander, under an inset": (43.46, -3.81),
    "Barcelona": (41.39, 2.17),
    "Milan": (45.46, 9.19),
    "Port Louis": (-20.16, 57.50),
    "the South Pole": (-89.99, 0.0),
}


@pytest.fixture(scope="module")
def france() -> MapGeometry:
    return MapGeometry.from_dict(json.loads(MAP.read_text(encoding="utf-8")))


def test_lambert93_is_epsg_2154() -> None:
    """From Ouessant to Bonifacio, the projection is within a millimetre of PROJ's EPSG:2154."""
    official = Transformer.from_crs("EPSG:4171", "EPSG:2154", always_xy=True)
    for lat, lon in product((41.3, 43.0, 45.5, 46.5, 48.0, 51.1), (-5.2, -2.0, 0.0, 3.0, 6.5, 9.6)):
        assert math.dist(lambert93(lat, lon), official.transform(lon, lat)) < 1e-3


@pytest.mark.parametrize("seat", SEATS)
def test_every_seat_is_on_the_map(france: MapGeometry, seat: str) -> None:
    """The seat of each district falls within the view box."""
    place = france.project(*SEATS[seat])
    assert place is not None
    assert _within(france.view_box, place)


def test_scale_is_the_same_everywhere_on_the_mainland(france: MapGeometry) -> None:
    """Lille and Perpignan, Brest and Strasbourg, are as far apart on the map as on the ground."""
    for (here, there), kilometres in {
        ((50.6339, 3.0551), (42.6976, 2.8954)): 882,
        ((48.3903, -4.4863), (48.5839, 7.7455)): 903,
    }.items():
        a, b = france.project(*here), france.project(*there)
        assert a is not None
        assert b is not None
        assert math.dist(a, b) / france.mainland.scale / 1000 == pytest.approx(kilometres, rel=0.005)


def test_overseas_place_is_in_its_own_inset(france: MapGeometry) -> None:
    """Saint-Denis falls in the north of La Réunion's frame, and in no other frame."""
    place = france.project(*SAINT_DENIS)
    assert place is not None
    assert [inset.region for inset in france.insets if _within(inset.frame, place)] == ["04"]
    _, y, _, height = next(inset.frame for inset in france.insets if inset.region == "04")
    assert place[1] < y + height / 4


def test_coast_coarser_than_coordinates(france: MapGeometry) -> None:
    """Towns that the simplified coast leaves in the sea are on the map: Toulon, Ajaccio, Mamoudzou."""
    for lat, lon in ((43.1242, 5.928), (41.9257, 8.7401), (-12.7806, 45.2278)):
        assert france.project(lat, lon) is not None


@pytest.mark.parametrize("place", ELSEWHERE)
def test_elsewhere_is_off_the_map(france: MapGeometry, place: str) -> None:
    """A place that is neither on the mainland nor in an inset has no point."""
    assert france.project(*ELSEWHERE[place]) is None


def test_place_is_rounded(france: MapGeometry) -> None:
    """A place has one decimal, so that pages do not change with the machine that builds them."""
    for seat in SEATS.values():
        place = france.project(*seat)
        assert place is not None
        assert place == tuple(round(number, 1) for number in place)


def test_regions_are_the_eighteen(france: MapGeometry) -> None:
    """The map has 18 regions, each once, 5 of them in an inset."""
    codes = [region.code for region in france.regions]
    assert len(set(codes)) == len(codes) == 18
    assert {inset.region for inset in france.insets} == {"01", "02", "03", "04", "06"}


def test_regions_stand_within_their_frames(france: MapGeometry) -> None:
    """An overseas region is drawn within its frame; no other region enters a frame."""
    for region, inset in product(france.regions, france.insets):
        inside = [_within(inset.frame, point) for ring in _rings(region.path) for point in ring]
        assert all(inside) if region.code == inset.region else not any(inside)


def test_neighbours_share_their_border(france: MapGeometry) -> None:
    """Most vertices of an inland region are also a neighbour's: simplification has not torn the borders."""
    points = {r.code: {p for ring in _rings(r.path) for p in ring} for r in france.regions}
    inland = points["24"]
    others = set().union(*(found for code, found in points.items() if code != "24"))
    assert len(inland & others) > 0.95 * len(inland)


def test_map_is_light(france: MapGeometry) -> None:
    """The drawn regions weigh at most 11 kB, so that a page with the map stays in one flight of packets."""
    assert sum(len(region.path) for region in france.regions) < 11_000


def _within(box: tuple[float, float, float, float], point: tuple[float, float]) -> bool:
    x, y, width, height = box
    return x <= point[0] <= x + width and y <= point[1] <= y + height


def _rings(path: str) -> list[list[tuple[int, int]]]:
    """The rings of a path made of one absolute move and relative lines each."""
    rings = []
    for move in re.findall(r"M([^z]+)z", path):
        numbers = [int(number) for number in re.findall(r"-?\d+", move)]
        x, y = numbers[:2]
        ring = [(x, y)]
        for dx, dy in zip(numbers[2::2], numbers[3::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x, y))
        rings.append(ring)
    return rings
