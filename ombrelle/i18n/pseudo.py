"""Two languages that nobody speaks, in which a text that was forgotten is seen at once.

`en-XA` is accented, longer by two fifths and in brackets: a text without them was never to be translated, a
missing bracket is a text cut off, and a line that breaks badly would break so in German. `ar-XB` runs from
right to left and has the plural forms of Arabic. The codes are those by which CLDR and the platforms name
their pseudo-locales.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from math import ceil

from ombrelle.i18n.languages import PSEUDO, Language, Languages
from ombrelle.i18n.plurals import plural_forms
from ombrelle.i18n.po import Entry, Key

_ACCENTED, _MIRRORED = PSEUDO

_EXPANSION = 1.4
"""A short text grows by about this much from English into the longest of the languages of Europe."""

# What a program fills in, an element and an entity of HTML: they must come out as they went in.
_KEPT = re.compile(r"(%\(\w+\)[sd]|%%|<[^>]*>|&\w+;)")
_ACCENTS = str.maketrans("aceghijklnorstuwyzACEGHIJKLNORSTUWYZ", "åçéĝĥîĵķļñöŕšţûŵýžÅÇÉĜĤÎĴĶĻÑÖŔŠŢÛŴÝŽ")
_VOWEL = re.compile(r"([aeiouy])", re.IGNORECASE)
_RIGHT_TO_LEFT_OVERRIDE, _POP_DIRECTION = "\u202e", "\u202c"


def is_pseudo(lang: str) -> bool:
    """Whether a language is one of these."""
    return lang in PSEUDO


def disguise(lang: str, text: str) -> str:
    """The text as a pseudo-language has it: readable still, and unlike any text of the site."""
    if not text.strip():
        return text
    if lang == _MIRRORED:
        return f"[{_RIGHT_TO_LEFT_OVERRIDE}{text}{_POP_DIRECTION}]"
    accented = "".join(_accented(part) for part in _KEPT.split(text))
    return f"[{accented.ljust(ceil(len(text) * _EXPANSION), '·')}]"


def with_pseudo(languages: Languages) -> Languages:
    """The languages of a site and these two, which borrow from all of them, the source first."""
    accented = Language(_ACCENTED, languages.codes, disguise(_ACCENTED, "Accented"))
    mirrored = Language(_MIRRORED, languages.codes, disguise(_MIRRORED, "Mirrored"))
    return Languages((*languages.all, accented, mirrored))


def words_of(lang: str, entries: Iterable[Entry]) -> Mapping[Key, tuple[str, ...]]:
    """Every message of a template as a pseudo-language has it, in each of its plural forms."""
    return {entry.key: _forms(lang, entry) for entry in entries}


def _forms(lang: str, entry: Entry) -> tuple[str, ...]:
    one = disguise(lang, entry.msgid)
    if entry.plural is None:
        return (one,)
    return (one, *[disguise(lang, entry.plural)] * (plural_forms(lang) - 1))


def _accented(text: str) -> str:
    return text if _KEPT.fullmatch(text) else _VOWEL.sub(r"\1\1", text).translate(_ACCENTS)
