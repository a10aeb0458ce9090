"""Days and moments: what is accepted, what is refused, and the one that is meant."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from ombrelle.dates import PartialDate
from ombrelle.kinds.values import (
    Day,
    Moment,
)
from tests.kinds.taken import accepted, refused


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from([4, 7, 10]))
def test_a_date_keeps_its_precision(day: date, length: int) -> None:
    """A year, a month or a day comes back as it was written, and begins and ends where it says."""
    written = day.isoformat()[:length]
    read = accepted(Day, written)
    assert str(read) == written
    assert read.first_day <= day <= read.last_day
    assert (read.month is None, read.day is None) == (length < 7, length < 10)


@given(st.text(max_size=12))
def test_any_text_is_a_date_or_is_refused(text: str) -> None:
    """No text makes the date type fail otherwise than by a refusal, and what it takes comes back the same."""
    try:
        outcome = str(accepted(Day, text))
    except ValidationError as refusal:
        outcome = refusal.errors()[0]["type"]
    assert outcome in {text, "date-form", "swapped-date", "no-such-day"}


@pytest.mark.parametrize(
    ("text", "code", "near"),
    [
        ("2022-31-12", "swapped-date", "2022-12-31"),
        ("2022-13-01", "swapped-date", "2022-01-13"),
        ("2022-06-31", "no-such-day", None),
        ("2023-02-29", "no-such-day", None),
        ("2022-13-13", "no-such-day", None),
        ("0000-01-01", "no-such-day", None),
        ("31/12/2022", "date-form", "2022-12-31"),
        ("1.2.2022", "date-form", "2022-02-01"),
        ("2022/3/4", "date-form", "2022-03-04"),
        ("2022-3", "date-form", "2022-03"),
        ("2022-13", "no-such-day", None),
        ("2022–03–04", "date-form", "2022-03-04"),
        ("20220304", "date-form", "2022-03-04"),
        ("2022-03-04 00:00:00", "date-form", "2022-03-04"),
        ("03/2022", "date-form", "2022-03"),
        ("mars 2022", "date-form", "2022-03"),
        ("vendredi 4 février 2022", "date-form", "2022-02-04"),
        ("1er août 2022", "date-form", "2022-08-01"),
        ("March 4th, 2022", "date-form", "2022-03-04"),
        ("vers 2022", "date-form", "2022"),
        ("2022-2023", "date-form", ""),
        ("31 juin 2022", "date-form", ""),
        ("22", "date-form", ""),
    ],
)
def test_a_wrong_date_has_its_own_code_and_repair(text: str, code: str, near: str | None) -> None:
    """Swapped, not in the calendar or in another form: each is told apart, with the date meant."""
    found, values = refused(Day, text)
    assert found == code
    assert values.get("near") == near


def test_a_day_that_is_not_in_its_month_tells_the_last_one() -> None:
    """31 June is refused with the last day of June."""
    assert refused(Day, "2022-06-31")[1] == {"value": "2022-06-31", "month": "2022-06", "last": 30}


@given(st.datetimes(min_value=datetime.fromisoformat("1000-01-01")), st.sampled_from("T "))
def test_a_moment_is_a_day_and_a_time(moment: datetime, between: str) -> None:
    """Minutes are kept, with a T or a space between day and time."""
    assert accepted(Moment, moment.isoformat(between, "minutes")) == moment.replace(second=0, microsecond=0)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2026-05-12", "time-missing"),
        ("2026-05-12T25:00", "moment-form"),
        ("2026-31-12T09:00", "swapped-date"),
        ("2026-06-31T09:00", "no-such-day"),
        ("2026-05-12T09:00+02:00", "moment-form"),
        ("18:30", "moment-form"),
        ("", "moment-form"),
    ],
)
def test_a_wrong_moment_has_its_own_code(text: str, code: str) -> None:
    """A day without a time, an hour that no clock shows, a day that never was."""
    assert refused(Moment, text)[0] == code


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("2026-05-12 18h30", "2026-05-12T18:30"),
        ("12/05/2026 à 18h", "2026-05-12T18:00"),
        ("2026-05-12T9:00", "2026-05-12T09:00"),
        ("2026-05-12T18:30:00", "2026-05-12T18:30"),
        ("12 mai 2026, 18.30", "2026-05-12T18:30"),
        ("2026-05-12T25:00", ""),
        ("18h30", ""),
    ],
)
def test_a_moment_in_another_form_is_understood(text: str, near: str) -> None:
    """As people write times, in French and from programs."""
    assert refused(Moment, text) == ("moment-form", {"value": text, "near": near})


def test_a_date_of_the_model_is_left_as_it_is() -> None:
    """A value that is already a date passes unchanged."""
    assert accepted(Day, PartialDate(2013, 11)) == PartialDate(2013, 11)
