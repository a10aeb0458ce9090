"""Which districts are strong in a sector: those that say so, and those where companies of it are listed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ombrelle.kinds.quartier import Quartier
from ombrelle.library.directory import Directory
from ombrelle.load.entry import Entry


@dataclass(frozen=True, slots=True)
class Strength:
    """A district in a sector: whether it names it among its own, and how many of its companies are listed.

    Invented examples do not count.
    """

    district: Entry
    is_declared: bool
    companies: int


def strengths(
    districts: Sequence[Entry],
    directory: Directory,
    districts_of: Mapping[str, Sequence[Entry]],
) -> dict[str, tuple[Strength, ...]]:
    """By sector: those that declare it first, then those with most companies, then by id."""
    declared = {
        (sector, district.id) for district in districts for sector in district.facts_as(Quartier).sectors
    }
    companies: dict[tuple[str, str], int] = {}
    for sector in directory.terms["sectors"]:
        for entry in directory.found[("sectors", sector),]:
            for district in () if entry.facts.demo else districts_of[entry.key]:
                companies[sector, district.id] = companies.get((sector, district.id), 0) + 1
    by_id = {district.id: district for district in districts}
    found: dict[str, list[Strength]] = {}
    for sector, id_ in sorted(declared | companies.keys()):
        strength = Strength(by_id[id_], (sector, id_) in declared, companies.get((sector, id_), 0))
        found.setdefault(sector, []).append(strength)
    return {sector: tuple(sorted(each, key=_order)) for sector, each in found.items()}


def _order(strength: Strength) -> tuple[bool, int, str]:
    return not strength.is_declared, -strength.companies, strength.district.id
