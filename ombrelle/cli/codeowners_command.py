"""`codeowners`: who is asked to review what, written from the rules and the districts."""

from __future__ import annotations

import argparse
import sys

from ombrelle.cli.common import report, repository_of
from ombrelle.cli.words import Words
from ombrelle.compare.owners import FILE, code_owners, districts_of
from ombrelle.load.discover import SITE_FILE
from ombrelle.load.rights import rights_here
from ombrelle.problems import Problems
from ombrelle.whole import write_whole


def run(given: argparse.Namespace, said: Words) -> int:
    """Write the file of owners. 1 where the rules have faults, 2 where there are none."""
    if not (given.root / SITE_FILE).is_file():
        print(said.say("no-site", folder=given.root.resolve()), file=sys.stderr)
        return 2
    problems = Problems()
    rights = rights_here(given.root, problems)
    if rights is None:
        report(problems, given.root, said)
        if not len(problems):
            print(said.say("no-rights", folder=given.root.resolve()), file=sys.stderr)
        return 1 if len(problems) else 2
    file = given.root / FILE
    text = code_owners(rights, districts_of(given.root), repository_of(given.root))
    write_whole(file, text.encode())
    print(said.say("codeowners-written", file=file))
    return 0
