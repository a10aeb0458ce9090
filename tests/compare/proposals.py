"""Pull requests as people and attackers make them: who proposes what, and what is beyond their rights."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.support.repository import Repository
from tests.support.tools import ROOT

RULES = "owners.yaml"
LYON = "quartiers/lyon/quartier.yaml"
TEXT = "quartiers/lyon/quartier.fr.md"
FACTS = """\
name: {fr: Lyon, en: Lyon}
status: labelled
labels:
  - {kind: metropole, date: 2014-11-12, source: {title: S}}
accent: "#017f84"
summary: {fr: Un quartier.}
"""
FILES: dict[str, str | bytes] = {
    RULES: (ROOT / RULES).read_text(encoding="utf-8"),
    "content/site.yaml": "name: Ombrelle\n",
    "content/programmes/excellence.yaml": "title: Excellence\nawards: []\n",
    "content/pages/about.fr.md": "---\ntitle: A\n---\n",
    LYON: FACTS,
    TEXT: "---\nsummary: Lyon.\n---\n\nUn texte.\n",
    "quartiers/lyon/startups/a.yaml": "name: A\nwebsite: https://a.example\n",
    "quartiers/lyon/startups/b.yaml": "name: B\nprogrammes: [excellence]\n",
    "quartiers/lyon/.sources/quartier.en.yaml.txt": "name 1 2\n",
    "quartiers/lyon/media/x.png": b"\x89PNG\r\n",
    "quartiers/lille/quartier.yaml": FACTS.replace("Lyon", "Lille"),
    "quartiers/lille/startups/c.yaml": "name: C\nwebsite: https://c.example\n",
    ".github/workflows/content.yml": "on: pull_request\n",
    ".github/CODEOWNERS": "* @ombrelle/maintainers\n",
    "themes/marque/theme.toml": "name = 'x'\n",
    "ombrelle/build.py": "print()\n",
    "requirements.lock": "a==1\n",
    "package-lock.json": "{}\n",
    "netlify.toml": "[build]\n",
    ".gitignore": "public\n",
}

_RULES = (ROOT / RULES).read_text(encoding="utf-8").splitlines()
RULES_LINES, ACCOUNTS_LINE = len(_RULES), _RULES.index("accounts:") + 1

Change = Callable[[Repository], str | None]
"""Changes the working tree, or makes a commit and gives its name."""


@dataclass(frozen=True)
class Case:
    """A proposal and its faults, `path:line code what owner`: the kind of file, or the field."""

    name: str
    who: str
    change: Change
    faults: list[str] = field(default_factory=list)


def writes(path: str, text: str | bytes, mode: int = 0o644) -> Change:
    return lambda made: made.write(path, text, mode)


def adds(path: str, text: str = "\n") -> Change:
    """Adds words at the end of a file that is there."""

    def change(made: Repository) -> None:
        made.write(path, (made.root / path).read_bytes() + text.encode())

    return change


def edits(path: str, old: str, new: str) -> Change:
    def change(made: Repository) -> None:
        text = (made.root / path).read_text(encoding="utf-8")
        assert old in text
        made.write(path, text.replace(old, new))

    return change


def deletes(path: str) -> Change:
    def change(made: Repository) -> None:
        file = made.root / path
        shutil.rmtree(file) if file.is_dir() else file.unlink()

    return change


def moves(old: str, new: str) -> Change:
    def change(made: Repository) -> None:
        (made.root / new).parent.mkdir(parents=True, exist_ok=True)
        (made.root / old).rename(made.root / new)

    return change


def links(path: str, target: str) -> Change:
    """A path that no disk need be able to hold as a link."""
    return entry(path, target, "120000")


def entry(path: str, text: str = "x: 1\n", mode: str = "100644") -> Change:
    """A path in a commit alone, whatever the disk here would make of it."""

    def change(made: Repository) -> str:
        name = made.blob(text) if mode != "160000" else made.git("rev-parse", "HEAD")
        return made.commit_of_entries({path: (mode, name)}, "HEAD")

    return change


def all_of(*changes: Change) -> Change:
    def change(made: Repository) -> None:
        for each in changes:
            each(made)

    return change


def from_before(made: Repository) -> str:
    """A branch of an old commit with lax rules, which the base has tightened since."""
    lax = FILES[RULES]
    assert isinstance(lax, str)
    made.write(RULES, lax.replace("teams: [umbrella]", 'teams: ["quartier-lyon"]'))
    old = made.commit("Lax")
    made.write(RULES, lax)
    made.commit("Tight")
    made.git("checkout", "--quiet", "-b", "proposal", old)
    made.write("content/site.yaml", "name: Lyon\n")
    head = made.commit("Proposal")
    made.git("checkout", "--quiet", "main")
    return head


def behind(made: Repository) -> str:
    """A branch that has not what the base has become: it does not undo it."""
    made.git("checkout", "--quiet", "-b", "proposal")
    made.write("quartiers/lyon/startups/d.yaml", "name: D\n")
    head = made.commit("Proposal")
    made.git("checkout", "--quiet", "main")
    made.write("content/site.yaml", "name: Ombrelle, encore\n")
    made.commit("Base goes on")
    return head


def other(path: str, kind: str, owner: str, line: int = 1) -> str:
    return f"{path}:{line} owned-by-another {kind} {owner}"


def decided(name: str, line: int, path: str = LYON) -> str:
    return f"{path}:{line} field-of-another {name} umbrella"


TEAM = "quartier-lyon"
NEW = "quartiers/lyon/startups/d.yaml"
