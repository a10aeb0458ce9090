"""The umbrella itself: `content/site.yaml`."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from ombrelle.kinds.base import Contact, Model
from ombrelle.kinds.values import Colour, LanguageCode, LocalText, Url


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
