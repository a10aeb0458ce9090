"""The verdict on proposals: what a team may not change is told with whose it is, and nothing else is."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from ombrelle.compare.proposal import proposal
from ombrelle.compare.verdict import judge, rights_of, spoken_for
from ombrelle.load.rights import fits
from ombrelle.problems import Problem, Problems
from tests.compare import proposals_of_attack, proposals_of_content
from tests.compare.proposals import FILES, Case
from tests.support.repository import Repository, repository

CASES = [*proposals_of_content.CASES, *proposals_of_attack.CASES]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository that all proposals are made to."""
    return repository(tmp_path_factory.mktemp("base") / "site", FILES).root


def line_of(problem: Problem) -> str:
    """A problem as the table of cases writes it."""
    values = dict(problem.values)
    what = str(values.get("owned", values.get("field", ""))).removeprefix("owned-")
    place = f"{problem.location.path}:{problem.location.line}"
    return " ".join(part for part in (place, problem.code, what, str(values.get("owner", ""))) if part)


def judged(root: Path, case: Case, head: str) -> Iterable[str]:
    problems = Problems()
    with proposal(root, "main", head) as proposed:
        rights = rights_of(proposed, problems)
        assert rights is not None, list(problems)
        if case.who.startswith("@"):
            teams = spoken_for(proposed, rights, case.who[1:])
        elif case.who in rights.teams(proposed.districts):
            teams = frozenset({case.who})
        else:
            return ["no such team"]
        judge(proposed, rights, teams, problems)
    return [line_of(problem) for problem in problems]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_beyond_the_rights_is_told(case: Case, base: Path, tmp_path: Path) -> None:
    """Each file and field that the team may not change, at its line, with its owner; and nothing more."""
    made = Repository(Path(shutil.copytree(base, tmp_path / "site", symlinks=True)))
    head = case.change(made) or ""
    assert sorted(judged(made.root, case, head)) == sorted(case.faults)


def test_there_are_enough_proposals() -> None:
    """Names are unique, and there are at least thirty proposals, half of which are refused."""
    assert len({case.name for case in CASES}) == len(CASES) >= 30
    assert sum(bool(case.faults) for case in CASES) * 2 >= len(CASES)


@pytest.mark.parametrize(
    ("pattern", "path", "district"),
    [
        ("**", "a/b\nc", ""),
        ("*.lock", "a.lock", ""),
        ("*.lock", "a/b.lock", None),
        ("content/**", "content", None),
        ("content/**", "contents/a", None),
        ("quartiers/**/.*", "quartiers/.a", ""),
        ("quartiers/**/.*", "quartiers/a/b/.c", ""),
        ("quartiers/**/.*", "quartiers/a/b.c", None),
        ("quartiers/{district}/**", "quartiers/lyon/a", "lyon"),
        ("quartiers/{district}/**", "quartiers/lyon", None),
        ("quartiers/{district}/**", "quartiers/nice/a", None),
        ("a.b", "axb", None),
    ],
)
def test_a_pattern_fits_what_it_says(pattern: str, path: str, district: str | None) -> None:
    """A star stays within a name, two go through folders, and a district is one that exists."""
    assert fits(pattern, path, {"lyon"}) == district
