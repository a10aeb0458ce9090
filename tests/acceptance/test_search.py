"""Search: what visitors ask in their language finds what they mean, under the site's own policy."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from benchmarks.search import BUDGET, QUERIES, cost
from benchmarks.served import served
from tests.support.browser import Visit, visiting
from tests.support.server import serving
from tests.support.tools import ROOT

pytestmark = [pytest.mark.site, pytest.mark.browser]

PAGES = {
    "fr": "fr/recherche/",
    "en": "en/search/",
    "de": "de/suche/",
    "es": "es/busqueda/",
    "ar": "ar/recherche/",
    "ja": "ja/search/",
}
AXE = ROOT / "node_modules/axe-core/axe.min.js"
SHIFTS = """() => new Promise((tell) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => { sum += entry.value; }))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => tell(sum), 200);
})"""


@pytest.fixture(scope="module")
def guarded(real_site: Path) -> Iterator[str]:
    """The real site with its own policy, as its host serves it."""
    with serving(real_site, headers=True) as address:
        yield address


def asked(address: str, lang: str, query: str, **more: str) -> str:
    """The address of a query, as a visitor would share it."""
    return f"{address}{PAGES[lang]}?q={quote(query)}" + "".join(f"&{key}={more[key]}" for key in more)


def settled(page: Page) -> Locator:
    """The results, once they have come; the visitor has been told how many."""
    expect(page.locator("site-search")).not_to_have_attribute("aria-busy", "true")
    expect(page.locator("site-search > [role=status]")).not_to_have_text("")
    return page.locator(".site-search-results > li")


def titles(results: Locator) -> list[str]:
    return results.locator("h3").all_inner_texts()


def clean(visit: Visit) -> None:
    assert (visit.errors, visit.outside) == ([], [])


@pytest.mark.parametrize(
    ("lang", "query", "title"),
    [
        ("fr", "Cailabs", "Cailabs"),
        ("fr", "sante", "Doctolib"),
        ("fr", "l'industrie", "IoT Valley"),
        ("fr", "investisseur", "Investir"),
        ("en", "companies", "Agicap"),
        ("en", "rennes saint malo", "Rennes Saint-Malo"),
        ("de", "Strassburg", "Straßburg"),
        ("de", "Gruender", "Beispiel: erste Tage in Straßburg"),
        ("es", "inversion", "Invertir"),
        ("ar", "استثمار", "الاستثمار"),
        ("ar", "شركة", "Aledia"),
        ("ar", "الشركات", "Aledia"),
        ("ja", "スタートアップ", "オープンデータ"),
        ("ja", "地区", "デジタル地区とは"),
    ],
)
def test_a_query_finds_what_is_meant(
    guarded: str, chromium: Browser, lang: str, query: str, title: str
) -> None:
    """Accents, elision, plurals, umlauts written out, the article of Arabic, Japanese without spaces."""
    with visiting(chromium, asked(guarded, lang, query)) as visit:
        results = settled(visit.page)
        more = visit.page.locator(f'section[data-lang="{lang}"] > button')
        while more.is_visible() and not any(title in found for found in titles(results)):
            count = results.count()
            more.click()
            expect(results.nth(count)).to_be_visible()
        assert any(title in found for found in titles(results))
        clean(visit)


def test_a_ligature_is_found_by_its_letters(guarded: str, chromium: Browser) -> None:
    """`voeux` finds « vœux », and shows it marked in its sentence."""
    for query in ("voeux", "vœux"):
        with visiting(chromium, asked(guarded, "fr", query)) as visit:
            mark = settled(visit.page).locator("mark").first
            assert mark.inner_text().casefold() == "vœux"


def test_other_languages_come_after_and_are_marked(guarded: str, chromium: Browser) -> None:
    """On a Japanese page, a text that is in French only stands under the name of French, as French."""
    with visiting(chromium, asked(guarded, "ja", "voeux")) as visit:
        result = settled(visit.page).first
        section = visit.page.locator('section[data-lang="fr"]')
        expect(section.get_by_role("heading", level=2)).to_have_text("他の言語：フランス語")
        assert (result.get_attribute("lang"), result.get_attribute("dir")) == ("fr", "ltr")
        clean(visit)
    with visiting(chromium, asked(guarded, "ar", "Rennes")) as visit:
        settled(visit.page)
        shown = visit.page.locator("section[data-lang]:not([hidden])")
        languages = [section.get_attribute("data-lang") for section in shown.all()]
        assert languages[:2] == ["ar", "fr"]
        marks = visit.page.locator('section[data-lang="fr"] li').first
        assert (marks.get_attribute("lang"), marks.get_attribute("dir")) == ("fr", "ltr")


def test_a_page_is_shown_once(guarded: str, chromium: Browser) -> None:
    """What the visitor's language has is not shown again in another."""
    with visiting(chromium, asked(guarded, "en", "Cailabs")) as visit:
        found = titles(settled(visit.page))
        assert found.count("Cailabs") == 1


