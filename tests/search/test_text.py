"""Words as search knows them, the same in the index and in the script of the search page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser

from ombrelle.search.text import fold, joined, spaced
from tests.support.small import THEME
from tests.support.tools import ROOT

WORDS = re.compile(r"[^\W\d_][\w’'-]*")


@pytest.mark.parametrize(
    ("lang", "forms"),
    [
        ("fr", ("œuvre", "oeuvre", "Œuvre", "ŒUVRE")),
        ("fr", ("Été", "ete", "e\u0301te\u0301")),
        ("de", ("München", "Muenchen", "Munchen", "MÜNCHEN")),
        ("de", ("Straße", "Strasse", "STRASSE")),
        ("ar", ("المؤسسة", "مؤسسة", "مُؤَسَّسة", "موسسه", "والمؤسسة")),
        ("ar", ("إلى", "الى", "الي")),
        ("ja", ("ﾃﾞｼﾞﾀﾙ", "デジタル")),
        ("en", ("Ｎａｎｔｅｓ", "nantes")),
    ],
)
def test_forms_of_one_word_are_one(lang: str, forms: tuple[str, ...]) -> None:
    """Accents, ligatures, umlauts written out, vowel signs, hamzas, the article, and wide or narrow signs."""
    assert len({fold(form, lang) for form in forms}) == 1


@pytest.mark.parametrize(
    ("lang", "one", "other"),
    [("ja", "カ", "ガ"), ("fr", "quel", "qul"), ("ar", "حي", "الحياة")],
)
def test_other_words_are_others(lang: str, one: str, other: str) -> None:
    """What sounds otherwise is not mixed up, and a rule of one language is not one of all."""
    assert fold(one, lang) != fold(other, lang)


@pytest.mark.parametrize("text", ["L’œuvre d'art", "rien", "l&#39;eau", "« l’été »"])
def test_words_that_are_set_apart_come_together_again(text: str) -> None:
    """What is shown is what was written."""
    assert joined(spaced(text)) == text


@pytest.mark.browser
def test_the_script_folds_words_as_the_index_does(chromium: Browser) -> None:
    """Every word of the content, in each language."""
    script = (THEME / "components/site-search/site-search.js").read_text(encoding="utf-8")
    table = re.search(r"const LIGATURES = .*?;", script)
    made = re.search(r"const fold = .*?\n  \};", script, re.DOTALL)
    assert table is not None
    assert made is not None
    words = [(word, lang) for lang in ("fr", "en", "de", "es", "ar", "ja") for word in _words(lang)]
    assert len(words) > 5000
    page = chromium.new_page()
    body = f"(words) => {{ {table[0]} {made[0]} return words.map(([word, lang]) => fold(word, lang)); }}"
    folded = page.evaluate(body, words)
    page.close()
    ours = [fold(word, lang) for word, lang in words]
    assert [pair for pair in zip(words, ours, folded, strict=True) if pair[1] != pair[2]] == []


def _words(lang: str) -> list[str]:
    texts = [
        path.read_text(encoding="utf-8")
        for top in ("content", "quartiers")
        for path in (ROOT / top).rglob(f"*.{lang}.md")
    ]
    return sorted({word for text in texts for word in WORDS.findall(text)})
