"""Datasets as points on a map: https://www.rfc-editor.org/rfc/rfc7946.

A district has a point for each of its towns. Anything else stands at its own point where that is known, else
at its town where a district says where that lies, and `precision` says which; else it has no point (3.2).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ombrelle.kinds.base import Address
from ombrelle.kinds.quartier import Quartier
from ombrelle.library import Library
from ombrelle.load.entry import Entry
from ombrelle.views.datasets import CHANGES, PACKAGE, DatasetPlan
from ombrelle.views.edition import Edition

Node = dict[str, Any]
Towns = Mapping[str, tuple[float, float]]


def origin(edition: Edition) -> Node:
    """What a file says of itself wherever it is found: licence, publisher, day, what describes it."""
    site, absolute = edition.library.site, edition.routes.absolute
    chain = edition.library.languages.source.chain
    return {
        "licence": {"name": site.data_licence.name, "url": site.data_licence.url},
        "publisher": {"name": site.name.pick(chain).text, "url": absolute("/")},
        "updated": edition.library.today.isoformat(),
        "package": absolute(PACKAGE),
        "changes": absolute(CHANGES),
    }


def geojson(edition: Edition, dataset: DatasetPlan, entries: tuple[Entry, ...]) -> Node:
    """A collection of points. What is not of GeoJSON are foreign members (RFC 7946, 6.1)."""
    found = _of_districts(edition, entries) if dataset.kind == "quartier" else _of_others(edition, entries)
    return {"type": "FeatureCollection", **origin(edition), "features": list(found)}


def _of_districts(edition: Edition, entries: tuple[Entry, ...]) -> Iterator[Node]:
    chain = edition.library.languages.source.chain
    for entry in entries:
        for place in entry.facts_as(Quartier).places:
            properties = {
                "district": entry.id,
                "district_name": entry.title(chain).text,
                "place": place.name,
                "role": place.role,
            }
            yield _feature((place.lon, place.lat), properties)


def _of_others(edition: Edition, entries: tuple[Entry, ...]) -> Iterator[Node]:
    towns = _towns(edition.library)
    chain = edition.library.languages.source.chain
    for entry in entries:
        place = getattr(entry.facts, "place", None)
        point, precision = _point(place, towns)
        page = next(iter(edition.routes.by_key.get(entry.key, {}).values()), None)
        properties = {
            "id": entry.id,
            "name": entry.title(chain).text,
            "url": edition.routes.absolute(page.url) if page else None,
            "districts": [district.id for district in edition.library.districts_of(entry)],
            "city": place.city if place else None,
            "precision": precision,
        }
        yield _feature(point, properties)


def _point(place: Address | None, towns: Towns) -> tuple[tuple[float, float] | None, str | None]:
    if place is None:
        return None, None
    if place.lat is not None and place.lon is not None:
        return (place.lon, place.lat), "address"
    town = towns.get(place.city)
    return (town, "town") if town else (None, None)


def _towns(library: Library) -> Towns:
    """Where each town lies that a real district names."""
    return {
        place.name: (place.lon, place.lat)
        for district in library.of_kind("quartier")
        if not district.facts.demo
        for place in district.facts_as(Quartier).places
    }


def _feature(point: tuple[float, float] | None, properties: Node) -> Node:
    geometry = {"type": "Point", "coordinates": list(point)} if point else None
    return {"type": "Feature", "geometry": geometry, "properties": properties}
