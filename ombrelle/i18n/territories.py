"""Countries and territories by their ISO 3166-1 codes of two letters, as CLDR knows them."""

from __future__ import annotations

from babel.core import get_global

from ombrelle.i18n.languages import cldr


def is_territory(code: str) -> bool:
    """Whether CLDR has a name for the code: "FR", "GB", and not "UK"."""
    return code in cldr("en").territories


def meant_territory(code: str) -> str:
    """The code in use for one that was withdrawn or is written by mistake: "UK" gives "GB"; "" for others."""
    aliases: list[str] = get_global("territory_aliases").get(code, [])
    return aliases[0] if aliases else ""
