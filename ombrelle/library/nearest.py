"""The nearest district that offers what another lacks: by the shortest way over the Earth between seats."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ombrelle.earth import great_circle, rounded
from ombrelle.kinds.quartier import Quartier
from ombrelle.load.entry import Entry

OVERSEAS_KM = 1500
"""Two seats farther apart than this have a sea between them: the mainland with Corsica is 1,200 km long."""


@dataclass(frozen=True, slots=True)
class Near:
    """A district that offers something, seen from one that does not.

    `kilometres` is rounded as `rounded` says. `is_overseas`: there is a sea between them. `is_demo`: all that
    it offers there are invented examples.
    """

    district: Entry
    kilometres: int
    is_overseas: bool
    is_demo: bool


def nearest_offers(
    districts: Sequence[Entry],
    offers: Mapping[str, Sequence[Entry]],
    districts_of: Mapping[str, Sequence[Entry]],
) -> dict[tuple[str, str], Near]:
    """By layer and district, for each district that offers nothing in a layer, the nearest that does.

    Nothing for a layer in which no district offers anything. Of two that are equally far, the first by id.
    """
    found: dict[tuple[str, str], Near] = {}
    for layer, entries in offers.items():
        offering = _offering(entries, districts_of)
        for district in districts:
            if offering and district.id not in offering:
                found[layer, district.id] = _nearest(district, offering.values())
    return found


@dataclass(slots=True)
class _Offering:
    district: Entry
    is_demo: bool


def _offering(entries: Iterable[Entry], districts_of: Mapping[str, Sequence[Entry]]) -> dict[str, _Offering]:
    found: dict[str, _Offering] = {}
    for entry in entries:
        for district in districts_of[entry.key]:
            known = found.setdefault(district.id, _Offering(district, is_demo=True))
            known.is_demo = known.is_demo and entry.facts.demo
    return found


def _nearest(district: Entry, offering: Iterable[_Offering]) -> Near:
    here = _seat(district)
    ranked = [(great_circle(here, _seat(other.district)), other.district.id, other) for other in offering]
    kilometres, _, best = min(ranked, key=lambda each: each[:2])
    return Near(best.district, rounded(kilometres), kilometres > OVERSEAS_KM, best.is_demo)


def _seat(district: Entry) -> tuple[float, float]:
    seat = district.facts_as(Quartier).seat
    return seat.lat, seat.lon
