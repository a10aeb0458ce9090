"""What a built page says, read from its bytes alone: its links, its anchors, its alternates."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urlsplit

from ombrelle.paths import page_file

_LINK = re.compile(rb'\s(?:href|src|action)="([^"]*)"')
_ID = re.compile(rb'\sid="([^"]*)"')
_HEAD = re.compile(rb"<head>.*?</head>", re.DOTALL)
_ALTERNATE = re.compile(rb'<link rel="alternate" hreflang="([^"]*)" href="([^"]*)"')
_CANONICAL = re.compile(rb'<link rel="canonical" href="([^"]*)"')
_LANG = re.compile(rb'<html[^>]*\slang="([^"]*)"')
_LISTED = re.compile(rb"<loc>([^<]*)</loc>")
_MARK = re.compile(rb'\slang="([^"]*)"')
_NOINDEX = b'<meta name="robots" content="noindex'


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """A page as it was built. Addresses are as written in it.

    `marked` are the languages that its main part names.
    """

    path: str
    lang: str
    links: frozenset[str]
    ids: frozenset[str]
    alternates: tuple[tuple[str, str], ...]
    canonical: str
    is_indexed: bool
    marked: frozenset[str]


@dataclass(frozen=True, slots=True)
class Built:
    """The built site: its pages by path, the paths of all its files, the address that it is made for.

    `base_url` has no slash at its end. `listed` are the addresses of its sitemaps, None where it has none.
    """

    pages: Mapping[str, BuiltPage]
    files: Collection[str]
    base_url: str
    listed: Collection[str] | None = None
    _files: dict[str, str] = field(init=False, repr=False, compare=False, default_factory=dict)

    @property
    def prefix(self) -> str:
        """The path under which the site stands, without a slash at its end."""
        return urlsplit(self.base_url).path

    def file(self, address: str) -> str:
        """The file that answers for a whole address, which many pages name."""
        file = self._files.get(address)
        if file is None:
            file = self._files[address] = page_file(address.removeprefix(self.base_url))
        return file


def read_page(path: str, html: bytes) -> BuiltPage:
    """Read a page that our templates wrote: attributes are in double quotes, the head has no comment."""
    head = _HEAD.search(html)
    top = head[0] if head else b""
    canonical = _CANONICAL.search(top)
    lang = _LANG.search(html)
    return BuiltPage(
        path=path,
        lang=lang[1].decode() if lang else "",
        links=frozenset(_text(link) for link in set(_LINK.findall(html))),
        ids=frozenset(_text(id_) for id_ in _ID.findall(html)),
        alternates=tuple((_text(lang), _text(href)) for lang, href in _ALTERNATE.findall(top)),
        canonical=_text(canonical[1]) if canonical else "",
        is_indexed=_NOINDEX not in top,
        marked=frozenset(_text(lang) for lang in _MARK.findall(html, max(html.find(b"<main"), 0))),
    )


def listed_in(sitemaps: Iterable[bytes]) -> frozenset[str] | None:
    """The addresses of pages that sitemaps list; None when there is no sitemap."""
    found = list(sitemaps)
    return frozenset(_text(address) for each in found for address in _LISTED.findall(each)) if found else None


def _text(value: bytes) -> str:
    return unescape(value.decode())
