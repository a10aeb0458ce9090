"""The values that fields are made of. Every scalar arrives as text, and these types give it its meaning.

A value that does not fit raises `PydanticCustomError` whose type is the code of the problem and whose
context holds the values of its message: `load.faults` turns it into a `Problem` at its line.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from html import unescape
from typing import Annotated, Any
from urllib.parse import SplitResult, urlsplit

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError, core_schema

from ombrelle.dates import PartialDate
from ombrelle.i18n.languages import is_language
from ombrelle.i18n.phrase import Phrase, first_of
from ombrelle.i18n.territories import is_territory, meant_territory
from ombrelle.paths import ID_LENGTH, is_id
from ombrelle.text import nearest, slugify

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
_DAY_FIRST = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}")


@dataclass(frozen=True, slots=True)
class RefersTo:
    """Marks a field whose value is the id of an entry of `kind`."""

    kind: str


@dataclass(frozen=True, slots=True)
class TermOf:
    """Marks a field whose value is an id of the vocabulary `vocabulary`."""

    vocabulary: str


@dataclass(frozen=True, slots=True)
class MediaFile:
    """Marks a field whose value is the path of a file in the folder `media/` beside the entry."""


@dataclass(frozen=True, slots=True)
class LocalText:
    """A short text: the same in every language (`neutral`), or one form per language (`forms`)."""

    neutral: str | None = None
    forms: Mapping[str, str] = field(default_factory=dict)

    def has(self, lang: str) -> bool:
        """Whether the text can be shown to a reader of `lang` without borrowing."""
        return self.neutral is not None or lang in self.forms

    def pick(self, chain: Sequence[str]) -> Phrase:
        """The text for a reader whose languages are `chain`, marked with the language that it is in."""
        return Phrase(self.neutral) if self.neutral is not None else first_of(self.forms, chain)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.with_info_before_validator_function(
            _local_text, core_schema.is_instance_schema(cls)
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        forms = {"type": "object", "additionalProperties": {"type": "string"}}
        return {"anyOf": [{"type": "string"}, forms]}


def _local_text(value: Any, info: ValidationInfo) -> Any:
    if isinstance(value, str):
        return LocalText(neutral=value)
    if not isinstance(value, dict):
        raise PydanticCustomError("text-expected", "a text or a map of languages")
    languages = (info.context or {}).get("languages", ())
    for lang, form in value.items():
        if languages and lang not in languages:
            raise unknown_language(str(lang), languages)
        if not isinstance(form, str):
            raise PydanticCustomError("text-expected", "a text is expected", {"key": lang})
    return LocalText(forms=dict(value))


def unknown_language(code: str, languages: Sequence[str]) -> PydanticCustomError:
    """What is wrong with the code of a language that is none of the site."""
    values = {"lang": code, "key": code, "near": nearest(code, languages), "known": ", ".join(languages)}
    return PydanticCustomError("unknown-language", "not a language of the site", values)


def _partial_date(value: Any) -> Any:
    if isinstance(value, PartialDate):
        return value
    try:
        return PartialDate.parse(str(value))
    except ValueError:
        raise date_fault(str(value)) from None


def date_fault(text: str) -> PydanticCustomError:
    """What is wrong with a date: its form, a day and month swapped, or a day that does not exist."""
    parts = _DAY_FIRST.fullmatch(text)
    if not parts:
        return PydanticCustomError("date-form", "not a date", {"value": text, "near": _nearest_date(text)})
    year, month, day = parts.groups()
    if int(month) > 12 and 1 <= int(day) <= 12:
        return PydanticCustomError(
            "swapped-date", "swapped", {"value": text, "month": month, "near": f"{year}-{day}-{month}"}
        )
    last = monthrange(int(year), int(month))[1] if int(year) and 1 <= int(month) <= 12 else ""
    return PydanticCustomError(
        "no-such-day", "no such day", {"value": text, "month": f"{year}-{month}", "last": last}
    )


def language_code(value: str) -> str:
    """A BCP 47 tag that CLDR knows; PydanticCustomError for any other text."""
    if not is_language(value):
        raise PydanticCustomError("language-form", "not a language", {"value": value})
    return value


def in_order(first: str, last: str, *, key: str = "") -> Any:
    """A check for a model: the date `last`, written as `key`, is not before the date `first`."""

    def check(model: Any) -> Any:
        start, end = getattr(model, first), getattr(model, last)
        if start and end and end.last_day < start.first_day:
            context = {"key": key or last, "starts": str(start), "value": str(end)}
            raise PydanticCustomError("end-before-start", "ends before it starts", context)
        return model

    return model_validator(mode="after")(check)


def _nearest_date(text: str) -> str:
    written = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", text)
    if written:
        day, month, year = written.groups()
        return f"{year}-{month:0>2}-{day:0>2}"
    written = re.fullmatch(r"(\d{4})[/.-](\d{1,2})(?:[/.-](\d{1,2}))?", text)
    return "-".join(part.zfill(2) for part in written.groups() if part) if written else ""


def _moment(value: Any) -> Any:
    if isinstance(value, datetime):
        return value
    text = str(value)
    if not _MOMENT.fullmatch(text):
        if _DAY_FIRST.fullmatch(text):
            raise PydanticCustomError("time-missing", "no time", {"value": text, "near": f"{text}T09:00"})
        raise PydanticCustomError("moment-form", "not a moment", {"value": text})
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise (
            date_fault(text[:10])
            if not _is_day(text[:10])
            else PydanticCustomError("moment-form", "not a moment", {"value": text})
        ) from None


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _id(value: str) -> str:
    if not is_id(value):
        raise PydanticCustomError(
            "id-form", "not an id", {"value": value, "near": slugify(value)[:ID_LENGTH]}
        )
    return value


def _slug(value: LocalText) -> LocalText:
    for lang, form in {"": value.neutral or "", **value.forms}.items():
        if form and not is_id(form):
            key = {"key": lang} if lang else {}
            raise PydanticCustomError(
                "id-form", "not an id", {"value": form, "near": slugify(form)[:ID_LENGTH], **key}
            )
    return value


def _url(value: str) -> str:
    parts = _split(value)
    if parts is None or (parts.scheme and parts.scheme not in {"http", "https"}) or "&#" in value:
        near = re.sub(r"\s", "", unescape(value)) if "&#" in value else ""
        raise PydanticCustomError("url-form", "not an address", {"value": value, "near": near})
    if not parts.scheme:
        raise PydanticCustomError(
            "url-without-scheme", "no scheme", {"value": value, "near": f"https://{value.lstrip('/')}"}
        )
    if not parts.hostname or "." not in parts.hostname:
        raise PydanticCustomError("url-form", "not an address", {"value": value})
    return value


def _split(value: str) -> SplitResult | None:
    """The parts of an address; None for what cannot be one."""
    try:
        return None if re.search(r"\s", value) else urlsplit(value)
    except ValueError:
        return None


def _email(value: str) -> str:
    if not _EMAIL.fullmatch(value):
        raise PydanticCustomError("email-form", "not an e-mail address", {"value": value})
    return value


def _colour(value: str) -> str:
    if not _COLOUR.fullmatch(value):
        raise PydanticCustomError("colour-form", "not a colour", {"value": value})
    return value.lower()


def _country(value: str) -> str:
    if not is_territory(value):
        raise PydanticCustomError(
            "country-form", "not a country", {"value": value, "near": meant_territory(value)}
        )
    return value


def _siren(value: str) -> str:
    digits = value.replace(" ", "")
    if not (digits.isascii() and digits.isdigit() and len(digits) == 9) or _luhn(digits) % 10:
        raise PydanticCustomError("siren-form", "not a SIREN", {"value": value})
    return digits


def _luhn(digits: str) -> int:
    """The sum of the Luhn algorithm (ISO/IEC 7812-1), by which INSEE checks a SIREN: a multiple of 10."""
    doubled = [int(digit) * (1 + index % 2) for index, digit in enumerate(reversed(digits))]
    return sum(number - 9 if number > 9 else number for number in doubled)


Day = Annotated[
    PartialDate,
    BeforeValidator(_partial_date),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}),
]
"""A year, a month or a day: `2013`, `2013-11`, `2013-11-27`."""

Moment = Annotated[datetime, BeforeValidator(_moment)]
"""A day and a time, local to the place: `2026-05-12T18:30`."""

Id = Annotated[str, AfterValidator(_id)]
Slug = Annotated[LocalText, AfterValidator(_slug)]
"""A word of addresses, which may differ by language: an id in each, so that it can be no path."""

Url = Annotated[str, AfterValidator(_url)]
Email = Annotated[str, AfterValidator(_email)]
Colour = Annotated[str, AfterValidator(_colour)]
LanguageCode = Annotated[str, AfterValidator(language_code)]
Country = Annotated[str, Field(pattern="^[A-Z]{2}$"), AfterValidator(_country)]
Siren = Annotated[str, AfterValidator(_siren)]
Media = Annotated[str, MediaFile()]
