"""What is to be translated, told in each form: word for word, and as a page that anyone can read.

`OMBRELLE_UPDATE_GOLDEN=1` writes the reports of `golden/` anew, to be read before they are committed.
"""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from ombrelle.build import build
from ombrelle.cli import main
from ombrelle.outputs import other_outputs, translations
from tests.support.browser import visiting
from tests.support.html import read
from tests.support.server import serving
from tests.support.small import SITES, edition_of, options, write
from tests.support.tools import html_messages
from tests.translations.desk import FACTS, PAGE, edit, made, record

GOLDEN = Path(__file__).parent / "golden"
UPDATE = os.environ.get("OMBRELLE_UPDATE_GOLDEN") == "1"
TEXT = "---\ntitle: {}\nsummary: {}\n---\n\n{}\n"
ENDINGS = {"text": "txt", "json": "json", "markdown": "md", "html": "html"}

Caught = pytest.CaptureFixture[str]

_AR = """\
---
title: حول
summary: ما نفعله هنا.
---

نرحب بشركات الحي.
"""


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a translation in each state, in a language from left to right and in one that is not."""
    root = made(tmp_path_factory.mktemp("translations"))
    edit(
        root,
        "content/site.yaml",
        "languages: [fr, en]",
        "languages: [fr, en, ar]\nrepository: https://forge.example/a/b",
    )
    write(root, f"{PAGE}.ar.md", _AR)
    record(root, ".")
    edit(root, f"{PAGE}.fr.md", "Nous accueillons les entreprises", "Nous recevons <toutes> les entreprises")
    edit(root, f"{PAGE}.fr.md", "## Les lieux\n", "Un paragraphe ajouté par la suite.\n\n## Les lieux\n")
    edit(root, f"{PAGE}.fr.md", "- un atelier de fabrication\n", "")
    edit(root, FACTS, "Un port ouvert sur le large", "Un grand port ouvert sur le large")
    edit(root, FACTS, "Two research laboratories", "Deux laboratoires de recherche")
    write(
        root,
        "content/pages/press.fr.md",
        "---\ntitle: Presse\nsummary: Pour les journaux.\n---\n\nÉcrivez-nous.\n",
    )
    write(
        root, "content/pages/pres.en.md", "---\ntitle: Press\nsummary: For newspapers.\n---\n\nWrite to us.\n"
    )
    write(root, "content/pages/visit.fr.md", "---\ntitle: Venir\nsummary: Comment venir.\n---\n\nEn train.\n")
    write(root, "content/pages/visit.en.md", "---\ntitle: Visit\nsummary: How to come.\n---\n\nBy train.\n")
    return root


def told(root: Path, capsys: Caught, *arguments: str) -> str:
    assert main(["translations", "--root", str(root), *arguments]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("form", ENDINGS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_report_is_word_for_word(form: str, language: str, root: Path, capsys: Caught) -> None:
    """Every state, in each form and in each language of the tool."""
    report = told(root, capsys, "--format", form, "--lang", language)
    file = GOLDEN / f"report.{language}.{ENDINGS[form]}"
    if UPDATE:
        GOLDEN.mkdir(exist_ok=True)
        file.write_text(report, encoding="utf-8")
    assert report == file.read_text(encoding="utf-8")


def test_the_json_has_all_translations(root: Path, capsys: Caught) -> None:
    """What is complete too, with the keys that programs count on."""
    items = json.loads(told(root, capsys, "--format", "json"))
    assert all(
        list(item) == ["id", "kind", "language", "state", "path", "source_path", "is_promised", "blocks"]
        for item in items
    )
    assert {item["state"] for item in items} == {
        "missing",
        "untranslated",
        "stale",
        "orphan",
        "unrecorded",
        "complete",
    }


@pytest.mark.parametrize(
    ("arguments", "paths"),
    [
        (["--state", "stale", "--language", "ar"], [f"{PAGE}.ar.md"]),
        (["--state", "orphan"], ["content/pages/pres.en.md"]),
        (["--state", "unrecorded"], ["content/pages/visit.en.md"]),
        (["--state", "untranslated"], [FACTS]),
        (["--state", "stale", "quartiers"], [FACTS]),
        (["--state", "missing", "content/pages/visit.fr.md"], ["content/pages/visit.ar.md"]),
    ],
)
def test_a_part_can_be_asked_for(arguments: list[str], paths: list[str], root: Path, capsys: Caught) -> None:
    """By state, that of a block too; by language; by file or folder, the source's too."""
    here = [str(root / each) if (root / each).exists() else each for each in arguments]
    found = json.loads(told(root, capsys, "--format", "json", *here))
    assert [item["path"] for item in found] == paths


