"""`check --format`: the same faults in each form, and the same exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ombrelle.cli import main
from ombrelle.cli.parser import FORMATS
from tests.support.hosts import sarif_faults
from tests.support.small import SITES, THEME, copied

DAY = ("--date", "2026-11-01", "--theme", str(THEME), "--lang", "en")

Caught = pytest.CaptureFixture[str]


def broken(folder: Path) -> Path:
    root = copied("smallest", folder)
    facts = root / "quartiers/val-clair/quartier.yaml"
    text = facts.read_text(encoding="utf-8").replace("status: labelled", "status: labeled\nfonded: 2019")
    facts.write_text(text, encoding="utf-8")
    return root


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_tells_every_fault(form: str, tmp_path: Path, capsys: Caught) -> None:
    """Codes, file and line stand in each form, and an error is 1."""
    assert main(["check", "--root", str(broken(tmp_path)), "--format", form, *DAY]) == 1
    said = "".join(capsys.readouterr())
    for word in ("unknown-choice", "unknown-key", "quartiers/val-clair/quartier.yaml"):
        assert word in said


@pytest.mark.parametrize("form", FORMATS)
def test_no_fault_is_0(form: str, capsys: Caught) -> None:
    """In every form."""
    assert main(["check", "--root", str(SITES / "smallest"), "--format", form, *DAY]) == 0
    assert "Traceback" not in capsys.readouterr().err


def test_the_repository_of_the_site_gives_addresses(tmp_path: Path, capsys: Caught) -> None:
    """Each code leads to its page on the host that `content/site.yaml` names."""
    root = broken(tmp_path)
    with (root / "content/site.yaml").open("a", encoding="utf-8") as site:
        site.write("repository: https://code.essai.example/ombrelle\n")
    main(["check", "--root", str(root), "--format", "markdown", *DAY])
    page = "https://code.essai.example/ombrelle/blob/HEAD/docs/problems.md#unknown-key"
    assert f"[`unknown-key`]({page})" in capsys.readouterr().out
    main(["check", "--root", str(root), "--format", "sarif", *DAY])
    report = capsys.readouterr().out
    assert page in {rule["helpUri"] for rule in json.loads(report)["runs"][0]["tool"]["driver"]["rules"]}
    (tmp_path / "report.sarif").write_text(report, encoding="utf-8")
    assert sarif_faults(tmp_path / "report.sarif") == []
