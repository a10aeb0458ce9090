"""What one district may hold: files, bytes and entries, each told beyond its bound and not at it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ombrelle.kinds.site import DistrictBudget
from ombrelle.load.budget import check_budgets
from ombrelle.load.discover import discover
from ombrelle.problems import Problems
from tests.support.small import copied, found, library_of

Told = list[tuple[str, object, object]]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A district of three files, two entries and two megabytes, beside the umbrella's."""
    files = {
        "content/media/a.txt": 9_000_000,
        "quartiers/lyon/quartier.yaml": 10,
        "quartiers/lyon/startups/a.yaml": 10,
        "quartiers/lyon/media/a.txt": 1_999_980,
        "quartiers/brest/quartier.yaml": 10,
    }
    for path, size in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(b"x" * size)
    return tmp_path


def told(root: Path, **budget: int) -> Told:
    problems = Problems()
    check_budgets(root, discover(root, Problems()), DistrictBudget(**budget), problems)
    assert {problem.location.path for problem in problems} <= {"quartiers/lyon/"}
    values = (dict(problem.values) for problem in problems)
    return [(str(each["what"]), each["number"], each["most"]) for each in values]


@pytest.mark.parametrize(
    ("most", "beyond"),
    [
        ({"files": 3, "megabytes": 2, "entries": 2}, []),
        ({"files": 2}, [("budget-files", 3, 2)]),
        ({"megabytes": 1}, [("budget-megabytes", 2, 1)]),
        ({"entries": 1}, [("budget-entries", 2, 1)]),
    ],
)
def test_a_district_has_its_bounds(root: Path, most: dict[str, int], beyond: Told) -> None:
    """The umbrella has none, and the other districts are not told."""
    assert told(root, **most) == beyond


def test_the_site_sets_them(tmp_path: Path) -> None:
    """In `content/site.yaml`, which districts may not change."""
    root = copied("smallest", tmp_path)
    assert found(library_of(root)[1], "district-over-budget") == []
    (root / "quartiers/val-clair/media").mkdir()
    shutil.copyfile(root / "content/site.yaml", root / "quartiers/val-clair/media/notes.txt")
    with (root / "content/site.yaml").open("a", encoding="utf-8") as site:
        site.write("district_budget: {files: 1}\n")
    assert len(found(library_of(root)[1], "district-over-budget")) == 1
