"""The calendar: the days that it names are those on which the site differs from the day before."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from ombrelle.library.calendar import Moment, moments
from ombrelle.load import load
from ombrelle.load.discover import discover
from ombrelle.problems import Problems
from tests.support.small import copied, library_of, write

NEWS = "content/news/2026-11-05-b.fr.md"
EVENT = "content/events/e.yaml"
HEAD = "---\ntitle: T\nsummary: S\n---\n\nX.\n"
TODAY = date(2026, 11, 1)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site with an item of news to come, an event and a programme."""
    root = copied("smallest", tmp_path)
    write(root, NEWS, HEAD)
    write(
        root,
        EVENT,
        """
        title: E
        starts: 2026-11-08T09:00
        ends: 2026-11-09T18:00
        timezone: Europe/Paris
        kind: conference
        publish_on: 2026-11-03
        """,
    )
    write(
        root,
        "content/programmes/p.yaml",
        "title: P\nsummary: S\nkind: label\nopens: 2026-11-10\ncloses: 2026-11\n",
    )
    return root


def announced(root: Path, today: date = TODAY) -> tuple[Moment, ...]:
    problems = Problems()
    content = load(root, discover(root, problems), problems)
    assert content is not None
    return moments(content, today)


def test_each_moment_has_its_day(root: Path) -> None:
    """An end counts to the end of its day, a month to its last; news is new for the days of the site."""
    assert announced(root) == (
        Moment(date(2026, 11, 3), "appears", EVENT),
        Moment(date(2026, 11, 5), "appears", NEWS),
        Moment(date(2026, 11, 10), "opens", "content/programmes/p.yaml"),
        Moment(date(2026, 11, 10), "over", EVENT),
        Moment(date(2026, 12, 1), "closed", "content/programmes/p.yaml"),
        Moment(date(2027, 2, 4), "no-longer-new", NEWS),
    )


def test_what_has_come_is_not_announced(root: Path) -> None:
    """A moment is after the day that is asked about."""
    assert [each.what for each in announced(root, date(2026, 11, 10))] == ["closed", "no-longer-new"]


def test_a_draft_announces_nothing(root: Path) -> None:
    """Its day may come, and it stays hidden."""
    with (root / EVENT).open("a", encoding="utf-8") as file:
        file.write("draft: true\n")
    assert EVENT not in {each.path for each in announced(root)}


def test_no_other_day_changes_what_is_shown(root: Path) -> None:
    """Day by day, what is shown and what is past differ only on days that were announced."""
    days = {moment.day for moment in announced(root)}
    before = shown(root, TODAY)
    for offset in range(1, 45):
        day = TODAY + timedelta(days=offset)
        now = shown(root, day)
        assert now == before or day in days, day
        before = now


def shown(root: Path, day: date) -> tuple[set[str], set[str]]:
    library, _ = library_of(root, today=day)
    past = {entry.key for entry in library.of_kind("event") if library.is_past(entry)}
    return set(library.by_key), past


def test_what_persons_no_longer_agree_to_is_announced(root: Path) -> None:
    """The day after the last for which they agreed, of an entry and of its picture."""
    with (root / EVENT).open("a", encoding="utf-8") as file:
        file.write("consent_until: 2026-11-20\n")
        file.write("picture: {file: a.jpg, alt: {fr: A}, credit: C, consent_until: 2026-12}\n")
    found = [each for each in announced(root) if each.what == "withdrawn"]
    assert found == [
        Moment(date(2026, 11, 21), "withdrawn", EVENT),
        Moment(date(2027, 1, 1), "withdrawn", EVENT),
    ]
