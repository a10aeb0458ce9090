"""The site ready to be shown, for commands that look at it and publish nothing."""

from __future__ import annotations

import argparse
import sys

from ombrelle.build import prepare
from ombrelle.cli.common import options_of, report, wrong_place
from ombrelle.cli.words import Words
from ombrelle.problems import Problems
from ombrelle.views.edition import Edition


def edition_of(given: argparse.Namespace, said: Words, *, is_sound: bool) -> Edition | int:
    """The edition, or the exit code of a command that cannot do without, its reason said.

    With `is_sound` an error anywhere is such a reason; without, only what leaves the site unknown.
    """
    options = options_of(given)
    refusal = wrong_place(options, said)
    if refusal:
        print(refusal, file=sys.stderr)
        return 2
    problems = Problems()
    edition = prepare(options, problems)
    if edition is None or (is_sound and problems.errors):
        report(problems, options.root, said)
        return 1
    return edition
