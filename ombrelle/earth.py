"""Distances over the Earth."""

from __future__ import annotations

import math

EARTH_KM = 6371.0088
"""The mean radius of the Earth: (2a + b) / 3 of its ellipsoid (Moritz, Geodetic Reference System 1980)."""


def great_circle(here: tuple[float, float], there: tuple[float, float]) -> float:
    """Kilometres between two points by latitude and longitude in degrees, on a sphere.

    The haversine formula (R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68, 1984), which stays
    exact for points that are close. The true Earth, which is no sphere, differs by at most 0.6 %.
    """
    (lat1, lon1), (lat2, lon2) = ((math.radians(lat), math.radians(lon)) for lat, lon in (here, there))
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, half)))


def rounded(kilometres: float) -> int:
    """A distance as fine as the point of a town allows: to 1 km, from 100 km on to 10, from 1,000 to 100."""
    step = 1 if kilometres < 99.5 else 10 if kilometres < 995 else 100
    return round(kilometres / step) * step
