"""Distances over the Earth are those of a sphere, and are told no finer than they are known."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from ombrelle.earth import EARTH_KM, great_circle, rounded

POINTS = st.tuples(st.floats(-90, 90), st.floats(-180, 180))

LYON, SAINT_ETIENNE = (45.7491, 4.8479), (45.4339, 4.39)
PARIS, GRENOBLE = (48.8534, 2.3488), (45.1787, 5.7148)
BREST, STRASBOURG = (48.3903, -4.4863), (48.5839, 7.7455)
SAINT_DENIS = (-20.8823, 55.4504)


def test_known_arcs() -> None:
    """A degree of a meridian is a 360th of the way around, a quarter turn a fourth, the antipodes half."""
    around = 2 * math.pi * EARTH_KM
    assert great_circle((45, 3), (46, 3)) == pytest.approx(around / 360)
    assert great_circle((0, 10), (0, 100)) == pytest.approx(around / 4)
    assert great_circle((90, 0), (0, 77)) == pytest.approx(around / 4)
    assert great_circle((48, 2), (-48, -178)) == pytest.approx(around / 2)


@pytest.mark.parametrize(
    ("here", "there", "kilometres"),
    [
        # By the law of cosines, apart from the code: acos(sin a sin b + cos a cos b cos c) times the radius.
        (LYON, SAINT_ETIENNE, 50),
        (LYON, GRENOBLE, 93),
        (PARIS, LYON, 393),
        (BREST, STRASBOURG, 901),
        (PARIS, SAINT_DENIS, 9365),
    ],
)
def test_known_towns(here: tuple[float, float], there: tuple[float, float], kilometres: int) -> None:
    """Between towns of the site the distance is that of another formula, to a kilometre."""
    assert great_circle(here, there) == pytest.approx(kilometres, abs=1)


@given(POINTS, POINTS)
def test_it_is_near_the_truth(here: tuple[float, float], there: tuple[float, float]) -> None:
    """Against the ellipsoid, as PROJ measures it, the sphere is wrong by less than 0.6 % and ten metres."""
    truth = Geod(ellps="GRS80").inv(here[1], here[0], there[1], there[0])[2] / 1000
    assert abs(great_circle(here, there) - truth) <= 0.006 * truth + 0.01


@given(POINTS, POINTS, POINTS)
def test_it_is_a_distance(
    one: tuple[float, float], two: tuple[float, float], three: tuple[float, float]
) -> None:
    """Nothing to oneself, the same both ways, no detour is shorter."""
    assert great_circle(one, one) == 0
    assert great_circle(one, two) == pytest.approx(great_circle(two, one))
    assert great_circle(one, three) <= great_circle(one, two) + great_circle(two, three) + 1e-6


@pytest.mark.parametrize(
    ("kilometres", "told"),
    [
        (0.2, 0),
        (2.6, 3),
        (93.6, 94),
        (99.4, 99),
        (99.6, 100),
        (104, 100),
        (392, 390),
        (996, 1000),
        (9356, 9400),
    ],
)
def test_it_is_told_as_finely_as_it_is_known(kilometres: float, told: int) -> None:
    """To a kilometre when near, to ten beyond a hundred, to a hundred beyond a thousand."""
    assert rounded(kilometres) == told


@given(st.floats(0, 20_000), st.floats(0, 20_000))
def test_a_longer_way_is_never_told_as_shorter(one: float, two: float) -> None:
    """Rounding keeps the order."""
    assert rounded(min(one, two)) <= rounded(max(one, two))
