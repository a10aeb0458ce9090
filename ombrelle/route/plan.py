"""Which pages the site has: one function per group, each giving plans that hold for every language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ombrelle.kinds.base import Kind
from ombrelle.library import Library
from ombrelle.library.agenda import past_years
from ombrelle.library.relate import FACETS
from ombrelle.load.entry import Entry

DISTRICT_SECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("startups", ("startup",)),
    ("actors", ("actor",)),
    ("services", ("service", "actor")),
    ("events", ("event",)),
    ("news", ("news", "story")),
)
"""The sections of a district and the kinds that they list; one without an entry has no page, but services."""


@dataclass(frozen=True, slots=True)
class Word:
    """A part of an address: a section's word, a term's, an entry's slug, or plain text."""

    section: str = ""
    vocabulary: str = ""
    term: str = ""
    entry: Entry | None = None
    plain: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A page that exists in every language, and the words of its address."""

    key: str
    type: str
    words: tuple[Word, ...]
    entry: Entry | None = None
    term: str = ""

    @property
    def path(self) -> str:
        """The file that it comes from, for messages."""
        if self.entry:
            return self.entry.path
        own = self.words[-1].vocabulary if self.words else ""
        return f"content/vocabularies/{own or 'sections'}.yaml"


def plans(library: Library) -> Iterator[Plan]:
    """Every page of the site."""
    yield Plan("home", "home", ())
    yield Plan("not-found", "not-found", (Word(plain="404.html"),))
    for kind in _kinds(library):
        yield from _of_kind(library, kind)
    yield from _facets(library)
    yield from _layers(library)
    yield from _years(library)
    for district in library.of_kind("quartier"):
        yield from _district_sections(library, district)
    yield Plan("brand", "brand", (Word(section="brand"),))
    yield Plan("patterns", "patterns", (Word(section="brand"), Word(section="patterns")))
    yield Plan("data", "data", (Word(section="data"),))


def _kinds(library: Library) -> Iterator[Kind]:
    for entries in library.entries.values():
        if entries and entries[0].kind.has_page:
            yield entries[0].kind


def _of_kind(library: Library, kind: Kind) -> Iterator[Plan]:
    section = tuple(Word(section=word) for word in kind.route)
    if kind.listed:
        yield Plan(kind.route[-1], kind.route[-1], section)
    for entry in library.of_kind(kind.name):
        yield Plan(entry.key, kind.name, (*_above(library, entry, section), Word(entry=entry)), entry)


def _above(library: Library, entry: Entry, section: tuple[Word, ...]) -> tuple[Word, ...]:
    """A page of a district stands below it; every other entry below its section, wherever its folder is."""
    district = library.get("quartier", entry.district) if entry.district else None
    if entry.kind.name == "page" and district:
        return (Word(section="districts"), Word(entry=district))
    return section


def _facets(library: Library) -> Iterator[Plan]:
    for field, vocabulary in FACETS.items():
        for term in library.content.vocabularies.get(vocabulary, {}):
            if library.terms.get((field, term)):
                words = (Word(section="startups"), Word(section=field.replace("_", "-")))
                yield Plan(
                    f"startups/{field}/{term}",
                    "startups-facet",
                    (*words, Word(vocabulary=vocabulary, term=term)),
                    term=f"{field}/{term}",
                )


def _layers(library: Library) -> Iterator[Plan]:
    for layer in library.content.vocabularies.get("layers", {}):
        if layer in library.offers:
            words = (Word(section="services"), Word(vocabulary="layers", term=layer))
            yield Plan(f"services/{layer}", "services-layer", words, term=layer)


def _years(library: Library) -> Iterator[Plan]:
    """The years of events that are over: what has once come there stays there."""
    for year in past_years(library):
        words = (Word(section="events"), Word(plain=str(year)))
        yield Plan(f"events/{year}", "events-year", words, term=str(year))


def _district_sections(library: Library, district: Entry) -> Iterator[Plan]:
    above = (Word(section="districts"), Word(entry=district))
    for section, kinds in DISTRICT_SECTIONS:
        # The page of its services also says who is nearest for what a district does not offer.
        is_near = section == "services" and library.offers
        if is_near or any(library.members_of(district, kind) for kind in kinds):
            yield Plan(
                f"{district.key}/{section}", f"quartier-{section}", (*above, Word(section=section)), district
            )
    yield Plan(f"{district.key}/contact", "quartier-contact", (*above, Word(section="contact")), district)
