"""A local map shows its places to scale, over the land that is there."""

from __future__ import annotations

import json
import math
import re
from typing import Any

import pytest

from ombrelle.earth import great_circle
from ombrelle.theme.canopy import canopy
from ombrelle.theme.ground import HEIGHT, WIDTH, Ground, Window, draw_ground, frame_in, names_on, window_on
from ombrelle.theme.projection import MapGeometry, Point
from tests.support.tools import ROOT

LYON, SAINT_ETIENNE = (45.7491, 4.8479), (45.4339, 4.39)
BREST, LANNION, QUIMPER = (48.3903, -4.4863), (48.7326, -3.4566), (47.996, -4.0979)
SAINT_DENIS = (-20.8823, 55.4504)
TOKYO = (35.68, 139.69)


def read(name: str) -> dict[str, Any]:
    path = ROOT / "themes/marque-ombrelle/map" / f"{name}.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def france() -> MapGeometry:
    return MapGeometry.from_dict(read("france"))


@pytest.fixture(scope="module")
def ground() -> Ground:
    return Ground.from_dict(read("departements"))


def window(ground: Ground, france: MapGeometry, *places: Point) -> Window:
    found = window_on(ground, france, places)
    assert found
    return found


@pytest.mark.parametrize(
    "places", [(LYON, SAINT_ETIENNE), (BREST, LANNION, QUIMPER), (SAINT_DENIS,), (LYON,)], ids=str
)
def test_every_place_is_within(ground: Ground, france: MapGeometry, places: tuple[Point, ...]) -> None:
    """Each town falls well within the view box."""
    shown = window(ground, france, *places)
    for place in places:
        x, y = shown.project(ground.place(shown.zone, *place))
        assert 30 < x < WIDTH - 30
        assert 30 < y < HEIGHT - 30


@pytest.mark.parametrize(
    ("here", "there"), [(LYON, SAINT_ETIENNE), (BREST, QUIMPER), (SAINT_DENIS, (-21.3393, 55.4781))]
)
def test_the_scale_is_true(ground: Ground, france: MapGeometry, here: Point, there: Point) -> None:
    """On the map as measured by its bar, two towns are as far apart as on the Earth, to 1 %."""
    shown = window(ground, france, here, there)
    kilometres, units = shown.bar
    a, b = (shown.project(ground.place(shown.zone, *place)) for place in (here, there))
    assert math.dist(a, b) / units * kilometres == pytest.approx(great_circle(here, there), rel=0.01)
    assert units <= 0.3 * WIDTH


def test_a_place_abroad_has_no_map(ground: Ground, france: MapGeometry) -> None:
    """Without a seat in the country there is no local map; another town abroad does not stretch it."""
    assert window_on(ground, france, (TOKYO,)) is None
    assert window_on(ground, france, (LYON, TOKYO)) == window_on(ground, france, (LYON,))


def test_the_land_is_light_and_cut(ground: Ground, france: MapGeometry) -> None:
    """The outlines weigh at most 8 kB, and stay around the view box."""
    for places in ((LYON, SAINT_ETIENNE), (BREST, LANNION, QUIMPER), (SAINT_DENIS,)):
        drawn = draw_ground(ground, window(ground, france, *places))
        assert len(drawn) < 8_000
        for x, y in points(drawn):
            assert -14 <= x <= WIDTH + 14
            assert -14 <= y <= HEIGHT + 14


def points(svg: str) -> list[tuple[int, int]]:
    found = []
    for ring in re.findall(r"M([^z\"]+)z", svg):
        numbers = [int(number) for number in re.findall(r"-?\d+", ring)]
        x, y = numbers[:2]
        found.append((x, y))
        for dx, dy in zip(numbers[2::2], numbers[3::2], strict=True):
            x, y = x + dx, y + dy
            found.append((x, y))
    return found


def test_departments_are_named_where_they_are(ground: Ground, france: MapGeometry) -> None:
    """Around Lyon there are the Loire in the west and the Isère in the south-east; La Réunion is itself."""
    shown = window(ground, france, LYON, SAINT_ETIENNE)
    named = dict(names_on(ground, shown))
    lyon = shown.project(ground.place(shown.zone, *LYON))
    assert named["Loire"][0] < lyon[0] < named["Isère"][0]
    assert [name for name, _ in names_on(ground, window(ground, france, SAINT_DENIS))] == ["La Réunion"]


def test_the_frame_is_where_the_places_are(ground: Ground, france: MapGeometry) -> None:
    """On the map of the country the frame goes around the towns; overseas it is that of the region."""
    x, y, width, height = frame_in(window(ground, france, LYON, SAINT_ETIENNE), france)
    for place in (LYON, SAINT_ETIENNE):
        at = france.project(*place)
        assert at
        assert x < at[0] < x + width
        assert y < at[1] < y + height
    inset = next(inset for inset in france.insets if inset.region == "04")
    assert frame_in(window(ground, france, SAINT_DENIS), france) == inset.frame


def test_ribs_go_from_the_seat_to_each_town() -> None:
    """No town, nothing; one town, a rib; three around, fabric between neighbours; none over half a turn."""
    seat = (0.0, 0.0)
    assert canopy(seat, []) == ""
    assert canopy(seat, [(10.0, 0.0)]) == "M0 0L10 0"
    assert canopy(seat, [(10.0, 0.0), (0.0, 10.0)]).count("Q") == 1
    assert canopy(seat, [(10.0, 0.0), (-10.0, 0.0)]) == "M0 0L10 0M0 0L-10 0"
    assert canopy(seat, [(10.0, 0.0), (-6.0, 9.0), (-6.0, -9.0)]).count("Q") == 3
