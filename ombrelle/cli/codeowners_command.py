"""`codeowners`: who is asked to review what, written from the districts."""

from __future__ import annotations

import argparse
import sys

from ombrelle.cli.common import repository_of
from ombrelle.cli.words import Words
from ombrelle.compare.owners import FILE, code_owners
from ombrelle.load.discover import SITE_FILE


def run(given: argparse.Namespace, said: Words) -> int:
    """Write the file of owners."""
    if not (given.root / SITE_FILE).is_file():
        print(said.say("no-site", folder=given.root.resolve()), file=sys.stderr)
        return 2
    file = given.root / FILE
    file.parent.mkdir(exist_ok=True)
    file.write_text(code_owners(given.root, repository_of(given.root)), encoding="utf-8")
    print(said.say("codeowners-written", file=file))
    return 0