@pytest.fixture(scope="session")
def preview(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A preview of that site, without the orphan, which stops a release."""
    folder = tmp_path_factory.mktemp("preview")
    site = Path(shutil.copytree(root, folder / "site"))
    (site / "content/pages/pres.en.md").unlink()
    assert build(options(site, folder / "public", drafts=True)).manifest is not None
    return folder / "public"


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1440])
def test_the_page_of_a_preview_works_anywhere(
    width: int, scheme: Any, preview: Path, chromium: Browser
) -> None:
    """Under the policy of the site and without a script, it has its style, and nothing is too wide."""
    here = {"viewport": {"width": width, "height": 900}, "color_scheme": scheme, "java_script_enabled": False}
    with (
        serving(preview, headers=True) as address,
        visiting(chromium, f"{address}translations/", **here) as visit,
    ):
        page = visit.page
        assert (visit.errors, visit.outside) == ([], [])
        for element in page.locator("body, main, article, dd, li").all():
            box = element.bounding_box()
            assert box is None or box["x"] + box["width"] <= width
        ground = page.locator("body").evaluate("it => getComputedStyle(it).backgroundColor")
        assert ground == {"light": "rgb(255, 255, 255)", "dark": "rgb(12, 20, 36)"}[scheme]


def test_every_text_says_its_language(preview: Path) -> None:
    """A source, its translation, the name of a language: with its direction; a bar has its words."""
    page = read(preview / "translations/index.html")
    assert {element.language for element in page.all("dd")} == {("fr", "ltr"), ("en", "ltr"), ("ar", "rtl")}
    arabic = [each for each in page.all("dd") if each.language == ("ar", "rtl")]
    assert "نرحب بشركات الحي." in {each.text for each in arabic}
    assert [bar["aria-label"] for bar in page.all("progress")] == ["English", "العربية"]
    assert [element.text for element in page.all("ins")] == [
        "recevons <toutes>",
        "grand",
        "recevons <toutes>",
    ]


def test_the_page_keeps_to_the_standard(tmp_path: Path) -> None:
    """The Nu Html Checker finds nothing wrong in it, whether it carries its style or not."""
    for language in ("fr", "en"):
        shutil.copy(GOLDEN / f"report.{language}.html", tmp_path)
    assert list(html_messages(tmp_path)) == []


def test_the_page_leads_to_where_a_file_is_edited(preview: Path) -> None:
    """On the host that the site names."""
    links = [link["href"] for link in read(preview / "translations/index.html").all("a")]
    assert f"https://forge.example/a/b/edit/main/{PAGE}.en.md" in links


def test_only_a_preview_has_it(preview: Path) -> None:
    """The site that visitors see is without; that of a preview asks not to be indexed."""
    edition = edition_of(SITES / "rich")
    assert not [output.path for output in other_outputs(edition) if "translations" in output.path]
    robots = read(preview / "translations/index.html").one("meta", name="robots")
    assert robots["content"] == "noindex"


def test_languages_that_nobody_speaks_are_no_work() -> None:
    """A preview with the pseudo-languages has the page of one without."""
    pages = [
        next(translations.outputs(edition_of(SITES / "rich", drafts=True, pseudo=pseudo))).content
        for pseudo in (False, True)
    ]
    assert pages[0] == pages[1]


def test_a_terminal_obeys_nothing_in_a_text(root: Path, capsys: Caught, tmp_path: Path) -> None:
    """Signs that would move its cursor are shown by their names."""
    site = Path(shutil.copytree(root, tmp_path / "site"))
    edit(site, f"{PAGE}.en.md", "We welcome", "We \u202ewelcome")
    assert "We <U+202E>welcome" in told(site, capsys, "--lang", "en")


@pytest.mark.parametrize(
    "arguments", [["--language", "de"], ["--language", "fr"], ["done", "--language", "de", "."]]
)
def test_wrong_use_is_2(arguments: list[str], root: Path, capsys: Caught) -> None:
    """A language into which nothing is translated here."""
    assert main(["translations", *arguments, "--root", str(root), "--lang", "en"]) == 2
    assert capsys.readouterr().err


def test_done_says_what_it_recorded(tmp_path: Path, capsys: Caught) -> None:
    """File by file; nothing where there is nothing, and why where it cannot be."""
    root = made(tmp_path)
    edit(root, f"{PAGE}.fr.md", "Trois bureaux", "Quatre bureaux")

    def said(*arguments: str) -> str:
        code = main(["translations", "done", "--root", str(root), "--lang", "en", *arguments])
        captured = capsys.readouterr()
        return captured.err if code else captured.out

    assert "is the source" in said(str(root / f"{PAGE}.fr.md"))
    assert "does not exist" in said(str(root / "absent.en.md"))
    assert said(str(root / f"{PAGE}.en.md")) == f"Recorded: {PAGE}.en.md (en), 1 passage.\n"
    edit(root, f"{PAGE}.fr.md", "Quatre bureaux", "Cinq bureaux")
    assert said("--unneeded", str(root / f"{PAGE}.fr.md")) == f"Recorded: {PAGE}.en.md (en), 1 passage.\n"
    assert said(str(root)).startswith("Nothing to record")
