"""What visitors come for, done in a browser in at most three clicks from the home page, scripts off.

Each task is done in English and in one other language. What is clicked on is named by the words of the
content and of the catalogues, so that an address or a word may change without a change here.
"""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path
from urllib.parse import urlsplit

import jsonschema
import pytest
import yaml
from playwright.sync_api import Browser

from tests.support.html import read
from tests.support.kinds import Sample, pages_by_kind
from tests.support.tools import ROOT
from tests.support.visitor import Visitor, coming, district_name, term, title, word

pytestmark = [pytest.mark.site, pytest.mark.browser]

LANGUAGES = ("fr", "en", "de", "es", "ar", "ja")
DISTRICT, SECTOR, OTHER = "lyon", "health", "investors"
DISTRICTS = sorted(path.parent.name for path in ROOT.glob("quartiers/*/quartier.yaml"))


@pytest.fixture(scope="module")
def district_pages(real_site: Path) -> set[str]:
    """The paths of the districts' own pages."""
    return {f"/{page.path}" for _, page in pages_by_kind(real_site)["quartier"]}


def companies_listed(visitor: Visitor) -> set[str]:
    """The ids of the companies that the main part lists: links that end with one of the site's companies."""
    known = {path.stem for path in ROOT.glob("quartiers/*/startups/*.yaml")}
    ends = {path.strip("/").rpartition("/")[2] for path in visitor.addresses("/startups/")}
    return ends & known


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_which_districts_are_strong_in_health(
    lang: str, hosted: str, chromium: Browser, district_pages: set[str]
) -> None:
    """1. From the directory to the sector, whose page names the districts that are strong in it."""
    with coming(chromium, hosted, lang) as visitor:
        visitor.follow(term("sections", "startups", lang))
        visitor.follow(term("sectors", SECTOR, lang))
        assert term("sectors", SECTOR, lang) in visitor.page.locator("h1").inner_text()
        assert 0 < len(district_pages & set(visitor.addresses("/"))) < len(DISTRICTS)


@pytest.mark.parametrize("lang", ["en", "de"])
def test_districts_side_by_side(lang: str, hosted: str, chromium: Browser) -> None:
    """2. A table has a column for each district, and its rows say what is to be compared."""
    with coming(chromium, hosted, lang) as visitor:
        visitor.follow(term("sections", "districts", lang))
        visitor.follow(word("Compare the districts", lang))
        columns = visitor.main.locator("thead th").all_inner_texts()
        names = {district_name(id_, lang) for id_ in DISTRICTS}
        assert names <= {" ".join(column.split()) for column in columns}
        assert visitor.main.locator("tbody th[scope=row]").count() >= 5


@pytest.mark.parametrize("lang", ["en", "es"])
def test_an_investor_narrows_the_directory_and_takes_the_table(
    lang: str, hosted: str, chromium: Browser
) -> None:
    """3. Who looks for investors, and then the same companies as a table: neither one more nor one less."""
    with coming(chromium, hosted, lang) as visitor:
        visitor.follow(term("sections", "startups", lang))
        visitor.follow(term("looking-for", OTHER, lang))
        listed = companies_listed(visitor)
        table = visitor.take(visitor.main.locator('a[href$=".csv"]').first).decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(table)))
        assert {row["id"] for row in rows} == listed
        assert len(rows) == len(listed) > 0


@pytest.mark.parametrize("lang", ["en", "es"])
def test_an_investor_combines_two_filters(lang: str, hosted: str, chromium: Browser) -> None:
    """3. A sector, then what is looked for within it: fewer than by either alone, and at least one."""
    with coming(chromium, hosted, lang) as visitor:
        visitor.follow(term("sections", "startups", lang))
        everything = companies_listed(visitor)
        visitor.follow(term("looking-for", OTHER, lang))
        first = companies_listed(visitor)
        filters = visitor.page.get_by_role("navigation", name=word("Filters", lang))
        names = [term("sectors", id_, lang) for id_ in sectors()]
        links = [filters.get_by_role("link", name=name, exact=True) for name in names]
        visitor.click(next(link for link in links if link.count()))
        assert companies_listed(visitor) < first < everything
        assert companies_listed(visitor)


def sectors() -> list[str]:
    """The sectors of the companies that look for investors."""
    facts = [yaml.safe_load(path.read_text("utf-8")) for path in ROOT.glob("quartiers/*/startups/*.yaml")]
    found = [each["sectors"] for each in facts if OTHER in each.get("looking_for", [])]
    return sorted({sector for own in found for sector in own})


