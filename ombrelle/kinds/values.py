"""The values that fields are made of. Every scalar arrives as text, and these types give it its meaning.

A value that does not fit raises `PydanticCustomError` whose type is the code of the problem and whose
context holds the values of its message: `load.faults` turns it into a `Problem` at its line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError, core_schema

from ombrelle.dates import PartialDate
from ombrelle.i18n.languages import is_language, meant_language
from ombrelle.i18n.phrase import Phrase, first_of
from ombrelle.i18n.territories import is_territory, meant_territory
from ombrelle.kinds.addresses import check_email, check_phone, check_url
from ombrelle.kinds.moments import read_date, read_moment
from ombrelle.paths import ID_LENGTH, is_id
from ombrelle.text import nearest, slugify

_LIKE_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_]\w+)?")
_COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)


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
class LeadsTo:
    """Marks a field whose value is what a link of a text may name: `startup:cailabs`, `page:visit`.

    `only_entries`: no section of the site, no file, no anchor.
    """

    only_entries: bool = False


@dataclass(frozen=True, slots=True)
class InWords:
    """Marks a field whose value is words in the language of the text that it stands in."""


@dataclass(frozen=True, slots=True)
class LocalText:
    """A short text: the same in every language (`neutral`), or one form per language (`forms`)."""

    neutral: str | None = None
    forms: Mapping[str, str] = field(default_factory=dict)

    @property
    def all_forms(self) -> tuple[str, ...]:
        """Every form, whichever its language."""
        return tuple(self.forms.values()) if self.neutral is None else (self.neutral,)

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
        key = core_schema.with_info_plain_validator_function(_language_key)
        forms = core_schema.dict_schema(key, core_schema.str_schema(strict=True))
        return core_schema.with_info_wrap_validator_function(_local_text, forms)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        forms = {"type": "object", "additionalProperties": {"type": "string"}}
        return {"anyOf": [{"type": "string"}, forms]}


def _local_text(value: Any, handler: core_schema.ValidatorFunctionWrapHandler, _: ValidationInfo) -> Any:
    if isinstance(value, LocalText):
        return value
    if isinstance(value, str):
        return LocalText(neutral=value)
    if not isinstance(value, dict):
        raise PydanticCustomError("text-expected", "a text or a map of languages")
    if len(value) == 1 and all(isinstance(form, str) and _is_phrase(lang) for lang, form in value.items()):
        raise PydanticCustomError("yaml-colon-in-value", "a text with a colon")
    return LocalText(forms=handler(value))


def _language_key(lang: str, info: ValidationInfo) -> str:
    languages = (info.context or {}).get("languages", ())
    if languages and lang not in languages:
        raise unknown_language(lang, languages)
    return lang


def unknown_language(code: str, languages: Sequence[str]) -> PydanticCustomError:
    """What is wrong with the code of a language that is none of the site."""
    meant = meant_language(code)
    near = meant if meant in languages else nearest(code, languages)
    values = {"lang": code, "near": near, "known": ", ".join(languages)}
    return PydanticCustomError("unknown-language", "not a language of the site", values)


def _is_phrase(key: str) -> bool:
    """Whether a key is rather the beginning of a text, which its colon cut in two."""
    return not _LIKE_LANGUAGE.fullmatch(key) and not meant_language(key)


def language_code(value: str) -> str:
    """A BCP 47 tag that CLDR knows; PydanticCustomError for any other text."""
    if not is_language(value):
        near = meant_language(value)
        raise PydanticCustomError("language-form", "not a language", {"value": value, "near": near})
    return value


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


def _colour(value: str) -> str:
    if not _COLOUR.fullmatch(value):
        near = _meant_colour(value)
        raise PydanticCustomError("colour-form", "not a colour", {"value": value, "near": near})
    return value.lower()


def _meant_colour(value: str) -> str:
    """A colour without its sign, or in three digits, in the quotes that it needs; "" for any other."""
    digits = value.strip("# ")
    if re.fullmatch(r"[0-9a-fA-F]{3}", digits):
        digits = "".join(digit * 2 for digit in digits)
    return f'"#{digits}"' if re.fullmatch(r"[0-9a-fA-F]{6}", digits) else ""


def _country(value: Any) -> Any:
    if isinstance(value, str) and not is_territory(value):
        near = meant_territory(value)
        raise PydanticCustomError("country-form", "not a country", {"value": value, "near": near})
    return value


def _siren(value: str) -> str:
    digits = value.replace(" ", "")
    if not (digits.isascii() and digits.isdigit() and len(digits) == 9) or _luhn(digits) % 10:
        raise PydanticCustomError("siren-form", "not a SIREN", {"value": value, "near": _siren_of(digits)})
    return digits


def _siren_of(digits: str) -> str:
    """The SIREN that a SIRET, the number of one place of a company, begins with; "" for any other number."""
    is_siret = digits.isascii() and digits.isdigit() and len(digits) == 14
    return digits[:9] if is_siret and not _luhn(digits[:9]) % 10 else ""


def _luhn(digits: str) -> int:
    """The sum of the Luhn algorithm (ISO/IEC 7812-1), by which INSEE checks a SIREN: a multiple of 10."""
    doubled = [int(digit) * (1 + index % 2) for index, digit in enumerate(reversed(digits))]
    return sum(number - 9 if number > 9 else number for number in doubled)


Day = Annotated[
    PartialDate,
    BeforeValidator(read_date),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}),
]
"""A year, a month or a day: `2013`, `2013-11`, `2013-11-27`."""

Moment = Annotated[datetime, BeforeValidator(read_moment)]
"""A day and a time, local to the place: `2026-05-12T18:30`."""

Id = Annotated[str, AfterValidator(_id)]
Slug = Annotated[LocalText, AfterValidator(_slug)]
"""A word of addresses, which may differ by language: an id in each, so that it can be no path."""

Url = Annotated[str, AfterValidator(check_url)]
Email = Annotated[str, AfterValidator(check_email)]
Phone = Annotated[str, AfterValidator(check_phone)]
Colour = Annotated[str, AfterValidator(_colour)]
LanguageCode = Annotated[str, AfterValidator(language_code)]
Country = Annotated[str, Field(pattern="^[A-Z]{2}$"), BeforeValidator(_country)]
Siren = Annotated[str, AfterValidator(_siren)]
Media = Annotated[str, MediaFile()]
