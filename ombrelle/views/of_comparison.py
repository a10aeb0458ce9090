"""The comparison of districts: all of them side by side, of which a script shows those that are chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ombrelle.kinds.actor import Actor
from ombrelle.kinds.quartier import Quartier
from ombrelle.library.directory import ordered
from ombrelle.library.layers import layers_of
from ombrelle.load.entry import Entry
from ombrelle.route import Page
from ombrelle.views.context import Context, address_lines
from ombrelle.views.pages import Compare, Compared
from ombrelle.views.parts import Link


def compare_view(context: Context, page: Page) -> Compare:
    """Every district, in the order of their names."""
    entries = context.sorted(context.library.of_kind("quartier"))
    return Compare(tuple(_compared(context, entry) for entry in entries))


def _compared(context: Context, entry: Entry) -> Compared:
    facts = entry.facts_as(Quartier)
    totem = context.library.get("actor", facts.totem) if facts.totem else None
    labels = sorted(facts.labels, key=lambda label: label.date.first_day)
    return Compared(
        link=context.link(entry),
        tagline=context.pick(facts.tagline),
        status=context.term("quartier-statuses", facts.status),
        since=labels[0].date if labels else None,
        places=tuple(place.name for place in facts.places),
        strong=tuple(replace(context.facet_link("sectors", sector), count=None) for sector in facts.sectors),
        startups=context.facet_link("districts", entry.id),
        sectors=_sectors(context, entry),
        figures=context.figures(facts.figures),
        totem=context.link(totem) if totem else None,
        totem_address=address_lines(totem.facts_as(Actor).place) if totem else (),
        layers=_layers(context, entry),
        contact=context.contact(facts.contacts.general),
    )


def _sectors(context: Context, entry: Entry) -> tuple[Link, ...]:
    """The sectors of its companies, those with most first; each leads to these companies."""
    directory, found = context.library.directory, []
    for sector in context.library.facet_terms("sectors"):
        target = directory.page_of(ordered((("sectors", sector), ("districts", entry.id))))
        if target:
            link = context.selection_link(target)
            found.append(replace(link, label=context.term("sectors", sector), id=sector))
    return tuple(sorted(found, key=lambda link: -(link.count or 0)))


def _layers(context: Context, entry: Entry) -> tuple[Link, ...]:
    """The layers in which something is offered there, with how many offer it; each leads to its page."""
    offering = _offering(context, entry)
    layers = context.library.content.vocabularies.get("layers", {})
    counts = {layer: sum(layer in layers_of(each) for each in offering) for layer in layers}
    return tuple(replace(context.layer_link(layer), count=count) for layer, count in counts.items() if count)


def _offering(context: Context, entry: Entry) -> Sequence[Entry]:
    members = context.library.members_of
    return (*members(entry, "service"), *members(entry, "actor"))
