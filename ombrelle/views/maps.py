"""The map of the districts, and the umbrella drawn from them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ombrelle.colour import readable
from ombrelle.drawing.dresses import Palette
from ombrelle.kinds.quartier import Quartier
from ombrelle.library import Library
from ombrelle.load.entry import Entry
from ombrelle.theme.canopy import canopy
from ombrelle.theme.labels import Box, Label, Spot, place_labels
from ombrelle.theme.mark import Mark, bearing, draw_mark
from ombrelle.theme.projection import Point
from ombrelle.theme.theme import Theme
from ombrelle.views.context import Context
from ombrelle.views.map_parts import Light, MapDistrict, MapInset, MapPoint, MapView

LETTERS = 27.0
"""The size of the names, in units of the view box; the style sheet of the map has the same."""

_NAME = 28.0  # units above an inset that its name takes
_SEAT, _TOWN = 14.0, 7.0  # radii, as the style sheet has them
_REACH = 75.0  # no touch is meant for a point that is farther
_SPILL = 48.0  # how far a name may run out of the view box, into the gutter of the page
_ALONG = (0.3, 0.6, 0.85)  # where on a rib a name had better not stand


def map_of(context: Context, districts: Sequence[Entry], *, lights: bool = False) -> MapView:
    """The places of some districts over the country, in their order; `lights`: with what can be lit."""
    _, _, width, height = context.geometry.view_box
    sectors = tuple(_sectors(context)) if lights else ()
    layers = tuple(_layers(context)) if lights else ()
    points = _points(context, districts)
    insets = tuple(_insets(context, [point for point in points.values() if point]))
    matches = _matches(context) if lights else {}
    found = tuple(
        _district(context, number, district, matches.get(district.id, ()), points[district.id])
        for number, district in enumerate(districts, 1)
    )
    return MapView(width, height, context.assets["france.svg"], found, insets, sectors, layers)


def umbrella(library: Library, *, size: int = 100) -> Mark:
    """The mark of the site: one panel for each district that is labelled today."""
    seats = {
        district.id: district.facts_as(Quartier).seat
        for district in library.of_kind("quartier")
        if district.facts_as(Quartier).has_panel
    }
    return draw_mark({id_: bearing(seat.lat, seat.lon) for id_, seat in seats.items()}, size=size)


def palette_of(library: Library, theme: Theme) -> Palette:
    """The colours of the site: its ink, and the accent of each district as it reads on the light ground."""
    colours = library.site.colours
    accents = {
        district.id: readable(district.facts_as(Quartier).accent or colours.accent, theme.grounds.light)
        for district in library.of_kind("quartier")
    }
    return Palette(colours.ink, accents)


def _district(
    context: Context, number: int, district: Entry, matches: Iterable[str], point: MapPoint | None
) -> MapDistrict:
    facts = district.facts_as(Quartier)
    seat = facts.seat
    places = (seat.name, *(place.name for place in facts.places if place is not seat))
    link = context.link(district)
    return MapDistrict(district.id, number, link.label, link.url, places, tuple(matches), point)


def _points(context: Context, districts: Sequence[Entry]) -> dict[str, MapPoint | None]:
    """Where each district stands; a seat off the map has no point, nor has a town."""
    seats, towns = {}, {}
    for district in districts:
        facts = district.facts_as(Quartier)
        at = {place: context.geometry.project(place.lat, place.lon) for place in facts.places}
        seats[district.id] = at.pop(facts.seat)
        towns[district.id] = tuple(point for point in at.values() if point)
    labels = _labels(context, districts, seats, towns)
    found: dict[str, MapPoint | None] = {}
    for id_, seat in seats.items():
        reach = _reach(seat, [other for other in seats.values() if other and other != seat]) if seat else 0
        drawn = canopy(seat, towns[id_]) if seat else ""
        found[id_] = MapPoint(*seat, reach, towns[id_], drawn, labels.get(id_)) if seat else None
    return found


def _labels(
    context: Context,
    districts: Sequence[Entry],
    seats: Mapping[str, Point | None],
    towns: Mapping[str, Sequence[Point]],
) -> dict[str, Label | None]:
    spots = {}
    for district in districts:
        seat = seats[district.id]
        if seat:
            name, town = context.link(district).label.text, district.facts_as(Quartier).seat.name
            spots[district.id] = Spot(*seat, _SEAT, tuple(dict.fromkeys((name, town))))
    x, y, width, height = context.geometry.view_box
    frames = tuple(_named(inset.frame) for inset in context.geometry.insets)
    ribs = [(seat, town) for id_, seat in seats.items() if seat for town in towns[id_]]
    around = (*(_square(town, _TOWN) for _, town in ribs), *(_square(at, 1) for at in _along(ribs)))
    frame = (x - _SPILL, y, x + width + _SPILL, y + height)
    placed = place_labels(tuple(spots.values()), LETTERS, frame, frames, around)
    return dict(zip(spots, placed, strict=True))


def _along(ribs: Iterable[tuple[Point, Point]]) -> Iterator[Point]:
    for (x, y), (a, b) in ribs:
        yield from ((x + (a - x) * share, y + (b - y) * share) for share in _ALONG)


def _square(at: Point, half: float) -> Box:
    return at[0] - half, at[1] - half, at[0] + half, at[1] + half


def _reach(seat: Point, others: Sequence[Point]) -> float:
    """Half the way to the nearest other seat, so that no two touch."""
    nearest = min((math.dist(seat, other) for other in others), default=2 * _REACH)
    return round(min(_REACH, nearest / 2), 1)


def _insets(context: Context, points: Sequence[MapPoint]) -> Iterator[MapInset]:
    for inset in context.geometry.insets:
        left, top, right, bottom = _box(inset.frame)
        inside = any(left <= point.x <= right and top <= point.y <= bottom for point in points)
        yield MapInset(*inset.frame, context.term("regions", inset.region), inside)


def _sectors(context: Context) -> Iterator[Light]:
    for sector in context.library.content.vocabularies.get("sectors", {}):
        strong = context.library.strengths.get(sector)
        if strong:
            yield Light(f"sector={sector}", context.term("sectors", sector), len(strong))


def _layers(context: Context) -> Iterator[Light]:
    for layer in context.library.content.vocabularies.get("layers", {}):
        offering = context.library.offering(layer)
        if offering:
            yield Light(f"layer={layer}", context.term("layers", layer), len(offering))


def _matches(context: Context) -> dict[str, list[str]]:
    """The lights under which each district is lit, by its id."""
    found: dict[str, list[str]] = {}
    for sector, strong in context.library.strengths.items():
        for strength in strong:
            found.setdefault(strength.district.id, []).append(f"sector={sector}")
    for layer in context.library.offers:
        for district in context.library.offering(layer):
            found.setdefault(district.id, []).append(f"layer={layer}")
    return found


def _named(frame: Box) -> Box:
    """The same with the name above it."""
    left, top, right, bottom = _box(frame)
    return left, top - _NAME, right, bottom


def _box(frame: Box) -> Box:
    """Left, top, right and bottom of a frame by its corner, width and height."""
    x, y, width, height = frame
    return x, y, x + width, y + height
