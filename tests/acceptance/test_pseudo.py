"""In a language that nobody speaks, a word of the theme that no translator can reach is seen at once."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser
from pydantic import BaseModel

from ombrelle.build import build
from ombrelle.i18n.languages import PSEUDO, cldr
from ombrelle.kinds.values import LocalText
from ombrelle.library import Library
from ombrelle.theme.theme import load_theme
from ombrelle.typography import typeset
from ombrelle.views.edition import Edition
from tests.support.browser import visiting
from tests.support.html import Element, read
from tests.support.server import serving
from tests.support.small import SITES, THEME, edition_of, options

_SAID = ("aria-label", "title", "alt", "placeholder")
_VALUES = {"time", "code"}
"""Elements that hold a value for machines or one that CLDR formats, not a word of the theme."""

_NAMES = {"CSV", "GeoJSON", "JSON", "PNG", "SIREN", "SVG", "Wikidata"}
"""Names of formats and registers, which are the same in every language."""

_SHOWN = {"INSEE", "Lyon", "Villeurbanne", "ombrelle.example", "lyon@example.org", "bonjour@ombrelle.example"}
"""Names that the examples of components show."""

_JOINED = re.compile(r",? and |, |(?:^| )· | و(?=[A-Z]|$)|^و$|(?<=\d{5}) ")
_ISOLATES = re.compile(r"[\u2066-\u2069]")
_NUMBER = re.compile(r"^\d+\. ")
"""Before a name: what stands for it on a small map."""

_WORD = re.compile(r"[^\W\d_]")
_AMOUNT = re.compile(r"\W*\d[\d.,]*\W?\w*\W*[€$£]?")


@pytest.fixture(scope="module")
def edition() -> Edition:
    """The small site that has a bit of everything, with the pseudo-languages."""
    return edition_of(SITES / "rich", pseudo=True)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, built."""
    return built(tmp_path_factory.mktemp("pseudo"))


def built(out: Path, theme: Path = THEME) -> Path:
    result = build(options(SITES / "rich", out, pseudo=True, theme=theme))
    assert result.manifest is not None, list(result.problems)
    return out


@pytest.mark.parametrize("lang", PSEUDO)
def test_every_word_of_the_theme_changes(site: Path, edition: Edition, lang: str) -> None:
    """On every page, what is said in the page's language is disguised, unless the content says it for all."""
    assert undisguised(site, lang, neutral_texts(edition.library)) == set()


def test_every_template_is_looked_at(edition: Edition) -> None:
    """The small site has a page of each template of the theme, so that none is passed over."""
    shown = {page.type for page in edition.routes.pages}
    assert shown >= {"home", "chooser", "not-found", "startups-facet", "services-layer", "brand", "data"}
    kinds = {page.entry.kind.name for page in edition.routes.pages if page.entry}
    assert kinds == {"quartier", "startup", "actor", "service", "programme", "event", "news", "story", "page"}


def test_a_word_that_is_not_translated_is_found(tmp_path: Path, edition: Edition) -> None:
    """A word written into a template, and one into an attribute, show in the pseudo-language."""
    theme = Path(shutil.copytree(THEME, tmp_path / "theme"))
    footer = theme / "components/footer/footer.html"
    text = footer.read_text(encoding="utf-8")
    footer.write_text(
        text.replace("</footer>", '<p title="Forgotten too">Forgotten</p></footer>'), encoding="utf-8"
    )
    found = undisguised(built(tmp_path / "out", theme), "en-XA", neutral_texts(edition.library))
    assert found == {"Forgotten", "Forgotten too"}


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize("lang", PSEUDO)
def test_longer_words_fit(site: Path, chromium: Browser, lang: str, width: int) -> None:
    """No page is wider than the window with words longer by two fifths, nor from right to left."""
    paths = [page.relative_to(site).as_posix() for page in sorted((site / lang).rglob("*.html"))]
    with (
        serving(site) as address,
        visiting(chromium, f"{address}{paths[0]}", viewport={"width": width, "height": 800}) as visit,
    ):
        wide = []
        for path in paths:
            visit.page.goto(f"{address}{path}")
            if visit.page.evaluate("document.documentElement.scrollWidth") > width:
                wide.append(path)
    assert wide == []


def undisguised(site: Path, lang: str, neutral: set[str]) -> set[str]:
    """The texts of the pages of a language that are said to be in it and are not."""
    said = {text for page in (site / lang).rglob("*.html") for text in _texts(read(page), "", lang)}
    names = (
        neutral | _NAMES | _SHOWN | set(cldr(lang).territories.values()) | set(cldr(lang).languages.values())
    )
    departments = {department.name for department in load_theme(THEME).ground.departments}
    known = {name.casefold() for name in names | departments | {lang}}
    # A sentence with a link in it is disguised as a whole, and read in pieces.
    return {text for text in said if not {"[", "]"} & set(text) and not _is_neutral(text, known)}


def _is_neutral(text: str, known: set[str]) -> bool:
    plain = _ISOLATES.sub("", text)
    parts = (_NUMBER.sub("", part.strip("() ")) for part in _JOINED.split(plain))
    return all(
        part.casefold() in known or not _WORD.search(part) or _AMOUNT.fullmatch(part) for part in parts
    )


def _texts(element: Element, lang: str, wanted: str) -> Iterator[str]:
    own = element.attributes.get("lang", lang)
    if element.tag in {"script", "style", "bdi", *_VALUES}:
        return
    if own == wanted:
        yield from (element.attributes[name] for name in _SAID if element.attributes.get(name))
    for child in element.children:
        if isinstance(child, Element):
            yield from _texts(child, own, wanted)
        elif own == wanted and child.strip():
            yield " ".join(child.split())


def neutral_texts(library: Library) -> set[str]:
    """What the content says: names, towns and hosts, and the titles that entries have in their languages."""
    entries = library.by_key.values()
    said = {text for value in (library.site, *(entry.facts for entry in entries)) for text in _neutral(value)}
    hosts = {(urlsplit(text).hostname or "").removeprefix("www.") for text in said if "://" in text}
    titles = {entry.title((lang,)).text for entry in entries for lang in library.languages.codes}
    return {" ".join(typeset(text, "fr").split()) for text in said | hosts | titles}


def _neutral(value: Any) -> Iterator[str]:
    if isinstance(value, LocalText):
        yield value.neutral or ""
    elif isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _neutral(item)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _neutral(getattr(value, name))
