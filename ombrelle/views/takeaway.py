"""Where what visitors take away stands: contact cards, press kits, cards of companies for other sites."""

from __future__ import annotations

from collections.abc import Iterator

from ombrelle.kinds.base import Contact
from ombrelle.kinds.quartier import Quartier
from ombrelle.library import Library
from ombrelle.load.entry import Entry
from ombrelle.text import slugify

EMBEDS = "/embed"
"""The folder whose pages may stand in a frame of any site; a host matches headers by the start of a path."""

KITS = "/press"


def card_url(home: str, purpose: str) -> str:
    """The contact card for a purpose, beside the page `home` of whom it leads to."""
    return f"{home}contact-{purpose}.vcf"


def umbrella_contacts(library: Library) -> dict[str, Contact]:
    """The contacts of the umbrella itself by purpose, the general one first."""
    site = library.site
    return {"general": site.contact} | ({"press": site.press} if site.press else {})


def embed_url(lang: str, startup: Entry) -> str:
    """The card of a company to show elsewhere. It stays the same when its page gets another word."""
    return f"{EMBEDS}/{lang}/{startup.id}/"


def kit_name(library: Library, lang: str, district: str = "") -> str:
    """The name of a press kit, without its ending: of a district, or of the umbrella itself."""
    brand = slugify(library.site.name.pick(library.languages.source.chain).text)
    return "-".join(part for part in (brand, district, lang) if part)


def kit_url(library: Library, lang: str, district: str = "") -> str:
    """Where a press kit stands, from the root of the site."""
    return f"{KITS}/{kit_name(library, lang, district)}.zip"


def districts_with_kit(library: Library) -> Iterator[Entry]:
    """The districts of which there is something true to tell the press: examples have no kit."""
    return (entry for entry in library.of_kind("quartier") if has_kit(entry))


def has_kit(district: Entry) -> bool:
    """Whether a district has a press kit."""
    facts = district.facts_as(Quartier)
    return not (facts.demo or facts.draft)
