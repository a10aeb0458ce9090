"""A visitor who comes to the home page with a task and reads the words of the site; clicks are counted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml
from babel.messages.pofile import read_po
from playwright.sync_api import Browser, Locator, Page

from tests.support.browser import Visit, visiting
from tests.support.tools import ROOT

__all__ = ["MOST_CLICKS", "Visitor", "coming", "district_name", "term", "title", "word"]

MOST_CLICKS = 3
_THEME = ROOT / "themes/marque-ombrelle/locale"


@dataclass
class Visitor:
    """Somebody on a page, and how many times they have clicked since the home page."""

    visit: Visit
    lang: str
    clicks: int = 0

    @property
    def page(self) -> Page:
        """The page that they look at."""
        return self.visit.page

    @property
    def main(self) -> Locator:
        """What the page is about, without its header and footer."""
        return self.page.locator("main")

    def link(self, name: str) -> Locator:
        """The first link in sight that is called so, of the page's content if there is one there.

        A section may stand in the main part with its number, or with an arrow; so a name may go on after it.
        """
        links = self.page.get_by_role("link", name=name, exact=True).locator("visible=true")
        own = self.main.get_by_role("link", name=name, exact=True).locator("visible=true")
        return own.first if own.count() else links.first

    def follow(self, name: str) -> None:
        """Click on a link by its name, and wait for where it leads. AssertionError after too many clicks."""
        self.click(self.link(name))

    def click(self, target: Locator) -> None:
        """Click, and count it."""
        assert self.clicks < MOST_CLICKS, f"more than {MOST_CLICKS} clicks"
        self.clicks += 1
        target.click(timeout=5000)
        self.page.wait_for_load_state()

    def take(self, target: Locator) -> bytes:
        """The file that a link offers, which takes a click too."""
        assert self.clicks < MOST_CLICKS, f"more than {MOST_CLICKS} clicks"
        self.clicks += 1
        answer = self.get(target.get_attribute("href", timeout=5000) or "")
        assert answer.ok, answer.url
        content: bytes = answer.body()
        return content

    def get(self, address: str) -> Any:
        """What the site answers for an address of the page."""
        whole = self.page.evaluate("(address) => new URL(address, location.href).href", address)
        return self.page.context.request.get(whole)

    def addresses(self, part: str) -> list[str]:
        """Paths of the links of the main part that have `part` in them, each once, in order."""
        links = self.main.locator("a[href]").evaluate_all("links => links.map((link) => link.href)")
        return list(dict.fromkeys(path for link in links if part in (path := urlsplit(link).path)))


@contextmanager
def coming(browser: Browser, base: str, lang: str, *, scripts: bool = False) -> Iterator[Visitor]:
    """Come to the home page of a language, with scripts off unless said; nothing may fail on the way."""
    with visiting(
        browser,
        f"{base}{lang}/",
        locale=lang,
        java_script_enabled=scripts,
        viewport={"width": 1440, "height": 900},
        # A transition between two pages that is cut short is told as an error.
        reduced_motion="reduce",
    ) as visit:
        yield Visitor(visit, lang)
        if visit.errors or visit.outside:
            raise AssertionError(f"errors: {visit.errors}, from outside: {visit.outside}")


def term(vocabulary: str, id_: str, lang: str) -> str:
    """The name of a word of a list, such as a sector or a section, as the content has it."""
    names = _yaml(ROOT / f"content/vocabularies/{vocabulary}.yaml")[id_]["name"]
    return str(names if isinstance(names, str) else names[lang])


def title(page: str, lang: str) -> str:
    """The title of a page of the umbrella."""
    text = (ROOT / f"content/pages/{page}.{lang}.md").read_text(encoding="utf-8")
    return str(yaml.safe_load(text.split("---")[1])["title"])


def district_name(id_: str, lang: str) -> str:
    """The name of a district."""
    names = _yaml(ROOT / f"quartiers/{id_}/quartier.yaml")["name"]
    return str(names if isinstance(names, str) else names[lang])


def word(english: str, lang: str) -> str:
    """A word of the theme as its catalogue has it. KeyError for one that the theme does not say."""
    if lang == "en":
        return english
    return _catalogue(lang)[english]


@cache
def _catalogue(lang: str) -> dict[str, str]:
    with (_THEME / f"{lang}.po").open("rb") as file:
        return {str(each.id): str(each.string) for each in read_po(file) if isinstance(each.id, str)}


@cache
def _yaml(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))
