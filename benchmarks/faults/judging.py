"""What `check` tells of each case, held against what an editor needs."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.faults.reading import Case, Fault
from ombrelle.build import DEFAULT_THEME, Options, check, prepare
from ombrelle.memory import Memory
from ombrelle.problems import Problem, Problems
from ombrelle.problems.catalogue import SPOKEN
from ombrelle.problems.wording import say

ROOT = Path(__file__).resolve().parent.parent.parent
SOUND = (ROOT / "tests/invalid/_base", Path(__file__).parent / "site")
"""The folders that make the sound site, the later over the earlier."""

SITES = (ROOT, *(ROOT / "tests/sites" / name for name in ("rich", "smallest")))
"""Content that people wrote and that is right: whatever is told of it is a false alarm."""

TODAY = date(2026, 11, 1)
_TOPS = ("content", "quartiers", "themes")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was told of a case: its faults, those with a repair by language, and what is surplus."""

    case: Case
    told: frozenset[Fault]
    repaired: Mapping[str, frozenset[Fault]]

    @property
    def found(self) -> frozenset[Fault]:
        """The faults told at their very place."""
        return self.case.faults & self.told

    @property
    def surplus(self) -> frozenset[Fault]:
        """What is told and no fault: false, at another place, or no more than a consequence."""
        return self.told - self.case.faults

    def missed(self, lang: str) -> frozenset[Fault]:
        """The faults not told at their place, or without a repair in this language."""
        return self.case.faults - self.repaired[lang]


def judge(cases: Sequence[Case]) -> Iterator[Verdict]:
    """Check each case, laid over the sound site."""
    memory = Memory()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for case in cases:
            lay(case, root)
            problems = Problems()
            prepare(options(root), problems, memory)
            yield _verdict(case, list(problems))


def false_alarms(site: Path) -> list[Problem]:
    """What is told of content that is right."""
    return list(check(options(site, ROOT / DEFAULT_THEME)))


def lay(case: Case, root: Path) -> None:
    """The sound site with the files of a case over it, in place of what was there."""
    for top in _TOPS:
        shutil.rmtree(root / top, ignore_errors=True)
        for source in SOUND:
            if (source / top).is_dir():
                shutil.copytree(source / top, root / top, dirs_exist_ok=True)
    for path, content in case.files.items():
        file = root / path
        file.unlink(missing_ok=True)
        if content is not None:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)


def options(root: Path, theme: Path | None = None) -> Options:
    """What the sites of the cases, or the one of a folder, are checked with."""
    return Options(root=root, out=root / "public", today=TODAY, theme=theme, jobs=1)


def _verdict(case: Case, problems: Sequence[Problem]) -> Verdict:
    repaired = {
        lang: frozenset(_fault(problem) for problem in problems if say(problem, lang).hint) & case.faults
        for lang in SPOKEN
    }
    return Verdict(case, frozenset(map(_fault, problems)), repaired)


def _fault(problem: Problem) -> Fault:
    place = problem.location
    return Fault(place.path, place.line, place.column, problem.code)
