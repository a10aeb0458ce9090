"""A view is all that a page shows: frozen, plain, and the same whenever it is made."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from ombrelle.dates import PartialDate
from ombrelle.i18n.phrase import Phrase
from ombrelle.render import Renderer
from ombrelle.route import Page
from ombrelle.views import entries, pages
from ombrelle.views.edition import Edition
from ombrelle.views.entries import Event, FreePage, Startup
from ombrelle.views.parts import View
from tests.support.small import SITES, edition_of

PLAIN = (str, int, float, bool, Decimal, date, datetime, PartialDate, type(None))
HOMES = (
    "ombrelle.views.",
    "ombrelle.i18n.phrase",
    "ombrelle.theme.mark",
    "ombrelle.theme.labels",
    "ombrelle.theme.tokens",
    "ombrelle.dates",
)
"""Where the types of a view are defined: never those of models, entries or the library."""


@pytest.fixture(scope="module")
def views(rich: Edition) -> dict[tuple[str, str], View]:
    renderer = Renderer(rich)
    return {(page.key, page.lang): renderer.view(page) for page in rich.routes.pages}


def page(edition: Edition, key: str, lang: str) -> Page:
    there = edition.routes.page(key, lang)
    assert there is not None
    return there


def parts(value: Any, way: str) -> Iterator[tuple[str, Any]]:
    """A value and all that it is made of, each with the way to it."""
    yield way, value
    if is_dataclass(value) and not isinstance(value, type):
        for item in fields(value):
            yield from parts(getattr(value, item.name), f"{way}.{item.name}")
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from parts(item, f"{way}[{index}]")
    elif isinstance(value, Mapping):
        for name, item in value.items():
            yield from parts(item, f"{way}[{name}]")


def is_frozen(value: Any) -> bool:
    return bool(type(value).__dataclass_params__.frozen)


def fault(value: Any) -> str:
    """What is wrong with a part of a view; "" when nothing is."""
    if is_dataclass(value):
        if not type(value).__module__.startswith(HOMES):
            return f"is a {type(value).__module__}.{type(value).__name__}"
        return "" if is_frozen(value) else "can change"
    if isinstance(value, tuple | Mapping):
        return ""
    return "" if isinstance(value, PLAIN) else f"is a {type(value).__name__}"


def test_a_view_holds_plain_frozen_values_and_nothing_else(views: dict[tuple[str, str], View]) -> None:
    """No model, entry, library, function or list: what a template reads can neither ask nor change."""
    wrong = {
        f"{way}: {fault(value)}"
        for view in views.values()
        for way, value in parts(view, type(view.main).__name__)
        if fault(value)
    }
    assert wrong == set()


def test_every_kind_of_view_is_walked(views: dict[tuple[str, str], View]) -> None:
    """The small site has a page for each view that is defined, so that the walk above sees them all."""
    defined = {
        name
        for module in (pages, entries)
        for name, value in vars(module).items()
        if isinstance(value, type) and is_dataclass(value) and value.__module__ == module.__name__
    }
    parts_of_others = {
        *("Access", "Award", "BrandColour", "Compared", "Construction", "Dataset", "Label"),
        *("Lockup", "LockupFile", "LockupForm", "Round"),
    }
    general = {"Entry"}
    seen = {type(view.main).__name__ for view in views.values()}
    assert defined - parts_of_others - general == seen


def test_two_builds_give_equal_views(views: dict[tuple[str, str], View]) -> None:
    """A view depends on the content, the theme and the day alone: reading all again gives the same."""
    again = edition_of(SITES / "rich")
    renderer = Renderer(again)
    for each in again.routes.pages:
        assert renderer.view(each) == views[each.key, each.lang], each.key


def test_a_page_is_its_view(rich: Edition) -> None:
    """Rendering twice, or in another order, gives the same bytes."""
    first, second = Renderer(rich), Renderer(rich)
    forward = {each.url: first.render(each) for each in rich.routes.pages}
    backward = {each.url: second.render(each) for each in reversed(rich.routes.pages)}
    assert forward == backward


def test_the_switcher_leads_to_the_same_page(rich: Edition, views: dict[tuple[str, str], View]) -> None:
    """On every page, each language leads to the page of the same key, and the own one is marked."""
    for (key, lang), view in views.items():
        if key == "chooser":
            continue
        links = {link.lang: link for link in view.switcher}
        assert list(links) == ["fr", "en", "ar"]
        assert {code: link.url for code, link in links.items()} == {
            code: rich.routes.link(other.url) for code, other in rich.routes.by_key[key].items()
        }
        assert [link.lang for link in view.switcher if link.is_current] == [lang]
        assert {link.lang: link.direction for link in view.switcher}["ar"] == "rtl"


def test_a_borrowed_page_says_so(rich: Edition, views: dict[tuple[str, str], View]) -> None:
    """Notice with the original, canonical to it, no alternate of its own, not for search engines."""
    borrowed = [each for each in rich.routes.pages if each.is_borrowed]
    assert {each.lang for each in borrowed} == {"en", "ar"}
    for each in borrowed:
        view, original = views[each.key, each.lang], rich.routes.original(each)
        assert view.notice is not None
        assert (view.notice.origin, view.notice.url) == (each.origin, rich.routes.link(original.url))
        assert view.head.canonical == rich.routes.absolute(original.url)
        assert view.head.alternates == ()
        assert not view.head.is_indexed


def test_an_original_page_names_its_true_alternates(
    rich: Edition, views: dict[tuple[str, str], View]
) -> None:
    """Each language that has its own words, itself included, and one default; never a borrowed page."""
    for each in rich.routes.pages:
        view = views[each.key, each.lang]
        if each.is_borrowed or each.is_thin or each.type in {"not-found", "chooser"}:
            continue
        named = {item.hreflang: item.href for item in view.head.alternates}
        originals = {it.lang: rich.routes.absolute(it.url) for it in rich.routes.originals(each)}
        assert named.pop("x-default") in {*originals.values(), rich.routes.absolute("/")}
        assert named == originals
        assert view.notice is None
        assert view.head.canonical == rich.routes.absolute(each.url)


def test_the_home_page_s_default_is_the_choice_of_languages(views: dict[tuple[str, str], View]) -> None:
    """A reader of no language of the site is offered them all."""
    for lang in ("fr", "en", "ar"):
        (default,) = [it for it in views["home", lang].head.alternates if it.hreflang == "x-default"]
        assert default.href == "https://essai.example/"


def test_a_borrowed_text_keeps_its_language(views: dict[tuple[str, str], View]) -> None:
    """On the Arabic page the text is French and says so, left to right."""
    main = views["page:invest", "ar"].main
    assert isinstance(main, FreePage)
    assert main.body is not None
    assert (main.body.lang, main.body.direction) == ("fr", "ltr")
    assert main.summary == Phrase("Trouver une entreprise.", "fr")


def test_a_link_of_a_borrowed_text_leads_to_the_reader_s_language(
    views: dict[tuple[str, str], View],
) -> None:
    """The text is French, and what it leads to is in Arabic where that exists."""
    main = views["page:invest", "ar"].main
    assert isinstance(main, FreePage)
    assert main.body is not None
    assert 'href="/ar/startups/alpha/"' in main.body.html
    assert 'href="/ar/about/#d-ou-elle-vient"' in main.body.html


def test_both_sides_of_a_relation_are_shown(views: dict[tuple[str, str], View]) -> None:
    """The startup shows the award that only the programme declares, and the neighbour districts it names."""
    main = views["startup:alpha", "fr"].main
    assert isinstance(main, Startup)
    assert [(award.link.url, str(award.year)) for award in main.awards] == [
        ("/fr/programmes/excellence/", "2025")
    ]
    assert [link.url for link in main.hosts] == ["/fr/acteurs/halle/"]
    assert [link.id for link in main.districts] == ["haute-rive", "port-clair"]


def test_a_cluster_of_three_districts_stands_on_all_three(views: dict[tuple[str, str], View]) -> None:
    """Its one address is on the page of actors of each district, in each language."""
    for lang in ("fr", "en", "ar"):
        for name in ("haute-rive", "port-clair", "valmont"):
            section = views[f"quartier:{name}/actors", lang].main
            assert isinstance(section, pages.QuartierSection)
            urls = [card.url for group in section.groups for card in group.cards]
            assert f"/{lang}/{'players' if lang == 'en' else 'acteurs'}/pole-eau/" in urls


def test_a_moment_carries_its_time_zone(views: dict[tuple[str, str], View]) -> None:
    """Half past six in June, in Paris, whatever the machine's zone."""
    main = views["event:rencontre", "en"].main
    assert isinstance(main, Event)
    assert main.starts == datetime(2026, 6, 4, 18, 30, tzinfo=ZoneInfo("Europe/Paris"))
    assert main.is_past
    assert main.starts.isoformat() == "2026-06-04T18:30:00+02:00"


