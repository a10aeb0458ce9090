"""`check`: all that is wrong with the files, and nothing published."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from ombrelle.build import check
from ombrelle.cli.common import options_of, report, repository_of, wrong_place
from ombrelle.cli.words import Words
from ombrelle.problems import Problem, Severity
from ombrelle.report.annotations import format_annotations
from ombrelle.report.as_json import format_json
from ombrelle.report.comment import format_comment
from ombrelle.report.excerpt import source_lines
from ombrelle.report.sarif import format_sarif


def run(given: argparse.Namespace, said: Words) -> int:
    """Check the files. 1 when one that is asked about has an error."""
    options = options_of(given)
    refusal = wrong_place(options, said)
    if refusal:
        print(refusal, file=sys.stderr)
        return 2
    found = list(_about(check(options), given.paths, options.root))
    if given.format != "text":
        print(_formatted(given.format, found, options.root, said.language))
    elif found:
        report(found, options.root, said)
    else:
        print(said.say("all-well"))
    return int(any(problem.severity is Severity.ERROR for problem in found))


def _formatted(form: str, problems: Sequence[Problem], root: Path, language: str) -> str:
    """A report that is no text for a terminal."""
    if form == "json":
        return format_json(problems, language)
    if form == "github":
        return format_annotations(problems, language)
    write = format_sarif if form == "sarif" else format_comment
    return write(problems, source_lines(root), language, repository_of(root))


def _about(problems: Iterable[Problem], paths: Sequence[Path], root: Path) -> Iterable[Problem]:
    """Those in the given files and folders; all where none is given."""
    wanted = [os.path.relpath(path, root).replace(os.sep, "/") for path in paths]
    for problem in problems:
        path = problem.location.path
        if not wanted or any(path == each or path.startswith(f"{each}/") for each in wanted):
            yield problem
