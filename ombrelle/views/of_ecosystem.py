"""Pages of those who help companies: actors, services by layer, programmes."""

from __future__ import annotations

from collections.abc import Sequence

from ombrelle.kinds import actor, programme, service
from ombrelle.load.entry import Entry
from ombrelle.route import Page
from ombrelle.views.cards import cards, grouped, sorted_cards
from ombrelle.views.context import Context, address_lines, source
from ombrelle.views.entries import Actor, Award, Programme, Service
from ombrelle.views.nearest import lacking_in_layer
from ombrelle.views.pages import Listing, Services, ServicesLayer
from ombrelle.views.parts import Group

FIRST_OF_LAYER = 3


def actors_view(context: Context, page: Page) -> Listing:
    """Every actor, by kind."""
    actors = context.library.of_kind("actor")
    by_kind = grouped(context, actors, "actor-kinds", lambda entry: entry.facts_as(actor.Actor).kind)
    return Listing(context.pick(None), by_kind)


def actor_view(context: Context, entry: Entry) -> Actor:
    """An actor."""
    facts = entry.facts_as(actor.Actor)
    library = context.library
    return Actor(
        summary=context.pick(facts.summary),
        kind=context.term("actor-kinds", facts.kind),
        districts=context.links_to(library.districts_of(entry)),
        is_national=facts.national,
        address=address_lines(facts.place),
        country=facts.place.country if facts.place else "",
        website=facts.website or "",
        services=tuple(context.layer_link(layer) for layer in facts.services),
        sectors=tuple(context.facet_link("sectors", sector) for sector in facts.sectors),
        figures=context.figures(facts.figures),
        former_names=context.former_names(facts.former_names),
        opened=facts.opened,
        closed=facts.closed,
        hosted=cards(context, library.naming(entry, "startup", "hosted_by")),
        offers=cards(context, library.naming(entry, "service", "provider")),
        source=source(facts.source),
        as_of=facts.as_of,
        body=context.body(entry),
    )


def services_view(context: Context, page: Page) -> Services:
    """The layers of services, each with the first who offer something."""
    found = [
        (layer, context.library.offers.get(layer, ()))
        for layer in context.library.content.vocabularies.get("layers", {})
    ]
    kept = [(layer, entries) for layer, entries in found if entries]
    return Services(
        introduction=context.pick(None),
        layers=tuple(_layer(context, layer, entries) for layer, entries in kept),
        counts=tuple(len(entries) for _, entries in kept),
        districts=tuple(
            context.links_to(context.sorted(context.library.offering(layer))) for layer, _ in kept
        ),
    )


def layer_view(context: Context, page: Page) -> ServicesLayer:
    """One layer of services: who offers it in each district, then for all of them."""
    offering = context.library.offers.get(page.term, ())
    groups = []
    for district in context.sorted(context.library.of_kind("quartier")):
        own = [entry for entry in offering if district in context.library.districts_of(entry)]
        if own:
            link = context.link(district)
            groups.append(Group(link.label, sorted_cards(context, own), district.id, link.url))
    everywhere = [entry for entry in offering if not context.library.districts_of(entry)]
    if everywhere:
        groups.append(Group(context.pick(context.library.site.name), sorted_cards(context, everywhere)))
    layers = [
        layer for layer in context.library.content.vocabularies["layers"] if layer in context.library.offers
    ]
    summary = context.pick(context.library.term("layers", page.term).summary)
    links = tuple(context.layer_link(layer) for layer in layers)
    return ServicesLayer(summary, tuple(groups), links, tuple(lacking_in_layer(context, page.term)))


def _layer(context: Context, layer: str, entries: Sequence[Entry]) -> Group:
    link = context.layer_link(layer)
    summary = context.pick(context.library.term("layers", layer).summary)
    return Group(link.label, cards(context, entries, FIRST_OF_LAYER), layer, link.url, summary)


def service_view(context: Context, entry: Entry) -> Service:
    """A service."""
    facts = entry.facts_as(service.Service)
    provider = context.library.get("actor", facts.provider) if facts.provider else None
    return Service(
        summary=context.pick(facts.summary),
        layer=context.layer_link(facts.layer),
        provider=context.link(provider) if provider else None,
        districts=context.links_to(context.library.districts_of(entry)),
        audiences=tuple(context.term("audiences", audience) for audience in facts.audience),
        cost=context.pick(facts.cost),
        languages=facts.languages,
        contact=context.contact(facts.contact) if facts.contact else None,
        body=context.body(entry),
    )


def programme_view(context: Context, entry: Entry) -> Programme:
    """A programme and its laureates."""
    facts = entry.facts_as(programme.Programme)
    return Programme(
        summary=context.pick(facts.summary),
        kind=context.term("programme-kinds", facts.kind),
        operator=facts.operator or "",
        eligibility=context.pick(facts.eligibility),
        opens=facts.opens,
        closes=facts.closes,
        website=facts.website or "",
        awards=_laureates(context, entry, facts),
        source=source(facts.source) if facts.source else None,
        body=context.body(entry),
    )


def _laureates(context: Context, entry: Entry, facts: programme.Programme) -> tuple[Award, ...]:
    """Companies that the programme names with their year, then those that say so themselves."""
    known = [(context.library.get("startup", award.startup), award) for award in facts.awards]
    awarded = [Award(context.link(it), award.year, source(award.source)) for it, award in known if it]
    listed = {award.startup for award in facts.awards}
    naming = context.library.naming(entry, "startup", "programmes")
    return (*awarded, *(Award(context.link(it), None, None) for it in naming if it.id not in listed))
