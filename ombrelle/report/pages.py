"""The pages of the codes, in each language, made from the catalogue and from the reports of the examples.

    python -m ombrelle.report.pages EXAMPLES FOLDER

EXAMPLES holds a folder per code with its `expected.<lang>.txt`; the pages are written into FOLDER.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from ombrelle.problems import Severity
from ombrelle.problems.catalogue import SPOKEN, Definition, definitions

PAGES = {"en": "problems.md", "fr": "problemes.md"}
"""The file of each language. A heading is a code, so that `problems.md#duplicate-key` leads to it."""

_GROUPS = {
    "fr": {
        "files": "Fichiers et dossiers",
        "yaml": "Écriture des fichiers .yaml et des en-têtes",
        "values": "Valeurs des champs",
        "names": "Noms, références et langues",
        "addresses": "Adresses et liens",
        "markdown": "Textes",
        "blocks": "Blocs des textes",
        "pictures": "Images",
        "languages": "Mots du thème",
        "owners": "Droits",
        "output": "Site construit",
    },
    "en": {
        "files": "Files and folders",
        "yaml": "Writing of .yaml files and of heads",
        "values": "Values of fields",
        "names": "Names, references and languages",
        "addresses": "Addresses and links",
        "markdown": "Texts",
        "blocks": "Blocks of texts",
        "pictures": "Pictures",
        "languages": "Words of the theme",
        "owners": "Rights",
        "output": "The built site",
    },
}
_INTRODUCTION = {
    "fr": """\
# Ce que dit la vérification

Chaque défaut que la vérification trouve porte un code. Voici, pour chacun, un exemple de ce qu’elle dit : le
fichier, la ligne, ce qui ne va pas et quoi écrire. Une **erreur** empêche de publier : le site en ligne reste
comme il était. Un **avertissement** n’empêche rien, et dit ce que les visiteurs verront.

Cette page est faite du catalogue des messages ; [la même en anglais](problems.md).""",
    "en": """\
# What the check says

Each fault that the check finds has a code. Here is, for each, an example of what it says: the file, the
line, what is wrong and what to write. An **error** stops the release: the site online stays as it was. A
**warning** stops nothing, and says what visitors will see.

This page is made from the catalogue of messages; [the same in French](problemes.md).""",
}
_SEVERITIES = {
    "fr": {Severity.ERROR: "Erreur", Severity.WARNING: "Avertissement", Severity.INFO: "Information"},
    "en": {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.INFO: "Note"},
}


def page(language: str, examples: Path) -> str:
    """The Markdown of a language's page: a heading per code, in the order of the catalogue."""
    groups = _GROUPS[language]
    parts = [_INTRODUCTION[language]]
    ordered = sorted(definitions().values(), key=lambda each: list(groups).index(each.group))
    for group, members in groupby(ordered, key=lambda each: each.group):
        parts.append(f"## {groups[group]}")
        parts += [_section(each, language, examples) for each in members]
    return "\n\n".join(parts) + "\n"


def page_address(code: str, language: str, repository: str) -> str:
    """Where a code is explained: on the host of the repository, else from the root of the files."""
    home = f"{repository.rstrip('/')}/blob/HEAD/" if repository else ""
    return f"{home}docs/{PAGES[language]}#{code}"


def example(code: str, report: str) -> str:
    """The part of a report that tells the first problem of a code; ValueError when it tells none."""
    for part in report.split("\n\n"):
        if part.split("\n", 1)[0].endswith(f"  {code}"):
            return part.strip("\n")
    raise ValueError(f"no example of {code}")


def main(arguments: Sequence[str]) -> None:
    """Write the page of each language."""
    examples, folder = map(Path, arguments)
    for language in SPOKEN:
        (folder / PAGES[language]).write_text(page(language, examples), encoding="utf-8")


def _section(definition: Definition, language: str, examples: Path) -> str:
    wording = definition.wordings[language]
    report = (examples / definition.code / f"expected.{language}.txt").read_text(encoding="utf-8")
    severity = _SEVERITIES[language][Severity(definition.severity)]
    parts = [
        f"### {definition.code}",
        f"**{wording.title}.** {severity}.",
        f"```text\n{example(definition.code, report)}\n```",
        wording.why,
    ]
    return "\n\n".join(part for part in parts if part)


if __name__ == "__main__":
    main(sys.argv[1:])
