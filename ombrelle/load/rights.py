"""Who may change what: the rules of `owners.yaml`, and what they say of a path."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from ombrelle.kinds.base import Model
from ombrelle.load.faults import report
from ombrelle.problems import Problems
from ombrelle.sources.document import read_document
from ombrelle.sources.files import read_text

RIGHTS_FILE = "owners.yaml"
DISTRICT = "{district}"
_KIND_OF_FILE = "owners"

KindOfFile = Literal[
    "program",
    "theme",
    "workflow",
    "dependencies",
    "rules",
    "umbrella",
    "new-district",
    "district",
    "settings",
    "executable",
    "submodule",
]
"""What a file is to those who may not change it. The last two are so by their mode, whatever their path."""


class FileRule(Model):
    """Whose the files are that fit a pattern: `teams` are asked to review, those of `also` are not."""

    pattern: str
    kind: KindOfFile
    teams: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


class FieldRule(Model):
    """Fields of files that are another team's than the file."""

    pattern: str
    fields: Annotated[tuple[str, ...], Field(min_length=1)]
    teams: Annotated[tuple[str, ...], Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class Owned:
    """What a file is, the teams that answer for it, and all that may change it."""

    kind: str
    owners: tuple[str, ...]
    teams: frozenset[str]


@dataclass(frozen=True, slots=True)
class Reserved:
    """Fields of one file that only some teams may change."""

    fields: tuple[str, ...]
    owner: str
    teams: frozenset[str]


class Rights(Model):
    """The rules of `owners.yaml`. What no rule speaks of is the maintainers'."""

    maintainers: str
    accounts: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    files: Annotated[tuple[FileRule, ...], Field(min_length=1)]
    fields: tuple[FieldRule, ...] = ()

    def owned(self, path: str, districts: Collection[str]) -> Owned:
        """Whose a path is where these districts have their folders."""
        for rule in reversed(self.files):
            district = fits(rule.pattern, path, districts)
            if district is not None:
                owners = _named(rule.teams, district) or (self.maintainers,)
                may = (*owners, *_named(rule.also, district), self.maintainers)
                return Owned(rule.kind, owners, frozenset(may))
        return self.of_maintainers("program")

    def of_maintainers(self, kind: str) -> Owned:
        """What only the maintainers may change."""
        return Owned(kind, (self.maintainers,), frozenset({self.maintainers}))

    def reserved(self, path: str, districts: Collection[str]) -> Iterator[Reserved]:
        """The fields of a file that are not of whoever may change the file."""
        for rule in self.fields:
            district = fits(rule.pattern, path, districts)
            if district is not None:
                teams = _named(rule.teams, district)
                yield Reserved(rule.fields, teams[0], frozenset((*teams, self.maintainers)))

    def teams(self, districts: Collection[str]) -> frozenset[str]:
        """The name of every team where these districts have their folders."""
        written = {team for rule in self.files for team in (*rule.teams, *rule.also)}
        written |= {team for rule in self.fields for team in rule.teams}
        named = {team.replace(DISTRICT, district) for team in written for district in districts or ("",)}
        return frozenset({self.maintainers, *self.accounts, *named})

    def teams_of(self, account: str) -> frozenset[str]:
        """The teams for which an account of the code host speaks; hosts do not tell case apart."""
        return frozenset(
            team
            for team, accounts in self.accounts.items()
            if account.casefold() in {each.casefold() for each in accounts}
        )


def rights_here(root: Path, problems: Problems) -> Rights | None:
    """The rules of the files as they are; None where there are none, or none that can be followed."""
    if not (root / RIGHTS_FILE).is_file():
        return None
    text = read_text(root, RIGHTS_FILE, problems)
    return read_rights(text, problems) if text is not None else None


def read_rights(text: str, problems: Problems) -> Rights | None:
    """The rules that a text holds; None, with its faults in `problems`, where they cannot be relied upon."""
    document = read_document(RIGHTS_FILE, text, problems)
    if document is None or document.reading is not None:
        return None
    try:
        return Rights.model_validate(document.data)
    except ValidationError as error:
        report(error, document, _KIND_OF_FILE, Rights, problems)
        return None


def fits(pattern: str, path: str, districts: Collection[str]) -> str | None:
    """The district of a path that fits a pattern, "" where that names none; None where it does not fit."""
    found = _expression(pattern).fullmatch(path)
    if found is None:
        return None
    district = found.groupdict().get("district", "")
    return district if not district or district in districts else None


def _named(teams: tuple[str, ...], district: str) -> tuple[str, ...]:
    return tuple(team.replace(DISTRICT, district) for team in teams)


_PIECES: Mapping[str, str] = {
    "**/": "(?:[^/]+/)*",
    "**": ".+",
    "*": "[^/]*",
    DISTRICT: "(?P<district>[^/]+)",
}


@lru_cache(maxsize=256)
def _expression(pattern: str) -> re.Pattern[str]:
    """A pattern as an expression; a name may hold a line break, so `.` stands for that too."""
    pieces = re.split(rf"(\*\*/|\*\*|\*|{re.escape(DISTRICT)})", pattern)
    return re.compile("".join(_PIECES.get(piece, re.escape(piece)) for piece in pieces), re.DOTALL)
