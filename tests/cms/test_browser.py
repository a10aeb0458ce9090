"""The content manager in headless Chromium: an entry is opened, edited and saved, and only that changes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from ombrelle.load import load
from ombrelle.load.discover import discover
from ombrelle.problems import Problems
from tests.support.browser import visiting
from tests.support.cms import begun, content_of, managing, named, opened, safely, saved
from tests.support.server import serving

pytestmark = pytest.mark.browser

ALPHA = "quartiers/haute-rive/startups/alpha.yaml"


def test_an_edited_field_is_all_that_changes(chromium: Browser, managed: Path, tmp_path: Path) -> None:
    """A year is given a month: one line of one file changes, and the site reads the same entry but for it."""
    before = content_of(managed)
    with managing(chromium, managed, "haute-rive") as visit:
        opened(visit.page, "startup-facts", "alpha")
        visit.page.get_by_role("textbox", name="Création").fill("2013-12")
        after = saved(visit.page)
    assert {path for path in before | after if before.get(path) != after.get(path)} == {ALPHA}
    assert after[ALPHA] == before[ALPHA].replace("founded: 2013-11\n", "founded: 2013-12\n")
    assert changed_fields(managed, tmp_path, after) == {"startup:alpha": {"founded": "2013-12"}}


def read_back(folder: Path, after: dict[str, str]) -> Problems:
    """The content as it is now, written into a folder, and what our loader says of it."""
    for path, text in after.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    problems = Problems()
    assert load(folder, discover(folder, problems), problems) is not None
    return problems


def changed_fields(site: Path, folder: Path, after: dict[str, str]) -> dict[str, dict[str, str]]:
    """The facts that our loader reads otherwise, by entry."""
    problems = read_back(folder, after)
    old, new = (load(root, discover(root, problems), problems) for root in (site, folder))
    assert old is not None
    assert new is not None
    facts = {entry.key: dict(entry.facts) for entry in old.entries}
    found = {
        entry.key: {
            name: str(value) for name, value in dict(entry.facts).items() if facts[entry.key][name] != value
        }
        for entry in new.entries
    }
    assert set(found) == set(facts)
    return {key: fields for key, fields in found.items() if fields}


def test_a_text_is_edited_in_one_language(chromium: Browser, managed: Path) -> None:
    """The French of a page changes; no other language is rewritten, and none appears."""
    path = "quartiers/haute-rive/startups/alpha.fr.md"
    before = content_of(managed)
    with managing(chromium, managed, "haute-rive") as visit:
        opened(visit.page, "startup-text", "alpha")
        body = visit.page.locator("textarea").first
        expect(body).to_have_value(re.compile(r"\S"))
        body.fill(f"{body.input_value()}\n\nUne phrase de plus, avec [Alpha](startup:alpha).")
        after = saved(visit.page)
    assert {each for each in before | after if before.get(each) != after.get(each)} == {path}
    assert after[path] == f"{before[path].rstrip()}\n\nUne phrase de plus, avec [Alpha](startup:alpha).\n"


def test_a_startup_is_made(chromium: Browser, managed: Path, tmp_path: Path) -> None:
    """What was filled in makes the smallest file of a startup, whose id is made of its name."""
    path = "quartiers/haute-rive/startups/essai-d-ete.yaml"
    before = content_of(managed)
    with managing(chromium, managed, "haute-rive") as visit:
        page = visit.page
        begun(page, "startup-facts")
        named(page, "Nom").fill("Essai d’été")
        named(page, "Site").fill("https://essai.example")
        page.get_by_role("radio", name="En activité").click()
        named(page, "Français").fill("Un mot : deux.")
        named(page, "Date des faits").fill("2026-01")
        named(page, "Intitulé").fill("Le registre")
        after = saved(page)
    assert set(after) - set(before) == {path}
    assert after[path] == (
        "name: Essai d’été\nwebsite: https://essai.example\nstatus: active\n"
        'pitch:\n  fr: "Un mot : deux."\nsource:\n  title: Le registre\nas_of: 2026-01\n'
    )
    assert [problem for problem in read_back(tmp_path, after) if problem.location.path == path] == []


def test_news_are_made_in_one_language(chromium: Browser, managed: Path, tmp_path: Path) -> None:
    """A piece of news is one file, in the language of the sources, under the day and its title."""
    before = content_of(managed)
    with managing(chromium, managed, "haute-rive") as visit:
        begun(visit.page, "news-text")
        named(visit.page, "Titre").fill("Le quai ouvre : venez")
        visit.page.locator("textarea").first.fill("Le quai ouvre.")
        after = saved(visit.page)
    (path,) = set(after) - set(before)
    assert re.fullmatch(r"quartiers/haute-rive/news/\d{4}-\d\d-\d\d-le-quai-ouvre-venez\.fr\.md", path)
    assert after[path] == '---\ntitle: "Le quai ouvre : venez"\n---\n\nLe quai ouvre.\n'
    assert [problem for problem in read_back(tmp_path, after) if problem.location.path == path] == []


def test_nothing_is_asked_elsewhere(chromium: Browser, managed: Path) -> None:
    """Loaded and signed in, nothing came from another host: the policy forbids what it would try."""
    answered: list[str] = []
    with serving(managed / "public") as address, visiting(chromium, f"{address}/404.html") as visit:
        visit.page.route("**/admin/**", safely(managed))
        visit.page.on("response", lambda response: answered.append(response.url))
        visit.page.goto(f"{address}/admin/")
        expect(visit.page.get_by_role("button", name="Travailler avec un dépôt local")).to_be_visible()
        visit.page.wait_for_load_state("networkidle")
        fonts = visit.page.evaluate("[...document.fonts].filter((font) => font.status === 'loaded').length")
    ours = (address, "data:", "blob:")
    assert [url for url in answered if not url.startswith(ours)] == []
    assert fonts


def test_it_speaks_french_whatever_the_browser(chromium: Browser, managed: Path) -> None:
    """A browser in English gets the French interface, until its user chooses."""
    with (
        serving(managed / "public") as address,
        visiting(chromium, f"{address}/admin/haute-rive/", locale="en-US") as visit,
    ):
        expect(visit.page.get_by_role("button", name="Travailler avec un dépôt local")).to_be_visible()
        expect(visit.page).to_have_title(re.compile("Haute-Rive"))
