from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from ombrelle.build import Options, check
from tests.support.tools import ROOT

_BASE = ROOT / "tests/invalid/_base"


def _codes(site: Path) -> set[tuple[str, str]]:
    options = Options(
        root=site, out=site / "public", today=date(2026, 11, 1), theme=ROOT / "themes/marque-ombrelle"
    )
    return {(problem.location.path, problem.code) for problem in check(options)}


def test_a_file_that_its_model_refuses_has_its_names_checked_in_the_same_run(tmp_path: Path) -> None:
    """An unknown key does not hide an unknown sector, nor a reference to nothing, of the same file."""
    site = shutil.copytree(_BASE, tmp_path / "site")
    startup = site / "quartiers/lyon/startups/double.yaml"
    startup.parent.mkdir(exist_ok=True)
    startup.write_text(
        "name: Double\nwebsite: https://double.example\nfonded: 2013\nstatus: active\nsectors: [helth]\n"
        "districts: [nulle-part]\npitch: Un exemple.\nsource: {title: Le registre}\nas_of: 2026\n",
        encoding="utf-8",
    )
    path = "quartiers/lyon/startups/double.yaml"
    expected = {(path, "unknown-key"), (path, "unknown-term"), (path, "unknown-reference")}
    assert expected <= _codes(site)


def test_facts_with_a_fault_do_not_hide_those_of_the_text(tmp_path: Path) -> None:
    """A district whose facts are refused has its presentation read all the same, its links too."""
    site = shutil.copytree(_BASE, tmp_path / "site")
    facts = site / "quartiers/lyon/quartier.yaml"
    facts.write_text(facts.read_text(encoding="utf-8") + "couleur: rouge\n", encoding="utf-8")
    text = site / "quartiers/lyon/quartier.fr.md"
    text.write_text(
        "---\nsummary: Un quartier.\n---\n\n[Rien](startup:personne)\n\n![](media/x.png)\n", encoding="utf-8"
    )
    found = _codes(site)
    assert {
        ("quartiers/lyon/quartier.yaml", "unknown-key"),
        ("quartiers/lyon/quartier.fr.md", "unknown-link"),
        ("quartiers/lyon/quartier.fr.md", "image-without-alternative"),
    } <= found
