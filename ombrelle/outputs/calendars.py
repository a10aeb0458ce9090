"""Events to take into one's own calendar: one file per event, and a calendar per language and per district.

The form is that of RFC 5545, https://www.rfc-editor.org/rfc/rfc5545, with the name of a calendar of RFC 7986.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, timedelta
from urllib.parse import urlsplit

from icalendar import Calendar, Timezone
from icalendar import Event as Component

from ombrelle.i18n.phrase import Phrase
from ombrelle.kinds.event import Event
from ombrelle.load.entry import Entry
from ombrelle.outputs.lines import word
from ombrelle.outputs.output import Output
from ombrelle.route import Page
from ombrelle.text import one_line
from ombrelle.typography import typeset
from ombrelle.views.cards import moments
from ombrelle.views.context import Context, address_lines
from ombrelle.views.edition import Edition
from ombrelle.views.of_dated import EVENT_CALENDAR
from ombrelle.views.of_events import CALENDAR

_STATUSES = {"scheduled": "CONFIRMED", "postponed": "TENTATIVE", "cancelled": "CANCELLED"}
_DAILY = timedelta(days=1)


def outputs(edition: Edition) -> Iterator[Output]:
    """The calendar of each language, of each district in each language, and of each event."""
    library = edition.library
    for language in library.languages:
        context = edition.context(language.code)
        events = library.of_kind("event")
        name = context.pick(library.site.name)
        yield _file(f"/{language.code}/{CALENDAR}", _calendar(context, name, events))
        for district in library.of_kind("quartier"):
            page = edition.routes.page(district.key, language.code)
            if page:
                members = library.members_of(district, "event")
                calendar = _calendar(context, district.title(context.chain), members)
                yield _file(f"{page.url}{CALENDAR}", calendar)
        for event in events:
            page = edition.routes.page(event.key, language.code)
            if page:
                title = event.title(context.chain)
                yield _file(f"{page.url}{EVENT_CALENDAR}", _calendar(context, title, [event]))


def _calendar(context: Context, name: Phrase, events: Iterable[Entry]) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", f"-//{_host(context)}//Ombrelle//{context.lang.upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for field in ("name", "x-wr-calname"):
        _say(calendar, field, name, context)
    calendar.add("refresh-interval", _DAILY, parameters={"VALUE": "DURATION"})
    years, zones = set[int](), set[str]()
    for entry in events:
        page = context.routes.page(entry.key, context.lang)
        if page and isinstance(entry.facts, Event):
            calendar.add_component(_event(context, entry, entry.facts, page))
            years |= {entry.facts.starts.year, entry.facts.ends.year}
            zones.add(entry.facts.timezone)
    # A zone is described for the years that are needed: for all those it has, it is ten times as long.
    for zone in sorted(zones):
        span = date(min(years), 1, 1), date(max(years) + 1, 1, 1)
        calendar.add_component(Timezone.from_tzid(zone, first_date=span[0], last_date=span[1]))
    return calendar


def _event(context: Context, entry: Entry, facts: Event, page: Page) -> Component:
    starts, ends = moments(facts)
    component = Component()
    component.add("uid", f"{entry.id}@{_host(context)}")
    # The moment of the last change is not known, and the same content must give the same bytes.
    component.add("dtstamp", starts.astimezone(UTC))
    component.add("dtstart", starts)
    component.add("dtend", ends)
    component.add("status", _STATUSES[facts.status])
    component.add("url", word(context.routes.absolute(page.url)))
    _say(component, "summary", entry.title(context.chain), context)
    _say(component, "description", entry.summary(context.chain), context)
    _say(component, "categories", context.term("event-kinds", facts.kind), context)
    where = ", ".join(address_lines(facts.place)) or facts.online
    if where:
        component.add("location", one_line(where))
    return component


def _say(component: Calendar | Component, field: str, phrase: Phrase, context: Context) -> None:
    """A text and its language, where it has one."""
    if phrase:
        parameters = {"LANGUAGE": phrase.lang} if phrase.lang else {}
        text = typeset(phrase.text, phrase.lang or context.lang)
        component.add(field, one_line(text), parameters=parameters)


def _host(context: Context) -> str:
    return urlsplit(context.routes.base_url).hostname or "localhost"


def _file(url: str, calendar: Calendar) -> Output:
    return Output(url.strip("/"), calendar.to_ical())
