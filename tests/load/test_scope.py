"""A check of some files: their faults, those that they cause elsewhere, and no others."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ombrelle.build import check
from ombrelle.load.scope import EVERYTHING, scope_of
from tests.support.small import copied, options, write

DISTRICT = "quartiers/val-clair/quartier.yaml"
PAGE = "content/pages/a.fr.md"
NEWS = "content/news/2026-10-02-b.fr.md"
HEAD = "---\ntitle: T\nsummary: S\n---\n\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site with a skipped heading in a page, and a dead link to a page in a piece of news."""
    root = copied("smallest", tmp_path)
    write(root, PAGE, f"{HEAD}## A\n\n#### B\n\nX.\n")
    write(root, NEWS, f"{HEAD}See [it](page:gone-away).\n\n## A\n\n#### B\n")
    return root


def told(root: Path, *paths: str) -> set[tuple[str, str]]:
    scope = scope_of(root, [root / path for path in paths])
    found = check(replace(options(root), scope=scope))
    return {
        (problem.location.path, problem.code)
        for problem in found
        if problem.location.path.startswith(("content", "quartiers"))
    }


def test_only_the_files_asked_about_are_checked(root: Path) -> None:
    """Neither the text of another file nor its facts."""
    assert told(root, PAGE) == {(PAGE, "heading-skipped")}
    assert told(root, "content/pages") == {(PAGE, "heading-skipped")}
    assert told(root, DISTRICT) == set()


def test_a_file_that_is_gone_is_missed_elsewhere(root: Path) -> None:
    """A link to a page that was removed is told when the page is asked about, though it is no more there."""
    assert (NEWS, "unknown-link") in told(root, "content/pages/gone-away.fr.md")
    assert (NEWS, "heading-skipped") not in told(root, "content/pages/gone-away.fr.md")


def test_what_a_file_takes_from_another_is_told(root: Path) -> None:
    """Of two files with the same id, whichever is asked about."""
    write(root, "content/news/2026-10-01-b.fr.md", f"{HEAD}X.\n")
    for path in (NEWS, "content/news/2026-10-01-b.fr.md"):
        assert any(code == "same-id" for _, code in told(root, path)), path


@pytest.mark.parametrize("path", ["content/site.yaml", "content/glossary.yaml", "content", "."])
def test_the_site_itself_can_break_everything(root: Path, path: str) -> None:
    """Asked about its own file, the check tells all."""
    assert scope_of(root, [root / path]) is EVERYTHING
    assert told(root, path) == told(root)


def test_the_parts_make_the_whole(root: Path) -> None:
    """File by file, the same faults are found as in one run of all."""
    files = [
        path.relative_to(root).as_posix()
        for top in ("content", "quartiers")
        for path in (root / top).rglob("*.*")
        if path.name != "site.yaml"
    ]
    assert set().union(*(told(root, file) for file in files)) == told(root)
