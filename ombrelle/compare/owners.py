"""Who is asked to review which files, by the rules of `owners.yaml`.

The form is that of `CODEOWNERS`:
https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from ombrelle.load.discover import QUARTIERS
from ombrelle.load.rights import DISTRICT, RIGHTS_FILE, FileRule, Rights
from ombrelle.paths import is_id

FILE = ".github/CODEOWNERS"

_HEAD = f"""\
# Who is asked to review what. Written from {RIGHTS_FILE} by `python build.py codeowners`; a test holds it
# current. A new district has its line after that command; its team is made on the host, by the name here.
"""


def districts_of(root: Path) -> tuple[str, ...]:
    """The districts that have a folder, sorted."""
    return tuple(sorted(each.name for each in (root / QUARTIERS).glob("*/") if is_id(each.name)))


def code_owners(rights: Rights, districts: Collection[str], repository: str) -> str:
    """The file of owners; `repository` is its address, "" if unknown.

    Fields are not told there: the host knows files alone, and the check of the rights looks after them.
    """
    lines = (line for rule in rights.files for line in _lines(rule, rights, districts, repository))
    return _HEAD + "\n" + "".join(f"{line}\n" for line in lines)


def owner_of(path: str, rights: Rights, districts: Collection[str], repository: str) -> str:
    """The team that answers first for a file, as the host calls it."""
    return _mention(rights.owned(path, districts).owners[0], repository)


def _lines(rule: FileRule, rights: Rights, districts: Collection[str], repository: str) -> Iterator[str]:
    for district in districts if DISTRICT in rule.pattern else ("",):
        teams = [team.replace(DISTRICT, district) for team in rule.teams] or [rights.maintainers]
        pattern = _pattern(rule.pattern.replace(DISTRICT, district))
        yield " ".join((pattern, *(_mention(team, repository) for team in teams)))


def _pattern(pattern: str) -> str:
    """A pattern as the host has it: `/` in front holds it to the root, a folder ends with one."""
    if pattern == "**":
        return "*"
    folder = pattern.removesuffix("**")
    return f"/{pattern if '*' in folder else folder}"


def _mention(team: str, repository: str) -> str:
    """A team with its organisation: that of the repository's address, `ombrelle` where it is unknown."""
    organisation = urlsplit(repository).path.strip("/").partition("/")[0] or "ombrelle"
    return f"@{organisation}/{team}"
