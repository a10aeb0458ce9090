"""The agenda: what is to come by month, what is over by year, the events of a district."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from ombrelle.dates import PartialDate
from ombrelle.i18n.phrase import Phrase
from ombrelle.kinds.event import Event
from ombrelle.library.agenda import past, past_years, upcoming
from ombrelle.load.entry import Entry
from ombrelle.route import Page
from ombrelle.views.cards import cards
from ombrelle.views.context import Context
from ombrelle.views.of_districts import section_links
from ombrelle.views.page_parts import Month, Subscription
from ombrelle.views.pages import Events, EventsYear, QuartierEvents
from ombrelle.views.parts import Link

CALENDAR = "calendar.ics"
"""The calendar below a language or a district."""


def events_view(context: Context, page: Page) -> Events:
    """What is to come, the next first, and the ways to what is over."""
    coming = upcoming(context.library, context.library.of_kind("event"))
    return Events(
        months=_months(context, coming),
        years=_years(context),
        districts=tuple(_districts(context)),
        calendar=_subscription(context, f"/{context.lang}/{CALENDAR}"),
    )


def year_view(context: Context, page: Page) -> EventsYear:
    """What is over of a year, the latest first."""
    events = past_years(context.library).get(int(page.term), ())
    return EventsYear(_months(context, events), _years(context))


def district_events_view(context: Context, page: Page) -> QuartierEvents:
    """The events of a district, to come and over."""
    assert page.entry is not None
    events = context.library.members_of(page.entry, "event")
    home = context.routes.page(page.entry.key, context.lang)
    return QuartierEvents(
        sections=section_links(context, page.entry),
        months=_months(context, upcoming(context.library, events)),
        past=_months(context, past(context.library, events)),
        calendar=_subscription(context, f"{home.url if home else page.url}{CALENDAR}"),
    )


def _months(context: Context, events: Iterable[Entry]) -> tuple[Month, ...]:
    """Events in their order, by the month in which they begin."""
    by_month = groupby(events, _month)
    return tuple(Month(PartialDate(*month), cards(context, items)) for month, items in by_month)


def _month(event: Entry) -> tuple[int, int]:
    starts = event.facts_as(Event).starts
    return starts.year, starts.month


def _years(context: Context) -> tuple[Link, ...]:
    return tuple(
        Link(Phrase(str(year)), context.routes.href(f"events/{year}", context.lang), str(year), len(events))
        for year, events in past_years(context.library).items()
    )


def _districts(context: Context) -> Iterator[Link]:
    """The districts that have events to come."""
    for district in context.sorted(context.library.of_kind("quartier")):
        coming = upcoming(context.library, context.library.members_of(district, "event"))
        if coming:
            url = context.routes.href(f"{district.key}/events", context.lang)
            yield Link(district.title(context.chain), url, district.id, len(coming))


def _subscription(context: Context, path: str) -> Subscription:
    address = context.routes.absolute(path)
    return Subscription(context.routes.link(path), address, "webcal:" + address.partition(":")[2])
