"""What RFC 7946 asks of GeoJSON, checked apart from the generator: https://www.rfc-editor.org/rfc/rfc7946."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import Any

__all__ = ["geojson_faults"]

_TYPES = {"FeatureCollection": "features", "Feature": "geometry", "GeometryCollection": "geometries"}


def geojson_faults(value: Any, path: str = "$") -> list[str]:
    """Each fault with its place; none for valid GeoJSON."""
    return list(_object(value, path))


def _object(value: Any, path: str) -> Iterator[str]:
    kind = value.get("type") if isinstance(value, dict) else None
    if not isinstance(kind, str):
        yield f"{path}: no object with a type"
        return
    if "crs" in value:
        yield f"{path}: a reference system of its own (4)"
    yield from _foreign(value, kind, path)
    if kind == "FeatureCollection":
        features = value.get("features")
        if not isinstance(features, list):
            yield f"{path}: no list of features (3.3)"
            return
        for index, feature in enumerate(features):
            place = f"{path}.features[{index}]"
            if not isinstance(feature, dict) or feature.get("type") != "Feature":
                yield f"{place}: no feature"
            else:
                yield from _object(feature, place)
    elif kind == "Feature":
        yield from _feature(value, path)
    else:
        yield from _geometry(value, path)


def _foreign(value: Mapping[str, Any], kind: str, path: str) -> Iterator[str]:
    """Members of one type must not stand in another (7.1)."""
    reserved = {"coordinates", "geometries", "geometry", "properties", "features"}
    own = {"Feature": {"geometry", "properties"}, "FeatureCollection": {"features"}}
    allowed = own.get(kind, {"geometries"} if kind == "GeometryCollection" else {"coordinates"})
    for name in sorted((reserved - allowed) & value.keys()):
        yield f"{path}: {name} in a {kind} (7.1)"


def _feature(value: Mapping[str, Any], path: str) -> Iterator[str]:
    if "geometry" not in value or "properties" not in value:
        yield f"{path}: a feature has geometry and properties (3.2)"
        return
    if not isinstance(value["properties"], dict | None):
        yield f"{path}: properties are an object or null (3.2)"
    if "id" in value and not isinstance(value["id"], str | int | float):
        yield f"{path}: an id is a text or a number (3.2)"
    if value["geometry"] is not None:
        yield from _geometry(value["geometry"], f"{path}.geometry")


def _geometry(value: Any, path: str) -> Iterator[str]:
    kind = value.get("type") if isinstance(value, dict) else None
    if kind == "GeometryCollection":
        for index, each in enumerate(value.get("geometries", [])):
            yield from _geometry(each, f"{path}.geometries[{index}]")
        return
    check = _COORDINATES.get(str(kind))
    if check is None:
        yield f"{path}: no geometry: {kind} (1.4)"
    else:
        yield from check(value.get("coordinates"), f"{path}.coordinates")


def _position(value: Any, path: str) -> Iterator[str]:
    numbers = isinstance(value, list) and all(
        isinstance(each, int | float) and not isinstance(each, bool) and math.isfinite(each) for each in value
    )
    if not numbers or len(value) not in {2, 3}:
        yield f"{path}: a position is two or three numbers (3.1.1): {value}"
        return
    if not -180 <= value[0] <= 180 or not -90 <= value[1] <= 90:
        yield f"{path}: longitude, then latitude, in degrees (4): {value}"


def _list_of(
    check: Callable[[Any, str], Iterator[str]], least: int = 0
) -> Callable[[Any, str], Iterator[str]]:
    def checked(value: Any, path: str) -> Iterator[str]:
        if not isinstance(value, list) or len(value) < least:
            yield f"{path}: a list of at least {least}"
            return
        for index, each in enumerate(value):
            yield from check(each, f"{path}[{index}]")

    return checked


def _polygon(value: Any, path: str) -> Iterator[str]:
    faults = list(_list_of(_list_of(_position, 4), 1)(value, path))
    yield from faults
    for index, ring in enumerate(value if not faults else ()):
        place = f"{path}[{index}]"
        if ring[0] != ring[-1]:
            yield f"{place}: a ring ends where it begins (3.1.6)"
        # An outer ring goes round its land on the left, a hole on the right.
        if (_area(ring) > 0) != (index == 0):
            yield f"{place}: a ring that goes the wrong way round (3.1.6)"


def _area(ring: list[list[float]]) -> float:
    """Twice the area within a ring, positive for one that goes against the clock."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))


_COORDINATES: Mapping[str, Callable[[Any, str], Iterator[str]]] = {
    "Point": _position,
    "MultiPoint": _list_of(_position),
    "LineString": _list_of(_position, 2),
    "MultiLineString": _list_of(_list_of(_position, 2)),
    "Polygon": _polygon,
    "MultiPolygon": _list_of(_polygon),
}
