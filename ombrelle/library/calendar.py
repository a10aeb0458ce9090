"""The days on which the site changes by itself, though nobody changes a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ombrelle.kinds.event import Event
from ombrelle.kinds.programme import Programme
from ombrelle.load.entry import Content, Entry

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """The first day on which something is so, in UTC as builds count it.

    `what` is `appears`, `opens`, `closed`, `over`, `no-longer-new`, `withdrawn` or `expires`; `path` is the
    file that says so.
    """

    day: date
    what: str
    path: str


def moments(content: Content, today: date) -> tuple[Moment, ...]:
    """Every moment after `today` that the facts of the content announce, the next first."""
    found = {moment for entry in content.entries for moment in _of(entry, content.site.new_days)}
    return tuple(sorted(moment for moment in found if moment.day > today))


def _of(entry: Entry, new_days: int) -> Iterator[Moment]:
    facts = entry.facts
    if facts.draft:
        return
    shown = facts.publish_on or entry.date
    if shown:
        yield Moment(shown.first_day, "appears", entry.path)
    if entry.kind.name == "news" and entry.date:
        yield Moment(entry.date.first_day + (new_days + 1) * _DAY, "no-longer-new", entry.path)
    yield from _withdrawn(entry)
    if isinstance(facts, Event):
        yield Moment(facts.ends.date() + _DAY, "over", entry.path)
    if isinstance(facts, Programme) and facts.opens:
        yield Moment(facts.opens.first_day, "opens", entry.path)
    if isinstance(facts, Programme) and facts.closes:
        yield Moment(facts.closes.last_day + _DAY, "closed", entry.path)


def _withdrawn(entry: Entry) -> Iterator[Moment]:
    """The ends of consent, for an entry and for its picture."""
    picture = entry.facts.picture
    for until in (entry.facts.consent_until, picture.consent_until if picture else None):
        if until:
            yield Moment(until.last_day + _DAY, "withdrawn", entry.path)
