"""`check`: all that is wrong with the files, and nothing published."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from ombrelle.build import check
from ombrelle.cli.common import options_of, report, wrong_place
from ombrelle.cli.words import Words
from ombrelle.problems import Problem, Severity
from ombrelle.report.as_json import format_json


def run(given: argparse.Namespace, said: Words) -> int:
    """Check the files. 1 when one that is asked about has an error."""
    options = options_of(given)
    refusal = wrong_place(options, said)
    if refusal:
        print(refusal, file=sys.stderr)
        return 2
    found = list(_about(check(options), given.paths, options.root))
    if given.format == "json":
        print(format_json(found, said.language))
    elif found:
        report(found, options.root, said)
    else:
        print(said.say("all-well"))
    return int(any(problem.severity is Severity.ERROR for problem in found))


def _about(problems: Iterable[Problem], paths: Sequence[Path], root: Path) -> Iterable[Problem]:
    """Those in the given files and folders; all where none is given."""
    wanted = [os.path.relpath(path, root).replace(os.sep, "/") for path in paths]
    for problem in problems:
        path = problem.location.path
        if not wanted or any(path == each or path.startswith(f"{each}/") for each in wanted):
            yield problem
