"""The mark has one panel for each district, in the order of their bearings."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from random import Random
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombrelle.theme.mark import CENTRE, MarkColours, bearing, draw_mark, mark_svg

COLOURS = MarkColours(tones=("#14213d", "#3d4a68", "#28344f"), lit="#0a9396")
CITIES = {
    "lille": (50.6339, 3.0551),
    "strasbourg": (48.5839, 7.7455),
    "nice": (43.7031, 7.2661),
    "toulouse": (43.6043, 1.4437),
    "bordeaux": (44.8412, -0.5805),
    "brest": (48.3903, -4.4863),
}
SIZES = st.sampled_from([16, 23, 24, 32, 100, 400, 512])
ANGLES = st.floats(min_value=0, max_value=360, exclude_max=True)


@st.composite
def districts(draw: st.DrawFn) -> dict[str, float]:
    """Bearings of 3 to 40 districts; some may be equal."""
    angles = draw(st.lists(ANGLES, min_size=3, max_size=40))
    return {f"district-{i}": angle for i, angle in enumerate(angles)}


@pytest.mark.parametrize(("lat", "lon", "direction"), [(48, 0, 0), (0, 90, 90), (-30, 0, 180), (0, -90, 270)])
def test_bearing_of_the_four_directions(lat: float, lon: float, direction: float) -> None:
    """North, east, south, west: a quarter of the globe away on the equator is due east or west."""
    assert bearing(lat, CENTRE[1] + lon) == pytest.approx(direction, abs=1e-9)


def test_bearing_of_cities() -> None:
    """Lille is north, Nice south-east, Brest north-west of the centre, as on any map."""
    assert bearing(*CITIES["lille"]) < 10
    assert 112.5 < bearing(*CITIES["nice"]) < 157.5
    assert 270 < bearing(*CITIES["brest"]) < 315


@given(districts(), SIZES)
def test_one_panel_for_each_district(bearings: dict[str, float], size: int) -> None:
    """Each district has one panel, and there are no others."""
    mark = draw_mark(bearings, size=size)
    assert sorted(panel.id for panel in mark.panels) == sorted(bearings)
    assert len(mark.rib_tips) == len(bearings)


@given(districts())
def test_panels_follow_the_bearings(bearings: dict[str, float]) -> None:
    """Clockwise, bearings only grow, but for one step past north; equal bearings follow their ids."""
    keys = [(bearings[panel.id], panel.id) for panel in draw_mark(bearings).panels]
    turn = keys.index(min(keys))
    assert keys[turn:] + keys[:turn] == sorted(keys)


@given(districts())
def test_panels_go_clockwise_from_the_top(bearings: dict[str, float]) -> None:
    """Each panel's tip is one sector farther than the one before; the first is at the top or just after."""
    mark = draw_mark(bearings, size=400)
    angles = [_angle(panel.tip, 200) for panel in mark.panels]
    sector = 360 / len(angles)
    first = angles[0] if angles[0] < 359.9 else 0.0
    assert first == pytest.approx(0, abs=0.1) or first == pytest.approx(sector / 2, abs=0.1)
    for i, angle in enumerate(angles):
        assert abs((angle - first - i * sector + 180) % 360 - 180) < 0.1


@given(districts())
def test_no_upright_turn_is_nearer_to_the_bearings(bearings: dict[str, float]) -> None:
    """Of all turns with a panel or a rib at north, the drawn one agrees best with the true bearings."""
    panels = draw_mark(bearings, size=400).panels
    ordered, half = sorted(bearings.values()), 180 / len(bearings)
    drawn = _agreement((bearings[panel.id], _angle(panel.tip, 200)) for panel in panels)
    for turn in range(2 * len(ordered)):
        slots = ((angle, (2 * i + turn) * half) for i, angle in enumerate(ordered))
        assert drawn > _agreement(slots) - 0.01


@given(st.integers(min_value=3, max_value=40), st.integers(min_value=0, max_value=79))
def test_regular_bearings_are_met_exactly(count: int, halves: int) -> None:
    """Districts that already stand at the upright positions get panels at their very bearings."""
    bearings = {f"d{i:02}": (i + halves / 2) * 360 / count % 360 for i in range(count)}
    for panel in draw_mark(bearings, size=400).panels:
        assert abs((_angle(panel.tip, 200) - bearings[panel.id] + 180) % 360 - 180) < 0.1


@given(districts())
def test_neighbours_differ_in_tone(bearings: dict[str, float]) -> None:
    """No panel has the tone of the next, all around; a third tone appears only when the number is odd."""
    tones = [panel.tone for panel in draw_mark(bearings).panels]
    assert all(a != b for a, b in zip(tones, tones[1:] + tones[:1], strict=True))
    assert (2 in tones) == (len(tones) % 2 == 1)


@given(districts(), st.randoms(use_true_random=False))
def test_order_of_districts_changes_nothing(bearings: dict[str, float], random: Random) -> None:
    """The same districts in another order give the same bytes."""
    shuffled = list(bearings.items())
    random.shuffle(shuffled)
    assert _svg(dict(shuffled)) == _svg(bearings)


@given(districts(), SIZES)
def test_panels_do_not_overlap(bearings: dict[str, float], size: int) -> None:
    """Every panel lies between its two ribs, within the square, outside the ferrule; so no two can meet."""
    mark = draw_mark(bearings, size=size)
    sector = 360 / len(mark.panels)
    ferrule = max(math.dist(p, (size / 2, size / 2)) for p in _outline(mark.ferrule))
    for panel, rib in zip(mark.panels, mark.rib_tips, strict=True):
        start = _angle(rib, size / 2)
        for x, y in _outline(panel.path):
            radius = math.dist((x, y), (size / 2, size / 2))
            slack = math.degrees(0.02 / radius)
            assert -slack <= (_angle((x, y), size / 2) - start + slack) % 360 - slack <= sector + slack
            assert min(x, y) >= -0.01
            assert max(x, y) <= size + 0.01
            assert radius >= ferrule - 0.02


