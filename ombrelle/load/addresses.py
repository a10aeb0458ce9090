"""The ledger of addresses, `content/addresses.txt`: every address ever published, and its fate.

One line each, sorted, so that two branches that add lines merge without a hand:

    /fr/startups/cailabs/ startup:cailabs       a page stands there
    /fr/quartiers/ouest/ 301 /fr/quartiers/     it leads there for ever
    /fr/actualites/brouillon/ 410               it is gone, and was meant to go
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ombrelle.problems import Location, Problems
from ombrelle.sources.files import read_text

ADDRESSES_FILE = "content/addresses.txt"
_LINE = re.compile(r"(?P<path>/\S*) (?:(?P<key>[a-z][a-z0-9:/_-]*)|301 (?P<target>/\S*)|(?P<gone>410))\s*")


@dataclass(frozen=True, slots=True)
class Address:
    """An address: the key of the page that stands there, or where it leads (`target`); neither when gone."""

    path: str
    key: str = ""
    target: str = ""
    line: int = 1

    @property
    def place(self) -> Location:
        """Its line in the ledger."""
        return Location(ADDRESSES_FILE, self.line, 1, self.line, len(str(self)) + 1)

    @property
    def is_gone(self) -> bool:
        """Whether nothing is to stand there any more."""
        return not self.key and not self.target

    def __str__(self) -> str:
        """The line of the ledger."""
        return f"{self.path} {self.key or (f'301 {self.target}' if self.target else '410')}"


def read_addresses(root: Path, problems: Problems) -> tuple[Address, ...]:
    """The ledger, sorted. After a merge an address may have two lines: what was decided holds."""
    text = read_text(root, ADDRESSES_FILE, problems)
    found: dict[str, Address] = {}
    for address in _lines(text or "", problems):
        known = found.get(address.path)
        if known is None or known.key:
            found[address.path] = address
    return tuple(found[path] for path in sorted(found))


def _lines(text: str, problems: Problems) -> Iterator[Address]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        match = _LINE.fullmatch(line)
        if match:
            yield Address(match["path"], match["key"] or "", match["target"] or "", number)
        else:
            place = Location(ADDRESSES_FILE, number, 1, number, len(line) + 1)
            problems.add("ledger-line", place, value=line)
