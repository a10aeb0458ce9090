"""How many of the repairs that messages write out mend their fault, pasted as they stand.

python -m benchmarks.faults.pasting [SUBJECT…]

The cases are those of `benchmarks.faults`. All that the messages of one code propose to write in a file is
pasted where they say: then none of those faults may be left, and none may have come. The exit code is 1 where
less than 95 % of what is proposed does so.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from benchmarks.faults.judging import lay, options
from benchmarks.faults.reading import Case, cases
from ombrelle.build import prepare
from ombrelle.memory import Memory
from ombrelle.problems import Problem, Problems
from ombrelle.repair.paste import paste
from ombrelle.sources.edits import Edit, edited, read_raw

ASKED = 0.95
"""The share of repairs that are to mend their fault."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """What the messages of one code proposed in a file of a case, what stayed and what came of it."""

    case: Case
    edits: tuple[Edit, ...]
    problems: tuple[Problem, ...]
    stayed: int
    came: tuple[str, ...]


def try_all(wanted: Sequence[Case]) -> Iterator[Pasted]:
    """Paste what is proposed for each case, code by code and file by file."""
    memory = Memory()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for case in wanted:
            lay(case, root)
            told = _told(root, memory)
            for _, group in groupby(sorted(told, key=_file_and_code), key=_file_and_code):
                tried = _tried(case, tuple(group), told, root, memory)
                if tried:
                    yield tried


def _file_and_code(problem: Problem) -> tuple[str, str]:
    return problem.location.path, problem.code


def _tried(
    case: Case, problems: tuple[Problem, ...], told: Sequence[Problem], root: Path, memory: Memory
) -> Pasted | None:
    """The problems of one code in one file, tried; None where nothing is proposed."""
    path = problems[0].location.path
    if not any(problem.location.end_line for problem in problems):
        return None
    text = read_raw(root, path)
    edits = {problem: edit for problem in problems if (edit := paste(text, problem))}
    if not edits:
        return None
    (root / path).write_bytes(edited(text, edits.values()).encode())
    now = _told(root, memory)
    (root / path).write_bytes(text.encode())
    before, after = Counter(map(_file_and_code, told)), Counter(map(_file_and_code, now))
    left = after[path, problems[0].code] - (before[path, problems[0].code] - len(edits))
    came = tuple(f"{code} in {where}" for where, code in after - before)
    return Pasted(case, tuple(edits.values()), tuple(edits), max(0, left), came)


def _told(root: Path, memory: Memory) -> list[Problem]:
    problems = Problems()
    prepare(options(root), problems, memory)
    return list(problems)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what does not mend its fault, and the share that does."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("subjects", nargs="*", metavar="SUBJECT", help="only these files of cases")
    wanted = parser.parse_args(arguments).subjects
    tried = list(try_all([case for case in cases() if not wanted or case.subject in wanted]))
    failed = [each for each in tried if each.stayed or each.came]
    for each in failed:
        print(f"{each.case.subject}: {each.case.name}")
        for problem, edit in zip(each.problems, each.edits, strict=True):
            print(f"  {problem.code} {problem.location.line}:{problem.location.column}  {edit.text}")
        print(f"  left: {each.stayed}; new: {', '.join(each.came) or 'none'}\n")
    proposed, wrong = (sum(len(each.edits) for each in group) for group in (tried, failed))
    print(f"{proposed} repairs are written out; pasted, {proposed - wrong} mend their fault")
    return int(proposed - wrong < ASKED * proposed)


if __name__ == "__main__":
    sys.exit(main())
