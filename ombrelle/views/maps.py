"""The map of the districts, and the umbrella drawn from them."""

from __future__ import annotations

from collections.abc import Iterable

from ombrelle.colour import readable
from ombrelle.drawing.dresses import Palette
from ombrelle.kinds.quartier import Quartier
from ombrelle.library import Library
from ombrelle.load.entry import Entry
from ombrelle.theme.mark import Mark, bearing, draw_mark
from ombrelle.theme.theme import Theme
from ombrelle.views.context import Context
from ombrelle.views.parts import MapPoint, MapView


def map_of(context: Context, districts: Iterable[Entry]) -> MapView:
    """The places of some districts over the country; a place off the map has no point."""
    _, _, width, height = context.geometry.view_box
    points = tuple(point for district in districts for point in _points(context, district))
    return MapView(width, height, context.assets["france.svg"], points)


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


def _points(context: Context, district: Entry) -> Iterable[MapPoint]:
    facts = district.facts_as(Quartier)
    link = context.link(district)
    for place in facts.places:
        at = context.geometry.project(place.lat, place.lon)
        if at:
            seat = place is facts.seat
            yield MapPoint(at[0], at[1], place.name, district.id, link.label, link.url, seat)
