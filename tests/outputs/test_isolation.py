"""With the headers of the site a page is apart from every other site, and lacks nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support.host import hosting


@pytest.mark.browser
@pytest.mark.parametrize(
    "path", ["fr/", "ar/", "fr/startups/", "embed/fr/alpha/", "media/_umbrella/plan.svg"]
)
def test_a_page_is_isolated_and_whole(chromium: Browser, rich_site: Path, path: str) -> None:
    """A browser grants it a process of its own, and leaves out nothing that it asks for."""
    with hosting(rich_site) as base, chromium.new_context() as context:
        page = context.new_page()
        refused: list[str] = []
        page.on("console", lambda message: refused.append(message.text))
        page.on("requestfailed", lambda request: refused.append(request.url))
        page.goto(base + path)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("window.crossOriginIsolated") is True
        assert refused == []
