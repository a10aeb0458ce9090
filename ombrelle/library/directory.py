"""How the directory of companies is narrowed: its facets, and the pairs that have a list of their own.

A selection is a tuple of terms, each with its facet, in the order of `FACETS`: `()` is the whole directory,
`(("sectors", "health"),)` one term, `(("sectors", "health"), ("districts", "lyon"))` a pair.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from ombrelle.kinds.startup import Startup
from ombrelle.load.entry import Entry

PER_PAGE = 40
"""How many companies one page lists."""

WORTH_SEARCHING = 3
"""A pair with fewer companies has its page, for visitors; search engines are not told of it."""

Chosen = tuple[str, str]
Selection = tuple[Chosen, ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to narrow the directory.

    `field` is one of a startup, or `districts`: those that it belongs to. `vocabulary` has its terms, ""
    where they are districts or languages. `section` has its name and its word in addresses. `parameter` is
    its name behind the `?` of an address, the same in every language.
    """

    field: str
    vocabulary: str
    section: str
    parameter: str


FACETS: Mapping[str, Facet] = {
    facet.field: facet
    for facet in (
        Facet("sectors", "sectors", "sectors", "sector"),
        Facet("districts", "", "district", "district"),
        Facet("stage", "stages", "stage", "stage"),
        Facet("looking_for", "looking-for", "looking-for", "looking-for"),
        Facet("headcount", "headcounts", "headcount", "size"),
        Facet("working_languages", "", "working-languages", "language"),
    )
}
"""By field, in the order in which they are offered."""

PAIRS: frozenset[tuple[str, str]] = frozenset(
    (
        ("sectors", "districts"),
        ("sectors", "stage"),
        ("sectors", "looking_for"),
        ("districts", "looking_for"),
        ("stage", "looking_for"),
        ("looking_for", "working_languages"),
    )
)
"""The facets whose terms are joined in pages of their own: what investors, customers and talents ask for."""


@dataclass(frozen=True, slots=True)
class Directory:
    """The companies of each selection that has a page.

    A pair is here where it holds a company and fewer than each of its terms. `same` has the pairs that would
    narrow nothing: those that hold all the companies of a term, with that term. `terms` are those of each
    facet that have a company, in the order of their ids.
    """

    found: Mapping[Selection, tuple[Entry, ...]]
    same: Mapping[Selection, Chosen]
    terms: Mapping[str, tuple[str, ...]]

    def page_of(self, selection: Selection) -> Selection | None:
        """The selection whose page lists just the companies of this one; None where there are none."""
        whole = self.same.get(selection)
        if whole:
            return (whole,)
        return selection if selection in self.found else None

    def count(self, selection: Selection) -> int:
        """How many companies a selection has; 0 for a pair that narrows nothing."""
        return len(self.found.get(selection, ()))


def ordered(selection: Iterable[Chosen]) -> Selection:
    """Terms in the order of their facets."""
    fields = list(FACETS)
    return tuple(sorted(selection, key=lambda chosen: fields.index(chosen[0])))


def key_of(selection: Selection) -> str:
    """The key of the page of a selection: a district alone has its companies in its own section."""
    if len(selection) == 1 and selection[0][0] == "districts":
        return f"quartier:{selection[0][1]}/startups"
    return "/".join(("startups", *(f"{field}/{term}" for field, term in selection)))


def pages_of(count: int) -> int:
    """How many pages list so many companies: one at least."""
    return max(1, -(-count // PER_PAGE))


def selection_of(term: str) -> Selection:
    """The selection that a page's `term` names: `sectors/health/districts/lyon`."""
    parts = term.split("/") if term else []
    return tuple(zip(parts[::2], parts[1::2], strict=True))


def terms_of(entry: Entry, districts: Iterable[Entry]) -> tuple[Chosen, ...]:
    """Every term under which a company is found."""
    facts = entry.facts_as(Startup)
    own = ((field, getattr(facts, field)) for field in FACETS if field != "districts")
    named = [(field, term) for field, value in own for term in _several(value)]
    return tuple(dict.fromkeys((*named, *(("districts", district.id) for district in districts))))


def _several(value: object) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return value
    return (str(value),) if value else ()


def directory_of(startups: Sequence[Entry], homes: Mapping[str, Sequence[Entry]]) -> Directory:
    """The directory of companies, in the order that they are given; `homes` are their districts, by key."""
    groups: dict[Selection, list[Entry]] = defaultdict(list, {(): []})
    for entry in startups:
        terms = ordered(terms_of(entry, homes[entry.key]))
        singles = [(term,) for term in terms]
        pairs = [pair for pair in combinations(terms, 2) if (pair[0][0], pair[1][0]) in PAIRS]
        for selection in ((), *singles, *pairs):
            groups[selection].append(entry)
    same = {pair: whole for pair in groups if (whole := _whole(pair, groups))}
    found = {selection: tuple(group) for selection, group in groups.items() if selection not in same}
    return Directory(found, same, _terms(found))


def _whole(selection: Selection, groups: Mapping[Selection, Sequence[Entry]]) -> Chosen | None:
    """The term of a pair whose companies are all in it."""
    if len(selection) < 2:
        return None
    count = len(groups[selection])
    return next((chosen for chosen in selection if len(groups[chosen,]) == count), None)


def _terms(found: Iterable[Selection]) -> dict[str, tuple[str, ...]]:
    singles = sorted(selection[0] for selection in found if len(selection) == 1)
    return {field: tuple(term for own, term in singles if own == field) for field in FACETS}
