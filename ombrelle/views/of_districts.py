"""Pages of districts: their index, each district, its sections, its contacts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ombrelle.i18n.phrase import NOTHING
from ombrelle.kinds import quartier
from ombrelle.kinds.actor import Actor
from ombrelle.library.layers import layers_of
from ombrelle.load.entry import Entry
from ombrelle.route import Page
from ombrelle.route.plan import DISTRICT_SECTIONS
from ombrelle.views.cards import card, cards, grouped, sorted_cards
from ombrelle.views.context import Context, source
from ombrelle.views.entries import Access, Label, Quartier
from ombrelle.views.maps import map_of
from ombrelle.views.pages import Districts, QuartierContact, QuartierSection
from ombrelle.views.parts import Card, Contact, Group, Link, Source
from ombrelle.views.pictures import picture_named

FIRST = 6
"""How many entries of each list a district's own page shows."""


def districts_view(context: Context, page: Page) -> Districts:
    """The index of the districts."""
    entries = context.sorted(context.library.of_kind("quartier"))
    return Districts(
        context.pick(context.library.site.summary), map_of(context, entries), cards(context, entries)
    )


def quartier_view(context: Context, entry: Entry) -> Quartier:
    """A district."""
    facts = entry.facts_as(quartier.Quartier)
    members = context.library.members_of
    return Quartier(
        tagline=context.pick(facts.tagline),
        summary=context.pick(facts.summary),
        status=context.term("quartier-statuses", facts.status),
        emblem=picture_named(context, entry, facts.emblem, ""),
        places=tuple(place.name for place in facts.places),
        region=context.term("regions", facts.region),
        labels=tuple(_label(context, label) for label in facts.labels),
        former_names=context.former_names(facts.former_names),
        figures=context.figures(facts.figures),
        strengths=tuple(context.pick(strength) for strength in facts.strengths),
        sectors=tuple(context.facet_link("sectors", sector) for sector in facts.sectors),
        carriers=tuple(context.term("carriers", carrier) for carrier in facts.carriers),
        totem=_totem(context, facts),
        contact=context.contact(facts.contacts.general),
        sections=section_links(context, entry),
        pages=_menu(context, entry),
        startups=cards(context, members(entry, "startup"), FIRST),
        actors=cards(context, members(entry, "actor"), FIRST),
        news=cards(context, members(entry, "news"), FIRST),
        events=tuple(
            card(context, event) for event in members(entry, "event") if not context.library.is_past(event)
        ),
        partners=tuple(Source(partner.name, partner.url or "") for partner in facts.partners),
        map=map_of(context, [entry]),
        body=context.body(entry),
        source=source(facts.source) if facts.source else None,
    )


def section_view(context: Context, page: Page) -> QuartierSection:
    """The startups, actors, services, events or news of a district."""
    entry = _district(page)
    section = page.key.rpartition("/")[2]
    return QuartierSection(section_links(context, entry), _GROUPS[section](context, entry))


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


def contacts_of(context: Context, district: Entry) -> tuple[Contact, ...]:
    """Every contact of a district, the general one first."""
    contacts = district.facts_as(quartier.Quartier).contacts
    return tuple(context.contact(contact, purpose) for purpose, contact in contacts.by_purpose.items())


def section_links(context: Context, district: Entry) -> tuple[Link, ...]:
    """The sections of a district that have a page."""
    names = [*(name for name, _ in DISTRICT_SECTIONS), "contact"]
    urls = {name: context.routes.href(f"{district.key}/{name}", context.lang) for name in names}
    return tuple(Link(context.section(name), url, name) for name, url in urls.items() if url)


def _district(page: Page) -> Entry:
    """The district of which a page is a section."""
    assert page.entry is not None
    return page.entry


def _label(context: Context, label: quartier.Label) -> Label:
    return Label(
        context.term("label-kinds", label.kind), label.date, context.pick(label.name), source(label.source)
    )


def _totem(context: Context, facts: quartier.Quartier) -> Card | None:
    actor = context.library.get("actor", facts.totem) if facts.totem else None
    return card(context, actor) if actor else None


def _menu(context: Context, entry: Entry) -> tuple[Link, ...]:
    wanted = entry.facts_as(quartier.Quartier).menu
    pages = (context.library.get("page", f"{entry.id}/{page}") for page in wanted)
    return context.links_to(page for page in pages if page)


def _startups(context: Context, district: Entry) -> tuple[Group, ...]:
    return (Group(NOTHING, sorted_cards(context, context.library.members_of(district, "startup"))),)


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


def _events(context: Context, district: Entry) -> tuple[Group, ...]:
    events = context.library.members_of(district, "event")
    coming = [event for event in events if not context.library.is_past(event)]
    past = [event for event in reversed(events) if context.library.is_past(event)]
    return tuple(
        Group(NOTHING, cards(context, group), id_)
        for id_, group in (("upcoming", coming), ("past", past))
        if group
    )


def _news(context: Context, district: Entry) -> tuple[Group, ...]:
    members = context.library.members_of
    groups = (("news", members(district, "news")), ("stories", members(district, "story")))
    return tuple(Group(context.section(id_), cards(context, group), id_) for id_, group in groups if group)


_GROUPS: Mapping[str, Callable[[Context, Entry], tuple[Group, ...]]] = {
    "startups": _startups,
    "actors": _actors,
    "services": _services,
    "events": _events,
    "news": _news,
}
