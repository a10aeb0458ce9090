"""Pages of districts: their index, each district, its sections, its contacts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from ombrelle.kinds import quartier
from ombrelle.kinds.actor import Actor
from ombrelle.library.layers import layers_of
from ombrelle.load.entry import Entry
from ombrelle.route import Page
from ombrelle.route.plan import DISTRICT_SECTIONS
from ombrelle.views.cards import card, cards, grouped, sorted_cards
from ombrelle.views.contacts import contacts_of, district_contact
from ombrelle.views.context import Context, source
from ombrelle.views.entries import Access, Label, Quartier
from ombrelle.views.local_maps import local_map
from ombrelle.views.maps import map_of
from ombrelle.views.nearest import lacking_in_district
from ombrelle.views.page_parts import StrongDistrict, StrongSector
from ombrelle.views.pages import Districts, QuartierContact, QuartierSection, QuartierServices
from ombrelle.views.parts import Card, Group, Link, Source

FIRST = 6
"""How many entries of each list a district's own page shows."""


def districts_view(context: Context, page: Page) -> Districts:
    """The index of the districts."""
    entries = context.sorted(context.library.of_kind("quartier"))
    return Districts(
        context.pick(context.library.site.summary),
        map_of(context, entries, lights=True),
        cards(context, entries),
        tuple(_sectors(context)),
        context.routes.href("districts/compare", context.lang),
    )


def _sectors(context: Context) -> Iterator[StrongSector]:
    """The sectors in which a district is strong, in the order of the vocabulary."""
    for sector in context.library.content.vocabularies.get("sectors", {}):
        strong = context.library.strengths.get(sector, ())
        if strong:
            districts = tuple(
                StrongDistrict(context.link(it.district), it.is_declared, it.companies) for it in strong
            )
            yield StrongSector(context.facet_link("sectors", sector), districts)


def quartier_view(context: Context, entry: Entry) -> Quartier:
    """A district."""
    facts = entry.facts_as(quartier.Quartier)
    members = context.library.members_of
    return Quartier(
        tagline=context.pick(facts.tagline),
        summary=context.pick(facts.summary),
        status=context.term("quartier-statuses", facts.status),
        emblem=context.picture(entry, facts.emblem, ""),
        places=tuple(place.name for place in facts.places),
        region=context.term("regions", facts.region),
        labels=labels_of(context, facts),
        former_names=context.former_names(facts.former_names),
        figures=context.figures(facts.figures),
        counts=_counts(context, entry),
        strengths=tuple(context.pick(strength) for strength in facts.strengths),
        sectors=tuple(context.facet_link("sectors", sector) for sector in facts.sectors),
        carriers=tuple(context.term("carriers", carrier) for carrier in facts.carriers),
        totem=_totem(context, facts),
        contact=district_contact(context, entry, "general", kit=True),
        sections=section_links(context, entry),
        pages=_menu(context, entry),
        startups=cards(context, members(entry, "startup"), FIRST),
        actors=cards(context, members(entry, "actor"), FIRST),
        news=cards(context, members(entry, "news"), FIRST),
        events=tuple(
            card(context, event) for event in members(entry, "event") if not context.library.is_past(event)
        ),
        partners=tuple(Source(partner.name, partner.url or "") for partner in facts.partners),
        map=local_map(context, entry),
        compare_url=compare_url(context, entry),
        body=context.body(entry),
        source=source(facts.source) if facts.source else None,
    )


def labels_of(context: Context, facts: quartier.Quartier) -> tuple[Label, ...]:
    """The life of a district's label."""
    return tuple(
        Label(
            context.term("label-kinds", label.kind),
            label.date,
            context.pick(label.name),
            source(label.source),
        )
        for label in facts.labels
    )


def compare_url(context: Context, district: Entry) -> str:
    """Where a district is compared with others, chosen already; "" where it is alone."""
    url = context.routes.href("districts/compare", context.lang)
    return f"{url}?d={district.id}" if url else ""


