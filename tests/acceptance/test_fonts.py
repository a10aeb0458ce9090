"""When the fonts of the theme are waited for: never before the first page of a phone's visit is painted."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = [pytest.mark.site, pytest.mark.browser]

_FETCHED = """() => performance.getEntriesByType("resource").some(({ name }) => name.endsWith(".woff2"))"""
_LATE = """() => {
  const paint = performance.getEntriesByType("paint").find(({ name }) => name === "first-contentful-paint");
  return performance.getEntriesByType("resource")
    .filter(({ name }) => /\\.(woff2|js)$/.test(name))
    .map(({ startTime }) => startTime > paint.startTime);
}"""


def test_a_phone_paints_first_and_has_the_fonts_on_the_next_page(hosted: str, chromium: Browser) -> None:
    """Fonts and scripts of the first page are asked for once it stands; the next one is set in the fonts."""
    with chromium.new_context(viewport={"width": 412, "height": 823}) as visit:
        page = visit.new_page()
        page.goto(f"{hosted}fr/marque/")
        assert _faces(page) == {"system"}
        page.wait_for_function(_FETCHED)
        assert page.evaluate(_LATE) == [True, True]
        page.locator("main").get_by_role("link", name="Composants").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Composants")
        assert _faces(page) == {"own"}


def test_a_wide_window_has_the_fonts_at_once(hosted: str, chromium: Browser) -> None:
    """Its line is taken to be fast: the font is asked for with the styles."""
    with chromium.new_context(viewport={"width": 1280, "height": 823}) as visit:
        page = visit.new_page()
        page.goto(f"{hosted}fr/marque/")
        assert _faces(page) == {"own"}


def test_a_phone_without_scripts_has_the_fonts_too(hosted: str, chromium: Browser) -> None:
    """It cannot be told that its visit goes on: the styles ask for them."""
    asked: list[str] = []
    with chromium.new_context(viewport={"width": 412, "height": 823}, java_script_enabled=False) as visit:
        page = visit.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{hosted}fr/marque/", wait_until="networkidle")
    assert any(url.endswith(".woff2") for url in asked)


def _faces(page: Page) -> set[str]:
    """Where the letters of the title come from: the site's own fonts, or those of the system."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    title = session.send("DOM.querySelector", {"nodeId": root, "selector": "h1"})["nodeId"]
    fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": title})["fonts"]
    return {"own" if font["isCustomFont"] else "system" for font in fonts}