def test_examples_are_shown_as_such_and_not_counted(views: dict[tuple[str, str], View]) -> None:
    """An invented entry is in the lists with its mark, and in no number."""
    home = views["home", "fr"].main
    assert isinstance(home, pages.Home)
    assert {link.id: link.count for link in home.counts} == {
        "districts": 3,
        "startups": 3,
        "actors": 2,
        "programmes": 1,
    }
    directory = views["startups", "fr"].main
    assert isinstance(directory, pages.Startups)
    assert {company.name.text: company.is_demo for company in directory.companies.lines} == {
        "Alpha": False,
        "+Beta": False,
        "Exemple": True,
        "Gamma": False,
    }


def test_a_preview_says_so_everywhere() -> None:
    """With drafts, no page is for search engines, and the drafts carry their mark."""
    preview = edition_of(SITES / "rich", drafts=True)
    renderer = Renderer(preview)
    assert not any(renderer.view(each).head.is_indexed for each in preview.routes.pages)
    view = renderer.view(page(preview, "startup:ebauche", "fr"))
    assert (view.is_draft, view.chrome.is_preview) == (True, True)


def test_the_menu_marks_the_page_that_it_leads_to(views: dict[tuple[str, str], View]) -> None:
    """A section, what stands below it, and a page of the menu: one link of the menu is where one is."""
    for key, section in {
        "startups": "startups",
        "startup:alpha": "startups",
        "quartier:haute-rive/contact": "districts",
        "page:invest": "page:invest",
    }.items():
        view = views[key, "fr"]
        assert [link.id for link in view.chrome.navigation if link.id == view.section] == [section]


def test_the_way_back_is_the_same_to_machines() -> None:
    """Whole addresses, on a site below a path whose address ends with a slash."""
    edition = edition_of(SITES / "rich", base_url="https://essai.example/sous/")
    (structured,) = (
        text
        for text in Renderer(edition).view(page(edition, "startup:alpha", "fr")).head.structured
        if "BreadcrumbList" in text
    )
    items = [item["item"] for item in json.loads(structured)["itemListElement"]]
    assert items[0] == "https://essai.example/sous/fr/"
    assert items[-1] == edition.routes.absolute(page(edition, "startup:alpha", "fr").url)
