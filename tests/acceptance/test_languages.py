"""What the real site says of its languages is true of what it serves."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from urllib.request import urlopen

import pytest

from ombrelle.audit import BuiltPage, read_page
from ombrelle.paths import page_file
from tests.support.html import Element, read
from tests.support.site import BASE_URL

pytestmark = pytest.mark.site

LANGUAGES = ("fr", "en", "de", "es", "ar", "ja")
COMMON = {
    "fr": "le les des du et est dans pour sur par qui au aux avec une",
    "en": "the of and to is are for on by with that from at this it",
    "de": "der die das und von mit für ist ein eine zu im auf den dem",
    "es": "el los las del y una por con para al su más desde como",
}
"""Words that no text of a language does without, and that the others do not have."""

SCRIPTS = {"ar": re.compile(r"[\u0600-\u06ff]"), "ja": re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")}


@pytest.fixture(scope="module")
def pages(real_site: Path) -> dict[str, BuiltPage]:
    """By address: each page of the site but those that are not found, and the cards for other sites."""
    found = {}
    for path in real_site.rglob("*.html"):
        name = path.relative_to(real_site).as_posix()
        if path.name != "404.html" and not name.startswith("embed/"):
            found[f"{BASE_URL}/{name.removesuffix('index.html')}"] = read_page(name, path.read_bytes())
    return found


def alternates(page: BuiltPage) -> dict[str, str]:
    return {lang: href for lang, href in page.alternates if lang != "x-default"}


def test_alternates_are_mutual(pages: dict[str, BuiltPage]) -> None:
    """Each page that another names exists, names it back, and says the same set."""
    for url, page in pages.items():
        for href in alternates(page).values():
            assert href in pages, (url, href)
            if url != f"{BASE_URL}/":
                assert alternates(pages[href]) == alternates(page), (url, href)


def test_a_page_is_its_own_alternate_or_borrows(pages: dict[str, BuiltPage]) -> None:
    """A page of its own words is in its set and is its own canonical; a borrowed page has no set."""
    borrowed = 0
    for url, page in pages.items():
        if url == f"{BASE_URL}/" or not (page.canonical or page.is_indexed):
            # The first offers the languages; a short list of companies is for visitors alone.
            continue
        if page.alternates:
            assert alternates(page)[page.lang] == page.canonical == url
            assert page.is_indexed
        else:
            borrowed += 1
            assert page.canonical != url
            assert page.canonical in pages
            assert not page.is_indexed
    assert 0 < borrowed < len(pages)


def test_every_alternate_answers(pages: dict[str, BuiltPage], real_address: str) -> None:
    """Each address that is named is answered by the static server with the page in its language."""
    named = {(lang, href) for page in pages.values() for lang, href in alternates(page).items()}
    assert {lang for lang, _ in named} == set(LANGUAGES)
    for lang, href in sorted(named):
        with urlopen(href.replace(f"{BASE_URL}/", real_address)) as answer:
            assert answer.status == 200
            assert f'<html lang="{lang}"'.encode() in answer.read(200)


def test_what_is_said_to_be_in_a_language_is(pages: dict[str, BuiltPage], real_site: Path) -> None:
    """The words of each named page, without those marked as another language's, are of that language."""
    wrong = []
    for url, page in pages.items():
        if page.alternates and url != f"{BASE_URL}/":
            text = own_text(read(real_site / page_file(url.removeprefix(BASE_URL))).one("main"), page.lang)
            if guessed(text) not in {page.lang, ""}:
                wrong.append((url, guessed(text)))
    assert wrong == []


def own_text(element: Element, lang: str) -> str:
    """What is written in an element, without the parts that are said to be in another language."""
    parts = []
    for child in element.children:
        if isinstance(child, str):
            parts.append(child)
        elif child.attributes.get("lang", lang) == lang and child.tag not in {"script", "svg"}:
            parts.append(own_text(child, lang))
    return " ".join(parts)


def guessed(text: str) -> str:
    """The language that a text looks like; "" where it is too short to tell."""
    letters = len(re.findall(r"[^\W\d_]", text))
    for lang, script in SCRIPTS.items():
        if len(script.findall(text)) > letters / 8:
            return lang
    words = Counter(re.findall(r"[^\W\d_]+", text.lower()))
    scores = {lang: sum(words[word] for word in common.split()) for lang, common in COMMON.items()}
    best = max(scores, key=lambda lang: scores[lang])
    return best if scores[best] >= 12 else ""


def test_the_guess_is_one() -> None:
    """It tells the languages of the site apart, so that agreeing with it means something."""
    said = {
        "fr": "Le quartier est dans la ville et les entreprises sont sur le port. " * 4,
        "en": "The district is in the town and the companies are on the harbour. " * 4,
        "de": "Das Quartier ist in der Stadt und die Firmen sind auf dem Hafen. " * 4,
        "es": "El distrito es de la ciudad y las empresas en el puerto que se ve. " * 4,
        "ar": "الحي في المدينة والشركات في الميناء",
        "ja": "地区は町にあり、会社は港にあります",
    }
    assert {lang: guessed(text) for lang, text in said.items()} == {lang: lang for lang in LANGUAGES}
    assert guessed("Cailabs") == ""


def test_every_kind_of_page_is_in_every_language(pages: dict[str, BuiltPage]) -> None:
    """Whatever is translated, each page has its address in each language."""
    counts = Counter(url.removeprefix(f"{BASE_URL}/").split("/")[0] for url in pages)
    assert counts.pop("") == 1
    assert set(counts) == set(LANGUAGES)
    assert len(set(counts.values())) == 1
