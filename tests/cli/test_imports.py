"""What a command imports: no more than it uses, so that it answers at once."""

from __future__ import annotations

import subprocess
import sys

from tests.support.small import SITES, THEME
from tests.support.tools import ROOT

_PROGRAM = """
import sys
from ombrelle.cli import main
try:
    main(sys.argv[1:])
finally:
    print("imported", *sys.modules)
"""


def imported(*arguments: str) -> set[str]:
    run = subprocess.run(
        [sys.executable, "-c", _PROGRAM, *arguments], capture_output=True, text=True, check=True, cwd=ROOT
    )
    _, _, names = run.stdout.rpartition("imported ")
    return set(names.split())


def test_a_check_imports_nothing_that_shows_pages() -> None:
    """Neither templates nor views nor outputs nor the server are of use to it."""
    names = imported("check", "--root", str(SITES / "smallest"), "--theme", str(THEME))
    assert "ombrelle.library" in names
    assert names.isdisjoint({"jinja2", "livereload", "ombrelle.views", "ombrelle.render", "ombrelle.outputs"})


def test_a_check_of_facts_imports_nothing_that_reads_texts() -> None:
    """Neither Markdown nor the judge of languages is of use to a file of facts."""
    root = SITES / "smallest"
    facts = root / "quartiers/val-clair/quartier.yaml"
    names = imported("check", str(facts), "--root", str(root), "--theme", str(THEME))
    assert "ombrelle.library" in names
    assert names.isdisjoint({"markdown", "nh3", "py3langid", "ombrelle.spoken"})


def test_what_only_speaks_imports_no_library() -> None:
    """Help is words: neither the models nor the languages of CLDR are of use to it."""
    names = imported("check", "--help")
    assert "ombrelle.cli" in names
    assert names.isdisjoint({"pydantic", "babel", "yaml", "markdown"})
