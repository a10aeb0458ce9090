"""Whoever looks for companies finds them: with scripts off by prepared pages, with scripts on in the page.

What the pages say is held against what they list, and the tables against both.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from ombrelle.library.directory import PER_PAGE
from tests.support.browser import Visit, visiting
from tests.support.html import Element, read
from tests.support.server import serving

pytestmark = [pytest.mark.site, pytest.mark.browser]

WIDE = {"width": 1440, "height": 1000}
SECTOR = {"en": ("startups/sector/health/", "Health"), "ja": ("startups/sector/health/", "ヘルスケア")}


@pytest.fixture(scope="module")
def guarded(real_site: Path) -> Iterator[str]:
    """The real site with its own policy, as its host serves it."""
    with serving(real_site, headers=True) as address:
        yield address


def number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def lists_of(site: Path) -> Iterator[tuple[str, Element]]:
    """Every page of the built site that lists companies to be filtered, by its address."""
    for file in sorted(site.rglob("index.html")):
        text = file.read_bytes()
        if b"<company-directory" in text:
            yield f"/{file.parent.relative_to(site).as_posix()}/", read(text)


def test_every_prepared_page_lists_what_it_says(real_site: Path) -> None:
    """In six languages: the number, the lines, the table and every filter of every list agree."""
    said: dict[str, int] = {}
    filters: list[tuple[str, str, int]] = []
    for url, page in lists_of(real_site):
        words = page.one("p", role="status").text
        names = [line.all("a")[0].text for line in page.one("ul", class_="companies").all("li")]
        # Arabic has words of their own for one and for two.
        said[url] = number(words) if re.search(r"\d", words) else {"شركة واحدة": 1, "شركتان": 2}[words]
        assert 0 < len(names) <= said[url], url
        assert len(names) == said[url] or said[url] > PER_PAGE, url
        link = next(each for each in page.all("a") if "download" in each.attributes)
        text = (real_site / link["href"].lstrip("/")).read_text(encoding="utf-8-sig")
        assert len(list(csv.DictReader(io.StringIO(text, newline="")))) == said[url], url
        for terms in page.all("ul", class_="facets-terms"):
            for item in terms.all("li"):
                count = number(item.all("span")[-1].text)
                target = item.all("a")[0]["href"] if item.all("a") else url
                filters.append((url, target, count))
    assert len(said) > 400
    assert [each for each in filters if said[each[1]] != each[2]] == []


def listed(page: Page) -> Locator:
    return page.locator(".companies > li")


def said(page: Page) -> int:
    return number(page.locator("company-directory [role=status]").inner_text())


def box(page: Page, name: str, value: str) -> Locator:
    return page.locator(f'input[name="{name}"][value="{value}"]')


def begin(page: Page) -> None:
    """The first use of a filter turns the links into boxes."""
    page.locator('.facets-terms[data-field="sectors"] a').first.click()
    expect(page.locator(".facets input").first).to_be_attached()


@pytest.fixture
def directory(guarded: str, chromium: Browser) -> Iterator[Visit]:
    with visiting(chromium, f"{guarded}en/startups/", viewport=WIDE, locale="en") as visit:
        yield visit


def test_a_filter_works_in_the_page_and_in_its_address(directory: Visit) -> None:
    """The page stays, the address says it, back and forward go through it, and it can be sent to others."""
    page = directory.page
    whole, start = listed(page).count(), page.url
    page.get_by_role("link", name="Health", exact=True).click()
    expect(box(page, "sector", "health")).to_be_checked()
    expect(box(page, "sector", "health")).to_be_focused()
    assert page.url == f"{start}?sector=health"
    health = listed(page).count()
    assert 0 < health == said(page) < whole
    box(page, "sector", "fintech").check()
    assert page.url == f"{start}?sector=health,fintech"
    both = listed(page).count()
    assert both > health
    page.go_back()
    expect(listed(page)).to_have_count(health)
    expect(box(page, "sector", "fintech")).not_to_be_checked()
    page.go_back()
    expect(listed(page)).to_have_count(whole)
    page.go_forward()
    page.go_forward()
    expect(listed(page)).to_have_count(both)
    sent = page.url
    page.goto("about:blank")
    page.goto(sent)
    expect(listed(page)).to_have_count(both)
    assert (directory.errors, directory.outside) == ([], [])


def test_each_number_is_that_of_the_list_that_follows(directory: Visit) -> None:
    """Under a filter that is on, every box of every other facet lists as many as stand beside it."""
    page = directory.page
    begin(page)
    page.get_by_role("button", name="Remove the filter").click()
    box(page, "looking-for", "investors").check()
    boxes = page.locator('.facets input:not([name="looking-for"]):enabled')
    named = boxes.evaluate_all("boxes => boxes.map(({ name, value }) => [name, value])")
    assert len(named) > 10
    for name, value in named:
        one = box(page, name, value)
        count = number(one.locator("xpath=ancestor::li/span").inner_text())
        one.check()
        assert listed(page).count() == said(page) == count
        one.uncheck()
    shown = page.locator(".facets input:disabled").all()
    assert all(number(one.locator("xpath=ancestor::li/span").inner_text()) == 0 for one in shown)


def test_a_prepared_page_keeps_its_filter(guarded: str, chromium: Browser) -> None:
    """What is chosen there narrows it; the address is its own, and the same list as the page of the pair."""
    with visiting(chromium, f"{guarded}en/startups/looking-for/investors/", viewport=WIDE) as visit:
        page = visit.page
        page.get_by_role("link", name="Health", exact=True).click()
        expect(box(page, "sector", "health")).to_be_checked()
        assert page.url == f"{guarded}en/startups/looking-for/investors/?sector=health"
        assert box(page, "looking-for", "investors").count() == 0
        narrowed = listed(page).all_inner_texts()
        removal = page.locator(".facets-on a")
        assert removal.evaluate("link => link.pathname + link.search") == "/en/startups/?sector=health"
        page.goto(f"{guarded}en/startups/sector/health/looking-for/investors/")
        assert listed(page).all_inner_texts() == narrowed
        assert (visit.errors, visit.outside) == ([], [])


def test_the_lines_are_those_of_the_prepared_page(directory: Visit) -> None:
    """Filtered in the page or by hand, the same markup, with the same marks of language."""
    page = directory.page
    page.get_by_role("link", name="Health", exact=True).click()
    expect(box(page, "sector", "health")).to_be_checked()
    markup = "list => [...list.children].map((line) => line.outerHTML)"
    filtered = page.locator(".companies").evaluate(markup)
    page.goto(f"{page.url.partition('?')[0]}sector/health/")
    assert page.locator(".companies").evaluate(markup) == filtered


def test_the_table_has_just_what_is_listed(directory: Visit, real_site: Path) -> None:
    """Made in the page, it is the prepared one of the same list, byte for byte."""
    page = directory.page
    page.get_by_role("link", name="Health", exact=True).click()
    expect(box(page, "sector", "health")).to_be_checked()
    with page.expect_download() as download:
        page.get_by_role("link", name="These companies as a table (CSV)").click()
    made = Path(download.value.path()).read_bytes()
    assert made == (real_site / "directory/sectors/health/startups.csv").read_bytes()
    assert download.value.suggested_filename == "startups.csv"
    assert (directory.errors, directory.outside) == ([], [])


def test_the_order_is_chosen(directory: Visit) -> None:
    """By name, by year of foundation with the newest first, by district; the address says it."""
    page = directory.page
    order = page.get_by_label("Sort by")
    names = page.locator(".companies a")
    by_name = names.all_inner_texts()
    order.select_option("newest")
    expect(names.first).not_to_have_text(by_name[0])
    assert page.url.endswith("?sort=newest")
    assert names.count() == len(by_name)
    order.select_option("district")
    assert page.url.endswith("?sort=district")
    homes = page.locator(".companies > li").evaluate_all(
        "lines => lines.map((line) => line.dataset.district)"
    )
    assert len(set(homes)) == sum(one != other for one, other in zip(["", *homes], homes, strict=False))
    order.select_option("name")
    assert names.all_inner_texts() == by_name
    assert "?" not in page.url


def test_every_filter_is_taken_off_at_once(directory: Visit) -> None:
    """The list is whole again, and the keyboard is not lost."""
    page = directory.page
    whole, lines = said(page), listed(page).count()
    begin(page)
    box(page, "stage", "seed").check()
    page.get_by_role("button", name="Remove all filters").click()
    assert (said(page), listed(page).count()) == (whole, lines)
    expect(page.locator("company-directory [role=status]")).to_be_focused()
    assert page.locator(".facets-on").is_hidden()


def test_the_filters_follow_into_another_language(directory: Visit) -> None:
    """The same companies, in the other language."""
    page = directory.page
    page.get_by_role("link", name="Health", exact=True).click()
    expect(box(page, "sector", "health")).to_be_checked()
    count = listed(page).count()
    href = page.locator('#_languages a[lang="ar"]').evaluate("link => link.href")
    page.goto(href)
    expect(box(page, "sector", "health")).to_be_checked()
    assert listed(page).count() == said(page) == count


def test_without_its_index_a_filter_is_a_link(guarded: str, chromium: Browser) -> None:
    """When what the script needs cannot be had, the prepared page opens."""
    with visiting(chromium, f"{guarded}en/startups/", viewport=WIDE) as visit:
        visit.page.route("**/directory/en.json", lambda route: route.abort())
        visit.page.get_by_role("link", name="Health", exact=True).click()
        visit.page.wait_for_url("**/en/startups/sector/health/")


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_an_investor_narrows_the_list_without_scripts(guarded: str, chromium: Browser, lang: str) -> None:
    """From the home page: the startups, then those who look for investors, then a sector; and the table."""
    path, name = SECTOR[lang]
    with visiting(chromium, f"{guarded}{lang}/", java_script_enabled=False, viewport=WIDE) as visit:
        page = visit.page
        page.locator(f'#_menu a[href="/{lang}/startups/"]').click()
        page.locator(f'.facets a[href="/{lang}/startups/looking-for/investors/"]').click()
        page.locator(".facets").get_by_role("link", name=name, exact=True).click()
        assert page.url == f"{guarded}{lang}/{path}looking-for/investors/"
        assert listed(page).count() == said(page) == 2
        assert page.locator(".facets-on a").count() == 3
        assert page.locator("a[download]").get_attribute("href") == (
            "/directory/sectors/health/looking_for/investors/startups.csv"
        )


@pytest.mark.parametrize(("lang", "path"), [("en", "work-here"), ("fr", "travailler")])
def test_a_talent_sees_who_hires_by_city_and_language(
    guarded: str, chromium: Browser, lang: str, path: str
) -> None:
    """From the page for talents, without scripts, a district and a language are one click away."""
    with visiting(chromium, f"{guarded}{lang}/{path}/", java_script_enabled=False, viewport=WIDE) as visit:
        page = visit.page
        start = page.url
        for term in ("/nantes/", "/nl/"):
            link = page.locator(f'.narrower a[href*="{term}"]')
            count = number(link.locator("small").inner_text())
            link.click()
            assert listed(page).count() == said(page) == count
            page.goto(start)


@pytest.mark.parametrize(("lang", "names"), [("en", ["Grand Paris", "Strasbourg"]), ("ar", None)])
def test_the_districts_strong_in_a_sector_are_two_clicks_away(
    guarded: str, chromium: Browser, lang: str, names: list[str] | None
) -> None:
    """Startups, health: they are named at the top, each with its page; without scripts."""
    with visiting(chromium, f"{guarded}{lang}/", java_script_enabled=False, viewport=WIDE) as visit:
        page = visit.page
        page.locator(f'#_menu a[href="/{lang}/startups/"]').click()
        page.locator('.facets-terms[data-field="sectors"] a').first.click()
        strong = page.locator(".hero p.lead a")
        assert strong.count() == 2
        if names:
            assert strong.all_inner_texts() == names
        strong.first.click()
        assert page.url == f"{guarded}{lang}/{'districts' if lang == 'en' else 'quartiers'}/paris/"
