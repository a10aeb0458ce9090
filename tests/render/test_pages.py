"""The HTML of pages: what it says of its language, of its text, and of what it borrows."""

from __future__ import annotations

import multiprocessing
import pickle
from itertools import pairwise
from pathlib import Path

import pytest

from ombrelle.cache import NOWHERE, Cache
from ombrelle.outputs import sheets
from ombrelle.paths import page_file
from ombrelle.render import Before, Hands, Rendered, Renderer, Sheet, render_all
from ombrelle.route import Page
from ombrelle.stage import UNFILED
from ombrelle.views.edition import Edition
from tests.support.html import Element, read

DIRECTIONS = {"fr": "ltr", "en": "ltr", "ar": "rtl"}


@pytest.fixture(scope="module")
def html(rich: Edition, rich_site: Path) -> dict[tuple[str, str], Element]:
    return {(page.key, page.lang): read(rich_site / page_file(page.url)) for page in rich.routes.pages}


def page(edition: Edition, key: str, lang: str) -> Page:
    there = edition.routes.page(key, lang)
    assert there is not None
    return there


def test_a_page_is_in_its_language_and_direction(html: dict[tuple[str, str], Element]) -> None:
    """`lang` and `dir` of the whole page are those of its address."""
    for (_, lang), root in html.items():
        assert root.one("html").language == (lang, DIRECTIONS[lang])


def test_a_page_has_one_title_and_one_main(html: dict[tuple[str, str], Element]) -> None:
    """One h1, one main, a title, and a way past the menus as the first link."""
    for key, root in html.items():
        assert len(root.all("h1")) == 1, key
        assert len(root.all("main")) == 1, key
        assert root.one("head").one("title").text, key
        if key[0] == "chooser":
            continue
        target = root.all("a")[0]["href"]
        assert target.startswith("#"), key
        assert root.all(id=target[1:]), key


def test_titles_are_unique_within_a_language(html: dict[tuple[str, str], Element]) -> None:
    """Tabs, histories and search engines tell pages apart by their titles."""
    seen: dict[tuple[str, str], str] = {}
    for (key, lang), root in html.items():
        if key == "chooser":
            continue
        title = root.one("head").one("title").text
        assert seen.setdefault((lang, title), key) == key, title


def test_headings_skip_no_level(html: dict[tuple[str, str], Element]) -> None:
    """A screen reader announces each step."""
    for key, root in html.items():
        levels = [int(it.tag[1]) for it in root.one("main").all() if it.tag in {f"h{n}" for n in range(1, 7)}]
        assert all(after <= before + 1 for before, after in pairwise(levels)), key


def test_ids_are_unique(html: dict[tuple[str, str], Element]) -> None:
    """An anchor leads to one place."""
    for key, root in html.items():
        ids = [it["id"] for it in root.all() if "id" in it.attributes]
        assert len(ids) == len(set(ids)), key


def test_a_borrowed_text_is_marked_with_its_language(html: dict[tuple[str, str], Element]) -> None:
    """On an Arabic page a French heading and a French text are French and run from left to right."""
    main = html["page:invest", "ar"].one("main")
    heading = next(it for it in main.all() if it.text == "Investir" and it.tag in {"span", "h1"})
    assert heading.language in {("fr", "ltr"), ("ar", "rtl")}
    inner = next(it for it in main.all(lang="fr") if it.text == "Investir")
    assert inner.language == ("fr", "ltr")
    paragraph = next(it for it in main.all("p") if it.text.startswith("Voyez Alpha"))
    assert paragraph.language == ("fr", "ltr")


def test_a_borrowed_page_has_its_notice_in_the_reader_s_language(
    html: dict[tuple[str, str], Element], rich: Edition
) -> None:
    """A link to the original stands before the text; the notice is not in the borrowed language."""
    for each in rich.routes.pages:
        if not each.is_borrowed:
            continue
        root = html[each.key, each.lang]
        original = rich.routes.link(rich.routes.original(each).url)
        links = [
            link
            for link in root.all("a", hreflang=each.origin, href=original)
            if link.attributes.get("lang") != each.origin
        ]
        assert len(links) == 1, each.key
        assert links[0].language[0] == each.lang
        assert root.one("meta", name="robots")["content"].startswith("noindex")
        assert root.all("link", rel="alternate", hreflang=each.lang) == []


