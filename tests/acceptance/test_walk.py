"""A visitor walks from the home page to a company and into another language, under the site's own headers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.support.browser import visiting
from tests.support.server import serving

pytestmark = [pytest.mark.site, pytest.mark.browser]

DISTRICT, STARTUP, NAME = "rennes-saint-malo", "cailabs", "Cailabs"


@pytest.fixture(scope="module")
def guarded(real_site: Path) -> Iterator[str]:
    """The real site with its own policy, as its host serves it."""
    with serving(real_site, headers=True) as address:
        yield address


def follow(page: Page, end: str) -> None:
    """Follow the link of the page's main part whose address ends so."""
    page.locator(f'main a[href$="/{end}/"]:not(svg a)').first.click()
    page.wait_for_url(f"**/{end}/")


def switch(page: Page, lang: str) -> None:
    """Choose a language in the switcher, which may have to be opened first."""
    link = page.locator(f'a[lang="{lang}"][hreflang="{lang}"]').first
    if not link.is_visible():
        drawer = page.locator("[popover]", has=link).first.get_attribute("id")
        page.locator(f'[popovertarget="{drawer}"]').first.click()
    link.click()
    page.wait_for_url(f"**/{lang}/**")


@pytest.mark.parametrize(("scripts", "width"), [(True, 360), (False, 1280)], ids=["scripts", "no-scripts"])
@pytest.mark.parametrize(("lang", "other"), [("fr", "en"), ("en", "ar"), ("ar", "fr")])
def test_a_visitor_changes_language_and_stays_on_the_page(
    guarded: str, chromium: Browser, lang: str, other: str, scripts: bool, width: int
) -> None:
    """Home, district, startup, another language, and the same page again: no error, no request outside."""
    size = {"width": width, "height": 800}
    home = f"{guarded}{lang}/"
    with visiting(chromium, home, java_script_enabled=scripts, viewport=size) as visit:
        page = visit.page
        follow(page, DISTRICT)
        follow(page, f"startups/{STARTUP}")
        first = page.url
        assert first.startswith(home)
        switch(page, other)
        assert page.url.startswith(f"{guarded}{other}/")
        assert page.locator("html").get_attribute("lang") == other
        assert page.locator("h1").inner_text().strip() == NAME
        switch(page, lang)
        assert page.url == first
        assert (visit.errors, visit.outside) == ([], [])


@pytest.mark.parametrize(
    "path", ["", "fr/404.html", "fr/startups/", "en/events/", "ar/", "ja/", "fr/marque/"]
)
def test_the_policy_lets_every_kind_of_page_be(guarded: str, chromium: Browser, path: str) -> None:
    """Nothing that a page wants is refused to it, and it wants nothing from elsewhere."""
    with visiting(chromium, guarded + path) as visit:
        visit.page.wait_for_load_state("networkidle")
        assert (visit.errors, visit.outside) == ([], [])


def test_the_policy_is_in_force(guarded: str, chromium: Browser) -> None:
    """A script that stands in the page is refused: the walk above means something."""
    with visiting(chromium, f"{guarded}fr/") as visit:
        visit.page.evaluate(
            "() => document.head.append(Object.assign(document.createElement('script'), {text: '1'}))"
        )
        assert any("Content Security Policy" in error for error in visit.errors)
