"""Addresses: which pages there are, where each stands in each language, and what leads to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from ombrelle.load.entry import Entry

__all__ = ["Page", "Redirect", "Routes"]


@dataclass(frozen=True, slots=True)
class Page:
    """One page in one language.

    `key` is the same in every language: `home`, `startup:cailabs`, `startups/sectors/health`,
    `quartier:lyon/startups`. `type` names its view and template. `url` is its path from the root of the site,
    without the prefix of a site that stands under a sub-path. `origin` is the language of its main text:
    another than `lang` on a page that borrows it. `entry` and `term` are what it is about. A long list goes
    on in pages of a `number` above 1. `is_thin` is a page for visitors that search engines are not told of.
    """

    key: str
    type: str
    lang: str
    url: str
    origin: str
    entry: Entry | None = None
    term: str = ""
    number: int = 1
    is_thin: bool = False

    @property
    def own_entry(self) -> Entry | None:
        """The entry that this is the page of; None for an index, and for a section of a district."""
        return self.entry if self.entry and self.key == self.entry.key else None

    @property
    def is_borrowed(self) -> bool:
        """Whether the main text is in another language than the page."""
        return self.lang != self.origin


@dataclass(frozen=True, slots=True)
class Redirect:
    """A former address, and the path that it leads to for ever."""

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Routes:
    """Every page and redirect, and what is `gone`. Addresses for links carry the prefix of the base URL.

    `base_url` has no slash at its end.
    """

    base_url: str
    pages: tuple[Page, ...]
    by_key: Mapping[str, Mapping[str, Page]]
    redirects: tuple[Redirect, ...]
    gone: tuple[str, ...] = ()

    @property
    def prefix(self) -> str:
        """The path under which the site stands: "" at the root of a host, "/vitrine" below it."""
        return urlsplit(self.base_url).path

    def page(self, key: str, lang: str) -> Page | None:
        """The page of a key in a language, None when there is none."""
        return self.by_key.get(key, {}).get(lang)

    def href(self, key: str, lang: str) -> str:
        """The address of a page for a link; "" when the page does not exist."""
        page = self.page(key, lang)
        return self.link(page.url) if page else ""

    def link(self, path: str) -> str:
        """A path from the root of the site as a link."""
        return self.prefix + path

    def absolute(self, path: str) -> str:
        """A path from the root of the site as a whole address."""
        return self.base_url + path

    def absolute_link(self, link: str) -> str:
        """A link, which carries the prefix already, as a whole address."""
        return self.base_url.removesuffix(self.prefix) + link

    def originals(self, page: Page) -> tuple[Page, ...]:
        """The pages of the same key whose text is in their own language: the true alternates."""
        return tuple(other for other in self.by_key[page.key].values() if not other.is_borrowed)

    def original(self, page: Page) -> Page:
        """The page in the language in which its text was written or translated: itself unless it borrows."""
        return self.by_key[page.key][page.origin]
