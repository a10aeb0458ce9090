"""When the fonts of the theme are waited for: never before the first page of a phone's visit is painted."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

pytestmark = [pytest.mark.site, pytest.mark.browser]

_NARROW, _WIDE = 412, 1280
_FETCHED = """() => performance.getEntriesByType("resource").some(({ name }) => name.endsWith(".woff2"))"""
_LATE = """() => {
  const paint = performance.getEntriesByType("paint").find(({ name }) => name === "first-contentful-paint");
  return performance.getEntriesByType("resource")
    .filter(({ name }) => /\\.(woff2|js)$/.test(name))
    .map(({ startTime }) => startTime > paint.startTime);
}"""


@pytest.fixture
def visit(chromium: Browser, request: pytest.FixtureRequest) -> BrowserContext:
    """A visitor with a window of the width that the test asks for, and nothing in the cache."""
    context = chromium.new_context(viewport={"width": request.param, "height": 823})
    request.addfinalizer(context.close)
    return context


@pytest.mark.parametrize("visit", [_NARROW], indirect=True)
def test_a_phone_paints_first_and_has_the_fonts_on_the_next_page(hosted: str, visit: BrowserContext) -> None:
    """Fonts and scripts of the first page are asked for once it stands; the next one is set in the fonts."""
    page = visit.new_page()
    page.goto(f"{hosted}fr/marque/")
    assert _faces(page) == {"system"}
    page.wait_for_function(_FETCHED)
    page.wait_for_function("() => document.querySelector('.find')")
    assert set(page.evaluate(_LATE)) == {True}
    page.get_by_role("link", name="Composants").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Composants")
    assert _faces(page) == {"own"}


@pytest.mark.parametrize("visit", [_WIDE], indirect=True)
def test_a_wide_window_has_the_fonts_at_once(hosted: str, visit: BrowserContext) -> None:
    """Its line is taken to be fast: the font is asked for with the styles."""
    page = visit.new_page()
    page.goto(f"{hosted}fr/marque/")
    assert _faces(page) == {"own"}


def _faces(page: Page) -> set[str]:
    """Where the letters of the title come from: the site's own fonts, or those of the system."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    title = session.send("DOM.querySelector", {"nodeId": root, "selector": "h1"})["nodeId"]
    fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": title})["fonts"]
    return {"own" if font["isCustomFont"] else "system" for font in fonts}
