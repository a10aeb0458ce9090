"""The pages of the directory: what they say is what they list, and every link keeps its word."""

from __future__ import annotations

from pathlib import Path

import pytest

from ombrelle.library.directory import PER_PAGE
from ombrelle.render import Renderer
from ombrelle.views import pages
from ombrelle.views.edition import Edition
from ombrelle.views.parts import View
from tests.support.small import copied, edition_of, write

MANY = 2 * PER_PAGE + 1

_COMPANY = """\
name: Essai {number:03}
website: https://essai-{number}.example
status: active
sectors: [{sector}]
stage: {stage}
looking_for: [{seeks}]
working_languages: [fr, {language}]
headcount: 10-49
pitch: {{fr: "Une entreprise inventée, numéro {number}", en: "An invented company, number {number}"}}
source: {{title: Gazette d’essai}}
as_of: 2026
"""


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """A site with more companies than a page lists."""
    root = copied("rich", tmp_path_factory.mktemp("long"))
    for number in range(MANY):
        write(
            root,
            f"quartiers/{('port-clair', 'valmont')[number % 2]}/startups/essai-{number}.yaml",
            _COMPANY.format(
                number=number,
                sector=("health", "fintech", "deeptech")[number % 3],
                stage=("seed", "growth")[number % 5 == 0],
                seeks=("investors", "talent")[number % 7 == 0],
                language=("de", "en")[number % 2],
            ),
        )
    return edition_of(root)


def directories(edition: Edition) -> dict[str, tuple[View, pages.Startups]]:
    """The pages of the directory by address."""
    renderer = Renderer(edition)
    views = ((page.url, renderer.view(page)) for page in edition.routes.pages)
    return {url: (view, view.main) for url, view in views if isinstance(view.main, pages.Startups)}


def names(main: pages.Startups) -> list[str]:
    return [company.name.text for company in main.companies.lines]


@pytest.fixture(params=["rich", "long"])
def shown(request: pytest.FixtureRequest) -> dict[str, tuple[View, pages.Startups]]:
    return directories(request.getfixturevalue(request.param))


def test_what_a_page_says_is_what_its_list_holds(shown: dict[str, tuple[View, pages.Startups]]) -> None:
    """Through all its pages, a list names each company once, in order, as many as it says; none is empty."""
    for view, main in shown.values():
        listed, url = [], main.first_url
        while url:
            part = shown[url][1]
            assert part.count == main.count
            assert 0 < len(part.companies.lines) <= PER_PAGE
            listed += names(part)
            url = part.pager.next if part.pager else ""
        assert len(listed) == len(set(listed)) == main.count > 0, view.title


def test_a_filter_leads_to_as_many_as_it_says(shown: dict[str, tuple[View, pages.Startups]]) -> None:
    """In every group of every page, on a list that is narrowed already too."""
    for _, main in shown.values():
        for group in main.facets:
            for link in group.links:
                assert link.count == (shown[link.url][1].count if link.url else main.count)


def test_a_filter_that_is_on_can_be_taken_off(shown: dict[str, tuple[View, pages.Startups]]) -> None:
    """Each leads to the list of the others, which holds more; without one it is the whole."""
    for view, main in shown.values():
        assert len(main.applied) == len(main.fixed.split())
        for filter_ in main.applied:
            wider = shown[filter_.url][1]
            assert wider.count >= main.count, view.title
            assert [each.label for each in wider.applied] == [
                each.label for each in main.applied if each is not filter_
            ]
        assert shown[main.all_url][1].fixed == ""


def test_a_pair_is_reached_from_both_its_terms(long: Edition) -> None:
    """From health to its talents, and from those who look for talent to health: the same page."""
    shown = directories(long)
    pair = "/en/startups/sector/health/looking-for/talent/"
    for url in ("/en/startups/sector/health/", "/en/startups/looking-for/talent/"):
        assert pair in [link.url for group in shown[url][1].facets for link in group.links]
    view, main = shown[pair]
    assert view.title.text == "Health · Talent"
    assert view.head.title.text.startswith("Health · Talent · Sector · Looking for · Startups · ")
    assert [link.label.text for link in view.breadcrumbs[1:]] == ["Startups", "Health", "Talent"]
    assert main.csv_url == "/directory/sectors/health/looking_for/talent/startups.csv"


