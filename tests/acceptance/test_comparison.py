"""Districts side by side: all of them with scripts off, those that are chosen with scripts on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.browser import opened, visiting
from tests.support.server import serving

pytestmark = [pytest.mark.site, pytest.mark.browser]

WIDE, NARROW = {"width": 1440, "height": 900}, {"width": 320, "height": 700}


@pytest.fixture(scope="module")
def guarded(real_site: Path) -> Iterator[str]:
    """The real site with its own policy, as its host serves it."""
    with serving(real_site, headers=True) as address:
        yield address


def columns(page: Page) -> list[str]:
    """The districts whose columns can be seen."""
    heads = page.locator("district-compare thead th").all()
    return [str(head.get_attribute("data-district")) for head in heads if head.is_visible()]


@pytest.mark.parametrize(("lang", "path"), [("en", "districts"), ("fr", "quartiers")])
def test_every_district_is_compared_without_scripts(
    guarded: str, chromium: Browser, lang: str, path: str
) -> None:
    """One click from the list of districts: a column for each, which a keyboard can reach and scroll."""
    with visiting(chromium, f"{guarded}{lang}/{path}/", java_script_enabled=False, viewport=NARROW) as visit:
        page = visit.page
        page.locator('main a[href*="/compar"]').click()
        assert len(columns(page)) == 16
        assert page.locator("district-compare input").count() == 0
        region = page.get_by_role("region", name=page.locator("h1").inner_text())
        expect(region).to_have_attribute("tabindex", "0")
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
        page.locator('.compare-choice a[href="#_district-lyon"]').click()
        expect(page.locator("#_district-lyon")).to_be_in_viewport()
        row = page.locator("tbody tr").first
        assert row.locator("td").count() == 16
        assert row.locator("th").bounding_box()["x"] >= 0  # type: ignore[index]


def test_the_chosen_districts_stand_side_by_side(guarded: str, chromium: Browser) -> None:
    """Two are ticked, then a third, no fourth; the address says which, and back undoes it."""
    with visiting(chromium, f"{guarded}en/districts/compare/", viewport=WIDE, locale="en") as visit:
        page = visit.page
        assert len(columns(page)) == 16
        for name in ("Lyon Saint-Étienne", "Nantes"):
            page.get_by_role("checkbox", name=name).check()
        assert columns(page) == ["lyon", "nantes"]
        assert page.url.endswith("?d=lyon,nantes")
        page.get_by_role("checkbox", name="Brest").check()
        assert columns(page) == ["brest", "lyon", "nantes"]
        expect(page.get_by_role("checkbox", name="Lille")).to_be_disabled()
        page.go_back()
        expect(page.get_by_role("checkbox", name="Brest")).not_to_be_checked()
        assert columns(page) == ["lyon", "nantes"]
        opened(page, page.locator('#_languages a[lang="ja"]').evaluate("link => link.href"))
        assert sorted(columns(page)) == ["lyon", "nantes"]
        assert (visit.errors, visit.outside) == ([], [])


def test_a_district_s_own_page_leads_to_it_already_chosen(guarded: str, chromium: Browser) -> None:
    """Its box is ticked; a second one narrows the table."""
    with visiting(chromium, f"{guarded}en/districts/lyon/", viewport=WIDE, locale="en") as visit:
        page = visit.page
        page.get_by_role("link", name="Compare with other districts").click()
        page.wait_for_url("**/en/districts/compare/?d=lyon")
        expect(page.get_by_role("checkbox", name="Lyon Saint-Étienne")).to_be_checked()
        page.get_by_role("checkbox", name="Paris").check()
        assert columns(page) == ["paris", "lyon"]
