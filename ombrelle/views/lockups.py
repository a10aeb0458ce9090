"""Which lock-ups there are, and what their files are called: for the brand page, press kits and outputs."""

from __future__ import annotations

from ombrelle.drawing.arrangement import Dress, Lockup
from ombrelle.kinds.quartier import Quartier
from ombrelle.kinds.values import LocalText
from ombrelle.library import Library

FOLDER = "brand/lockups"


def lockups_in(library: Library, district: str | None, lang: str) -> tuple[Lockup, ...]:
    """The lock-ups of a district, or of the umbrella for None, for readers of a language.

    In one line, and in two where there is a district under the umbrella. A name that is written in several
    languages alike is said to be in the first of them, so that it is the same lock-up.
    """
    language = library.languages[lang]
    umbrella = library.site.name.pick(language.chain).text
    if district is None:
        return (_lockup(library, library.site.name, (umbrella,), None),)
    names = library.by_key[f"quartier:{district}"].facts_as(Quartier).name
    name = names.pick(language.chain).text
    return tuple(_lockup(library, names, lines, district) for lines in ((name,), (umbrella, name)))


def lockups_of(library: Library, district: str | None) -> tuple[Lockup, ...]:
    """Those of all languages, each once."""
    every = (each for code in library.languages.codes for each in lockups_in(library, district, code))
    return tuple(dict.fromkeys(every))


def file_stem(lockup: Lockup, dress: Dress) -> str:
    """The path of a lock-up's file from the root of the site, without its suffix."""
    return f"{FOLDER}/{lockup.lit or 'umbrella'}-{lockup.lang}-{lockup.form}-{dress}"


def _lockup(library: Library, names: LocalText, lines: tuple[str, ...], district: str | None) -> Lockup:
    """The lock-up, in the first language that writes its last line so."""
    picked = (names.pick((code,)) for code in library.languages.codes)
    written = (phrase.lang for phrase in picked if phrase.text == lines[-1] and phrase.lang)
    lang = next(written, library.languages.source.code)
    return Lockup(lines, lang, district, library.languages[lang].direction == "rtl")
