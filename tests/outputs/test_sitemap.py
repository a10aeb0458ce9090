"""Sitemaps: what they list, what they leave out, and that alternates are mutual."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from ombrelle.views.edition import Edition

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
BASE = "https://essai.example"
Listed = dict[str, dict[str, str]]


@pytest.fixture(scope="module")
def listed(rich_site: Path) -> dict[str, Listed]:
    """By language: each address with its alternates."""
    return {lang: read(rich_site / f"sitemap-{lang}.xml") for lang in ("fr", "en", "ar")}


def read(path: Path) -> Listed:
    found: Listed = {}
    for url in ET.parse(path).getroot().findall("s:url", NAMES):
        location = url.findtext("s:loc", "", NAMES)
        assert location not in found
        found[location] = {
            link.attrib["hreflang"]: link.attrib["href"] for link in url.findall("x:link", NAMES)
        }
    return found


def test_the_index_names_each_sitemap(rich_site: Path) -> None:
    """One per language, by its whole address."""
    root = ET.parse(rich_site / "sitemap.xml").getroot()
    assert [node.text for node in root.findall("s:sitemap/s:loc", NAMES)] == [
        f"{BASE}/sitemap-{lang}.xml" for lang in ("fr", "en", "ar")
    ]


def test_every_page_of_its_own_words_is_listed_once(listed: dict[str, Listed], rich: Edition) -> None:
    """Each page in its language's sitemap; a borrowed page and the page not found in none."""
    for lang, urls in listed.items():
        wanted = {
            rich.routes.absolute(page.url)
            for page in rich.routes.pages
            if page.lang == lang and not (page.is_borrowed or page.is_thin or page.type == "not-found")
        }
        assert set(urls) == wanted


def test_a_borrowed_page_is_nowhere(listed: dict[str, Listed]) -> None:
    """Neither as an address nor as an alternate of another."""
    everything = {url for urls in listed.values() for url in urls}
    named = {href for urls in listed.values() for links in urls.values() for href in links.values()}
    assert f"{BASE}/en/investir/" not in everything | named
    assert f"{BASE}/fr/investir/" in everything


def test_alternates_are_mutual(listed: dict[str, Listed]) -> None:
    """Each page that another names names it back, and itself, under the right language."""
    everything = {url: links for urls in listed.values() for url, links in urls.items()}
    for lang, urls in listed.items():
        for url, links in urls.items():
            if url == f"{BASE}/":
                assert links == {}
                continue
            assert links[lang] == url
            for other, href in links.items():
                assert href in listed[other]
                assert everything[href] == links


def test_a_preview_has_no_sitemap(preview_outputs: dict[str, bytes]) -> None:
    """What search engines must not see is not listed for them."""
    assert not [path for path in preview_outputs if "sitemap" in path]