@given(districts(), st.sampled_from([24, 32, 100, 400]))
def test_gaps_are_real(bearings: dict[str, float], size: int) -> None:
    """From 24 up, facing corners of neighbours are apart at both ends of a rib, so one colour is enough."""
    mark = draw_mark(bearings, size=size)
    corners = [_corners(panel.path) for panel in mark.panels]
    for (_, _, outer, inner), (next_inner, next_outer, _, _) in zip(
        corners, corners[1:] + corners[:1], strict=True
    ):
        at_edge, at_hub = math.dist(outer, next_outer), math.dist(inner, next_inner)
        assert at_edge > 0.01 * math.sqrt(size)
        assert at_edge == pytest.approx(at_hub, abs=0.04)


@given(districts())
def test_outer_edge_bends_inwards(bearings: dict[str, float]) -> None:
    """The middle of a panel's outer edge is nearer to the centre than the line between its corners."""
    mark = draw_mark(bearings)
    for panel in mark.panels:
        _, a, b, _ = _corners(panel.path)
        middle = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
        assert math.dist(panel.tip, (50, 50)) < math.dist(middle, (50, 50))


@pytest.mark.parametrize("count", [0, 1, 2])
def test_small_brand_has_panels_of_nobody(count: int) -> None:
    """With fewer than three districts the umbrella still has three panels, the others without an id."""
    bearings = {f"district-{i}": 40.0 for i in range(count)}
    assert sorted(panel.id for panel in draw_mark(bearings).panels) == [""] * (3 - count) + sorted(bearings)


def test_svg_lights_one_panel() -> None:
    """The lit district's panel, and nothing else, has the lit colour; nothing needs a style or a script."""
    mark = draw_mark({city: bearing(*place) for city, place in CITIES.items()})
    svg = mark_svg(mark, lit="nice", colours=COLOURS, title="Ville & mer")
    root = _parsed(svg)
    paths = {element.get("fill"): element.get("d") for element in root if element.tag.endswith("path")}
    assert paths["#0a9396"] == next(panel.path for panel in mark.panels if panel.id == "nice")
    assert root.findtext("{http://www.w3.org/2000/svg}title") == "Ville & mer"
    assert "style" not in svg
    assert "script" not in svg


def test_svg_without_title_is_hidden() -> None:
    """A mark that says nothing new is hidden from assistive technologies; one with a title is an image."""
    mark = draw_mark(dict.fromkeys("abc", 0.0))
    assert _parsed(mark_svg(mark, lit=None, colours=COLOURS)).get("aria-hidden") == "true"
    assert _parsed(mark_svg(mark, lit=None, colours=COLOURS, title="A")).get("role") == "img"


def test_svg_refuses_an_unknown_district() -> None:
    """Lighting a panel that is not there is a mistake of the caller's."""
    with pytest.raises(ValueError, match="atlantis"):
        mark_svg(draw_mark(dict.fromkeys("abc", 0.0)), lit="atlantis", colours=COLOURS)


def _parsed(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


def _svg(bearings: dict[str, float]) -> str:
    return mark_svg(draw_mark(bearings), lit=None, colours=COLOURS)


def _angle(point: tuple[float, float], middle: float) -> float:
    return math.degrees(math.atan2(point[0] - middle, middle - point[1])) % 360


def _agreement(pairs: Iterable[tuple[float, float]]) -> float:
    """How well angles agree in pairs: the sum of the cosines of their differences."""
    return sum(math.cos(math.radians(a - b)) for a, b in pairs)


def _corners(path: str) -> list[tuple[float, float]]:
    """The ends of a path's segments but the last, which closes it."""
    return [end for _, _, end in _segments(path)][:-1]


def _outline(path: str) -> list[tuple[float, float]]:
    """Points along a path: the ends of its segments and eight within each arc."""
    points: list[tuple[float, float]] = []
    for radius, sweep, end in _segments(path):
        if radius:
            points += _along_arc(points[-1], end, radius, sweep)
        points.append(end)
    return points


def _segments(path: str) -> list[tuple[float, int, tuple[float, float]]]:
    """Radius (0 for a move or a line), sweep flag and end of each segment of a path of M, L, A."""
    segments = []
    for letter, text in re.findall(r"([MLA])([^MLAZ]+)", path):
        numbers = [float(number) for number in text.split()]
        radius, sweep = (numbers[0], int(numbers[4])) if letter == "A" else (0.0, 0)
        segments.append((radius, sweep, (numbers[-2], numbers[-1])))
    return segments


def _along_arc(
    start: tuple[float, float], end: tuple[float, float], radius: float, sweep: int
) -> list[tuple[float, float]]:
    """Points of the shorter arc between two points, by the SVG rule for its sweep flag."""
    chord = math.dist(start, end)
    if chord == 0:
        return []
    apart = math.sqrt(max(radius**2 - chord**2 / 4, 0)) * (1 if sweep else -1) / chord
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    centre = (middle[0] - apart * (end[1] - start[1]), middle[1] + apart * (end[0] - start[0]))
    first = math.atan2(start[1] - centre[1], start[0] - centre[0])
    turn = 2 * math.asin(min(chord / 2 / radius, 1)) * (1 if sweep else -1)
    radius = math.dist(start, centre)
    return [
        (
            centre[0] + radius * math.cos(first + turn * i / 9),
            centre[1] + radius * math.sin(first + turn * i / 9),
        )
        for i in range(1, 9)
    ]
