"""The umbrella's own pages: home, free pages and entry points, open data, page not found."""

from __future__ import annotations

from datetime import timedelta

from ombrelle.i18n.phrase import NOTHING, Phrase
from ombrelle.kinds import page as page_kind
from ombrelle.kinds.quartier import Quartier
from ombrelle.load.entry import Entry as LoadedEntry
from ombrelle.route import Page
from ombrelle.views.cards import cards, sorted_cards
from ombrelle.views.contacts import contacts_for, kits
from ombrelle.views.context import Context, source
from ombrelle.views.datasets import CATALOGUE, CHANGES, DATASETS, PACKAGE, published
from ombrelle.views.entries import Entry, FreePage
from ombrelle.views.maps import map_of
from ombrelle.views.of_directory import companies, facet_groups
from ombrelle.views.of_districts import offers, section_links
from ombrelle.views.pages import Chooser, Data, Dataset, Home, Listing, NotFound
from ombrelle.views.parts import Group, LanguageLink, Link

LATEST = 4


def chooser_view(context: Context, page: Page) -> Chooser:
    """The languages, each with the promise of the site in it."""
    languages = context.library.languages
    links = []
    for language in languages:
        url = context.routes.href("home", language.code)
        links.append(LanguageLink(language.code, language.direction, language.autonym, url, False, False))
    taglines = tuple(context.library.site.tagline.pick(language.chain) for language in languages)
    return Chooser(tuple(links), taglines)


def home_view(context: Context, page: Page) -> Home:
    """The promise, the map, the districts, ways in by audience, what is new."""
    library = context.library
    districts = context.sorted(library.of_kind("quartier"))
    since = library.today - timedelta(days=library.site.new_days)
    fresh = [it for it in library.of_kind("news") if it.date and it.date.first_day >= since]
    coming = [event for event in library.of_kind("event") if not library.is_past(event)]
    return Home(
        tagline=context.pick(library.site.tagline),
        summary=context.pick(library.site.summary),
        map=map_of(context, districts),
        districts=cards(context, districts),
        entry_points=cards(context, _entry_points(context)),
        news=cards(context, fresh or library.of_kind("news"), LATEST),
        events=cards(context, coming, LATEST),
        stories=cards(context, library.of_kind("story"), LATEST),
        counts=_counts(context),
    )


def _counts(context: Context) -> tuple[Link, ...]:
    """How many of each are real: examples do not count."""
    sections = (
        ("districts", "quartier"),
        ("startups", "startup"),
        ("actors", "actor"),
        ("programmes", "programme"),
    )
    return tuple(
        context.section_link(section, sum(not entry.facts.demo for entry in context.library.of_kind(kind)))
        for section, kind in sections
        if context.library.of_kind(kind)
    )


def _entry_points(context: Context) -> list[LoadedEntry]:
    pages = [
        it
        for it in context.library.of_kind("page")
        if it.facts_as(page_kind.Page).audience and not it.district
    ]
    return sorted(pages, key=lambda it: (it.facts_as(page_kind.Page).order, it.id))


def free_page_view(context: Context, entry: LoadedEntry) -> FreePage:
    """A free text, with the lists that its facts ask for."""
    facts = entry.facts_as(page_kind.Page)
    library = context.library
    wanted = [(("looking_for", term),) for term in facts.looking_for]
    one = len(wanted) == 1 and wanted[0] in library.directory.found
    looking = {it.key: it for each in wanted for it in library.directory.found.get(each, ())}
    district = library.get("quartier", entry.district) if entry.district else None
    programmes = (library.get("programme", id_) for id_ in facts.programmes)
    return FreePage(
        summary=entry.summary(context.chain),
        audience=context.term("audiences", facts.audience),
        body=context.body(entry),
        sources=tuple(source(found) for found in facts.sources),
        companies=companies(context, context.sorted(looking.values())),
        narrower=facet_groups(context, wanted[0]) if one else (),
        narrower_url=context.selection_link(wanted[0]).url if one else "",
        offers=_offers(context, facts),
        programmes=cards(context, [it for it in programmes if it]),
        contacts=contacts_for(context, facts.contacts) if facts.contacts else (),
        kits=kits(context) if facts.kits else (),
        totems=cards(context, _totems(context)) if facts.totems else (),
        entry_points=context.links_to(_entry_points(context)) if facts.audience else (),
        sections=section_links(context, district) if district else (),
    )


def _offers(context: Context, facts: page_kind.Page) -> tuple[Group, ...]:
    found = {entry.key: entry for layer in facts.layers for entry in context.library.offers.get(layer, ())}
    offering = list(found.values())
    return tuple(group for group in offers(context, offering) if group.id in facts.layers)


def _totems(context: Context) -> list[LoadedEntry]:
    """The totem buildings that districts name, each once."""
    named = (district.facts_as(Quartier).totem for district in context.library.of_kind("quartier"))
    actors = {id_: context.library.get("actor", id_) for id_ in named if id_}
    return context.sorted(actor for actor in actors.values() if actor)


def data_view(context: Context, page: Page) -> Data:
    """The open data and their licence."""
    link = context.routes.link
    datasets = tuple(
        Dataset(
            name=context.section(dataset.section),
            count=len(published(context.library, dataset)),
            json_url=link(dataset.url("json")),
            csv_url=link(dataset.url("csv")),
            geojson_url=link(dataset.url("geojson")),
            schema_url=link(dataset.url("schema.json")),
        )
        for dataset in DATASETS
    )
    licence = context.library.site.data_licence
    return Data(
        datasets,
        Link(Phrase(licence.name), licence.url),
        updated=context.library.today,
        package_url=link(PACKAGE),
        catalogue_url=link(CATALOGUE),
        changes_url=link(CHANGES),
    )


def listing_view(context: Context, page: Page) -> Listing:
    """The index of a kind that has no view of its own."""
    kinds = {
        entry.kind.route[-1]: entry.kind.name
        for entries in context.library.entries.values()
        for entry in entries[:1]
        if entry.kind.route
    }
    entries = context.library.of_kind(kinds.get(page.key, ""))
    found = cards(context, entries) if entries and entries[0].date else sorted_cards(context, entries)
    return Listing(NOTHING, (Group(NOTHING, found),))


def entry_view(context: Context, entry: LoadedEntry) -> Entry:
    """An entry of a kind that has no view of its own."""
    districts = context.links_to(context.library.districts_of(entry))
    return Entry(entry.summary(context.chain), context.body(entry), districts)


def not_found_view(context: Context, page: Page) -> NotFound:
    """Ways back from an address that nothing has."""
    links = (context.target_link(target) for target in context.library.site.navigation)
    return NotFound(tuple(link for link in links if link))
