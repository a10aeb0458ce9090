"""The events of a day: those to come, and the years of those that are over."""

from __future__ import annotations

from collections.abc import Iterable

from ombrelle.kinds.event import Event
from ombrelle.library import Library
from ombrelle.load.entry import Entry


def upcoming(library: Library, events: Iterable[Entry]) -> tuple[Entry, ...]:
    """Those that are not over, the next first."""
    return tuple(event for event in events if not library.is_past(event))


def past(library: Library, events: Iterable[Entry]) -> tuple[Entry, ...]:
    """Those that are over, the latest first."""
    return tuple(event for event in reversed(list(events)) if library.is_past(event))


def past_years(library: Library) -> dict[int, tuple[Entry, ...]]:
    """Every event that is over by the year in which it began, the latest first."""
    found: dict[int, list[Entry]] = {}
    for event in past(library, library.of_kind("event")):
        found.setdefault(event.facts_as(Event).starts.year, []).append(event)
    return {year: tuple(found[year]) for year in sorted(found, reverse=True)}
