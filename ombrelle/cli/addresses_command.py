"""`addresses`: the ledger of addresses brought up to date."""

from __future__ import annotations

import argparse
import sys

from ombrelle.build import prepare
from ombrelle.cli.common import options_of, report, wrong_place
from ombrelle.cli.words import Words
from ombrelle.load.addresses import ADDRESSES_FILE
from ombrelle.problems import Problems
from ombrelle.route.ledger import updated


def run(given: argparse.Namespace, said: Words) -> int:
    """Write the ledger. 1 when the site has errors: what vanished is then to be settled first."""
    options = options_of(given)
    refusal = wrong_place(options, said)
    if refusal:
        print(refusal, file=sys.stderr)
        return 2
    problems = Problems()
    edition = prepare(options, problems)
    if edition is None or problems.errors:
        report(problems, options.root, said)
        return 1
    known = edition.library.content.addresses
    text = updated(known, edition.routes)
    (options.root / ADDRESSES_FILE).write_text(text, encoding="utf-8", newline="\n")
    lines = text.count("\n")
    new = said.count("addresses-new", lines - len(known))
    print(said.say("addresses-written", file=ADDRESSES_FILE, total=said.count("addresses", lines), new=new))
    return 0
