"""Countries and territories by their ISO 3166-1 codes of two letters, as CLDR knows them."""

from __future__ import annotations

from babel.core import get_global

from ombrelle.i18n.languages import cldr
from ombrelle.text import slugify


def is_territory(code: str) -> bool:
    """Whether CLDR has a name for the code: "FR", "GB", and not "UK"."""
    return code in cldr("en").territories


def meant_territory(text: str) -> str:
    """The code for one that was withdrawn, in small letters or written by its name: "UK" gives "GB".

    Names are those that French and English have for it; "" for any other text.
    """
    code = text.strip().upper()
    aliases: list[str] = get_global("territory_aliases").get(code, [])
    if aliases or is_territory(code):
        return aliases[0] if aliases else code
    names = (cldr(spoken).territories for spoken in ("fr", "en"))
    wanted = slugify(text)
    return next((known for each in names for known, name in each.items() if slugify(name) == wanted), "")