def test_the_key_leads_to_the_field(guarded: str, chromium: Browser) -> None:
    """From any page by `/`, which the link says; then words, Enter, and the way back and forth."""
    with visiting(chromium, f"{guarded}en/districts/") as visit:
        page = visit.page
        link = page.get_by_role("link", name="Search")
        assert link.get_attribute("aria-keyshortcuts") == "/"
        page.keyboard.press("/")
        page.wait_for_url("**/en/search/#_q")
        field = page.get_by_role("searchbox")
        expect(field).to_be_focused()
        page.keyboard.type("a/b Cailabs")
        expect(field).to_have_value("a/b Cailabs")
        field.fill("Cailabs")
        page.keyboard.press("Enter")
        page.wait_for_url("**/en/search/?q=Cailabs")
        expect(settled(page).first.locator("h3")).to_have_text("Cailabs")
        field.fill("Akeneo")
        page.keyboard.press("Enter")
        expect(settled(page).first.locator("h3")).to_have_text("Akeneo")
        page.go_back()
        expect(settled(page).first.locator("h3")).to_have_text("Cailabs")
        expect(field).to_have_value("Cailabs")
        page.go_forward()
        expect(settled(page).first.locator("h3")).to_have_text("Akeneo")
        clean(visit)


def test_a_query_sent_before_the_script_has_the_same_address(guarded: str, chromium: Browser) -> None:
    """On a slow line the browser sends the form by itself: what is to be shared does not tell that."""
    with visiting(chromium, f"{guarded}{PAGES['en']}#_q") as visit:
        page = visit.page
        context = page.context
        context.route("**/site-search.*.js", lambda route: route.abort())
        page.reload()
        page.get_by_role("searchbox").fill("Cailabs")
        context.unroute("**/site-search.*.js")
        page.keyboard.press("Enter")
        expect(settled(page).first.locator("h3")).to_have_text("Cailabs")
        assert page.url == asked(guarded, "en", "Cailabs")


def test_a_result_is_reached_by_keyboard(guarded: str, chromium: Browser) -> None:
    """From the field past the section and the button to the first result, and into its page."""
    with visiting(chromium, asked(guarded, "fr", "Cailabs")) as visit:
        page = visit.page
        settled(page)
        page.get_by_role("searchbox").focus()
        for _ in range(3):
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url("**/fr/startups/cailabs/")


def test_a_search_is_narrowed_to_a_section(guarded: str, chromium: Browser) -> None:
    """Only startups, at an address that says so."""
    with visiting(chromium, asked(guarded, "fr", "Rennes")) as visit:
        page = visit.page
        assert "Rennes Saint-Malo" in titles(settled(page))
        page.get_by_label("Limiter à une rubrique").select_option("startups")
        page.wait_for_url("**/fr/recherche/?q=Rennes&kind=startups")
        expect(settled(page).first.locator("h3")).to_have_text("Cailabs")
        assert "Rennes Saint-Malo" not in titles(settled(page))


def test_nothing_found_leaves_ways_on(guarded: str, chromium: Browser) -> None:
    """The visitor is told, and the directories are still there."""
    with visiting(chromium, asked(guarded, "es", "zzqqxx")) as visit:
        assert settled(visit.page).count() == 0
        expect(visit.page.get_by_role("status").first).to_contain_text("No se ha encontrado nada")
        expect(visit.page.locator(".site-search-ways a").first).to_be_visible()


@pytest.mark.parametrize("lang", sorted(PAGES))
def test_without_scripts_the_page_leads_on(guarded: str, chromium: Browser, lang: str) -> None:
    """It says what search needs, shows no form that would do nothing, and links to every section."""
    with visiting(chromium, guarded + PAGES[lang], java_script_enabled=False) as visit:
        page = visit.page
        expect(page.locator("noscript p")).to_contain_text("JavaScript")
        expect(page.locator(".site-search-form")).to_be_hidden()
        assert page.locator("main .rows a").count() > 15
        assert page.locator(f'header a.find[href$="/{PAGES[lang]}"]').count() == 1
        clean(visit)


def test_without_an_index_the_page_says_so(guarded: str, chromium: Browser) -> None:
    """As in the preview of who writes: search works on the published site, and here are other ways."""
    with chromium.new_context() as context:
        page = context.new_page()
        page.route("**/search/index.json", lambda route: route.fulfill(json={"folders": {}}))
        page.goto(asked(guarded, "en", "Cailabs"))
        assert settled(page).count() == 0
        expect(page.get_by_role("status").first).to_contain_text("works on the published site")
        page.unroute("**/search/index.json")
        page.route("**/search/**/*.json", lambda route: route.abort())
        page.goto(asked(guarded, "en", "Akeneo"))
        expect(page.get_by_role("status").first).to_contain_text("cannot be reached")
        expect(page.locator(".site-search-ways a").first).to_be_visible()


@pytest.mark.parametrize("width", [320, 1440])
def test_results_move_nothing(guarded: str, chromium: Browser, width: int) -> None:
    """A shared query opens without a shift of what is already seen."""
    size = {"width": width, "height": 800}
    with visiting(chromium, asked(guarded, "fr", "Rennes"), viewport=size, locale="fr") as visit:
        settled(visit.page)
        assert visit.page.evaluate(SHIFTS) < 0.001


@pytest.mark.parametrize(("lang", "scheme"), [("fr", "light"), ("ar", "dark")])
def test_results_are_accessible(guarded: str, chromium: Browser, lang: str, scheme: str) -> None:
    """No rule of axe is broken by a page of results in several languages."""
    with visiting(chromium, asked(guarded, lang, "Rennes"), color_scheme=scheme, locale=lang) as visit:
        settled(visit.page)
        visit.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = visit.page.evaluate("async () => (await axe.run()).violations.map((it) => it.id)")
        assert found == []


@pytest.mark.parametrize("lang", ["fr", "ja"])
def test_a_query_is_within_its_budget(real_site: Path, chromium: Browser, lang: str) -> None:
    """All that a page of results takes, as a host sends it."""
    with served(real_site) as address:
        spent = cost(chromium, address, PAGES[lang], QUERIES[lang])
    assert spent.results > 0
    assert spent.page + spent.query <= BUDGET
