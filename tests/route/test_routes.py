"""Addresses in every language, collisions, redirects, and where a borrowed page comes from."""

from __future__ import annotations

from pathlib import Path

import pytest

from ombrelle.problems import Problem
from ombrelle.route import Page, Routes
from tests.support.small import SITES, copied, found, routes_of, write

RICH = SITES / "rich"


@pytest.fixture(scope="module")
def rich() -> Routes:
    routes, problems = routes_of(RICH)
    assert found(problems) == []
    return routes


def page(routes: Routes, key: str, lang: str) -> Page:
    there = routes.page(key, lang)
    assert there is not None, (key, lang)
    return there


def append(root: Path, path: str, text: str) -> None:
    file = root / path
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")


def faults(root: Path) -> list[Problem]:
    return found(routes_of(root)[1])


@pytest.mark.parametrize(
    ("key", "lang", "url"),
    [
        ("home", "fr", "/fr/"),
        ("chooser", "fr", "/"),
        ("not-found", "en", "/en/404.html"),
        ("districts", "fr", "/fr/quartiers/"),
        ("districts", "en", "/en/districts/"),
        # Arabic has no word of its own for the section, and takes that of its first fallback.
        ("districts", "ar", "/ar/quartiers/"),
        ("quartier:haute-rive", "en", "/en/districts/haute-rive/"),
        ("quartier:haute-rive/startups", "fr", "/fr/quartiers/haute-rive/startups/"),
        ("quartier:haute-rive/actors", "en", "/en/districts/haute-rive/players/"),
        ("quartier:haute-rive/contact", "fr", "/fr/quartiers/haute-rive/contact/"),
        # A page of a district stands below it, everything else below its own section.
        ("page:haute-rive/venir", "fr", "/fr/quartiers/haute-rive/venir/"),
        ("page:about", "fr", "/fr/a-propos/"),
        ("page:about", "en", "/en/about/"),
        ("startup:beta", "fr", "/fr/startups/beta/"),
        ("startup:alpha", "fr", "/fr/startups/alpha/"),
        ("startup:alpha", "en", "/en/startups/alpha-care/"),
        ("story:premiers-pas", "fr", "/fr/recits/les-premiers-pas/"),
        ("story:premiers-pas", "en", "/en/stories/premiers-pas/"),
        ("startups/sectors/health", "fr", "/fr/startups/secteur/sante/"),
        ("startups/looking_for/investors", "en", "/en/startups/looking-for/investors/"),
        ("startups/headcount/10-49", "fr", "/fr/startups/taille/10-49/"),
        ("startups/working_languages/fr", "en", "/en/startups/language/fr/"),
        (
            "startups/sectors/fintech/districts/haute-rive",
            "en",
            "/en/startups/sector/fintech/district/haute-rive/",
        ),
        ("districts/compare", "fr", "/fr/quartiers/comparer/"),
        ("services/host", "fr", "/fr/services/hebergement/"),
        ("news:ouverture", "fr", "/fr/actualites/ouverture/"),
        ("brand", "en", "/en/brand/"),
        ("data", "fr", "/fr/donnees/"),
    ],
)
def test_a_page_has_its_address_in_each_language(rich: Routes, key: str, lang: str, url: str) -> None:
    """Section words and slugs are those of the language, else of the languages that it borrows from."""
    assert page(rich, key, lang).url == url


def test_every_page_is_in_every_language(rich: Routes) -> None:
    """Whatever is translated, each page has its address in each language; only the chooser is one."""
    short = {key for key, pages in rich.by_key.items() if set(pages) != {"fr", "en", "ar"}}
    assert short == {"chooser"}


def test_no_two_pages_share_an_address(rich: Routes) -> None:
    """An address leads to one page."""
    urls = [each.url for each in rich.pages]
    assert len(urls) == len(set(urls))


def test_a_section_without_an_entry_has_no_page(rich: Routes) -> None:
    """A district without news has no page of news, and a term without a company no facet."""
    assert rich.page("quartier:port-clair/startups", "fr")
    assert rich.page("quartier:valmont/news", "fr") is None
    assert rich.page("quartier:valmont/startups", "fr") is None
    assert rich.page("startups/looking_for/partners", "fr") is None


@pytest.mark.parametrize(
    ("key", "origins"),
    [
        ("startup:alpha", {"fr": "fr", "en": "en", "ar": "ar"}),
        ("page:about", {"fr": "fr", "en": "en", "ar": "ar"}),
        ("page:invest", {"fr": "fr", "en": "fr", "ar": "fr"}),
        # Arabic borrows from French before English.
        ("news:ouverture", {"fr": "fr", "en": "en", "ar": "fr"}),
        # A text in French only: the summary exists in English, and the page still borrows.
        ("actor:halle", {"fr": "fr", "en": "fr", "ar": "fr"}),
        ("quartier:valmont", {"fr": "fr", "en": "fr", "ar": "fr"}),
        # Lists are made of words that every language has.
        ("quartier:valmont/contact", {"fr": "fr", "en": "en", "ar": "ar"}),
        ("startups", {"fr": "fr", "en": "en", "ar": "ar"}),
    ],
)
def test_a_page_borrows_along_its_chain(rich: Routes, key: str, origins: dict[str, str]) -> None:
    """The origin is the first language of the chain in which nothing is missing."""
    assert {lang: each.origin for lang, each in rich.by_key[key].items()} == origins
    for each in rich.by_key[key].values():
        assert rich.original(each).lang == each.origin
        assert {other.lang for other in rich.originals(each)} == {
            lang for lang, origin in origins.items() if lang == origin
        }


