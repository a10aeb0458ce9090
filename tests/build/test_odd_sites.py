"""Sites that are valid and unlike the one that we know: each is built whole."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ombrelle.build import build
from tests.support.small import copied, found, options, write


def changed(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def in_languages(languages: str) -> Callable[[Path], None]:
    def speak(root: Path) -> None:
        changed(root, "content/site.yaml", "languages: [fr, en]", f"languages: [{languages}]")

    return speak


def in_french_alone(root: Path) -> None:
    in_languages("fr")(root)
    for path in root.rglob("*.yaml"):
        path.write_text(re.sub(r", en: [^}]*", "", path.read_text(encoding="utf-8")), encoding="utf-8")


def without_district(root: Path) -> None:
    shutil.rmtree(root / "quartiers")


def with_forty_districts(root: Path) -> None:
    for number in range(40):
        facts = f"""
            name: Quartier {number}
            status: labelled
            places: [{{name: Ville {number}, lat: {43 + number / 8}, lon: {1 + number % 7}}}]
            summary: {{fr: Le numéro {number}., en: Number {number}.}}
            contacts: {{general: {{email: q{number}@petite.example}}}}
        """
        write(root, f"quartiers/q{number}/quartier.yaml", facts)


def at_the_pole(root: Path) -> None:
    changed(root, "quartiers/val-clair/quartier.yaml", "lat: 46.5, lon: 2.4", "lat: -90, lon: 180")


def below_a_path(root: Path) -> None:
    changed(root, "content/site.yaml", "https://petite.example", "https://petite.example/sous/")


def with_a_purpose_of_its_own(root: Path) -> None:
    write(root, "content/vocabularies/contact-purposes.yaml", "copy: {name: Copie}\n")
    write(root, "content/pages/copie.yaml", "contacts: copy\n")
    write(root, "content/pages/copie.fr.md", "---\ntitle: Copie\nsummary: Une page.\n---\n")


def with_a_text_to_be_written(root: Path) -> None:
    write(root, "quartiers/val-clair/quartier.fr.md", "---\nslug: val\n---\n\n<!-- À écrire. -->\n")


def with_an_empty_text(root: Path) -> None:
    write(root, "quartiers/val-clair/quartier.fr.md", "")


@pytest.mark.parametrize(
    "change",
    [
        in_french_alone,
        in_languages("en, fr"),
        in_languages("fr, en, pt-BR, zh-Hant, es-419, gsw"),
        without_district,
        with_forty_districts,
        at_the_pole,
        below_a_path,
        with_a_purpose_of_its_own,
        with_a_text_to_be_written,
        with_an_empty_text,
    ],
)
def test_an_odd_site_is_built(tmp_path: Path, change: Callable[[Path], None]) -> None:
    """Nothing is wrong with its content, and every page passes the checks of the built site."""
    root = copied("smallest", tmp_path)
    change(root)
    result = build(options(root))
    assert found(result.problems) == []
    assert result.manifest is not None
