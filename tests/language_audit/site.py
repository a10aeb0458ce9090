"""A built site as it lies in its folder: its pages, sitemaps and feeds, and what answers for an address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree as ET

from tests.language_audit.page import Page, read_page

_MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_XHTML = "{http://www.w3.org/1999/xhtml}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Listed:
    """An address of a sitemap with its alternates."""

    url: str
    alternates: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Site:
    """A site. `base` is the address of its root, with a slash at its end; feeds are languages by file.

    `languages` are those of its folders that have a page; `sitemaps` are by file name, `index` the names
    that their index lists.
    """

    base: str
    languages: Sequence[str]
    pages: Mapping[str, Page]
    sitemaps: Mapping[str, Sequence[Listed]]
    index: Sequence[str]
    feeds: Mapping[str, str]

    def file(self, address: str, page: Page | None = None) -> str:
        """The file that answers for an address, whole or as it stands on a page; "" outside of the site."""
        whole = urljoin(self.url(page) if page else self.base, address)
        if not whole.startswith(self.base):
            return ""
        path = unquote(urlsplit(whole).path.removeprefix(urlsplit(self.base).path))
        return f"{path}index.html" if not path or path.endswith("/") else path

    def url(self, page: Page) -> str:
        """The address of a page."""
        return self.base + page.path.removesuffix("index.html")

    def page(self, address: str, page: Page | None = None) -> Page | None:
        """The page at an address."""
        return self.pages.get(self.file(address, page))


def read_site(folder: Path) -> Site:
    """Read a folder. The address of the site is the one that its root names as its own."""
    pages = {}
    for path in sorted(folder.rglob("*.html")):
        name = path.relative_to(folder).as_posix()
        if not name.startswith(("admin/", "embed/")):
            pages[name] = read_page(name, path.read_text(encoding="utf-8"))
    base = pages["index.html"].canonical[0]
    names = {path.name: path for path in sorted(folder.glob("sitemap*.xml"))}
    index = _locations(names["sitemap.xml"]) if "sitemap.xml" in names else []
    return Site(
        base=base,
        languages=sorted({name.split("/")[0] for name in pages if name.count("/") == 1}),
        pages=pages,
        sitemaps={name: _listed(path) for name, path in names.items() if name != "sitemap.xml"},
        index=[address.removeprefix(base) for address in index],
        feeds={
            path.relative_to(folder).as_posix(): ET.parse(path).getroot().get(_LANG, "")
            for path in sorted(folder.rglob("feed.xml"))
        },
    )


def _locations(path: Path) -> list[str]:
    return [str(node.text) for node in ET.parse(path).getroot().iter(f"{_MAP}loc")]


def _listed(path: Path) -> list[Listed]:
    return [
        Listed(
            str(node.findtext(f"{_MAP}loc")),
            tuple((link.get("hreflang", ""), link.get("href", "")) for link in node.iter(f"{_XHTML}link")),
        )
        for node in ET.parse(path).getroot().iter(f"{_MAP}url")
    ]
