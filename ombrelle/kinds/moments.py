"""Days and moments as people write them: what is wrong with one, and the one that was meant."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import datetime
from typing import Any

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from ombrelle.dates import PartialDate
from ombrelle.text import slugify

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}")
_TIMED = re.compile(
    r"(?P<day>.*?\d)(?:\s*[T,]\s*|\s+)(?:à |at )?(?P<hour>\d{1,2})\s?[:h.]\s?(?P<minute>\d{2})?"
)
_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_MONTH_FIRST = re.compile(r"(\d{1,2})[/.-](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[/.-](\d{1,2})(?:[/.-](\d{1,2}))?")
_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
# How the names of months begin, in French and in English, without accents.
_STARTS = "jan | fev feb | mar | avr apr | mai may | juin jun | juil jul | aou aug | sep | oct | nov | dec"
_MONTHS = {start: number for number, starts in enumerate(_STARTS.split("|"), 1) for start in starts.split()}


def read_date(value: Any) -> Any:
    """A date that keeps its precision; refused with what is wrong with it."""
    if isinstance(value, PartialDate):
        return value
    try:
        return PartialDate.parse(str(value))
    except ValueError:
        raise date_fault(str(value)) from None


def date_fault(text: str) -> PydanticCustomError:
    """What is wrong with a date: its form, a day and month swapped, or a day that does not exist."""
    if month := _MONTH.fullmatch(text):
        return PydanticCustomError("no-such-day", "no such month", {"value": text, "number": month[2]})
    parts = _DAY.fullmatch(text)
    if not parts:
        return PydanticCustomError("date-form", "not a date", {"value": text, "near": meant_date(text)})
    year, month_, day = parts.groups()
    if int(month_) > 12 and 1 <= int(day) <= 12:
        return PydanticCustomError(
            "swapped-date", "swapped", {"value": text, "month": month_, "near": f"{year}-{day}-{month_}"}
        )
    last = monthrange(int(year), int(month_))[1] if int(year) and 1 <= int(month_) <= 12 else ""
    return PydanticCustomError(
        "no-such-day", "no such day", {"value": text, "month": f"{year}-{month_}", "last": last}
    )


def read_moment(value: Any) -> Any:
    """A day and a time; refused with what is wrong with them."""
    if isinstance(value, datetime):
        return value
    text = str(value)
    if _DAY.fullmatch(text) and _is_date(text):
        raise PydanticCustomError("time-missing", "no time", {"value": text, "near": f"{text}T09:00"})
    if _MOMENT.fullmatch(text) and not _is_date(text[:10]):
        raise _with_time(date_fault(text[:10]), text)
    try:
        return datetime.fromisoformat(text if _MOMENT.fullmatch(text) else "")
    except ValueError:
        near = _meant_moment(text)
        raise PydanticCustomError("moment-form", "not a moment", {"value": text, "near": near}) from None


def _with_time(fault: PydanticCustomError, text: str) -> PydanticCustomError:
    """A fault of a day whose repair keeps the time that is written behind it."""
    context = fault.context or {}
    if "near" not in context:
        return fault
    return PydanticCustomError(
        fault.type, fault.message_template, {**context, "value": text, "near": context["near"] + text[10:]}
    )


def in_order(first: str, last: str, *, key: str = "") -> Any:
    """A check for a model: the date `last`, written as `key`, is not before the date `first`."""

    def check(model: Any) -> Any:
        start, end = getattr(model, first), getattr(model, last)
        if start and end and end.last_day < start.first_day:
            context = {"key": key or last, "starts": str(start), "value": str(end)}
            raise PydanticCustomError("end-before-start", "ends before it starts", context)
        return model

    return model_validator(mode="after")(check)


def meant_date(text: str) -> str:
    """The date that a text stands for, as it is to be written; "" when that is not sure."""
    plain = text.strip().translate(_DASHES)
    timed = re.fullmatch(r"(\d{4}-\d{2}-\d{2})[T ]00:00(?::00)?(?:\.0+)?|(\d{4})\.0", plain)
    near = (timed[1] or timed[2]) if timed else _from_digits(plain) or _from_words(plain)
    return near if _is_date(near) else ""


def _from_digits(text: str) -> str:
    if found := _DAY_FIRST.fullmatch(text):
        return f"{found[3]}-{found[2]:0>2}-{found[1]:0>2}"
    if found := _MONTH_FIRST.fullmatch(text):
        return f"{found[2]}-{found[1]:0>2}"
    found = _YEAR_FIRST.fullmatch(text) or _DIGITS.fullmatch(text)
    return "-".join(part.zfill(2) for part in found.groups() if part) if found else ""


def _from_words(text: str) -> str:
    """A date with the name of its month, or the only year of a text."""
    words = slugify(text).split("-")
    years = [word for word in words if re.fullmatch(r"\d{4}", word)]
    days = [day[1] for word in words if (day := re.fullmatch(r"(\d{1,2})(?:er|st|nd|rd|th)?", word))]
    months = [number for word in words for start, number in _MONTHS.items() if word.startswith(start)]
    if len(years) != 1 or len(months) > 1 or len(days) > len(months):
        return ""
    return "-".join([*years, *(f"{month:02}" for month in months), *(f"{day:0>2}" for day in days)])


def _meant_moment(text: str) -> str:
    found = _TIMED.match(text.strip())
    day = meant_date(found["day"]) or found["day"] if found else ""
    if not found or not _DAY.fullmatch(day):
        return ""
    near = f"{day}T{found['hour']:0>2}:{found['minute'] or '00'}"
    try:
        return datetime.fromisoformat(near).isoformat(timespec="minutes")
    except ValueError:
        return ""


def _is_date(text: str) -> bool:
    try:
        PartialDate.parse(text)
    except ValueError:
        return False
    return True
