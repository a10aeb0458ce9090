"""`check`: all that is wrong with the files, and nothing published."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from ombrelle.check import check
from ombrelle.cli.common import options_of, paths_of, report, repository_of, wrong_place
from ombrelle.cli.formats import formatted
from ombrelle.cli.words import Words
from ombrelle.load.scope import scope_of
from ombrelle.options import Options
from ombrelle.problems import Problem, Severity


def run(given: argparse.Namespace, said: Words) -> int:
    """Check the files. 1 when one that is asked about has an error, or breaks another."""
    if given.base or given.team or given.head:
        from ombrelle.cli import rights

        return rights.run(given, said)
    options = replace(options_of(given), scope=scope_of(given.root, given.paths))
    refusal = wrong_place(options, said)
    if refusal:
        print(refusal, file=sys.stderr)
        return 2
    if given.fix:
        return _fix(given, options, said)
    if given.dry_run or given.https:
        print(said.say("fix-missing"), file=sys.stderr)
        return 2
    found = list(check(options))
    _show(found, given, said)
    return _code(found)


def _fix(given: argparse.Namespace, options: Options, said: Words) -> int:
    """Mend what can be, and tell what remains. The code is that of the check with the repairs."""
    from ombrelle.changes import Changes, apply, diff
    from ombrelle.repair import repair
    from ombrelle.report.excerpt import safe
    from ombrelle.report.text import counted

    done = repair(options, partial(_is_asked, given), https=given.https)
    changes = Changes({}, done.texts)
    if given.dry_run:
        for line in diff(options.root, changes):
            print(safe(line))
    else:
        apply(options.root, changes)
        _show(done.problems, given, said)
    repairs = said.count("repairs", sum(done.repairs.values()))
    rest = counted(done.problems, said.language) or said.say("fix-nothing-left")
    print(said.say("fix-trial" if given.dry_run else "fix-done", repairs=repairs, rest=rest), file=sys.stderr)
    return _code(done.problems)


def _is_asked(given: argparse.Namespace, path: str) -> bool:
    """Whether a file is, or is in, one of those given; any is where none is given."""
    wanted = paths_of(given)
    return not wanted or any(each in {".", path} or path.startswith(f"{each}/") for each in wanted)


def _show(found: Sequence[Problem], given: argparse.Namespace, said: Words) -> None:
    """The report in the form that is asked for."""
    if given.format != "text":
        from ombrelle.report.excerpt import source_lines

        repository = repository_of(given.root)
        print(formatted(given.format, found, source_lines(given.root), said.language, repository))
    elif found:
        report(found, given.root, said)
    else:
        print(said.say("all-well"))


def _code(found: Sequence[Problem]) -> int:
    return int(any(problem.severity is Severity.ERROR for problem in found))