@pytest.mark.parametrize("lang", ["en", "es"])
def test_every_way_to_narrow_is_offered_without_scripts(lang: str, hosted: str, chromium: Browser) -> None:
    """3. The filters of the directory have terms of sector, stage, district, size, wish and language."""
    with coming(chromium, hosted, lang) as visitor:
        visitor.follow(term("sections", "startups", lang))
        filters = visitor.page.get_by_role("navigation", name=word("Filters", lang))
        groups = {" ".join(text.split()) for text in filters.get_by_role("heading").all_inner_texts()}
        names = ("sectors", "stage", "looking-for", "district", "headcount", "working-languages")
        assert groups >= {term("sections", name, lang) for name in names}


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_journalist_takes_a_press_kit(lang: str, hosted: str, chromium: Browser) -> None:
    """4. The kit of a district: lock-ups, figures with source and date, captions and credits, a contact."""
    with coming(chromium, hosted, lang) as visitor:
        visitor.follow(title("press", lang))
        offers = visitor.main.get_by_role("link", name=district_name(DISTRICT, lang), exact=True)
        kit = visitor.take(offers.and_(visitor.page.locator("[href$='.zip']")))
        with zipfile.ZipFile(io.BytesIO(kit)) as archive:
            assert archive.testzip() is None
            names = archive.namelist()
            texts = " ".join(
                archive.read(name).decode() for name in names if name.endswith((".html", ".txt", ".md"))
            )
        assert {Path(name).suffix for name in names} >= {".svg", ".png"}
        assert f"{DISTRICT}-presse@" in texts
        assert "lyon-entreprises.com" in texts


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_founder_finds_whom_to_write_to(lang: str, hosted: str, chromium: Browser) -> None:
    """5. From the page for founders to the services for newcomers, one of them, and its contact."""
    with coming(chromium, hosted, lang) as visitor:
        visitor.follow(title("settle", lang))
        assert visitor.main.locator("a[href^='mailto:']").count() >= len(DISTRICTS)
        visitor.follow(term("layers", "settle", lang))
        visitor.click(visitor.main.locator(f'a[href^="/{lang}/services/"]:has(:visible), h3 a').first)
        assert visitor.main.locator("a[href^='mailto:']").first.is_visible()


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_talent_sees_who_hires(lang: str, hosted: str, chromium: Browser) -> None:
    """6. Who hires, each with its city; and a company, with its working languages and its offers."""
    with coming(chromium, hosted, lang) as visitor:
        visitor.follow(title("talent", lang))
        text = visitor.main.inner_text()
        listed = companies_listed(visitor)
        assert listed
        for id_ in listed:
            assert city(id_) in text or district_of(id_, lang) in text, id_
        visitor.click(visitor.main.locator(f'a[href$="/startups/{min(listed)}/"]').first)
        facts = visitor.main.locator("dl").all_inner_texts()
        assert any(word("Working languages", lang) in each for each in facts)
        assert visitor.main.get_by_role("link", name=word("Jobs", lang)).count() == 1


def district_of(company: str, lang: str) -> str:
    """The name of a company's district, beside which a city may be written in another script."""
    (path,) = ROOT.glob(f"quartiers/*/startups/{company}.yaml")
    return district_name(path.parents[1].name, lang)


def city(company: str) -> str:
    """Where a company is, as its facts say."""
    (path,) = ROOT.glob(f"quartiers/*/startups/{company}.yaml")
    return str(yaml.safe_load(path.read_text("utf-8"))["place"]["city"])


@pytest.mark.parametrize("lang", ["en", "de"])
def test_a_delegation_finds_the_totem(lang: str, hosted: str, chromium: Browser) -> None:
    """7. The totem buildings and whom to ask for a visit; then a building, with its address."""
    with coming(chromium, hosted, lang) as visitor:
        visitor.follow(title("visit", lang))
        assert visitor.main.locator("a[href^='mailto:']").count() >= len(DISTRICTS)
        visitor.follow("Station F")
        assert "Paris" in visitor.main.locator("address").inner_text()


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_machine_finds_the_open_data(lang: str, hosted: str, chromium: Browser) -> None:
    """8. From the home page to the data, each set of which keeps its own schema."""
    with coming(chromium, hosted, lang) as visitor:
        visitor.follow(term("sections", "data", lang))
        paths = visitor.addresses("/data/v1/")
        schemas = [path for path in paths if path.endswith(".schema.json")]
        assert len(schemas) >= 4
        for path in schemas:
            schema = visitor.get(path).json()
            for item in visitor.get(path.replace(".schema.json", ".json")).json()["items"]:
                assert jsonschema.Draft202012Validator(schema).is_valid(item), item["id"]
        assert {Path(path).suffix for path in paths} >= {".json", ".csv", ".geojson"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_of_page_leads_to_itself_in_every_language(
    lang: str, real_site: Path, kinds: list[Sample]
) -> None:
    """9. The switcher of a page leads to the same page in each other language, wherever it is."""
    same = {(sample.kind, sample.lang): f"/{sample.path}" for sample in kinds}
    for sample in kinds:
        if sample.lang == lang and sample.kind not in {"not-found", "borrowing"} and "/" not in sample.kind:
            page = read(real_site / sample.file)
            # The first of each: a page that shows the switcher as an example has more.
            offers = [a for a in reversed(page.all("a")) if "hreflang" in a.attributes]
            links = {a["hreflang"]: urlsplit(a["href"]).path for a in offers}
            wanted = {other: same[sample.kind, other] for other in LANGUAGES if other != lang}
            assert {other: links.get(other) for other in wanted} == wanted, sample


@pytest.mark.parametrize(("lang", "other"), [("en", "ar"), ("ar", "de"), ("fr", "ja")])
def test_the_language_is_changed_in_two_clicks(
    lang: str, other: str, hosted: str, chromium: Browser, kinds: list[Sample]
) -> None:
    """9. From a company's page: the switcher, then the language, with its own name; the page is the same."""
    page = {sample.lang: f"{hosted}{sample.path}" for sample in kinds if sample.kind == "startup"}
    with coming(chromium, hosted, lang) as visitor:
        visitor.page.goto(page[lang])
        link = visitor.page.locator(f'a[hreflang="{other}"][lang="{other}"]').first
        if not link.is_visible():
            drawer = visitor.page.locator("[popover]", has=link).first.get_attribute("id")
            visitor.click(visitor.page.locator(f'[popovertarget="{drawer}"]').first)
        visitor.click(link)
        visitor.page.wait_for_url(page[other])
        assert visitor.clicks <= 2
        assert visitor.page.locator("html").get_attribute("lang") == other