def test_what_all_companies_of_a_list_have_leads_nowhere(rich: Edition) -> None:
    """It is said, with its number, and is no link: choosing it would change nothing."""
    main = directories(rich)["/en/startups/looking-for/talent/"][1]
    sectors = next(group for group in main.facets if group.id == "sectors")
    assert {link.label.text: (link.url, link.count) for link in sectors.links} == {
        "Health": ("", 1),
        "Deeptech": ("", 1),
    }


def test_search_engines_are_told_of_lists_that_are_worth_it(long: Edition) -> None:
    """A pair of a few companies has its page and its languages, and is no original of anything."""
    shown = directories(long)
    for url, (view, main) in shown.items():
        is_thin = len(main.applied) > 1 and main.count < 3
        assert view.head.is_indexed != is_thin, url
        assert bool(view.head.canonical) != is_thin
        assert bool(view.head.alternates) != is_thin
        assert len(view.switcher) == 3
    assert any(not view.head.is_indexed for view, _ in shown.values())


def test_a_long_list_goes_on_in_pages(long: Edition) -> None:
    """Each has its own address and title; the first has the address of the list."""
    shown = directories(long)
    view, main = shown["/en/startups/page/2/"]
    assert main.pager
    assert (main.pager.previous, main.pager.next) == ("/en/startups/", "/en/startups/page/3/")
    assert [link.count for link in main.pager.links] == [1, 2, 3]
    assert view.title.text == "Startups"
    assert "Page 2" in view.head.title.text
    assert view.head.canonical.endswith("/en/startups/page/2/")
    assert main.first_url == "/en/startups/"


def test_a_sector_names_the_districts_that_are_strong_in_it(rich: Edition) -> None:
    """On its page, with a link to each; on no other page."""
    shown = directories(rich)
    strong = {url: [link.id for link in main.strong] for url, (_, main) in shown.items() if main.strong}
    assert strong["/en/startups/sector/health/"] == ["haute-rive"]
    assert all("/sector" in url or "/secteur" in url for url in strong)


def test_a_page_for_an_audience_leads_to_parts_of_its_list(rich: Edition) -> None:
    """Who looks for investors: the same companies as in the directory, and the way to narrow them."""
    view = Renderer(rich).view(rich.routes.by_key["page:invest"]["fr"])
    page = view.main
    assert page.narrower_url == "/fr/startups/recherche/investisseurs/"  # type: ignore[attr-defined]
    shown = directories(rich)[page.narrower_url][1]  # type: ignore[attr-defined]
    assert page.companies == shown.companies  # type: ignore[attr-defined]


def test_the_comparison_says_of_each_district_what_its_pages_say(rich: Edition) -> None:
    """Every district once, with its companies by sector, each number that of the list it leads to."""
    view = Renderer(rich).view(rich.routes.by_key["districts/compare"]["en"])
    main = view.main
    assert view.title.text == "Compare districts"
    assert isinstance(main, pages.Compare)
    assert [each.link.id for each in main.districts] == ["haute-rive", "port-clair", "valmont"]
    shown = directories(rich)
    for each in main.districts:
        for link in (each.startups, *each.sectors):
            if link.url:
                assert shown[link.url][1].count == link.count
    first = main.districts[0]
    assert [link.label.text for link in first.strong] == ["Health", "Fintech"]
    assert (str(first.since), first.status.text, first.contact.email) == (
        "2014-11-12",
        first.status.text,
        "haute-rive@essai.example",
    )
    assert first.totem is not None


def test_one_district_alone_is_compared_with_none(tmp_path: Path) -> None:
    """There is no page for it, and no link to one."""
    edition = edition_of(copied("smallest", tmp_path))
    assert "districts/compare" not in edition.routes.by_key
    main = Renderer(edition).view(edition.routes.by_key["districts"]["fr"]).main
    assert isinstance(main, pages.Districts)
    assert main.compare_url == ""
