"""Events, news and stories: their pages, and the index of news."""

from __future__ import annotations

from itertools import groupby

from ombrelle.i18n.phrase import NOTHING, Phrase
from ombrelle.kinds import event, news, story
from ombrelle.load.entry import Entry
from ombrelle.route import Page
from ombrelle.views.cards import cards, moments
from ombrelle.views.context import Context, address_lines, source
from ombrelle.views.entries import Article, Event
from ombrelle.views.pages import Listing
from ombrelle.views.parts import Group

OTHERS = 3

EVENT_CALENDAR = "event.ics"
"""The file for one's own calendar, below the page of an event."""


def event_view(context: Context, entry: Entry) -> Event:
    """An event."""
    facts = entry.facts_as(event.Event)
    starts, ends = moments(facts)
    organiser = context.library.get("actor", facts.organiser) if facts.organiser else None
    home = context.routes.href(entry.key, context.lang)
    return Event(
        summary=context.pick(facts.summary),
        kind=context.term("event-kinds", facts.kind),
        status=context.term("event-statuses", facts.status),
        is_past=context.library.is_past(entry),
        is_scheduled=facts.status == "scheduled",
        starts=starts,
        ends=ends,
        place=address_lines(facts.place),
        online=facts.online or "",
        languages=facts.languages,
        price=context.pick(facts.price),
        registration=facts.registration or "",
        calendar=f"{home}{EVENT_CALENDAR}",
        organiser=context.link(organiser) if organiser else None,
        districts=context.links_to(context.library.districts_of(entry)),
        source=source(facts.source) if facts.source else None,
        body=context.body(entry),
    )


def news_index_view(context: Context, page: Page) -> Listing:
    """Every piece of news, by year, the latest first."""
    years = groupby(context.library.of_kind("news"), lambda entry: entry.date.year if entry.date else 0)
    return Listing(
        NOTHING, tuple(Group(Phrase(str(year)), cards(context, items), str(year)) for year, items in years)
    )


def article_view(context: Context, entry: Entry) -> Article:
    """A piece of news or a story."""
    facts = entry.facts
    assert isinstance(facts, news.News | story.Story)
    startups = (context.library.get("startup", id_) for id_ in facts.startups)
    return Article(
        summary=entry.summary(context.chain),
        date=facts.written if isinstance(facts, story.Story) else entry.date,
        districts=context.links_to(context.library.districts_of(entry)),
        startups=context.links_to(it for it in startups if it),
        sources=tuple(source(found) for found in facts.sources),
        body=context.body(entry),
        others=cards(context, context.library.next_of_kind(entry, OTHERS)),
    )
