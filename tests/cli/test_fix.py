"""`check --fix` as people call it: what it writes, what it says, what it returns."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from ombrelle.cli import main
from tests.support.small import THEME, copied

FACTS = "quartiers/val-clair/quartier.yaml"
SITE = "content/site.yaml"

Caught = pytest.CaptureFixture[str]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The smallest site with a fault that can be mended in each of two files, and one that cannot."""
    root = copied("smallest", tmp_path)
    for path in (FACTS, SITE):
        file = root / path
        file.write_text(file.read_text(encoding="utf-8").replace("name: ", "name:", 1), encoding="utf-8")
    file = root / FACTS
    file.write_text(
        file.read_text(encoding="utf-8").replace("status: labelled", "status: labeled"), encoding="utf-8"
    )
    return root


def run(root: Path, *arguments: str, lang: str = "en") -> int:
    given = ["--root", str(root), "--theme", str(THEME), "--date", "2026-11-01", "--lang", lang]
    return main(["check", *given, *arguments])


def texts(root: Path) -> dict[str, bytes]:
    return {path: (root / path).read_bytes() for path in (FACTS, SITE)}


def test_what_remains_is_told(root: Path, capsys: Caught) -> None:
    """The repairs are counted, what remains is reported and counted, and an error that remains is 1."""
    assert run(root, "--fix") == 1
    said = capsys.readouterr().err
    assert "unknown-choice" in said
    assert "yaml-missing-space" not in said
    assert said.splitlines()[-1] == "Mended: 2 faults. Left: 1 file, 1 error."
    assert (root / FACTS).read_text(encoding="utf-8").startswith("name: ")


def test_nothing_left_is_0(root: Path, capsys: Caught) -> None:
    """A site whose every fault was mended is told to be well."""
    file = root / FACTS
    file.write_text(file.read_text(encoding="utf-8").replace("labeled", "Labelled"), encoding="utf-8")
    assert run(root, "--fix", lang="fr") == 0
    said = capsys.readouterr()
    assert said.out == "Tout va bien\N{NO-BREAK SPACE}: rien à corriger.\n"
    assert said.err == "Réparé\N{NO-BREAK SPACE}: 3 défauts. Reste\N{NO-BREAK SPACE}: rien.\n"


def test_a_dry_run_writes_nothing(root: Path, capsys: Caught, tmp_path: Path) -> None:
    """It prints a unified diff that makes the repairs, and returns what the repair itself returns."""
    before = texts(root)
    assert run(root, "--fix", "--dry-run") == 1
    said = capsys.readouterr()
    assert texts(root) == before
    assert "Would be mended: 2 faults" in said.err
    trial = Path(shutil.copytree(root, tmp_path / "trial"))
    subprocess.run(["git", "apply"], cwd=trial, input=said.out, text=True, encoding="utf-8", check=True)
    run(root, "--fix")
    assert texts(trial) == texts(root) != before


def test_only_the_files_asked_for_are_mended(root: Path) -> None:
    """The others keep their faults, those that could be mended too, even behind the file of the site."""
    before = texts(root)
    run(root, "--fix", str(root / SITE))
    after = texts(root)
    assert after[FACTS] == before[FACTS]
    assert after[SITE] != before[SITE]


@pytest.mark.parametrize("option", ["--dry-run", "--https"])
def test_an_option_of_the_repair_alone_is_2(option: str, root: Path, capsys: Caught) -> None:
    """It says with what it goes."""
    assert run(root, option) == 2
    assert "--fix" in capsys.readouterr().err
