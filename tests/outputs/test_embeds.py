"""A company's card for other sites: small, without a script, framed by anybody, unseen by search engines."""

from __future__ import annotations

import html
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser

from ombrelle.views.edition import Edition
from tests.support.browser import visiting
from tests.support.html import read
from tests.support.server import serving

LANGUAGES = ("fr", "en", "ar")
COMPANIES = ("alpha", "beta", "gamma", "exemple")


@pytest.fixture(scope="module")
def cards(rich_site: Path) -> dict[str, bytes]:
    found = (rich_site / "embed").rglob("*.html")
    return {path.relative_to(rich_site).as_posix(): path.read_bytes() for path in found}


def test_each_company_has_a_card_in_each_language(cards: dict[str, bytes]) -> None:
    """At an address that neither its word nor its district changes."""
    assert set(cards) == {f"embed/{lang}/{id_}/index.html" for lang in LANGUAGES for id_ in COMPANIES}


def test_a_card_is_small_and_brings_no_script(cards: dict[str, bytes], outputs: dict[str, bytes]) -> None:
    """One style of its own, nothing else to fetch, and less than six kilobytes with it."""
    style = next(content for path, content in outputs.items() if path.startswith("assets/elsewhere."))
    for path, content in cards.items():
        page = read(content)
        assert not page.all("script"), path
        assert not [element for element in page.all() if "style" in element.attributes], path
        assert [link["rel"] for link in page.all("link")] == ["stylesheet"], path
        assert len(content) + len(style) < 6000, path


def test_a_card_is_not_for_search_engines(cards: dict[str, bytes], rich_site: Path) -> None:
    """It says so itself, and no sitemap lists it."""
    for content in cards.values():
        assert read(content).one("meta", name="robots")["content"] == "noindex"
    assert not [path for path in rich_site.glob("sitemap*.xml") if "/embed/" in path.read_text("utf-8")]


def test_a_card_leads_to_the_page_of_its_language(cards: dict[str, bytes], rich: Edition) -> None:
    """In a window of its own, since a page in a small frame is of no use."""
    for path, content in cards.items():
        _, lang, id_, _ = path.split("/")
        page = rich.routes.page(f"startup:{id_}", lang)
        assert page is not None
        links = read(content).all("a")
        assert links[0]["href"] == rich.routes.absolute(page.url)
        assert {(link["target"], link["rel"]) for link in links} == {("_blank", "noopener")}


def test_an_invented_company_is_marked_in_its_card(cards: dict[str, bytes]) -> None:
    """Whoever sees the card alone knows that it is an example."""
    assert read(cards["embed/fr/exemple/index.html"]).one("strong").text == "Exemple"
    assert not read(cards["embed/fr/alpha/index.html"]).all("strong")


def test_what_a_card_borrows_is_marked(cards: dict[str, bytes]) -> None:
    """A French pitch in the Arabic card says that it is French, and runs its own way."""
    card = read(cards["embed/ar/beta/index.html"])
    assert card.one("html").language == ("ar", "rtl")
    assert card.one("p", class_="pitch").one("span").language == ("fr", "ltr")


def test_the_page_offers_what_to_paste(rich_site: Path, rich: Edition) -> None:
    """The frame leads to the card that is there, in the language of the page."""
    for lang in LANGUAGES:
        page = rich.routes.page("startup:alpha", lang)
        assert page is not None
        code = read(rich_site / page.url.strip("/") / "index.html").one("details", class_="embed").one("code")
        frame = read(html.unescape(code.text).encode()).one("iframe")
        assert frame["src"] == f"https://essai.example/embed/{lang}/alpha/"
        assert frame["title"]
        assert (rich_site / "embed" / lang / "alpha/index.html").is_file()


@contextmanager
def elsewhere(source: str) -> Iterator[str]:
    """Another site, whose only page frames `source`."""
    body = f'<!doctype html><html lang="en"><title>t</title><iframe src="{source}" width="360" height="232">'

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield f"http://localhost:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.mark.browser
def test_any_site_may_frame_a_card_and_no_page(chromium: Browser, rich_site: Path) -> None:
    """With the headers of the site: the card shows in a frame of another host, dressed; the page does not."""
    with serving(rich_site, headers=True) as address:
        with elsewhere(f"{address}embed/fr/alpha/") as other, visiting(chromium, other) as visit:
            frame = visit.page.frame_locator("iframe")
            assert frame.get_by_role("heading").inner_text() == "Alpha"
            display = (
                "document.querySelector('main') && getComputedStyle(document.querySelector('main')).display"
            )
            assert visit.page.frames[1].evaluate(display) == "grid"
            assert visit.errors == []
        with elsewhere(f"{address}fr/startups/alpha/") as other, visiting(chromium, other) as visit:
            assert visit.page.frames[1].evaluate("document.querySelector('main')") is None


@pytest.mark.browser
def test_the_card_fits_its_frame(chromium: Browser, rich_site: Path) -> None:
    """At the size that the page proposes nothing is cut off and nothing scrolls, in any language."""
    size = {"width": 360, "height": 232}
    for lang in LANGUAGES:
        with (
            serving(rich_site) as address,
            visiting(chromium, f"{address}embed/{lang}/alpha/", viewport=size) as visit,
        ):
            height = visit.page.evaluate("document.documentElement.scrollHeight")
            width = visit.page.evaluate("document.documentElement.scrollWidth")
            assert (width, height) == (360, 232)
