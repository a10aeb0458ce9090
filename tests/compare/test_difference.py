"""What differs: pages by language, moves, new faults, translations left behind, weight."""

from __future__ import annotations

from pathlib import Path

import pytest

from ombrelle.compare.difference import Growth, Stale, difference
from ombrelle.compare.pages import ChangedPage
from ombrelle.compare.snapshot import PageOf, Snapshot, recall
from ombrelle.problems import Location, Problem

OLD = Snapshot({"fr/index.html": "1", "fr/a/index.html": "1", "fr/b/index.html": "1", "en/index.html": "1"})
FAULT = Problem(Location("a.yaml", 2, 3), "empty-value", (("field", "x"),))
LOWER = Problem(Location("a.yaml", 9, 3), "empty-value", (("field", "x"),))


def test_pages_are_told_as_what_became_of_them() -> None:
    """New, moved, gone and changed; a page that does not differ is left out."""
    new = Snapshot(
        {"fr/index.html": "2", "fr/c/index.html": "1", "fr/d/index.html": "1", "en/index.html": "1"},
        redirects={"/fr/a": "/fr/c/"},
    )
    assert difference(OLD, new).pages == (
        ChangedPage("added", {"fr": "/fr/d/"}, {}),
        ChangedPage("moved", {"fr": "/fr/c/"}, {"fr": "/fr/a/"}),
        ChangedPage("gone", {"fr": "/fr/b/"}, {}),
        ChangedPage("changed", {"fr": "/fr/"}, {}),
    )


def test_a_page_is_one_in_all_its_languages() -> None:
    """The language of the sources comes first, wherever its code stands in the alphabet."""
    outputs = {"de/a/index.html": "1", "en/a/index.html": "1", "fr/a/index.html": "1"}
    pages = {f"/{lang}/a/": PageOf("page:a") for lang in ("de", "en", "fr")}
    old = Snapshot(outputs, pages=pages, languages=("fr", "de", "en"))
    new = Snapshot({**dict.fromkeys(outputs, "2"), "en/a/index.html": "1"}, pages=pages)
    (page,) = difference(old, new).pages
    assert list(page.addresses.items()) == [("fr", "/fr/a/"), ("de", "/de/a/")]


def test_pages_of_what_was_touched_are_told_from_those_that_list_it() -> None:
    """A page whose own files stayed as they were changes because of another."""
    before = {"fr/a/index.html": "1", "fr/index.html": "1"}
    pages = {"/fr/a/": PageOf("page:a", frozenset({"a.fr.md"})), "/fr/": PageOf("home")}
    old = Snapshot(before, pages=pages, sources={"a.fr.md": "1"})
    new = Snapshot(dict.fromkeys(before, "2"), pages=pages, sources={"a.fr.md": "2"})
    assert {page.address: page.is_own for page in difference(old, new).pages} == {
        "/fr/a/": True,
        "/fr/": False,
    }


def test_a_site_that_is_not_built_has_not_lost_its_pages() -> None:
    """Nothing is said of pages where one side has none."""
    assert difference(OLD, Snapshot({}, is_built=False)).pages == ()


def test_the_same_fault_on_another_line_is_not_new() -> None:
    """Lines above it may come and go; a second fault of the same kind is new."""
    before, once, twice = (Snapshot({}, problems=found) for found in ((FAULT,), (LOWER,), (FAULT, LOWER)))
    assert difference(before, once).new_problems == ()
    assert len(difference(before, twice).new_problems) == 1
    assert difference(twice, before).mended == 1


def test_translations_left_behind_are_told() -> None:
    """Those of which more is stale than before; nothing is known of them before an earlier build."""
    old, new = ("body", "Un mot."), ("body", "Deux mots.")
    before = Snapshot({}, sources={}, stale={("a.en.md", "en"): frozenset({old})})
    stale = {("a.en.md", "en"): frozenset({old, new}), ("a.de.md", "de"): frozenset({new})}
    after = Snapshot({}, sources={}, stale=stale)
    assert difference(before, after).stale == (Stale("a.en.md", "en", 1), Stale("a.de.md", "de", 1))
    assert difference(after, after).stale == ()
    assert difference(Snapshot({}), after).stale == ()


def test_touched_files_are_told() -> None:
    """Those that are new, gone or not as before."""
    before, after = {"a": "1", "b": "1", "c": "1"}, {"a": "1", "b": "2", "d": "1"}
    assert difference(Snapshot({}, sources=before), Snapshot({}, sources=after)).touched == ("b", "c", "d")


@pytest.mark.parametrize(
    ("before", "after", "notable"),
    [(1_000, 10_999, False), (1_000, 11_000, True), (100_000, 119_999, False), (100_000, 120_000, True)],
)
def test_growth_is_notable_by_size_and_by_share(before: int, after: int, notable: bool) -> None:
    """At least 10 kB and a fifth; 100 kB for a new file; never where the sizes of before are not known."""
    old = Snapshot({}, sizes={"a": before})
    assert bool(difference(old, Snapshot({}, sizes={"a": after})).grown) is notable
    assert difference(old, Snapshot({}, sizes={"b": 100_000})).grown == (Growth("b", 0, 100_000),)
    assert difference(old, Snapshot({}, sizes={"b": 99_999})).grown == ()
    assert difference(Snapshot({}), Snapshot({}, sizes={"b": 100_000})).grown == ()


@pytest.mark.parametrize("text", ["[]", '{"a": 1}', "a"])
def test_another_file_is_no_manifest(text: str, tmp_path: Path) -> None:
    """Only paths with their hashes are taken for an earlier build."""
    (tmp_path / "m.json").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError):  # noqa: PT011 (JSON's own error is one too)
        recall(tmp_path / "m.json")
