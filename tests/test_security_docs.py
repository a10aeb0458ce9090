"""What the pages on security claim is held by a test that exists, and they say the same in both languages."""

from __future__ import annotations

import ast
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from tests.support.tools import ROOT

PAGES = ("docs/en/security.md", "docs/fr/securite.md")
_TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def read(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def rows(page: str) -> list[list[str]]:
    """The cells of each threat."""
    lines = read(page).splitlines()
    tables = [line.strip("| ").split(" | ") for line in lines if line.startswith("| ") and "::" in line]
    assert tables
    return tables


@cache
def functions_of(file: Path) -> frozenset[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize("page", PAGES)
def test_each_claim_names_a_test_that_exists(page: str) -> None:
    """No threat is without its test, and no test is one that is gone."""
    named = _TEST.findall(read(page))
    assert len(named) > 40
    assert [name for file, name in named if name not in functions_of(ROOT / file)] == []
    tried = read(page).partition("\n### ")[2].splitlines()
    cells = [line.strip("| ").split(" | ") for line in tried if line.startswith("| ")]
    untested = {each[0] for each in cells if not _TEST.search(each[2])}
    assert untested in ({"what may be tried"}, {"ce qui peut être tenté"})


def test_both_languages_say_the_same() -> None:
    """Threat by threat, with the same tests; and as much is said not to be covered."""
    english, french = (
        [(len(cells), Counter(_TEST.findall(cells[-1]))) for cells in rows(page)] for page in PAGES
    )
    assert english == french
    gaps = [len(re.findall(r"^- \*\*", read(page), re.MULTILINE)) for page in PAGES]
    assert gaps[0] == gaps[1] > 0


def test_the_policy_at_the_root_leads_there() -> None:
    """Whoever looks where the code host looks finds the pages and the contact."""
    text = read("SECURITY.md")
    assert all(f"({page})" in text for page in PAGES)
    assert "content/site.yaml" in text
