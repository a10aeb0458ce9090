"""Sitemaps: one per language with the alternates of each page, and their index.

https://www.sitemaps.org/protocol.html and https://developers.google.com/search/docs/specialty/international.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from ombrelle.outputs.output import Output
from ombrelle.outputs.xml import document
from ombrelle.route import Page, Routes
from ombrelle.views.edition import Edition

_MAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


def outputs(edition: Edition) -> Iterator[Output]:
    """The sitemap of each language that has a page of its own, and their index. A preview has none."""
    if edition.library.drafts:
        return
    names = []
    for language in edition.library.languages:
        pages = [page for page in edition.routes.pages if page.lang == language.code and _is_listed(page)]
        if pages:
            names.append(f"sitemap-{language.code}.xml")
            yield Output(names[-1], _sitemap(edition.routes, pages))
    yield Output("sitemap.xml", _index(edition.routes, names))


def _is_listed(page: Page) -> bool:
    return not (page.is_borrowed or page.is_thin or page.type == "not-found")


def _sitemap(routes: Routes, pages: list[Page]) -> bytes:
    root = ET.Element("urlset", {"xmlns": _MAP, "xmlns:xhtml": _XHTML})
    for page in pages:
        entry = ET.SubElement(root, "url")
        ET.SubElement(entry, "loc").text = routes.absolute(page.url)
        if page.type != "chooser":
            for other in routes.originals(page):
                link = {"rel": "alternate", "hreflang": other.lang, "href": routes.absolute(other.url)}
                ET.SubElement(entry, "xhtml:link", link)
    return document(root)


def _index(routes: Routes, names: list[str]) -> bytes:
    root = ET.Element("sitemapindex", {"xmlns": _MAP})
    for name in names:
        ET.SubElement(ET.SubElement(root, "sitemap"), "loc").text = routes.absolute(f"/{name}")
    return document(root)
