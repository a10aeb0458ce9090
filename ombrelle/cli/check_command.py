"""`check`: all that is wrong with the files, and nothing published."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ombrelle.build import check
from ombrelle.cli.common import options_of, report, repository_of, wrong_place
from ombrelle.cli.words import Words
from ombrelle.load.scope import scope_of
from ombrelle.problems import Problem, Severity
from ombrelle.report.annotations import format_annotations
from ombrelle.report.as_json import format_json
from ombrelle.report.comment import format_comment
from ombrelle.report.excerpt import source_lines
from ombrelle.report.sarif import format_sarif


def run(given: argparse.Namespace, said: Words) -> int:
    """Check the files. 1 when one that is asked about has an error, or breaks another."""
    options = replace(options_of(given), scope=scope_of(given.root, given.paths))
    refusal = wrong_place(options, said)
    if refusal:
        print(refusal, file=sys.stderr)
        return 2
    found = list(check(options))
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
