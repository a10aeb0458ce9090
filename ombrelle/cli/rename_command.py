"""`rename`: an entry under a new name, with all that names it."""

from __future__ import annotations

import argparse
import sys

from ombrelle.cli.common import options_of, report, wrong_place
from ombrelle.cli.words import Words
from ombrelle.rename import FaultsError, Renaming, apply, diff, rename
from ombrelle.report.excerpt import safe
from ombrelle.scaffold.plan import Refusal


def run(given: argparse.Namespace, said: Words) -> int:
    """Rename. 1 when the site has errors, 2 when it cannot be: nothing is then written."""
    options = options_of(given)
    refusal = wrong_place(options, said)
    if refusal:
        return _refuse(refusal)
    try:
        renaming = rename(options, given.old, given.new)
    except Refusal as error:
        return _refuse(said.say(error.key, **error.values))
    except FaultsError as error:
        report(error.problems, options.root, said, error.texts)
        print(said.say("rename-faults-after" if error.texts else "rename-faults-before"), file=sys.stderr)
        return 1
    if given.dry_run:
        print(safe("\n".join(diff(options.root, renaming.changes))))
        print(said.say("dry-run"), file=sys.stderr)
        return 0
    apply(options.root, renaming.changes)
    _tell(renaming, said)
    return 0


def _tell(renaming: Renaming, said: Words) -> None:
    for old, new in sorted(renaming.changes.moves.items()):
        print(said.say("rename-moved", old=old, new=new))
    for path, number in sorted(renaming.mended.items()):
        print(said.say("rename-mended", path=path, mentions=said.count("mentions", number)))
    for redirect in renaming.redirects:
        print(said.say("rename-redirected", source=redirect.source, target=redirect.target))
    print(said.say("rename-next"))


def _refuse(words: str) -> int:
    print(words, file=sys.stderr)
    return 2
