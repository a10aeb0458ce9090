"""A visitor who follows a deep link into another language than theirs is told once that there is theirs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.support.browser import visiting
from tests.support.server import serving

pytestmark = [pytest.mark.site, pytest.mark.browser]

BOX = "aside.suggestion"


@pytest.fixture(scope="module")
def guarded(real_site: Path) -> Iterator[str]:
    """The real site with its own policy, as its host serves it."""
    with serving(real_site, headers=True) as address:
        yield address


@pytest.mark.parametrize(
    ("locale", "lang", "said"),
    [
        ("de-AT", "de", "Diese Seite gibt es auch auf Deutsch."),
        ("ar-EG", "ar", "هذه الصفحة متاحة أيضًا بالعربية."),
        ("ja-JP", "ja", "このページは日本語でもご覧いただけます。"),
    ],
)
def test_a_visitor_is_told_in_their_language(
    guarded: str, chromium: Browser, locale: str, lang: str, said: str
) -> None:
    """The words, the direction and the address are those of the visitor's language; nothing is redirected."""
    with visiting(chromium, f"{guarded}en/invest/", locale=locale) as visit:
        box = visit.page.locator(BOX)
        expect(box.locator("a")).to_have_text(said)
        assert box.get_attribute("lang") == lang
        assert visit.page.url == f"{guarded}en/invest/"
        box.locator("a").click()
        expect(visit.page.locator("html")).to_have_attribute("lang", lang)
        assert visit.page.locator(BOX).count() == 0
        assert (visit.errors, visit.outside) == ([], [])


def test_a_visitor_is_told_once_and_without_a_cookie(guarded: str, chromium: Browser) -> None:
    """Closed or passed over, it does not come back, and nothing is sent to anybody."""
    with visiting(chromium, f"{guarded}en/invest/", locale="de") as visit:
        visit.page.get_by_role("button", name="Schließen").click()
        expect(visit.page.locator(BOX)).to_have_count(0)
        visit.page.goto(f"{guarded}fr/investir/")
        visit.page.wait_for_load_state("networkidle")
        assert visit.page.locator(BOX).count() == 0
        assert visit.page.context.cookies() == []


@pytest.mark.parametrize(
    ("path", "context"),
    [
        ("en/invest/", {"locale": "en-GB"}),
        ("en/invest/", {"locale": "pl"}),
        ("en/districts/bordeaux/", {"locale": "de"}),
        ("en/invest/", {"locale": "de", "java_script_enabled": False}),
    ],
    ids=["own language", "language without a site", "page not translated", "no scripts"],
)
def test_nobody_else_is_told(guarded: str, chromium: Browser, path: str, context: dict[str, object]) -> None:
    """Who reads the page in their language, or could not in another, sees nothing of it."""
    with visiting(chromium, guarded + path, **context) as visit:
        visit.page.wait_for_load_state("networkidle")
        assert visit.page.locator(BOX).count() == 0
        assert (visit.errors, visit.outside) == ([], [])


def test_it_stays_within_a_small_window(guarded: str, chromium: Browser) -> None:
    """In a page from right to left too: a margin on either side, the button beside the words."""
    window = {"width": 320, "height": 640}
    with visiting(chromium, f"{guarded}ar/", locale="fr-FR", viewport=window) as visit:
        box = visit.page.locator(".suggestion").bounding_box()
        words = visit.page.locator(".suggestion a").bounding_box()
        button = visit.page.locator(".suggestion button").bounding_box()
        assert box is not None
        assert words is not None
        assert button is not None
        assert box["x"] > 0
        assert box["x"] + box["width"] < window["width"]
        assert words["y"] < button["y"] + button["height"] / 2 < words["y"] + words["height"]
        assert button["x"] + button["width"] <= words["x"]
