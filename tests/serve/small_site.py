"""A site of one entry of most kinds, to be changed and broken at will."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.support.tools import ROOT

__all__ = ["THEME", "write_small_site"]

THEME = ROOT / "themes/marque-ombrelle"

_FILES = {
    "content/site.yaml": """\
name: Parapluie
tagline: {fr: Une devise, en: A tagline}
summary: {fr: Un site d’essai., en: A site to try.}
base_url: https://parapluie.example
languages: [fr, en, de, es, ar, ja]
navigation: [districts]
contact: {email: bonjour@parapluie.example}
security: {email: securite@parapluie.example}
publisher: {fr: L’équipe, en: The team}
data_licence: {name: Licence Ouverte 2.0, url: https://www.etalab.gouv.fr/licence-ouverte-open-licence/}
""",
    "content/pages/about.fr.md": "---\ntitle: À propos\nsummary: Qui nous sommes.\n---\n\nPremier état.\n",
    "content/actors/serre.yaml": """\
name: La Serre
kind: incubator
summary: {fr: Une serre pour les jeunes pousses., en: A greenhouse for young shoots.}
source: {title: Source d’essai}
as_of: 2026
""",
    "content/programmes/elan.yaml": """\
title: {fr: Élan, en: Momentum}
kind: acceleration
summary: {fr: Un programme d’essai., en: A programme to try.}
""",
    "quartiers/brumes/quartier.yaml": """\
name: Les Brumes
status: labelled
places: [{name: Rennes, lat: 48.11, lon: -1.68}]
summary: {fr: Un quartier d’essai., en: A district to try.}
contacts: {general: {email: brumes@parapluie.example}}
""",
    "quartiers/brumes/startups/lampes.yaml": """\
name: Lampes
website: https://www.lampes.example
status: active
pitch: {fr: Des lampes., en: Lamps.}
source: {title: Source d’essai}
as_of: 2026
""",
}


def write_small_site(root: Path) -> Path:
    """Write the site below `root`, with the vocabularies of the real one; gives `root`."""
    for name, text in _FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    shutil.copytree(ROOT / "content/vocabularies", root / "content/vocabularies")
    return root