def test_a_slug_of_the_source_serves_a_borrowed_page(rich: Routes) -> None:
    """A page without a text in the language has the word of the text that it shows."""
    assert page(rich, "page:invest", "en").url == "/en/investir/"


def test_a_site_below_a_path_has_it_in_links_and_not_in_files() -> None:
    """Files stay where they are; links and whole addresses carry the path."""
    routes, _ = routes_of(RICH, "https://essai.example/sous/chemin/")
    assert routes.prefix == "/sous/chemin"
    assert page(routes, "home", "fr").url == "/fr/"
    assert routes.href("home", "fr") == "/sous/chemin/fr/"
    assert routes.absolute("/fr/") == "https://essai.example/sous/chemin/fr/"
    assert routes.href("nothing", "fr") == ""


def test_two_pages_at_one_address_name_both_files(tmp_path: Path) -> None:
    """The address is said, the file told of and the other one named, for each language concerned."""
    root = copied("rich", tmp_path)
    append(root, "quartiers/haute-rive/startups/beta.yaml", "slug: {fr: alpha}\n")
    told = faults(root)
    assert {fault.code for fault in told} == {"same-address"}
    assert {(fault.location.path, dict(fault.values)["other"]) for fault in told} == {
        ("quartiers/haute-rive/startups/beta.yaml", "quartiers/haute-rive/startups/alpha.yaml")
    }
    # Arabic borrows the word from French, so that it has the same fault; English has another word.
    assert {dict(fault.values)["url"] for fault in told} == {"/fr/startups/alpha/", "/ar/startups/alpha/"}


def test_a_page_may_not_take_the_place_of_a_section(tmp_path: Path) -> None:
    """A free page whose slug is a section's word is the one that is told."""
    root = copied("rich", tmp_path)
    write(root, "content/pages/about.yaml", "slug: {fr: startups}\n")
    text = root / "content/pages/about.fr.md"
    text.write_text(text.read_text(encoding="utf-8").replace("slug: a-propos\n", ""), encoding="utf-8")
    (fault,) = faults(root)
    assert (fault.code, fault.location.path) == ("same-address", "content/pages/about.yaml")


def test_former_addresses_lead_to_the_page_of_their_language(rich: Routes) -> None:
    """In order of address, each to the page in the language that it begins with."""
    assert [(each.source, each.target) for each in rich.redirects] == [
        ("/en/startups/alphabet/", "/en/startups/alpha-care/"),
        ("/fr/rive-numerique/", "/fr/quartiers/haute-rive/"),
        ("/fr/startups/alphabet/", "/fr/startups/alpha/"),
    ]


BETA = "quartiers/haute-rive/startups/beta.yaml"


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("/fr/startups/alpha/", "redirect-shadows-page"),
        ("/fr/startups/alpha", "redirect-shadows-page"),
        ("/fr/quartiers/port-clair/venir/", "redirect-of-another"),
        ("/fr/startups/alphabet/", "redirect-twice"),
        ("/fr/startups/alphabet", "redirect-twice"),
        ("startups/x/", "redirect-form"),
        ("/de/startups/x/", "redirect-form"),
        ("/fr", "redirect-form"),
        ("https://a.example/fr/x/", "redirect-form"),
        ("/fr/a b/", "redirect-form"),
        ("/fr/*", "redirect-form"),
        ("/fr/:x/", "redirect-form"),
        ("/fr/x?y=z", "redirect-form"),
        ("/fr/../en/", "redirect-form"),
        ("/fr//x/", "redirect-form"),
    ],
)
def test_a_wrong_redirect_is_told(tmp_path: Path, source: str, code: str) -> None:
    """A former address that is a page's, somebody else's, or no address below a language of the site."""
    root = copied("rich", tmp_path)
    append(root, BETA, f'redirect_from: ["{source}"]\n')
    (fault,) = faults(root)
    assert (fault.code, fault.location.path) == (code, BETA)
    assert dict(fault.values)["value"] == source


def test_a_redirect_of_a_hidden_entry_waits(tmp_path: Path) -> None:
    """A draft answers nowhere, at its former addresses neither."""
    root = copied("rich", tmp_path)
    append(root, "quartiers/haute-rive/startups/ebauche.yaml", "redirect_from: [/fr/vieux/]\n")
    assert "/fr/vieux/" not in {each.source for each in routes_of(root)[0].redirects}
    assert "/fr/vieux/" in {each.source for each in routes_of(root, drafts=True)[0].redirects}


def test_two_terms_of_one_word_name_their_vocabulary(tmp_path: Path) -> None:
    """The file to correct is the list of the two words."""
    root = copied("rich", tmp_path)
    sectors = root / "content/vocabularies/sectors.yaml"
    text = sectors.read_text(encoding="utf-8")
    ids = [line.partition(":")[0] for line in text.splitlines() if line[:1].isalpha()]
    lines = [f"{each}: {{name: {each}, slug: pareil}}" for each in ids]
    sectors.write_text("\n".join(lines) + "\n", encoding="utf-8")
    found_in = {fault.location.path for fault in faults(root) if fault.code == "same-address"}
    assert found_in == {"content/vocabularies/sectors.yaml"}
