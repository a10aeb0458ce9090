"""`calendar` as people and jobs call it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ombrelle.cli import main
from tests.support.small import copied, write

Caught = pytest.CaptureFixture[str]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site with one item of news to come."""
    root = copied("smallest", tmp_path)
    write(root, "content/news/2026-11-05-b.fr.md", "---\ntitle: T\nsummary: S\n---\n\nX.\n")
    return root


def asked(root: Path, *options: str) -> list[str]:
    return ["calendar", "--root", str(root), "--date", "2026-11-01", *options]


def test_a_program_gets_days_and_files(root: Path, capsys: Caught) -> None:
    """As JSON, for the days asked about."""
    assert main(asked(root, "--days", "4", "--format", "json")) == 0
    assert json.loads(capsys.readouterr().out) == [
        {"day": "2026-11-05", "what": "appears", "path": "content/news/2026-11-05-b.fr.md"}
    ]
    main(asked(root, "--days", "3", "--format", "json"))
    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.parametrize(("lang", "word"), [("fr", "paraît"), ("en", "appears")])
def test_a_person_gets_sentences(lang: str, word: str, root: Path, capsys: Caught) -> None:
    """A line per moment; the contact for security expires within a year of the build."""
    assert main(asked(root, "--lang", lang)) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"2026-11-05  content/news/2026-11-05-b.fr.md {word}"
    assert lines[-1].startswith("2027-10-31  .well-known/security.txt")


@pytest.mark.parametrize(
    ("lang", "said"), [("fr", "Rien ne change de soi-même."), ("en", "Nothing changes by itself.")]
)
def test_a_quiet_time_is_said(lang: str, said: str, root: Path, capsys: Caught) -> None:
    """A person is not left with an empty screen."""
    assert main(asked(root, "--lang", lang, "--days", "1")) == 0
    assert capsys.readouterr().out.strip() == said


def test_where_there_is_no_site_is_2(tmp_path: Path, capsys: Caught) -> None:
    """And the missing file is named."""
    assert main(asked(tmp_path)) == 2
    assert "content/site.yaml" in capsys.readouterr().err
