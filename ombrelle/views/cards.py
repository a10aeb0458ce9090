"""Entries as lists show them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from ombrelle.i18n.phrase import NOTHING, Phrase
from ombrelle.kinds.actor import Actor
from ombrelle.kinds.event import Event
from ombrelle.kinds.programme import Programme
from ombrelle.kinds.quartier import Quartier
from ombrelle.kinds.service import Service
from ombrelle.kinds.story import Story
from ombrelle.load.entry import Entry
from ombrelle.views.context import Context
from ombrelle.views.parts import Card, Group
from ombrelle.views.pictures import picture_of


def card(context: Context, entry: Entry) -> Card:
    """One entry of any kind."""
    return context.once(("card", entry.key), lambda: _card(context, entry))


def _card(context: Context, entry: Entry) -> Card:
    districts = context.library.districts_of(entry)
    own = entry if entry.kind.name == "quartier" else districts[0] if districts else None
    page = context.routes.page(entry.key, context.lang)
    facts = entry.facts
    starts, ends = moments(facts) if isinstance(facts, Event) else (None, None)
    return Card(
        kind=entry.kind.name,
        title=entry.title(context.chain),
        url=context.routes.link(page.url) if page else "",
        summary=entry.summary(context.chain),
        district=own.id if own else "",
        district_name=own.title(context.chain) if own else NOTHING,
        detail=_DETAILS.get(entry.kind.name, _no_detail)(context, entry),
        tags=tuple(context.facet_link("sectors", sector) for sector in getattr(facts, "sectors", ())),
        date=facts.written if isinstance(facts, Story) else entry.date,
        starts=starts,
        ends=ends,
        is_demo=facts.demo,
        is_draft=facts.draft,
        is_borrowed=bool(page and page.is_borrowed),
        picture=picture_of(context, entry),
    )


def cards(context: Context, entries: Iterable[Entry], most: int | None = None) -> tuple[Card, ...]:
    """Entries in their order, at most `most`."""
    return tuple(card(context, entry) for entry in list(entries)[:most])


def sorted_cards(context: Context, entries: Iterable[Entry]) -> tuple[Card, ...]:
    """Entries by title, as a reader of the language orders them."""
    return cards(context, context.sorted(entries))


def grouped(
    context: Context,
    entries: Iterable[Entry],
    vocabulary: str,
    term_of: Callable[[Entry], str],
) -> tuple[Group, ...]:
    """Entries by term, in the order of the vocabulary."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(term_of(entry), []).append(entry)
    order = list(context.library.content.vocabularies.get(vocabulary, ()))
    return tuple(
        Group(context.term(vocabulary, term), sorted_cards(context, groups[term]), term)
        for term in sorted(
            groups, key=lambda term: (order.index(term) if term in order else len(order), term)
        )
    )


def moments(event: Event) -> tuple[datetime, datetime]:
    """When an event starts and ends, with its time zone."""
    zone = ZoneInfo(event.timezone)
    return event.starts.replace(tzinfo=zone), event.ends.replace(tzinfo=zone)


def _no_detail(context: Context, entry: Entry) -> Phrase:
    return NOTHING


def _city(context: Context, entry: Entry) -> Phrase:
    place = getattr(entry.facts, "place", None)
    return Phrase(place.city) if place else NOTHING


def _region(context: Context, entry: Entry) -> Phrase:
    return context.term("regions", entry.facts_as(Quartier).region)


_DETAILS: Mapping[str, Callable[[Context, Entry], Phrase]] = {
    "quartier": _region,
    "startup": _city,
    "event": _city,
    "actor": lambda context, entry: context.term("actor-kinds", entry.facts_as(Actor).kind),
    "service": lambda context, entry: context.term("layers", entry.facts_as(Service).layer),
    "programme": lambda context, entry: context.term("programme-kinds", entry.facts_as(Programme).kind),
}
