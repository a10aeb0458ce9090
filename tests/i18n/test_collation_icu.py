"""Names stand in the order of ICU, the reference implementation of CLDR, which Chromium carries."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from ombrelle.i18n.collation import collation_key
from ombrelle.kinds.quartier import Quartier
from ombrelle.library import Library
from tests.support.small import library_of
from tests.support.tools import ROOT

pytestmark = pytest.mark.browser

_LATIN = [
    *("cote", "côte", "coté", "côté", "Cote", "œuvre", "oeuvre", "ouvre", "straße", "strasse", "Ångström"),
    *("nube", "ñandú", "oasis", "3D", "24h", "_a", "-a", "a b", "ab", "a-b", "Æ", "Zoé", "l’eau", "leau"),
    *("Brest+", "Brest", "Brest & Co", "Brest (29)", "Brest.", "Brest, port", "Brest « port »", "€ 5", "$ 5"),
]
HARD = {
    "ar": [
        "أحمد",
        "احمد",
        "إبراهيم",
        "آمال",
        "سؤال",
        "سائل",
        "مكتبة",
        "مكتبت",
        "مصطفى",
        "مصطفي",
        "ء",
        "ا",
        "ئ",
    ],
    "ja": [
        "カメラ",
        "かめら",
        "がめら",
        "コーヒー",
        "こうひい",
        "ッ",
        "つ",
        "っ",
        "東京",
        "京都",
        "日本",
        "亜",
        "龍",
    ],
}
"""Names made to be hard, besides the Latin ones, in the script of the language."""


@pytest.fixture(scope="module")
def library() -> Library:
    """That of the real site."""
    return library_of(ROOT)[0]


@pytest.mark.parametrize("lang", ["fr", "en", "de", "es", "ar", "ja"])
def test_names_stand_as_icu_has_them(library: Library, chromium: Browser, lang: str) -> None:
    """Titles, terms and towns of the real site, and names made to be hard, in each language."""
    names = sorted({*_LATIN, *HARD.get(lang, ()), *shown(library, lang)})
    with chromium.new_context() as context:
        wanted = context.new_page().evaluate(
            "([names, lang]) => names.sort(new Intl.Collator(lang).compare)", [names, lang]
        )
    assert sorted(names, key=collation_key(lang)) == wanted


def shown(library: Library, lang: str) -> set[str]:
    """What a reader of a language meets in lists."""
    chain = library.languages[lang].chain
    terms = (term for terms in library.content.vocabularies.values() for term in terms.values())
    places = {
        place.name
        for district in library.of_kind("quartier")
        if isinstance(district.facts, Quartier)
        for place in district.facts.places
    }
    titles = {entry.title(chain).text for entry in library.by_key.values()}
    return titles | {term.name.pick(chain).text for term in terms} | places
