"""Dates, moments and periods as readers of a language write them, after CLDR.

Three things are added to Babel. Periods are written with whole month names, by widening CLDR's interval
patterns as UTS #35 (Dates, "Matching Skeletons") has it. A zone without a short name in the language is its
offset, "UTC+2". And in French the first of a month is « 1er », which CLDR's patterns cannot say.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Literal

from babel import dates as babel_dates

from ombrelle.dates import PartialDate
from ombrelle.i18n.languages import cldr

Length = Literal["full", "long", "medium", "short"]

_CACHED = 4096
_FIELDS = "yMd"
"""What a date may have, from the coarsest: a precision is how many of these it has."""

# CLDR's skeletons by precision; the second is the one that every language has intervals for.
_SKELETONS = {1: ("y", "y"), 2: ("yMMMM", "yMMM"), 3: ("yMMMMd", "yMMMd")}


@lru_cache(_CACHED)
def format_date(lang: str, value: PartialDate, length: Length) -> str:
    """A date in its own precision: a year stays a year, a month a month."""
    locale = cldr(lang)
    precision = _precision(value)
    if precision == len(_FIELDS):
        return _apply(lang, value.first_day, locale.date_formats[length].pattern)
    skeleton = _SKELETONS[precision][0 if length in {"full", "long"} else 1]
    return _apply(lang, value.first_day, locale.datetime_skeletons[skeleton].pattern)


@lru_cache(_CACHED)
def format_days(lang: str, start: PartialDate, end: PartialDate) -> str:
    """From one date to another in the coarser of their precisions, saying once what they share."""
    precision = min(_precision(start), _precision(end))
    first, last = start.first_day, end.first_day
    differing = next(
        (field for field in _FIELDS[:precision] if _field(first, field) != _field(last, field)), ""
    )
    if not differing:
        return format_date(lang, _cut(start, precision), "long")
    patterns = _day_patterns(lang, precision).get(differing)
    if patterns is None:
        return _between(lang, *(format_date(lang, _cut(day, precision), "long") for day in (start, end)))
    return _apply(lang, first, patterns[0]) + _apply(lang, last, patterns[1])


def format_moment(lang: str, value: datetime) -> str:
    """A day, a time of that day and the short name of its zone; ValueError for a time without zone."""
    return _moment(lang, value, zone_name(lang, value))


def format_moments(lang: str, start: datetime, end: datetime) -> str:
    """From one moment to another; the day and the zone are said once when both share the day."""
    zones = zone_name(lang, start), zone_name(lang, end)
    if start.date() == end.date() and zones[0] == zones[1]:
        return _hours(lang, start, end, zones[0])
    return _between(lang, format_moment(lang, start), format_moment(lang, end))


def zone_name(lang: str, value: datetime) -> str:
    """The short name of a zone where the language has one ("MESZ"), else its offset ("UTC+2")."""
    if value.tzinfo is None:
        raise ValueError(f"a time without zone: {value}")
    locale = cldr(lang)
    name = str(babel_dates.get_timezone_name(value, "short", locale=locale))
    offset = re.fullmatch(r"([+-])(\d\d)(\d\d)", name)
    if not offset:
        return name
    sign, hours, minutes = offset.groups()
    short = f"{sign}{int(hours)}" + (f":{minutes}" if minutes != "00" else "")
    return str(locale.zone_formats["gmt"]) % (short if name[1:] != "0000" else "")


# Equal instants are one key of a cache, but not in two zones that have two names.
@lru_cache(_CACHED)
def _moment(lang: str, value: datetime, zone: str) -> str:
    time = _apply(lang, value, cldr(lang).time_formats["short"].pattern)
    return _on_day(lang, value, f"{time} {zone}")


@lru_cache(_CACHED)
def _hours(lang: str, start: datetime, end: datetime, zone: str) -> str:
    intervals = cldr(lang).interval_formats
    patterns = intervals["hm" if "h" in cldr(lang).time_formats["short"].pattern else "Hm"]
    half_day = "a" in patterns and (start.hour < 12) != (end.hour < 12)
    before, after = patterns["a" if half_day else "m"]
    return _on_day(lang, start, f"{_apply(lang, start, before)}{_apply(lang, end, after)} {zone}")


def _on_day(lang: str, day: date, hours: str) -> str:
    written = format_date(lang, PartialDate(day.year, day.month, day.day), "long")
    return str(cldr(lang).datetime_formats["long"]).replace("{0}", hours).replace("{1}", written)


@cache
def _day_patterns(lang: str, precision: int) -> dict[str, tuple[str, str]]:
    """For the coarsest field that differs, the patterns of the first and of the second date."""
    intervals = cldr(lang).interval_formats
    wide, common = _SKELETONS[precision]
    found = intervals.get(wide) or intervals[common]
    # Babel leaves whole a pattern whose two months differ in form, as in Persian: the general form serves.
    return {field: (_widen(ends[0]), _widen(ends[1])) for field, ends in found.items() if len(ends) == 2}


def _between(lang: str, start: str, end: str) -> str:
    """Two whole texts as an interval, by the general form of the language."""
    return str(cldr(lang).interval_formats[None]).format(start, end)


def _widen(pattern: str) -> str:
    """The pattern with the whole name of the month in place of the short one."""
    return re.sub(r"(?<![ML])([ML])\1\1(?![ML])", r"\1\1\1\1", pattern)


def _apply(lang: str, value: date, pattern: str) -> str:
    if value.day == 1 and cldr(lang).language == "fr":
        pattern = re.sub(r"\bd\b", "d'er'", pattern)
    return str(babel_dates.parse_pattern(pattern).apply(value, cldr(lang)))


def _precision(value: PartialDate) -> int:
    return 1 + (value.month is not None) + (value.day is not None)


def _cut(value: PartialDate, precision: int) -> PartialDate:
    return PartialDate(
        value.year, value.month if precision > 1 else None, value.day if precision > 2 else None
    )


def _field(value: date, field: str) -> int:
    return {"y": value.year, "M": value.month, "d": value.day}[field]
