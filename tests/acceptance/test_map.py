"""The map in a real browser: names apart from each other, keys, lights, zoom, all of it without scripts."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.browser import visiting
from tests.support.server import serving

pytestmark = [pytest.mark.site, pytest.mark.browser]

MAP = "map-explorer figure > svg"
LINKS = f"{MAP} a"
PAGES = {"fr": "fr/quartiers/", "ar": "ar/quartiers/", "ja": "ja/districts/", "en": "en/districts/"}
LANGUAGES = {"fr": "fr-FR", "ar": "ar", "ja": "ja-JP", "en": "en-GB"}

# The box of a text has the whole height of its font: ink takes that of its letters.
BOXES = """(elements) => elements
  .map((element) => [element, element.getBoundingClientRect()])
  .filter(([, { width }]) => width)
  .map(([element, { left, top, right, bottom }]) => {
    const size = parseFloat(getComputedStyle(element).fontSize) * element.getScreenCTM().a;
    const lines = element.querySelectorAll("tspan").length || 1;
    const spare = element.localName === "text" ? Math.max(0, bottom - top - size * 1.2 * lines) / 2 : 0;
    return [element.textContent, [left, top + spare, right, bottom - spare]];
  })"""

Box = tuple[str, list[float]]


@pytest.fixture(scope="module")
def guarded(real_site: Path) -> Iterator[str]:
    """The real site with its own policy, as its host serves it."""
    with serving(real_site, headers=True) as address:
        yield address


def boxes(page: Page, selector: str) -> list[Box]:
    """What is seen of some elements: their text and their box."""
    found: list[Box] = page.locator(selector).evaluate_all(BOXES)
    return found


def apart(one: Box, other: Box) -> bool:
    """Whether two circles are apart."""
    (left, top, right, bottom), (a, b, c, d) = one[1], other[1]
    across, down = (left + right - a - c) / 2, (top + bottom - b - d) / 2
    return math.hypot(across, down) > (right - left + c - a) / 2


def covering(one: Box, other: Box, slack: float = 1.0) -> bool:
    (left, top, right, bottom), (a, b, c, d) = one[1], other[1]
    return left + slack < c and a + slack < right and top + slack < d and b + slack < bottom


@pytest.mark.parametrize("lang", ["fr", "ar", "ja"])
@pytest.mark.parametrize("width", [320, 768, 1440])
@pytest.mark.parametrize("home", [False, True], ids=["districts", "home"])
def test_names_and_numbers_do_not_cover_each_other(
    guarded: str, chromium: Browser, lang: str, width: int, home: bool
) -> None:
    """Each is named or numbered, no name or point covers another, the page is as wide as its window."""
    path = f"{lang}/" if home else PAGES[lang]
    size: Any = {"width": width, "height": 900}
    with visiting(chromium, guarded + path, locale=LANGUAGES[lang], viewport=size) as visit:
        page = visit.page
        page.evaluate("document.fonts.ready")
        names, points = boxes(page, f"{LINKS} .map-label"), boxes(page, f"{LINKS} .map-seat")
        numbers = boxes(page, f"{LINKS} .map-number")
        districts = page.locator(LINKS).count()
        assert len(points) == districts >= 16
        assert len(numbers) == (districts if width == 320 else 0)
        # La Réunion stands in the frame that has its name.
        assert len(names) == (0 if width == 320 else districts - 1)
        assert [pair for pair in combinations(points, 2) if not apart(*pair)] == []
        for group in (names, numbers):
            assert [pair for pair in combinations(group, 2) if covering(*pair)] == []
        assert [(name, point) for name in names for point in points if covering(name, point, 2.0)] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert (visit.errors, visit.outside) == ([], [])


@pytest.mark.parametrize("lang", ["fr", "ar", "ja"])
@pytest.mark.parametrize("width", [320, 1440])
def test_towns_of_a_local_map_do_not_cover_each_other(
    guarded: str, chromium: Browser, lang: str, width: int
) -> None:
    """Where there are most towns every one is named, and no name covers another or leaves the map."""
    home = PAGES[lang]
    for district in ("lyon", "grenoble-alpes", "lorraine", "cote-d-azur", "la-reunion"):
        size: Any = {"width": width, "height": 900}
        with visiting(
            chromium, f"{guarded}{home}{district}/", locale=LANGUAGES[lang], viewport=size
        ) as visit:
            page = visit.page
            page.evaluate("document.fonts.ready")
            names = boxes(page, ".local-map > svg text:not(.local-map-department)")
            towns = page.locator(".local-map li[data-sign=seat], .local-map li[data-sign=town]").count()
            # One more is that of the scale.
            assert len(names) == towns + 1
            assert [pair for pair in combinations(names, 2) if covering(*pair)] == []
            (_, (left, top, right, bottom)) = boxes(page, ".local-map > svg")[0]
            for _, (a, b, c, d) in names:
                assert left <= a + 1
                assert top <= b + 1
                assert c <= right + 1
                assert d <= bottom + 1
            assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_each_district_is_one_stop_of_the_keyboard(guarded: str, chromium: Browser) -> None:
    """Tab goes from district to district in the order of the list, each with a ring and its name in sight."""
    size: Any = {"width": 320, "height": 900}
    with visiting(chromium, guarded + PAGES["en"], locale="en-GB", viewport=size) as visit:
        page = visit.page
        listed = page.locator(".map-list > li > a").all_text_contents()
        page.locator(".map-tools button").last.focus()
        for number, name in enumerate(listed, 1):
            page.keyboard.press("Tab")
            focused = page.locator(f"{LINKS}:focus-visible")
            # Its name begins with what is seen, the number where there is no room for more.
            assert (focused.get_attribute("aria-label") or "").startswith(f"{number}. {name}")
            ring = focused.locator(".map-reach").evaluate("(it) => getComputedStyle(it).stroke")
            assert ring != "none"
            label = focused.locator(".map-label")
            if label.count():
                box = label.bounding_box()
                assert box
                assert box["x"] >= 0
                assert box["x"] + box["width"] <= 320
        page.keyboard.press("Tab")
        expect(page.locator(".map-legend a")).to_be_focused()


@pytest.mark.parametrize("width", [320, 1440])
def test_a_finger_finds_each_district(guarded: str, chromium: Browser, width: int) -> None:
    """Each district can be touched on 24 px or more, and its middle is its own."""
    size: Any = {"width": width, "height": 900}
    with visiting(chromium, guarded + PAGES["en"], locale="en-GB", viewport=size) as visit:
        found = visit.page.locator(LINKS).evaluate_all(
            """(links) => links.map((link) => {
              link.querySelector(".map-seat").scrollIntoView({ block: "center", behavior: "instant" });
              const { width, left, top, height } = link.querySelector(".map-reach").getBoundingClientRect();
              const hit = document.elementFromPoint(left + width / 2, top + height / 2);
              return [width, link.contains(hit)];
            })"""
        )
        assert all(reach >= 24 and is_own for reach, is_own in found)


def test_a_sector_lights_its_districts(guarded: str, chromium: Browser) -> None:
    """Health leaves lit, on the map and in both lists, those that the page names for it; it says how many."""
    with visiting(chromium, guarded + PAGES["en"], locale="en-GB") as visit:
        page = visit.page
        strong = page.locator("#_sector-health dd").evaluate_all(
            "(all) => all.map((it) => it.dataset.district)"
        )
        page.get_by_label("Light up the districts").select_option("sector=health")
        lit = page.locator(f"{LINKS}:not([data-dim])")
        assert sorted(lit.evaluate_all("(all) => all.map((it) => it.dataset.district)")) == sorted(strong)
        assert page.locator(".map-list > li:visible").count() == len(strong)
        assert page.locator(".map-cards li:visible .card").count() == len(strong)
        expect(page.locator(".map-tools output")).to_have_text(f"{len(strong)} districts")
        assert page.url.endswith("?sector=health")
        expect(page.locator(".map-legend [data-sign=dim]")).to_be_visible()
        assert (visit.errors, visit.outside) == ([], [])


def test_the_address_brings_the_state_back(guarded: str, chromium: Browser) -> None:
    """Light and zoom are in the address: opened again elsewhere, it shows the same; reset, it is bare."""
    with visiting(chromium, guarded + PAGES["fr"], locale="fr-FR") as visit:
        page = visit.page
        page.get_by_label("Éclairer les quartiers").select_option(index=1)
        page.get_by_role("button", name="Agrandir").click()
        address, view = page.url, page.locator(MAP).get_attribute("viewBox")
    with visiting(chromium, address, locale="fr-FR") as visit:
        page = visit.page
        expect(page.locator(MAP)).to_have_attribute("viewBox", view or "")
        assert page.locator(f"{LINKS}[data-dim]").count() > 0
        page.get_by_role("button", name="Voir toute la carte").click()
        page.get_by_label("Éclairer les quartiers").select_option(index=0)
        assert page.url == guarded + PAGES["fr"]
        assert page.locator(f"{LINKS}[data-dim]").count() == 0


@pytest.mark.parametrize("asked", ["?zoom=3-1-1", "?zoom=2-x-9", "?sector=nothing", "?zoom=8-99999-0&layer="])
def test_an_odd_address_does_no_harm(guarded: str, chromium: Browser, asked: str) -> None:
    """What no button would have written shows the map, within its land."""
    with visiting(chromium, guarded + PAGES["en"] + asked, locale="en-GB") as visit:
        x, y, width, height = map(float, (visit.page.locator(MAP).get_attribute("viewBox") or "").split())
        assert x >= 0
        assert y >= 0
        assert x + width <= 1000
        assert y + height <= 929
        assert visit.errors == []


_IS_WITHIN = """([inner, outer]) => {
  const box = document.querySelector(inner).getBoundingClientRect();
  const frame = document.querySelector(outer).getBoundingClientRect();
  return frame.left <= box.left && box.left <= frame.right && frame.top <= box.top && box.top <= frame.bottom;
}"""


def test_zoom_by_keys_wheel_and_double_click(guarded: str, chromium: Browser) -> None:
    """+ and − go closer and farther, so do the wheel and a double click; what has the focus is in sight."""
    with visiting(chromium, guarded + PAGES["en"], locale="en-GB") as visit:
        page, shown = visit.page, visit.page.locator(MAP)
        page.locator(LINKS).first.focus()
        page.keyboard.press("+")
        page.keyboard.press("+")
        expect(shown).to_have_attribute("data-zoom", "4")
        page.keyboard.press("Tab")
        # The map moves to what has the focus once the browser has looked where it is.
        page.wait_for_function(_IS_WITHIN, arg=[f"{LINKS}:focus .map-seat", MAP])
        page.keyboard.press("-")
        expect(shown).to_have_attribute("data-zoom", "2")
        page.keyboard.press("0")
        assert shown.get_attribute("data-zoom") is None
        shown.scroll_into_view_if_needed()
        shown.dblclick(position={"x": 300, "y": 250})
        expect(shown).to_have_attribute("data-zoom", "2")
        page.keyboard.down("Control")
        page.mouse.wheel(0, -120)
        page.keyboard.up("Control")
        expect(shown).to_have_attribute("data-zoom", "4")


def test_points_keep_their_size_when_closer(guarded: str, chromium: Browser) -> None:
    """Closer, a point is as large as before, and two neighbours are farther apart."""
    with visiting(chromium, guarded + PAGES["en"], locale="en-GB") as visit:
        page = visit.page
        before = boxes(page, f"{LINKS} .map-seat")[0][1]
        page.get_by_role("button", name="Zoom in").click()
        after = boxes(page, f"{LINKS} .map-seat")[0][1]
        assert after[2] - after[0] == pytest.approx(before[2] - before[0], abs=0.5)


def test_without_scripts_all_of_it_is_there(guarded: str, chromium: Browser) -> None:
    """The map, its list and who is strong in what need no script; what only a script can do is not shown."""
    with visiting(chromium, guarded + PAGES["en"], locale="en-GB", java_script_enabled=False) as visit:
        page = visit.page
        assert page.locator(LINKS).count() == page.locator(".map-list > li").count() >= 16
        assert page.locator(".map-tools").count() == 0
        expect(page.locator("#_sector-health dd").first).to_be_visible()
        page.locator(f"{LINKS}[data-district=lyon] .map-seat").click()
        assert page.url.endswith("/districts/lyon/")


@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize("path", ["en/", "en/districts/"])
def test_what_the_script_adds_moves_nothing(guarded: str, chromium: Browser, path: str, width: int) -> None:
    """The tools come into the place that was kept for them: the map stands where it stood."""
    size: Any = {"width": width, "height": 900}
    with visiting(chromium, guarded + path, locale="en-GB", viewport=size) as visit:
        page = visit.page
        now = page.locator(MAP).bounding_box()
        kept = page.evaluate(
            "getComputedStyle(document.querySelector('.map > figure')).getPropertyValue('--tools')"
        )
        tools = page.locator(".map-tools").bounding_box()
        assert now
        assert tools
        unit = page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
        assert tools["height"] == pytest.approx(float(kept.removesuffix("rem")) * unit, abs=0.5)
        inside = page.locator(".map-tools > *").evaluate_all(
            "(all) => Math.max(...all.map((it) => it.getBoundingClientRect().bottom))"
        )
        assert inside <= tools["y"] + tools["height"] + 0.5


def test_the_places_of_the_list_are_those_of_the_map(guarded: str, chromium: Browser) -> None:
    """The twin in words has the same districts in the same order, with the numbers and towns of the map."""
    with visiting(chromium, guarded + PAGES["en"], locale="en-GB") as visit:
        page = visit.page
        map_ids = page.locator(LINKS).evaluate_all("(all) => all.map((it) => it.dataset.district)")
        items = page.locator(".map-list > li")
        assert items.evaluate_all("(all) => all.map((it) => it.dataset.district)") == map_ids
        numbers = page.locator(f"{LINKS} .map-number").all_text_contents()
        assert items.evaluate_all("(all) => all.map((it) => String(it.value))") == numbers


def test_the_list_is_led_to_from_the_map(guarded: str, chromium: Browser) -> None:
    """The legend has a link to the same in words."""
    with visiting(chromium, guarded + PAGES["en"], locale="en-GB") as visit:
        target = visit.page.locator(".map-legend a").get_attribute("href") or ""
        expect(visit.page.locator(target)).to_have_count(1)
