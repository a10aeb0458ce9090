"""The local map of a district: its towns and its totem building over the departments around them."""

from __future__ import annotations

from collections.abc import Iterator

from ombrelle.cache import Cache, program_digest
from ombrelle.cache.recipes import digest_of
from ombrelle.earth import great_circle, rounded
from ombrelle.kinds.actor import Actor
from ombrelle.kinds.base import Place
from ombrelle.kinds.quartier import Quartier
from ombrelle.library import Library
from ombrelle.load.entry import Entry
from ombrelle.memory import Forgetful
from ombrelle.problems import Problems
from ombrelle.theme.canopy import canopy
from ombrelle.theme.ground import HEIGHT, WIDTH, Window, draw_ground, frame_in, names_on, window_on
from ombrelle.theme.labels import Label, Spot, label_box, overlap, place_labels
from ombrelle.theme.projection import Point
from ombrelle.theme.theme import Theme
from ombrelle.views.context import Context
from ombrelle.views.map_parts import LocalMap, LocalPlace, LocalTotem, MapName

LETTERS = 36.0
"""The size of the names, in units of the view box; the style sheet of the local map has the same."""

_SEAT = 17.0  # radius, as the style sheet has it
_TOTEM = 34.0  # half of its sign
_FRAME = (10.0, 10.0, WIDTH - 10.0, HEIGHT - 70.0)
"""Where names stand: not at the foot, which is the scale's."""


def land_name(district: Entry) -> str:
    """The name among the assets of the land of a district's local map."""
    return f"{district.id}.land.svg"


def lands(library: Library, theme: Theme, memory: Forgetful) -> dict[str, str]:
    """The land of the local map of each district that is in the country, as an SVG by its name."""
    windows = {
        land_name(district): window_on(theme.ground, theme.geometry, _shown(library, district))
        for district in library.of_kind("quartier")
    }
    return {name: _land(theme, window, memory) for name, window in windows.items() if window}


def _land(theme: Theme, window: Window, memory: Forgetful) -> str:
    return memory.recall(("land", theme, window), lambda _: _drawn(theme, window, memory.cache), Problems())


def _drawn(theme: Theme, window: Window, cache: Cache) -> str:
    """The land in a window, drawn from tens of thousands of points unless a build before has drawn it."""
    key = digest_of((program_digest(), "land", theme.ground_digest, window))
    return cache.recall(key, lambda: draw_ground(theme.ground, window).encode()).decode()


def local_map(context: Context, district: Entry) -> LocalMap | None:
    """The local map of a district; None where its seat is not in the country."""
    window = window_on(context.ground, context.geometry, _shown(context.library, district))
    if window is None:
        return None
    facts = district.facts_as(Quartier)
    inside = [place for place in _seat_first(facts) if _falls_in(_at(context, window, place), window)]
    at = [_at(context, window, place) for place in inside]
    seat = at[0]
    totem = _totem(context, window, district)
    labels = _labels(inside, at, totem)
    _, _, width, height = context.geometry.view_box
    return LocalMap(
        width=WIDTH,
        height=HEIGHT,
        land_url=context.assets[land_name(district)],
        country_url=context.assets["france.svg"],
        country=(width, height),
        frame=frame_in(window, context.geometry),
        places=tuple(
            LocalPlace(place.name, *point, place is inside[0], _away(inside[0], place), label)
            for place, point, label in zip(inside, at, labels, strict=True)
        ),
        canopy=canopy(seat, at[1:]),
        departments=tuple(_departments(context, window, at, labels)),
        totem=totem,
        bar=window.bar,
    )


def _seat_first(facts: Quartier) -> list[Place]:
    return [facts.seat, *(place for place in facts.places if place is not facts.seat)]


def _shown(library: Library, district: Entry) -> list[Point]:
    """What the map must show, the seat first: latitudes and longitudes."""
    facts = district.facts_as(Quartier)
    exact = _exact(_totem_of(library, facts))
    return [*((place.lat, place.lon) for place in _seat_first(facts)), *([exact] if exact else [])]


def _totem_of(library: Library, facts: Quartier) -> Entry | None:
    return library.get("actor", facts.totem) if facts.totem else None


def _exact(totem: Entry | None) -> Point | None:
    address = totem.facts_as(Actor).place if totem else None
    if address is None or address.lat is None or address.lon is None:
        return None
    return address.lat, address.lon


def _totem(context: Context, window: Window, district: Entry) -> LocalTotem | None:
    """The totem at its own coordinates, else at the town of the district that its address names."""
    facts = district.facts_as(Quartier)
    totem = _totem_of(context.library, facts)
    if totem is None:
        return None
    link = context.link(totem)
    address = totem.facts_as(Actor).place
    town = address.city if address else ""
    exact = _exact(totem)
    place = next((place for place in facts.places if place.name == town), None)
    found = exact or ((place.lat, place.lon) if place else None)
    at = window.project(context.ground.place(window.zone, *found)) if found else None
    if at is None or not _falls_in(at, window):
        return LocalTotem(link.label, link.url, town, False, None, None)
    return LocalTotem(link.label, link.url, town, bool(exact), *at)


def _labels(places: list[Place], at: list[Point], totem: LocalTotem | None) -> tuple[Label | None, ...]:
    # The sign of a totem that is shown at its town stands around the point of the town.
    around = (totem.x, totem.y) if totem else None
    spots = tuple(
        Spot(*point, _TOTEM if point == around else _SEAT, (place.name,))
        for place, point in zip(places, at, strict=True)
    )
    return place_labels(spots, LETTERS, _FRAME)


def _departments(
    context: Context, window: Window, at: list[Point], labels: tuple[Label | None, ...]
) -> Iterator[MapName]:
    """The names of departments, where they cover neither a town nor its name."""
    taken = [(x - _TOTEM, y - _TOTEM, x + _TOTEM, y + _TOTEM) for x, y in at]
    taken += [label_box(point, label, LETTERS) for point, label in zip(at, labels, strict=True) if label]
    for name, middle in names_on(context.ground, window):
        box = label_box(middle, Label((name,), 0, 0, "middle"), LETTERS)
        is_free = not any(overlap(box, other) for other in taken)
        if is_free and box[0] >= _FRAME[0] and box[2] <= _FRAME[2] and box[3] <= _FRAME[3] and box[1] >= 0:
            taken.append(box)
            yield MapName(*middle, name)


def _at(context: Context, window: Window, place: Place) -> Point:
    return window.project(context.ground.place(window.zone, place.lat, place.lon))


def _falls_in(at: Point, window: Window) -> bool:
    return 0 <= at[0] <= WIDTH and 0 <= at[1] <= HEIGHT


def _away(seat: Place, place: Place) -> int | None:
    return None if place is seat else rounded(great_circle((seat.lat, seat.lon), (place.lat, place.lon)))
