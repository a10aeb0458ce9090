"""Which pages the site has: one function per group, each giving plans that hold for every language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ombrelle.kinds.base import Kind
from ombrelle.library import Library
from ombrelle.library.agenda import past_years
from ombrelle.library.directory import (
    FACETS,
    WORTH_SEARCHING,
    Selection,
    key_of,
    pages_of,
)
from ombrelle.load.entry import Entry

DISTRICT_SECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("startups", ("startup",)),
    ("actors", ("actor",)),
    ("services", ("service", "actor")),
    ("events", ("event",)),
    ("news", ("news", "story")),
)
"""The sections of a district and the kinds that they list; one without an entry has no page, but services."""

FAMILIES = "component-families"
"""The vocabulary of the families in which the components of a theme stand."""


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
    """A page that exists in every language, and the words of its address.

    `about` are the words that a language must have for the page to be said in it: the last one, if none is
    named.
    """

    key: str
    type: str
    words: tuple[Word, ...]
    entry: Entry | None = None
    term: str = ""
    about: tuple[Word, ...] = ()
    number: int = 1
    is_thin: bool = False

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
    if len(library.of_kind("quartier")) > 1:
        words = (Word(section="districts"), Word(section="compare"))
        yield Plan("districts/compare", "compare", words)
    for district in library.of_kind("quartier"):
        yield from _district_sections(library, district)
    yield Plan("brand", "brand", (Word(section="brand"),))
    yield from _patterns(library)
    yield Plan("data", "data", (Word(section="data"),))
    yield Plan("search", "search", (Word(section="search"),))


def _kinds(library: Library) -> Iterator[Kind]:
    for entries in library.entries.values():
        if entries and entries[0].kind.has_page:
            yield entries[0].kind


def _of_kind(library: Library, kind: Kind) -> Iterator[Plan]:
    section = tuple(Word(section=word) for word in kind.route)
    if kind.listed:
        index = Plan(kind.route[-1], kind.route[-1], section)
        yield from _paged(index, library.directory.count(()) if kind.name == "startup" else 0)
    for entry in library.of_kind(kind.name):
        yield Plan(entry.key, kind.name, (*_above(library, entry, section), Word(entry=entry)), entry)


def _above(library: Library, entry: Entry, section: tuple[Word, ...]) -> tuple[Word, ...]:
    """A page of a district stands below it; every other entry below its section, wherever its folder is."""
    district = library.get("quartier", entry.district) if entry.district else None
    if entry.kind.name == "page" and district:
        return (Word(section="districts"), Word(entry=district))
    return section


def _facets(library: Library) -> Iterator[Plan]:
    """A page for each term and each pair. Those of a district alone are a section of the district's page."""
    for selection, found in library.directory.found.items():
        key = key_of(selection)
        if selection and key.startswith("startups/") and all(_is_known(library, *one) for one in selection):
            about = tuple(_term_word(library, *chosen) for chosen in selection)
            words = [
                word for (field, _), term in zip(selection, about, strict=True) for word in _pair(field, term)
            ]
            plan = Plan(
                key,
                "startups-facet",
                (Word(section="startups"), *words),
                term=key.removeprefix("startups/"),
                about=about,
                is_thin=_is_thin(selection, len(found)),
            )
            yield from _paged(plan, len(found))


def _pair(field: str, term: Word) -> tuple[Word, Word]:
    return Word(section=FACETS[field].section), term


def _is_thin(selection: Selection, count: int) -> bool:
    return len(selection) > 1 and count < WORTH_SEARCHING


def _is_known(library: Library, field: str, term: str) -> bool:
    vocabulary = FACETS[field].vocabulary
    return not vocabulary or term in library.content.vocabularies.get(vocabulary, {})


def _term_word(library: Library, field: str, term: str) -> Word:
    if field == "districts":
        return Word(entry=library.by_key[f"quartier:{term}"])
    vocabulary = FACETS[field].vocabulary
    return Word(vocabulary=vocabulary, term=term) if vocabulary else Word(plain=term)


def _paged(plan: Plan, count: int) -> Iterator[Plan]:
    """The page of a list, and those in which it goes on."""
    yield plan
    for number in range(2, pages_of(count) + 1):
        words = (*plan.words, Word(section="page"), Word(plain=str(number)))
        about = plan.about or plan.words[-1:]
        yield replace(plan, key=f"{plan.key}/page/{number}", words=words, about=about, number=number)


def _layers(library: Library) -> Iterator[Plan]:
    for layer in library.content.vocabularies.get("layers", {}):
        if layer in library.offers:
            words = (Word(section="services"), Word(vocabulary="layers", term=layer))
            yield Plan(f"services/{layer}", "services-layer", words, term=layer)


def _patterns(library: Library) -> Iterator[Plan]:
    """The page of the components, and below it one for each of their families."""
    above = (Word(section="brand"), Word(section="patterns"))
    yield Plan("patterns", "patterns", above)
    for family in library.content.vocabularies.get(FAMILIES, {}):
        words = (*above, Word(vocabulary=FAMILIES, term=family))
        yield Plan(f"patterns/{family}", "patterns-family", words, term=family)


def _years(library: Library) -> Iterator[Plan]:
    """The years of events that are over: what has once come there stays there."""
    for year in past_years(library):
        words = (Word(section="events"), Word(plain=str(year)))
        yield Plan(f"events/{year}", "events-year", words, term=str(year), about=words[:1])


def _district_sections(library: Library, district: Entry) -> Iterator[Plan]:
    above = (Word(section="districts"), Word(entry=district))
    for section, kinds in DISTRICT_SECTIONS:
        # The page of its services also says who is nearest for what a district does not offer.
        is_near = section == "services" and library.offers
        if is_near or any(library.members_of(district, kind) for kind in kinds):
            words = (*above, Word(section=section))
            plan = Plan(f"{district.key}/{section}", f"quartier-{section}", words, district)
            chosen: Selection = (("districts", district.id),)
            yield from _paged(plan, library.directory.count(chosen) if section == "startups" else 0)
    yield Plan(f"{district.key}/contact", "quartier-contact", (*above, Word(section="contact")), district)
