"""The index of a small site: what is in it, that it is the same each time, and what becomes of a failure."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from ombrelle.build import build
from ombrelle.search import kept, program
from ombrelle.search.program import SearchUnavailableError
from ombrelle.serve.showing import Showing
from tests.support.small import copied, edition_of, options, write

KEPT = ".cache/build.db"


def searched(root: Path, out: Path, **changes: Any) -> dict[str, bytes]:
    """The files of the search that a build publishes, by their path."""
    result = build(options(root, out, search=True, **changes))
    assert result.manifest is not None, list(result.problems)
    assert result.unsearched == ""
    return {path: (out / path).read_bytes() for path in result.manifest if path.startswith("search/")}


def handed(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """The pages that Pagefind is given from now on, each a language and HTML."""
    given: list[tuple[str, str]] = []
    read = program.read_pages

    def told(pages: Sequence[tuple[str, str]]) -> tuple[program.Read, ...]:
        given.extend(pages)
        return read(pages)

    monkeypatch.setattr(kept, "read_pages", told)
    return given


def pages(files: Mapping[str, bytes], lang: str) -> dict[str, dict[str, str]]:
    """What the index shows of each page of a language, by its address."""
    shown = [json.loads(text) for path, text in files.items() if f"/{lang}/p" in path]
    return {page["url"]: page for page in shown}


def words(files: Mapping[str, bytes], lang: str) -> dict[str, list[int]]:
    """The words of a language with the pages that have them."""
    parts = [json.loads(text) for path, text in files.items() if f"/{lang}/w" in path]
    return {word: places for part in parts for word, places in part.items()}


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """A copy of the small site that has a bit of everything, and its index."""
    folder = tmp_path_factory.mktemp("search")
    root = copied("rich", folder)
    write(
        root,
        "content/news/2026-10-21-oeuvre.fr.md",
        """
        ---
        title: Un nouveau chef-d’œuvre
        summary: On l’a vu à l’atelier.
        ---

        La préfète a loué l’ingéniosité des ateliers.
        """,
    )
    return root, searched(root, folder / "public")


def test_originals_are_found_in_each_language(rich: tuple[Path, dict[str, bytes]]) -> None:
    """A text is in the index of each language that has it, and of no other."""
    _, files = rich
    assert list(json.loads(files["search/index.json"])["folders"]) == ["fr", "en", "ar"]
    assert "/fr/actualites/ouverture/" in pages(files, "fr")
    assert "/en/news/ouverture/" in pages(files, "en")
    assert not [url for url in pages(files, "ar") if url.endswith("/ouverture/")]
    assert not [url for url in pages(files, "en") if url.endswith("/ancienne/")]


def test_what_only_lists_is_not_found(rich: tuple[Path, dict[str, bytes]]) -> None:
    """Neither home page, directories, facets, sections of districts nor the page that is not found."""
    _, files = rich
    found = pages(files, "fr")
    listing = (
        "/fr/",
        "/fr/startups/",
        "/fr/quartiers/",
        "/fr/quartiers/haute-rive/startups/",
        "/fr/404.html",
    )
    assert not set(listing) & set(found)
    assert not [url for url in found if "/secteur/" in url]
    assert {"/fr/startups/alpha/", "/fr/quartiers/haute-rive/", "/fr/marque/"} <= set(found)


def test_a_result_says_what_it_is(rich: tuple[Path, dict[str, bytes]]) -> None:
    """Title, kind, district, summary and text, in the language of the page; no word of the menus."""
    _, files = rich
    page = pages(files, "fr")["/fr/startups/alpha/"]
    assert (page["title"], page["label"]) == ("Alpha", "Startups")
    assert page["district"].startswith("Haute-Rive")
    assert page["summary"]
    assert "Menu" not in json.dumps(pages(files, "fr"), ensure_ascii=False)


def test_words_are_without_elision_accents_and_ligatures(rich: tuple[Path, dict[str, bytes]]) -> None:
    """What stands behind an apostrophe is a word, and what is shown keeps its own form."""
    _, files = rich
    assert {"oeuvre", "ingeniosite", "prefete", "atelier"} <= set(words(files, "fr"))
    shown = pages(files, "fr")["/fr/actualites/oeuvre/"]
    assert shown["title"] == "Un nouveau chef-d’œuvre"
    assert "l’ingéniosité" in shown["text"]


def test_the_same_pages_give_the_same_index(rich: tuple[Path, dict[str, bytes]], tmp_path: Path) -> None:
    """Made anew from another folder, without what was kept: the same bytes."""
    root, files = rich
    moved = root.rename(tmp_path / "moved")
    assert searched(moved, tmp_path / "public") == files
    moved.rename(root)


def test_the_order_in_which_pages_are_read_does_not_show(
    rich: tuple[Path, dict[str, bytes]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pagefind follows the order of the disk: with its words turned round, the index is the same."""
    root, files = rich
    words_of = program._words

    def turned(packed: list[Any], title: int) -> list[tuple[int, program.Word]]:
        return list(reversed(list(words_of(packed, title))))

    monkeypatch.setattr(program, "_words", turned)
    assert searched(root, tmp_path / "public") == files


