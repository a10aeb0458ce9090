"""What the components of the maps read: the map of the country, and that of a district."""

from __future__ import annotations

from dataclasses import dataclass

from ombrelle.i18n.phrase import Phrase
from ombrelle.theme.labels import Label


@dataclass(frozen=True, slots=True)
class MapPoint:
    """Where a district stands on the map, in the units of its view box.

    `reach` is the radius within which a touch is meant for it. `towns` are its other places; `canopy` is SVG
    path data: a rib from the seat to each of them, with the fabric between. `label` is None where there is
    no room for a name.
    """

    x: float
    y: float
    reach: float
    towns: tuple[tuple[float, float], ...]
    canopy: str
    label: Label | None


@dataclass(frozen=True, slots=True)
class MapDistrict:
    """A district of the map and of its twin in words; `point` is None off the map.

    `number` stands for its name where there is no room for names. `matches` are the values of the lights
    (`sector=health`, `layer=fund`) under which it is lit.
    """

    id: str
    number: int
    name: Phrase
    url: str
    places: tuple[str, ...]
    matches: tuple[str, ...]
    point: MapPoint | None


@dataclass(frozen=True, slots=True)
class MapInset:
    """The frame of a region overseas, with its name; `is_inhabited`: a district stands in it."""

    x: float
    y: float
    width: float
    height: float
    name: Phrase
    is_inhabited: bool


@dataclass(frozen=True, slots=True)
class Light:
    """What the map can light: a sector or a layer, as `name=term`, with how many districts are lit by it."""

    value: str
    label: Phrase
    count: int


@dataclass(frozen=True, slots=True)
class MapMark:
    """A place that a text puts on the map, with its name."""

    x: float
    y: float
    name: str


@dataclass(frozen=True, slots=True)
class MapView:
    """The map of the districts: `land_url` is the drawing of the country, over which the points lie.

    `sectors` and `layers` are what can be lit, empty on a map that is not for that. `marks` are places
    that are no district's.
    """

    width: float
    height: float
    land_url: str
    districts: tuple[MapDistrict, ...]
    insets: tuple[MapInset, ...]
    sectors: tuple[Light, ...] = ()
    layers: tuple[Light, ...] = ()
    marks: tuple[MapMark, ...] = ()


@dataclass(frozen=True, slots=True)
class LocalPlace:
    """A town of a district on its local map; `kilometres` are those from the seat, None for itself."""

    name: str
    x: float
    y: float
    is_seat: bool
    kilometres: int | None
    label: Label | None


@dataclass(frozen=True, slots=True)
class LocalTotem:
    """The totem building of a district: on the map at its own coordinates, or at its town.

    `x` and `y` are None where neither is known; `town` is that in which it is.
    """

    name: Phrase
    url: str
    town: str
    is_exact: bool
    x: float | None
    y: float | None


@dataclass(frozen=True, slots=True)
class MapName:
    """The name of a department in the middle of what is seen of it."""

    x: float
    y: float
    name: str


@dataclass(frozen=True, slots=True)
class LocalMap:
    """A district's towns and totem over the outlines of the departments around them.

    `frame` is where the map lies on that of the country, `country_url`: x, y, width, height in the units of
    the latter. `bar` are the kilometres of the scale and its length in units.
    """

    width: float
    height: float
    land_url: str
    country_url: str
    country: tuple[float, float]
    frame: tuple[float, float, float, float]
    places: tuple[LocalPlace, ...]
    canopy: str
    departments: tuple[MapName, ...]
    totem: LocalTotem | None
    bar: tuple[int, float]
