"""All entries that are shown today, and how they relate. Built once by `relate`; nothing changes it after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ombrelle.i18n.languages import Languages
from ombrelle.i18n.phrase import Phrase
from ombrelle.kinds.event import Event
from ombrelle.kinds.site import Site
from ombrelle.kinds.vocabulary import Term
from ombrelle.library.directory import FACETS, Directory
from ombrelle.library.nearest import Near
from ombrelle.library.strengths import Strength
from ombrelle.load.entry import Content, Entry, MediaFile

__all__ = ["Library", "Reference"]


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry that names another, in one of its fields (the first key of the way to the value)."""

    source: Entry
    field: str


@dataclass(frozen=True, slots=True)
class Library:
    """The entries of the site on a day, with every relation looked up once.

    `entries` are by kind, in order of id. `districts` are by entry key: the districts that it belongs to.
    `members` are by district and kind. `references` are by the key of the entry that is named.
    `directory` is how companies are found. `offers` are the services and actors of a layer.
    `nearest` are, by layer and district, for districts that offer nothing in a layer the nearest that does.
    `strengths` are the districts that are strong in a sector, by sector.
    `ranks` are the places of entries among all of their kind, `ranks_at_home` among those of their kind that
    belong to their first district; both by entry key.
    """

    content: Content
    today: date
    drafts: bool
    entries: Mapping[str, tuple[Entry, ...]]
    by_key: Mapping[str, Entry]
    districts: Mapping[str, tuple[Entry, ...]]
    members: Mapping[tuple[str, str], tuple[Entry, ...]]
    references: Mapping[str, tuple[Reference, ...]]
    directory: Directory
    offers: Mapping[str, tuple[Entry, ...]]
    nearest: Mapping[tuple[str, str], Near]
    strengths: Mapping[str, tuple[Strength, ...]]
    ranks: Mapping[str, int]
    ranks_at_home: Mapping[str, int]

    @property
    def site(self) -> Site:
        """The umbrella itself."""
        return self.content.site

    @property
    def languages(self) -> Languages:
        """The languages of the site."""
        return self.content.languages

    @property
    def media(self) -> tuple[MediaFile, ...]:
        """Pictures and other files beside the texts."""
        return self.content.media

    def of_kind(self, kind: str) -> tuple[Entry, ...]:
        """Every entry of a kind, in order of id."""
        return self.entries.get(kind, ())

    def get(self, kind: str, ref: str) -> Entry | None:
        """The entry that an id names, None when it is not shown today."""
        return self.by_key.get(f"{kind}:{ref}")

    def districts_of(self, entry: Entry) -> tuple[Entry, ...]:
        """The districts that an entry belongs to: that of its folder, then those that it names."""
        return self.districts.get(entry.key, ())

    def members_of(self, district: Entry, kind: str) -> tuple[Entry, ...]:
        """The entries of a kind that belong to a district."""
        return self.members.get((district.id, kind), ())

    def offering(self, layer: str) -> tuple[Entry, ...]:
        """The districts in which something is offered in a layer, in order of id."""
        offers = self.offers.get(layer, ())
        found = {district.id: district for entry in offers for district in self.districts_of(entry)}
        return tuple(found[id_] for id_ in sorted(found))

    def next_of_kind(self, entry: Entry, most: int) -> tuple[Entry, ...]:
        """Those that follow an entry among all of its kind, at most `most`; after the last come the first."""
        return _following(self.of_kind(entry.kind.name), self.ranks[entry.key], most)

    def next_at_home(self, entry: Entry, most: int) -> tuple[Entry, ...]:
        """The same in its first district; none where it has no district."""
        districts = self.districts_of(entry)
        if not districts:
            return ()
        neighbours = self.members_of(districts[0], entry.kind.name)
        return _following(neighbours, self.ranks_at_home[entry.key], most)

    def naming(self, entry: Entry, kind: str, field: str) -> tuple[Entry, ...]:
        """The entries of `kind` that name `entry` in `field`: the other side of a relation."""
        return tuple(
            reference.source
            for reference in self.references.get(entry.key, ())
            if reference.source.kind.name == kind and reference.field == field
        )

    def term(self, vocabulary: str, term: str) -> Term:
        """A term of a vocabulary; KeyError for one that `relate` did not find."""
        return self.content.vocabularies[vocabulary][term]

    def term_name(self, vocabulary: str, term: str, chain: tuple[str, ...]) -> Phrase:
        """The name of a term, the id itself where the vocabulary lacks it."""
        known = self.content.vocabularies.get(vocabulary, {}).get(term)
        return known.name.pick(chain) if known else Phrase(term)

    def facet_terms(self, field: str) -> tuple[str, ...]:
        """The terms of a facet that have a company: in the order of their vocabulary, else of their ids."""
        terms = self.directory.terms[field]
        vocabulary = FACETS[field].vocabulary
        if not vocabulary:
            return terms
        return tuple(term for term in self.content.vocabularies.get(vocabulary, {}) if term in terms)

    def is_past(self, event: Entry) -> bool:
        """Whether an event ended before today."""
        return event.facts_as(Event).ends.date() < self.today


def _following(entries: tuple[Entry, ...], at: int, most: int) -> tuple[Entry, ...]:
    after = entries[at + 1 : at + 1 + most]
    return (*after, *entries[: min(at, most - len(after))])
