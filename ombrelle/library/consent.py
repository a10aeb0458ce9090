"""Until when persons agreed to be named or shown: after that nothing is published, whoever forgot it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from ombrelle.dates import PartialDate
from ombrelle.load.entry import Entry
from ombrelle.problems import Problems


def agreed(entries: Iterable[Entry], today: date, problems: Problems) -> list[Entry]:
    """The entries that may be published on a day, without the pictures that may not; the others are told."""
    return [
        _with_agreed_picture(entry, today, problems)
        for entry in entries
        if _is_agreed(entry, today, problems)
    ]


def _is_agreed(entry: Entry, today: date, problems: Problems) -> bool:
    until = entry.facts.consent_until
    if not _is_over(until, today):
        return True
    problems.add("consent-over", entry.locate("consent_until"), what="consent-entry", until=str(until))
    return False


def _with_agreed_picture(entry: Entry, today: date, problems: Problems) -> Entry:
    picture = entry.facts.picture
    if picture is None or not _is_over(picture.consent_until, today):
        return entry
    place, until = entry.locate("picture", "consent_until"), str(picture.consent_until)
    problems.add("consent-over", place, what="consent-picture", until=until)
    return replace(entry, facts=entry.facts.model_copy(update={"picture": None}))


def _is_over(until: PartialDate | None, today: date) -> bool:
    return until is not None and until.last_day < today
