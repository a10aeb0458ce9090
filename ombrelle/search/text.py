"""A word as search knows it: without accents, ligatures and articles that are written on to it.

The script of the search page does the same to what a visitor types: a test holds the two together.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

_LIGATURES = {
    "œ": "oe",
    "æ": "ae",
    "ß": "ss",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ı": "i",
    "ـ": "",
    "ى": "ي",
    "ة": "ه",
}
"""What has no accent to take away, and the letters of Arabic that are written one for the other."""

_KANA_MARKS = "\u3099\u309a"
"""The marks that make another sound of a kana: カ and ガ are two letters to a reader."""

_UMLAUTS: Mapping[str, re.Pattern[str]] = {"de": re.compile("([aou])e")}
"""Muenchen is how München is written without its dots."""

_ARTICLES: Mapping[str, re.Pattern[str]] = {"ar": re.compile("^(?:[وفبك]?ال|لل)(?=..)")}
_GLUE = "\u2060"
_APOSTROPHE = re.compile(r"(?<=\w)('|’|&#39;)(?=\w)")
_TABLE = str.maketrans(_LIGATURES)


@lru_cache(maxsize=100_000)
def fold(word: str, lang: str) -> str:
    """The form under which a word of a language is kept and asked for; "" where nothing is left of it."""
    apart = unicodedata.normalize("NFKD", word.lower())
    bare = "".join(
        sign for sign in apart if sign in _KANA_MARKS or not unicodedata.category(sign).startswith("M")
    )
    plain = unicodedata.normalize("NFC", bare).translate(_TABLE)
    known = "".join(sign for sign in plain if unicodedata.category(sign)[0] in "LN")
    for patterns, kept in ((_UMLAUTS, r"\1"), (_ARTICLES, "")):
        if lang in patterns:
            known = patterns[lang].sub(kept, known)
    return known


def spaced(html: str) -> str:
    """A text in which an elided word stands apart: Pagefind takes « l’œuvre » for one word."""
    return _APOSTROPHE.sub(rf"\1 {_GLUE}", html)


def joined(text: str) -> str:
    """A text of Pagefind's as it was before `spaced`, and without the signs that it puts between words."""
    return text.replace(f" {_GLUE}", "").replace("\u200b", "")