def test_the_switcher_names_each_language_in_itself(
    rich: Edition, html: dict[tuple[str, str], Element]
) -> None:
    """Each link is marked, the page's own is the current one, and none promises a text that is borrowed."""
    for (key, lang), root in html.items():
        if key == "chooser":
            continue
        links = {it["lang"]: it for it in root.one("ul", class_="switcher").all("a")}
        assert links["ar"].text == "العربية"
        assert links[lang].attributes.get("aria-current") == "true"
        promised = {it.lang for it in rich.routes.by_key[key].values() if not it.is_borrowed}
        assert {it for it in links if "hreflang" in links[it].attributes} == promised, key


def test_a_picture_has_its_alternative(html: dict[tuple[str, str], Element]) -> None:
    """Every image has an `alt`, which may be empty for an ornament."""
    for key, root in html.items():
        assert [it.attributes for it in root.all("img") if "alt" not in it.attributes] == [], key


def test_what_editors_write_cannot_leave_its_place(rich: Edition) -> None:
    """A pitch that holds the end of a script is text everywhere."""
    markup = Renderer(rich).render(page(rich, "startup:alpha", "fr")).decode()
    assert "Des balises </script>" not in markup
    assert "Des balises &lt;/script&gt; &amp; des soins" in markup


def test_french_is_set_as_french_is(tmp_path: Path, rich: Edition) -> None:
    """A narrow no-break space stands before a question mark, a no-break space before a colon."""
    markup = Renderer(rich).render(page(rich, "event:exemple", "fr")).decode()
    assert "Exemple\u00a0: un atelier" in markup
    assert "Example: a workshop" in Renderer(rich).render(page(rich, "event:exemple", "en")).decode()


def test_pages_come_in_the_order_that_is_asked_for(rich: Edition) -> None:
    """With each page comes what was read of it, under the path of its file."""
    assert [each.read for each in _rendered(rich)] == [path for path, _ in _files(rich)]


def test_other_processes_render_the_same(rich: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    """The number of processes changes nothing in what comes, nor in its order."""
    alone = _rendered(rich)
    monkeypatch.setattr("ombrelle.processes.WORTH_SHARING", 1)
    assert _rendered(rich, 2) == alone


def test_processes_that_start_from_nothing_render_the_same(
    rich: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the platform cannot fork, the edition is sent to each process whole."""
    alone = _rendered(rich)
    monkeypatch.setattr("ombrelle.processes.WORTH_SHARING", 1)
    whole = multiprocessing.get_context("spawn")
    monkeypatch.setattr("ombrelle.processes.multiprocessing.get_context", lambda _: whole)
    assert _rendered(rich, 2) == alone


def test_a_page_is_found_again_by_all_that_it_shows(rich: Edition, tmp_path: Path) -> None:
    """What was kept is used by a process with other ids and another order of sets; nothing is rendered."""
    cache = Cache(tmp_path / "build.db")
    for each in _rendered(rich, cache=cache):
        assert each.made
        cache.keep(each.made)
    cache.settle()
    again = Cache(tmp_path / "build.db")
    copy = pickle.loads(pickle.dumps(rich))  # noqa: S301 our own
    assert [each.path for each in _rendered(copy, cache=again) if each.made] == []


def _files(edition: Edition) -> list[tuple[str, Page | Sheet]]:
    pages: list[tuple[str, Page | Sheet]] = [(page_file(page.url), page) for page in edition.routes.pages]
    return [*pages, *((sheet.path, sheet) for sheet in sheets(edition))]


def _rendered(edition: Edition, jobs: int = 1, cache: Cache = NOWHERE) -> list[Rendered]:
    return list(render_all(edition, _files(edition), UNFILED, Before(cache, {}), _path, Hands(jobs)))


def _path(path: str, content: bytes) -> str:
    return path
