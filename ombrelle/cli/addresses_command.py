"""`addresses`: the ledger of addresses brought up to date."""

from __future__ import annotations

import argparse

from ombrelle.cli.editions import edition_of
from ombrelle.cli.words import Words
from ombrelle.load.addresses import ADDRESSES_FILE
from ombrelle.route.ledger import updated
from ombrelle.whole import write_whole


def run(given: argparse.Namespace, said: Words) -> int:
    """Write the ledger. 1 when the site has errors: what vanished is then to be settled first."""
    edition = edition_of(given, said, is_sound=True)
    if isinstance(edition, int):
        return edition
    known = edition.library.content.addresses
    text = updated(known, edition.routes)
    write_whole(edition.root / ADDRESSES_FILE, text.encode())
    lines = text.count("\n")
    new = said.count("addresses-new", lines - len(known))
    print(said.say("addresses-written", file=ADDRESSES_FILE, total=said.count("addresses", lines), new=new))
    return 0
