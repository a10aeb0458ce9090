"""Past events are kept under their year, from the day on which they are over."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from ombrelle.library.agenda import past_years, upcoming
from ombrelle.library.calendar import moments
from ombrelle.load import load
from ombrelle.load.discover import discover
from ombrelle.problems import Problems
from tests.support.small import DAY, copied, library_of, routes_of, write

LAST_DAY = date(2026, 12, 31)
NEXT_DAY = LAST_DAY + timedelta(days=1)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The rich site with an event at the turn of the year, and one of long ago."""
    root = copied("rich", tmp_path)
    for id_, starts, ends in (
        ("turn", "2026-12-30T20:00", "2026-12-31T23:00"),
        ("old", "2019-05-06T09:00", "2019-05-06T18:00"),
    ):
        write(
            root,
            f"content/events/{id_}.yaml",
            f"""
            title: {id_}
            summary: {{fr: S, en: S, ar: S}}
            starts: {starts}
            ends: {ends}
            timezone: Europe/Paris
            kind: conference
            """,
        )
    return root


def archived(root: Path, day: date) -> dict[int, set[str]]:
    library, _ = library_of(root, today=day)
    return {year: {event.id for event in events} for year, events in past_years(library).items()}


def test_an_event_joins_its_year_when_it_is_over(root: Path) -> None:
    """On its last day it is to come still; on the next it is under the year in which it began."""
    assert "turn" not in archived(root, LAST_DAY).get(2026, set())
    assert "turn" in archived(root, NEXT_DAY)[2026]
    before = library_of(root, today=LAST_DAY)[0]
    assert "turn" in {event.id for event in upcoming(before, before.of_kind("event"))}


def test_no_event_is_lost(root: Path) -> None:
    """On any day each event is either to come or under one year, and its own page stays."""
    for day in (date(2018, 1, 1), DAY, LAST_DAY, NEXT_DAY, date(2040, 1, 1)):
        library, _ = library_of(root, today=day)
        events = library.of_kind("event")
        kept = [event for year in past_years(library).values() for event in year]
        assert sorted(it.id for it in (*kept, *upcoming(library, events))) == [
            it.id for it in sorted(events, key=lambda it: it.id)
        ]
        routes, _ = routes_of(root, today=day)
        assert all(routes.page(event.key, "en") for event in events)


def test_each_year_has_its_address(root: Path) -> None:
    """`/en/events/2019/` from the day after, never after that gone; before, none."""
    assert routes_of(root, today=date(2019, 5, 6))[0].page("events/2019", "en") is None
    for day in (date(2019, 5, 7), DAY, date(2040, 1, 1)):
        page = routes_of(root, today=day)[0].page("events/2019", "en")
        assert page
        assert page.url == "/en/events/2019/"


def test_an_event_that_is_named_like_a_year_is_told(root: Path) -> None:
    """Two pages cannot stand at one address: the event of the id `2019` is told."""
    write(
        root,
        "content/events/2019.yaml",
        """
        title: X
        starts: 2026-01-01T09:00
        ends: 2026-01-01T10:00
        timezone: Europe/Paris
        kind: conference
        """,
    )
    _, problems = routes_of(root)
    assert "same-address" in {problem.code for problem in problems}


def test_the_calendar_announces_the_move(root: Path) -> None:
    """The day on which the archive grows is one of those on which the site is to be built anew."""
    problems = Problems()
    content = load(root, discover(root, problems), problems)
    assert content
    found = {(moment.day, moment.what, moment.path) for moment in moments(content, DAY)}
    assert (NEXT_DAY, "over", "content/events/turn.yaml") in found


def test_the_latest_comes_first(root: Path) -> None:
    """What is over of a year is told from its end."""
    write(
        root,
        "content/events/early.yaml",
        """
        title: early
        starts: 2019-01-06T09:00
        ends: 2019-01-06T18:00
        timezone: Europe/Paris
        kind: conference
        """,
    )
    library, _ = library_of(root)
    starts = [event.id for event in past_years(library)[2019]]
    assert starts == ["old", "early"]