def section_view(context: Context, page: Page) -> QuartierSection:
    """The actors, services, events or news of a district."""
    entry = _district(page)
    section = page.key.rpartition("/")[2]
    return QuartierSection(section_links(context, entry), _GROUPS[section](context, entry))


def services_view(context: Context, page: Page) -> QuartierServices:
    """What a district offers, by layer, and where the rest is nearest."""
    entry = _district(page)
    groups = _services(context, entry)
    return QuartierServices(section_links(context, entry), groups, tuple(lacking_in_district(context, entry)))


def contact_view(context: Context, page: Page) -> QuartierContact:
    """Whom to write to in a district, and how to come."""
    entry = _district(page)
    facts = entry.facts_as(quartier.Quartier)
    return QuartierContact(
        sections=section_links(context, entry),
        contacts=contacts_of(context, entry),
        access=tuple(
            Access(context.term("access-means", way.means), context.pick(way.text)) for way in facts.access
        ),
        totem=_totem(context, facts),
        places=tuple(place.name for place in facts.places),
    )


def section_links(context: Context, district: Entry) -> tuple[Link, ...]:
    """The sections of a district that have a page."""
    names = [*(name for name, _ in DISTRICT_SECTIONS), "contact"]
    urls = {name: context.routes.href(f"{district.key}/{name}", context.lang) for name in names}
    return tuple(Link(context.section(name), url, name) for name, url in urls.items() if url)


def _counts(context: Context, district: Entry) -> tuple[Link, ...]:
    """How many entries the sections of a district list, without examples; none that would be zero."""
    kinds = {name: kinds for name, kinds in DISTRICT_SECTIONS if name in {"startups", "actors"}}
    found = (
        (
            link,
            sum(
                not it.facts.demo
                for kind in kinds[link.id]
                for it in context.library.members_of(district, kind)
            ),
        )
        for link in section_links(context, district)
        if link.id in kinds
    )
    return tuple(replace(link, count=count) for link, count in found if count)


def _district(page: Page) -> Entry:
    """The district of which a page is a section."""
    assert page.entry is not None
    return page.entry


def _totem(context: Context, facts: quartier.Quartier) -> Card | None:
    actor = context.library.get("actor", facts.totem) if facts.totem else None
    return card(context, actor) if actor else None


def _menu(context: Context, entry: Entry) -> tuple[Link, ...]:
    wanted = entry.facts_as(quartier.Quartier).menu
    pages = (context.library.get("page", f"{entry.id}/{page}") for page in wanted)
    return context.links_to(page for page in pages if page)


def _actors(context: Context, district: Entry) -> tuple[Group, ...]:
    actors = context.library.members_of(district, "actor")
    return grouped(context, actors, "actor-kinds", lambda entry: entry.facts_as(Actor).kind)


def _services(context: Context, district: Entry) -> tuple[Group, ...]:
    services = context.library.members_of(district, "service")
    actors = context.library.members_of(district, "actor")
    return offers(context, [*services, *actors])


def offers(context: Context, entries: list[Entry]) -> tuple[Group, ...]:
    """Services, and actors that offer some, by layer; each group leads to the page of its layer."""
    found: list[Group] = []
    for layer in context.library.content.vocabularies.get("layers", {}):
        offering = [entry for entry in entries if layer in layers_of(entry)]
        if offering:
            link = context.layer_link(layer)
            found.append(Group(link.label, sorted_cards(context, offering), layer, link.url))
    return tuple(found)


def _news(context: Context, district: Entry) -> tuple[Group, ...]:
    members = context.library.members_of
    groups = (("news", members(district, "news")), ("stories", members(district, "story")))
    return tuple(Group(context.section(id_), cards(context, group), id_) for id_, group in groups if group)


_GROUPS: Mapping[str, Callable[[Context, Entry], tuple[Group, ...]]] = {
    "actors": _actors,
    "news": _news,
}
