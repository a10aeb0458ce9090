"""Who owns what: a line per district, the last that matches, and the committed file current."""

from __future__ import annotations

from pathlib import Path

import pytest

from ombrelle.cli.common import repository_of
from ombrelle.compare.owners import FILE, code_owners, owner_of
from tests.support.small import SITES
from tests.support.tools import ROOT


def test_the_committed_file_is_current() -> None:
    """Made anew, it is the same: `python build.py codeowners`."""
    assert (ROOT / FILE).read_text(encoding="utf-8") == code_owners(ROOT, repository_of(ROOT))


def test_each_district_has_its_line_after_the_rest() -> None:
    """The last pattern that matches a file decides."""
    lines = code_owners(SITES / "smallest", "https://github.com/essai/site").split("\n")
    rules = [line for line in lines if line and not line.startswith("#")]
    assert rules == ["* @essai/maintainers", "/quartiers/val-clair/ @essai/quartier-val-clair"]


def test_a_site_without_districts_has_one_owner(tmp_path: Path) -> None:
    """Before the first district there is no folder for them."""
    lines = code_owners(tmp_path, "").split("\n")
    assert [line for line in lines if line and not line.startswith("#")] == ["* @ombrelle/maintainers"]


@pytest.mark.parametrize(
    ("path", "owner"),
    [
        ("quartiers/lyon/quartier.yaml", "@ombrelle/quartier-lyon"),
        ("quartiers/lyon", "@ombrelle/maintainers"),
        ("quartiers/Ly on/quartier.yaml", "@ombrelle/maintainers"),
        ("content/site.yaml", "@ombrelle/maintainers"),
    ],
)
def test_a_file_has_one_owner(path: str, owner: str) -> None:
    """A name that cannot be an id makes no team."""
    assert owner_of(path, "") == owner
