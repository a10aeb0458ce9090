"""One folder per code: a site with that fault, and the exact report in each language.

A folder holds only the files that differ from `_base`. `OMBRELLE_UPDATE_GOLDEN=1` writes the reports anew,
to be read before they are committed.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from ombrelle.build import Options, check
from ombrelle.problems import Problems
from ombrelle.problems.catalogue import SPOKEN, definitions
from ombrelle.report.excerpt import source_lines
from ombrelle.report.text import format_text
from tests.invalid.made import MADE, PROVED, copy_site

HERE = Path(__file__).parent
BASE = HERE / "_base"
FOLDERS = sorted(path.name for path in HERE.iterdir() if path.is_dir() and path.name[0] not in "_.")
UPDATE = os.environ.get("OMBRELLE_UPDATE_GOLDEN") == "1"


def checked(root: Path) -> Problems:
    return check(Options(root=root, out=root / "public", today=date(2026, 1, 15), jobs=1))


def provoked(code: str, root: Path) -> Problems:
    if code in PROVED:
        return PROVED[code]()
    copy_site(BASE, HERE / code, root)
    if code in MADE:
        MADE[code](root)
    return checked(root)


def test_each_code_has_its_folder() -> None:
    """No code is without its example, and no example without its code."""
    assert sorted(definitions()) == FOLDERS


def test_the_base_is_sound(tmp_path: Path) -> None:
    """What the examples change is a site without a fault."""
    copy_site(BASE, BASE, tmp_path)
    assert list(checked(tmp_path)) == []


@pytest.mark.parametrize("code", FOLDERS)
def test_a_fault_gives_its_report(code: str, tmp_path: Path) -> None:
    """The fault is told, and the report is word for word what the folder says, in each language."""
    problems = provoked(code, tmp_path)
    assert code in {problem.code for problem in problems}
    for language in SPOKEN:
        told = format_text(problems, source_lines(tmp_path), language, colour=False) + "\n"
        expected = HERE / code / f"expected.{language}.txt"
        if UPDATE:
            expected.parent.mkdir(exist_ok=True)
            expected.write_text(told, encoding="utf-8")
        assert told == expected.read_text(encoding="utf-8")
