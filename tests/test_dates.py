"""Dates that keep their precision."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombrelle.dates import PartialDate


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2013", PartialDate(2013)),
        ("2013-11", PartialDate(2013, 11)),
        ("2013-11-27", PartialDate(2013, 11, 27)),
    ],
)
def test_precision_is_that_of_the_text(text: str, expected: PartialDate) -> None:
    """A year, a month and a day are read as such and written back as they were."""
    assert PartialDate.parse(text) == expected
    assert str(expected) == text


@pytest.mark.parametrize(
    "text",
    ["", "13", "2013-1", "2013-13", "2013-02-29", "2022-31-12", "27/11/2013", "2013-11-27T00:00", "٢٠١٣"],
)
def test_no_other_form_is_read(text: str) -> None:
    """A day that never was and a date in another form are refused."""
    with pytest.raises(ValueError, match=r".*"):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2012", date(2012, 1, 1), date(2012, 12, 31)),
        ("2012-02", date(2012, 2, 1), date(2012, 2, 29)),
        ("2013-02", date(2013, 2, 1), date(2013, 2, 28)),
        ("2012-02-10", date(2012, 2, 10), date(2012, 2, 10)),
    ],
)
def test_bounds(text: str, first: date, last: date) -> None:
    """The days that a date may mean go from the first to the last of its year, month or day."""
    partial = PartialDate.parse(text)
    assert (partial.first_day, partial.last_day) == (first, last)


@given(st.dates())
def test_every_day_is_read(day: date) -> None:
    """Every day of the calendar, written by ISO 8601, is read as that day."""
    partial = PartialDate.parse(day.isoformat())
    assert (partial.first_day, partial.last_day) == (day, day)
