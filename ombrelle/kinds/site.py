"""The umbrella itself: `content/site.yaml`."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field

from ombrelle.kinds.base import Contact, Model
from ombrelle.kinds.values import Colour, LanguageCode, LocalText, Url, language_code

EVERY = "all"
"""Stands for every language of the site, those to come as well."""


def _language_or_every(value: str) -> str:
    return value if value == EVERY else language_code(value)


def _one_or_many(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


LanguageList = Annotated[
    tuple[Annotated[str, AfterValidator(_language_or_every)], ...], BeforeValidator(_one_or_many)
]
"""Codes, or `all`; one may be written without its list."""


class SiteLanguage(Model):
    """A language of the site. `fallbacks` are the languages to borrow from, in order."""

    code: LanguageCode
    fallbacks: tuple[LanguageCode, ...] | None = None


def _language_line(value: Any) -> Any:
    return {"code": value} if isinstance(value, str) else value


class Licence(Model):
    """The licence of the open data."""

    name: str
    url: Url


class Account(Model):
    """An account of the umbrella on another site."""

    name: str
    url: Url


class BrandColours(Model):
    """The colours of the umbrella; themes derive the rest."""

    ink: Colour = "#14213d"
    accent: Colour = "#0b6e6e"


class Translations(Model):
    """What the site promises of its translations. `load.policy` says what each name stands for.

    `required` gives, for a kind or one of its texts, the languages in which it must be; the source always is.
    `stale_notice` are the kinds whose pages tell visitors when their text is older than its source.
    """

    required: dict[str, LanguageList] = Field(default_factory=dict)
    stale_notice: tuple[str, ...] = ()


class DistrictBudget(Model):
    """What one district may hold. `entries` are companies, pages, news and the like, each in every language.

    When these were chosen the largest district had 90 files and 0.2 megabytes (`du -sb quartiers/*`).
    """

    files: Annotated[int, Field(ge=1)] = 5000
    megabytes: Annotated[int, Field(ge=1)] = 250
    entries: Annotated[int, Field(ge=1)] = 1000


class Site(Model):
    """What the whole site shares."""

    name: LocalText
    tagline: LocalText
    summary: LocalText
    base_url: Url
    languages: Annotated[
        tuple[Annotated[SiteLanguage, BeforeValidator(_language_line)], ...],
        Field(min_length=1),
    ]
    translations: Translations = Translations()
    navigation: tuple[str, ...]
    footer: tuple[str, ...] = ()
    colours: BrandColours = BrandColours()
    accounts: tuple[Account, ...] = ()
    contact: Contact
    press: Contact | None = None
    security: Contact
    publisher: LocalText
    repository: Url | None = None
    data_licence: Licence
    new_days: int = 90
    district_budget: DistrictBudget = DistrictBudget()
