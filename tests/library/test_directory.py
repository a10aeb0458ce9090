"""The directory of companies: what each selection holds, whatever the companies."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from ombrelle.kinds import BY_NAME
from ombrelle.kinds.startup import Startup
from ombrelle.library import Library
from ombrelle.library.directory import (
    FACETS,
    PAIRS,
    PER_PAGE,
    Directory,
    directory_of,
    key_of,
    ordered,
    pages_of,
    selection_of,
)
from ombrelle.load.entry import Entry
from tests.support.small import SITES, library_of

_SECTORS = ("health", "fintech", "deeptech")
_DISTRICTS = ("haute-rive", "port-clair", "valmont")


@dataclass(frozen=True)
class Told:
    """A company as the tests make it up."""

    sectors: tuple[str, ...]
    stage: str | None
    looking_for: tuple[str, ...]
    headcount: str | None
    working_languages: tuple[str, ...]
    districts: tuple[str, ...]

    def has(self, field: str, term: str) -> bool:
        value = getattr(self, field)
        return term in value if isinstance(value, tuple) else term == value


def some(*terms: str) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(terms), unique=True, max_size=3).map(tuple)


COMPANIES = st.lists(
    st.builds(
        Told,
        some(*_SECTORS),
        st.none() | st.sampled_from(("seed", "growth")),
        some("investors", "talent"),
        st.none() | st.sampled_from(("1-9", "10-49")),
        some("fr", "en", "de"),
        some(*_DISTRICTS).filter(bool),
    ),
    max_size=12,
)
LIBRARY: Library = library_of(SITES / "rich")[0]


def entry_of(number: int, told: Told) -> Entry:
    """A company of the library's own kind, with these facts."""
    facts = Startup.model_validate(
        {
            "name": f"Essai {number}",
            "website": f"https://essai-{number}.example",
            "status": "active",
            "pitch": {"fr": f"Essai {number}"},
            "source": {"title": "Essai"},
            "as_of": "2026",
            "sectors": list(told.sectors),
            "stage": told.stage,
            "looking_for": list(told.looking_for),
            "headcount": told.headcount,
            "working_languages": list(told.working_languages),
        }
    )
    return Entry(BY_NAME["startup"], f"essai-{number}", told.districts[0], facts, None, {})


def made(told: list[Told]) -> tuple[list[Entry], Directory]:
    entries = [entry_of(number, each) for number, each in enumerate(told)]
    by_id = {district.id: district for district in LIBRARY.of_kind("quartier")}
    homes = {
        entry.key: [by_id[id_] for id_ in each.districts] for entry, each in zip(entries, told, strict=True)
    }
    return entries, directory_of(entries, homes)


@given(COMPANIES)
def test_a_list_holds_just_the_companies_that_have_its_terms(told: list[Told]) -> None:
    """Every selection, counted again by hand; none is empty but the whole of an empty directory."""
    entries, directory = made(told)
    for selection, found in directory.found.items():
        assert found or not told
        wanted = [
            entry
            for entry, each in zip(entries, told, strict=True)
            if all(each.has(field, term) for field, term in selection)
        ]
        assert list(found) == wanted
        assert directory.count(selection) == len(wanted)


@given(COMPANIES)
def test_a_pair_has_a_list_of_its_own_where_it_narrows_both_terms(told: list[Told]) -> None:
    """Any two terms of joined facets that a company has lead to a list of just these companies."""
    entries, directory = made(told)
    for first, second in PAIRS:
        for one in directory.terms[first]:
            for other in directory.terms[second]:
                pair = ordered(((first, one), (second, other)))
                both = [
                    entry
                    for entry, each in zip(entries, told, strict=True)
                    if each.has(first, one) and each.has(second, other)
                ]
                target = directory.page_of(pair)
                assert (target is None) == (not both)
                if target:
                    assert list(directory.found[target]) == both
                    smallest = min(directory.count((chosen,)) for chosen in pair)
                    assert (target == pair) == (len(both) < smallest)


def test_the_pairs_are_of_facets_in_their_order() -> None:
    """A pair that stands the other way round would never be found."""
    fields = list(FACETS)
    assert all(fields.index(first) < fields.index(second) for first, second in PAIRS)


def test_a_selection_has_one_name() -> None:
    """Its key says it, and can be read back; a district alone is a section of the district."""
    pair = ordered((("districts", "lyon"), ("sectors", "health")))
    assert pair == (("sectors", "health"), ("districts", "lyon"))
    assert key_of(pair) == "startups/sectors/health/districts/lyon"
    assert selection_of("sectors/health/districts/lyon") == pair
    assert key_of((("districts", "lyon"),)) == "quartier:lyon/startups"
    assert key_of(()) == "startups"
    assert selection_of("") == ()


def test_a_list_has_as_many_pages_as_it_needs() -> None:
    """One for nothing, one for a full page, two for one company more."""
    assert [pages_of(count) for count in (0, 1, PER_PAGE, PER_PAGE + 1)] == [1, 1, 1, 2]
