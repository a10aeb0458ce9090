"""A small site whose page and district are translated, and the two things that people do with it."""

from __future__ import annotations

import subprocess
from pathlib import Path

from ombrelle.load import load
from ombrelle.load.discover import discover
from ombrelle.load.entry import Content
from ombrelle.problems import Problems
from ombrelle.translations.done import done, save
from ombrelle.translations.survey import Item, survey
from tests.support.small import copied, write

__all__ = ["PAGE", "SITE", "content_of", "edit", "git", "items", "made", "record", "states"]

PAGE, SITE = "content/pages/about", "content/site.yaml"
FACTS = "quartiers/val-clair/quartier.yaml"

_FR = """\
---
title: À propos
summary: Ce que nous faisons ici.
---

Nous accueillons les entreprises du quartier.

## Les lieux

Trois bureaux sont ouverts toute la semaine.

- une salle de réunion
- un atelier de fabrication

Écrivez-nous avant de venir, les places manquent souvent.
"""
_EN = """\
---
title: About
summary: What we do here.
---

We welcome the companies of the district.

## The places

Three offices are open all week.

- a meeting room
- a workshop

Write before you come, seats are often few.
"""
_STRENGTHS = """\
strengths:
  - {fr: Un port ouvert sur le large, en: A port on the open sea}
  - {fr: Deux laboratoires de recherche, en: Two research laboratories}
"""


def made(folder: Path) -> Path:
    """The site, translated into English and recorded."""
    root = copied("smallest", folder)
    write(root, f"{PAGE}.fr.md", _FR)
    write(root, f"{PAGE}.en.md", _EN)
    with (root / FACTS).open("a", encoding="utf-8") as file:
        file.write(_STRENGTHS)
    record(root, ".")
    return root


def content_of(root: Path) -> Content:
    problems = Problems()
    content = load(root, discover(root, problems), problems)
    assert content is not None, list(problems)
    return content


def record(root: Path, *paths: str, language: str | None = None) -> list[str]:
    """Record the work; the paths of what was written."""
    found = done(root, content_of(root), paths, language)
    save(root, found)
    return [each.path for each in found]


def items(root: Path) -> dict[str, Item]:
    """The translations of the site by their path."""
    return {item.unit.path: item for item in survey(root, content_of(root), Problems())}


def states(root: Path, path: str) -> list[tuple[str, str, str, str]]:
    """What is to be done in a translation: place, state, the source then and now."""
    return [
        (found.place, found.state.value, found.then, found.source.text if found.source else "")
        for found in items(root)[path].blocks
    ]


def edit(root: Path, path: str, old: str, new: str) -> None:
    """Put some words in the place of others, which must be there."""
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def git(root: Path, *arguments: str) -> str:
    names = ["-c", "user.name=T", "-c", "user.email=t@essai.example", "-c", "commit.gpgsign=false"]
    command = ["git", *names, *arguments]
    return subprocess.run(command, cwd=root, check=True, capture_output=True, text=True).stdout