def test_an_index_is_made_once(
    rich: tuple[Path, dict[str, bytes]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While no text changes, Pagefind is not run again."""
    root, files = rich
    searched(root, tmp_path / "first", reuses=True)
    monkeypatch.setattr(program, "_run", _refused)
    assert searched(root, tmp_path / "public", reuses=True) == files


def test_only_what_changed_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One text that changed is one page for Pagefind, and the index is that of a build from nothing."""
    root = copied("rich", tmp_path)
    searched(root, tmp_path / "public", reuses=True)
    news = root / "content/news/2026-10-20-ouverture.en.md"
    news.write_text(f"{news.read_text(encoding='utf-8')}\nA zebra.\n", encoding="utf-8")
    given = handed(monkeypatch)
    again = searched(root, tmp_path / "public", reuses=True)
    assert [(lang, "zebra" in html) for lang, html in given] == [("en", True)]
    assert again == searched(root, tmp_path / "anew")


def test_a_damaged_index_is_made_anew(rich: tuple[Path, dict[str, bytes]], tmp_path: Path) -> None:
    """What was kept is not believed when a byte of it has changed."""
    root, files = rich
    searched(root, tmp_path / "first", reuses=True)
    with closing(sqlite3.connect(root / KEPT)) as database, database:
        database.execute("update works set value = value || x'00'")
    assert searched(root, tmp_path / "public", reuses=True) == files


def test_another_text_is_another_index(rich: tuple[Path, dict[str, bytes]], tmp_path: Path) -> None:
    """A changed word is found at the next build, at an address of its own: no browser mixes the two.

    What it has of the other languages stays good.
    """
    before, files = rich
    root = Path(shutil.copytree(before, tmp_path / "site"))
    news = "content/news/2026-10-20-ouverture.en.md"
    write(root, news, "---\ntitle: The umbrella opens\nsummary: A summary.\n---\n\nA zebra.\n")
    now = searched(root, tmp_path / "public")
    assert "zebra" in words(now, "en")
    assert set(now) & set(files) == {path for path in files if _lang(path) != "en"}


def test_a_preview_of_drafts_is_not_indexed(rich: tuple[Path, dict[str, bytes]], tmp_path: Path) -> None:
    """Its search page says so."""
    root, _ = rich
    files = searched(root, tmp_path / "public", drafts=True)
    assert {path: json.loads(text) for path, text in files.items()} == {"search/index.json": {"folders": {}}}


def test_without_the_program_the_site_is_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reason is told, and the search page is told that there is no index."""
    monkeypatch.setattr(program, "_PACKAGE", "pagefind_that_nobody_installed")
    _is_told(copied("rich", tmp_path), "search-no-program")


def test_a_program_that_fails_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So is one that never ends, or that writes an index of a version that we cannot read."""
    root = copied("rich", tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr(program, "_program", lambda: Path("/nowhere/pagefind"))
        _is_told(root, "search-failed")
    with monkeypatch.context() as patched:
        patched.setattr(program, "_PATIENCE", 1e-9)
        _is_told(root, "search-failed")
    monkeypatch.setattr(program, "_KNOWN", "0.0.")
    _is_told(root, "search-failed")


def _lang(path: str) -> str:
    """The language of a file `search/parts/<digest>/fr/w0.json` or `…/fr.json`; "" for the entry."""
    return path.split("/")[3].removesuffix(".json") if path.count("/") > 2 else ""


def _is_told(root: Path, reason: str) -> None:
    result = build(options(root, search=True))
    assert result.manifest is not None
    assert result.unsearched == reason
    assert [path for path in result.manifest if path.startswith("search/")] == ["search/index.json"]


def _refused(*_: object) -> None:
    raise SearchUnavailableError("search-failed")


def test_the_preview_of_who_writes_has_no_index(rich: tuple[Path, dict[str, bytes]]) -> None:
    """Nothing is indexed at a save, and the search page is told so."""
    root, _ = rich
    preview = Showing(edition_of(root)).file("/search/index.json")
    assert preview is not None
    assert json.loads(preview) == {"folders": {}}
