"""The bar of a page in preview: its files, its languages, and when visitors will see it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ombrelle.cli.words import words
from ombrelle.paths import edit_address
from ombrelle.render import Renderer
from ombrelle.serve.bar import bar_of, with_bar, with_faults
from ombrelle.serve.behind import Behind, behind
from ombrelle.views.edition import Edition
from tests.support.small import SITES, edition_of


@pytest.fixture(scope="module")
def drafts() -> Edition:
    """The rich site with its drafts and what is to come."""
    return edition_of(SITES / "rich", drafts=True)


def of(edition: Edition, key: str, lang: str = "fr") -> Behind:
    page = edition.routes.page(key, lang)
    assert page is not None
    return behind(edition, page)


@pytest.mark.parametrize(
    ("key", "lang", "files"),
    [
        ("home", "fr", ("content/site.yaml",)),
        ("startups", "fr", ("content/vocabularies/sections.yaml",)),
        (
            "startup:alpha",
            "en",
            (
                "quartiers/haute-rive/startups/alpha.yaml",
                "quartiers/haute-rive/startups/alpha.en.md",
            ),
        ),
        ("page:about", "fr", ("content/pages/about.fr.md",)),
        ("quartier:haute-rive/contact", "fr", ("quartiers/haute-rive/quartier.yaml",)),
    ],
)
def test_the_files_behind_a_page(drafts: Edition, key: str, lang: str, files: tuple[str, ...]) -> None:
    """The facts and the text that a page shows, the vocabulary of a list, the site's file of home."""
    assert of(drafts, key, lang).files == files


def test_a_page_that_borrows_says_what_to_write(drafts: Edition) -> None:
    """A language without a text names the file to write; where facts lack words, the file to complete."""
    versions = {version.language.code: version for version in of(drafts, "page:invest").versions}
    assert versions["fr"].is_own
    assert versions["en"].borrowed_from == "Français"
    assert versions["en"].to_write == "content/pages/invest.en.md"
    facts = {version.language.code: version for version in of(drafts, "startup:beta").versions}
    assert facts["ar"].to_complete == "quartiers/haute-rive/startups/beta.yaml"


def test_a_page_that_borrows_shows_the_text_that_it_borrows(drafts: Edition) -> None:
    """The file behind it is that of the other language, and its own missing one is watched for faults."""
    what = of(drafts, "page:invest", "en")
    assert what.files[-1] == "content/pages/invest.fr.md"
    assert "content/pages/invest.en.md" in what.watched


def test_drafts_and_what_is_to_come_are_marked(drafts: Edition) -> None:
    """A draft is said to be one; what has a day to come says which."""
    assert of(drafts, "startup:ebauche").is_draft
    assert not of(drafts, "startup:alpha").is_draft
    assert of(drafts, "news:a-venir").appears == date(2026, 12, 24)
    assert of(drafts, "startup:alpha").appears is None


def test_the_bar_says_it_in_the_language_of_its_user(drafts: Edition) -> None:
    """Files, marks and languages in French or English, whatever the language of the page."""
    bar = bar_of(of(drafts, "startup:ebauche", "ar"), None, "", words("en"))
    assert "<mark>draft</mark>" in bar
    assert "to translate, " in bar
    assert "brouillon" in bar_of(of(drafts, "startup:ebauche", "ar"), None, "", words("fr"))


@pytest.mark.parametrize(
    ("repository", "address"),
    [
        ("https://github.com/a/b", "https://github.com/a/b/edit/main/content/%C3%A9.md"),
        ("https://gitlab.com/a/b.git", "https://gitlab.com/a/b/-/edit/main/content/%C3%A9.md"),
        ("https://codeberg.org/a/b/", "https://codeberg.org/a/b/_edit/main/content/%C3%A9.md"),
    ],
)
def test_a_file_is_edited_on_its_host(repository: str, address: str) -> None:
    """The link opens the host's own page for editing the file."""
    assert edit_address(repository, "content/é.md") == address


def test_without_a_repository_there_is_no_link(drafts: Edition) -> None:
    """The link to edit stands only where the site says where its files are."""
    what = replace(of(drafts, "page:about"), versions=())
    assert "href" not in bar_of(what, None, "", words("fr"))
    assert "/edit/main/content/pages/about.fr.md" in bar_of(what, "https://github.com/a/b", "", words("fr"))


def test_a_page_is_only_added_to(drafts: Edition) -> None:
    """Without what was added, the page is that of a build, byte for byte; a build has no bar."""
    page = drafts.routes.page("page:about", "fr")
    assert page is not None
    html = Renderer(drafts).render(page)
    dressed = with_faults(with_bar(html, "<p>bar</p>", words("fr")), "Title", "<p>fault</p>", words("fr"))
    for name in (b"faults", b"preview"):
        start, end = dressed.index(b"<ombrelle-" + name), dressed.index(b"</ombrelle-" + name + b">")
        dressed = dressed[:start] + dressed[end + len(b"</ombrelle->" + name) :]
    assert dressed == html
    assert b"ombrelle-" not in html.replace(b"ombrelle-ground", b"")
