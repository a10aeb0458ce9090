"""Pictures in a real browser: nothing jumps, and each screen fetches the file that it needs and no other."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser

from tests.support.browser import visiting

pytestmark = [pytest.mark.browser, pytest.mark.site]

SHIFTS = """
() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(each => sum += each.value))
    .observe({type: 'layout-shift', buffered: true});
  requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
})
"""
LEAD = ".picture[data-dress=wide] img"


@pytest.mark.parametrize(
    ("width", "density", "candidate"),
    [(320, 1, 320), (320, 2, 640), (768, 1, 960), (1440, 1, 1920), (640, 1, 640)],
)
def test_each_screen_fetches_its_own_size(
    chromium: Browser, real_address: str, width: int, density: float, candidate: int
) -> None:
    """The narrowest file that fills it, in the best format, and one only of each picture of the page."""
    fetched: list[str] = []
    with visiting(
        chromium,
        f"{real_address}en/stories/",
        viewport={"width": width, "height": 800},
        device_scale_factor=density,
    ) as visit:
        address = str(visit.page.locator("main .card a").first.get_attribute("href"))
        visit.page.on("request", lambda request: fetched.append(request.url))
        visit.page.goto(f"{real_address}{address[1:]}")
        image = visit.page.locator(LEAD)
        image.evaluate("image => image.decode()")
        chosen = str(image.evaluate("image => image.currentSrc"))
        assert re.search(r"-(\d+)\.avif$", chosen)
        assert chosen.endswith(f"-{candidate}.avif")
        files = [url for url in fetched if "/pictures/" in url]
        pictures = [url.rpartition("-")[0] for url in files]
        assert chosen in files
        assert len(pictures) == len(set(pictures))
        assert (visit.errors, visit.outside) == ([], [])


@pytest.mark.parametrize("width", [320, 1440])
def test_nothing_jumps_when_a_picture_arrives(chromium: Browser, real_address: str, width: int) -> None:
    """Its place is kept from the first paint on: held back until then, it moves nothing when it comes."""
    with visiting(chromium, f"{real_address}en/stories/", viewport={"width": width, "height": 800}) as visit:
        address = str(visit.page.locator("main .card a").first.get_attribute("href"))
        # A route that nobody answers is held until it is taken away.
        visit.page.route("**/pictures/**", lambda _: None)
        visit.page.goto(f"{real_address}{address[1:]}", wait_until="domcontentloaded")
        visit.page.wait_for_function(
            "() => document.querySelector('.picture img').getBoundingClientRect().height > 0"
        )
        before = visit.page.locator(LEAD).bounding_box()
        visit.page.unroute("**/pictures/**")
        visit.page.locator(LEAD).evaluate("image => image.decode()")
        assert visit.page.locator(LEAD).bounding_box() == before
        assert visit.page.evaluate(SHIFTS) == 0


def test_a_picture_does_not_overflow_a_narrow_screen(chromium: Browser, real_address: str) -> None:
    """At 320 pixels and at 400 per cent alike."""
    with visiting(chromium, f"{real_address}ar/", viewport={"width": 320, "height": 700}) as visit:
        for path in ("fr/quartiers/lyon/", "ja/districts/lyon/"):
            visit.page.goto(f"{real_address}{path}")
            wide = visit.page.evaluate("() => document.documentElement.scrollWidth")
            assert wide <= 320, path


LARGEST = """
() => new Promise(done => {
  new PerformanceObserver(list => done(list.getEntries().map(each => each.element.localName)))
    .observe({type: 'largest-contentful-paint', buffered: true});
})
"""


@pytest.mark.parametrize("lang", ["fr", "en", "ja"])
def test_on_a_phone_a_story_opens_with_its_words(chromium: Browser, real_address: str, lang: str) -> None:
    """The largest thing of its first view needs no file: a picture costs one more journey."""
    listing = {"fr": "fr/recits/", "en": "en/stories/", "ja": "ja/stories/"}[lang]
    phone = {"width": 412, "height": 823}
    with visiting(chromium, real_address + listing, viewport=phone) as visit:
        address = str(visit.page.locator("main .card a").first.get_attribute("href"))
        visit.page.goto(f"{real_address}{address[1:]}")
        visit.page.locator(LEAD).evaluate("image => image.decode()")
        assert "img" not in visit.page.evaluate(LARGEST)
