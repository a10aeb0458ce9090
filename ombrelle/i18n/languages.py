"""The languages of a site, and in which order a text is looked for when one of them has none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from babel.core import Locale, UnknownLocaleError, get_global

from ombrelle.text import slugify

Direction = Literal["ltr", "rtl"]

# Language, script and region in the letter case that BCP 47 recommends (RFC 5646, section 2.1.1).
_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-(?:[A-Z]{2}|\d{3}))?")


PSEUDO = {"en-XA": "en", "ar-XB": "ar"}
"""The codes of the pseudo-languages (`ombrelle.i18n.pseudo`), each with the one whose formats it has."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the site.

    `fallbacks` are the codes of the languages in which a text is looked for when this one has none, the
    nearest first, without itself. `name` is given where CLDR has no autonym for it.
    """

    code: str
    fallbacks: tuple[str, ...]
    name: str = ""

    @property
    def chain(self) -> tuple[str, ...]:
        """Its own code, then its fallbacks."""
        return (self.code, *self.fallbacks)

    @property
    def direction(self) -> Direction:
        """The direction in which it is written."""
        return _direction(self.code)

    @property
    def autonym(self) -> str:
        """Its name in itself, with a capital where the script has one."""
        return self.name or _autonym(self.code)


@dataclass(frozen=True, slots=True)
class Languages:
    """The languages of the site in the order of the switcher; the first is the source."""

    all: tuple[Language, ...]

    @property
    def source(self) -> Language:
        """The language from which the others are translated."""
        return self.all[0]

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes in declared order."""
        return tuple(language.code for language in self.all)

    def __getitem__(self, code: str) -> Language:
        for language in self.all:
            if language.code == code:
                return language
        raise KeyError(code)

    def __iter__(self) -> Iterator[Language]:
        return iter(self.all)

    def __contains__(self, code: object) -> bool:
        return code in self.codes


def is_language(code: str) -> bool:
    """Whether `code` is the BCP 47 tag of a language that CLDR describes: "fr", "pt-BR", "zh-Hant"."""
    if code in PSEUDO or not _TAG.fullmatch(code):
        return False
    try:
        cldr(code)
    except (ValueError, UnknownLocaleError):
        return False
    return True


def meant_language(text: str) -> str:
    """The tag of a language written in capitals, with an underscore or by its name; "" for any other text.

    Names are those that French and English have for it.
    """
    tag = text.strip().replace("_", "-")
    lang, _, rest = tag.partition("-")
    for form in (f"{lang.lower()}-{rest.upper()}" if rest else lang.lower(), lang.lower()):
        if is_language(form):
            return form
    names = (cldr(spoken).languages for spoken in ("fr", "en"))
    wanted = slugify(text)
    return next((code for known in names for code, name in known.items() if slugify(name) == wanted), "")


def make_languages(declared: Sequence[tuple[str, Sequence[str] | None]]) -> Languages:
    """The languages of a site from their codes and declared fallbacks, the source first.

    Every chain ends by naming every language: the declared fallbacks, then the source, then the others in
    declared order. So a text that exists in any language is found from each of them, and what is declared
    decides only which is tried first; None declares nothing.

    ValueError when `declared` is empty, names a language twice, or falls back on one that it does not name:
    these are faults of the content, to be told to the editor before.
    """
    codes = [code for code, _ in declared]
    wanted = {code: tuple(fallbacks or ()) for code, fallbacks in declared}
    if not codes or len(wanted) != len(codes):
        raise ValueError(f"no language, or one twice: {codes}")
    if strange := {code for fallbacks in wanted.values() for code in fallbacks} - set(codes):
        raise ValueError(f"fallbacks that are not languages of the site: {sorted(strange)}")
    return Languages(tuple(_make(code, (*wanted[code], *codes)) for code in codes))


@cache
def cldr(code: str) -> Locale:
    """What CLDR knows of a language, by its BCP 47 tag; ValueError or UnknownLocaleError when it does not."""
    return Locale.parse(PSEUDO.get(code, code), sep="-")


@cache
def with_territory(code: str) -> str:
    """A language with the country where most of its speakers live, as CLDR counts: "fr_FR", "ar_EG"."""
    tags = get_global("likely_subtags")
    lang, *rest = PSEUDO.get(code, code).split("-")
    own = next((part for part in rest if len(part) == 2), "")
    likely = tags.get("_".join((lang, *rest))) or tags.get(lang) or lang
    return f"{lang}_{own or likely.rpartition('_')[2]}"


def label(name: str) -> str:
    """A name as it begins a line or a button: "français" gives "Français"."""
    return name[:1].upper() + name[1:]


def _make(code: str, wanted: tuple[str, ...]) -> Language:
    return Language(code, tuple(fallback for fallback in dict.fromkeys(wanted) if fallback != code))


# What CLDR knows of a language is read when it is shown: a check of the content shows none.
@cache
def _direction(code: str) -> Direction:
    return cast(Direction, cldr(code).text_direction)


@cache
def _autonym(code: str) -> str:
    locale = cldr(code)
    return label(locale.get_display_name(locale) or code)
