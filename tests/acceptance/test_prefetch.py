"""Pages are fetched when a visitor is about to ask for them, without a script."""

from __future__ import annotations

from pathlib import Path
from queue import SimpleQueue

from playwright.sync_api import Browser

from tests.support.server import Request, serving

_PATIENCE = 30
"""Seconds after which the browser is taken not to ask."""


def test_a_page_is_fetched_when_its_link_is_pointed_at(rich_site: Path, chromium: Browser) -> None:
    """The browser reads the rules that the headers name, and asks for the page before any click."""
    told: SimpleQueue[Request] = SimpleQueue()
    with serving(rich_site, headers=True, told=told) as address, chromium.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}fr/")
        link = page.locator("main h3 a[href^='/fr/']").first
        link.hover()
        request = told.get(timeout=_PATIENCE)
        while not request.purpose.startswith("prefetch"):
            request = told.get(timeout=_PATIENCE)
        assert request.path == link.get_attribute("href")


def test_what_is_no_page_is_never_fetched_ahead(rich_site: Path) -> None:
    """The rules leave out every address with a dot: calendars, archives, tables."""
    rules = (rich_site / "speculation-rules.json").read_text(encoding="utf-8")
    assert '{"not":{"href_matches":"/*.*"}}' in rules
