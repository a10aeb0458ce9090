"""What every peer is given: the facts of the made-up companies, titles, words, and the files of a site."""

from __future__ import annotations

import json
import os
import shutil
import sys
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

import yaml

from benchmarks.synthetic import DISTRICTS, HEADCOUNTS, LANGUAGES, SECTORS, VOCABULARIES, Company, Size

NAMES = {
    "fr": "Français",
    "en": "English",
    "de": "Deutsch",
    "ar": "العربية",
    "es": "Español",
    "ja": "日本語",
}
"""Each language in itself."""

ADDRESS = "https://mesure.example"
SITE_NAME = "Essai"
PAGE_SIZE = 40
"""Companies on a page of a list."""

_WORDS = Path(__file__).with_name("hugo") / "i18n"


def find(name: str) -> str | None:
    """The program that the variable of that name in capitals names, else that of this Python or of the path.

    None where it is not there.
    """
    places = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)))
    return shutil.which(os.environ.get(name.upper()) or name, path=places)


def write(template: Path, root: Path, files: Iterable[tuple[str, str]]) -> Path:
    """Copy a folder to `root`, and write files, path and text, below it; gives `root`."""
    shutil.copytree(template, root, dirs_exist_ok=True)
    for path, text in files:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    return root


def facts(company: Company, lang: str, headcounts: Mapping[str, Mapping[str, str]]) -> dict[str, object]:
    """The facts of a company as its page in a language shows them; `headcounts` are terms by language."""
    return {
        "title": company.name,
        "pitch": company.pitches[lang],
        "quartiers": [company.district],
        "sectors": [company.sector],
        "founded": company.founded,
        "headcount": headcounts[company.headcount][lang],
        "website": company.website,
        "raised": company.amount,
        "date": company.day,
    }


def front(values: Mapping[str, object]) -> str:
    """Facts as the head of a text, in YAML."""
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items())
    return f"---\n{''.join(lines)}---\n"


def headcounts() -> dict[str, dict[str, str]]:
    """The names of the sizes of companies, by language."""
    return _terms("headcounts", HEADCOUNTS)


def sectors() -> dict[str, dict[str, str]]:
    """The names of the sectors, by language."""
    return _terms("sectors", SECTORS)


def words(lang: str) -> dict[str, str]:
    """The words of the templates in a language, which all peers share."""
    text = (_WORDS / f"{lang}.toml").read_text(encoding="utf-8")
    return {key: str(forms["other"]) for key, forms in tomllib.loads(text).items()}


def titles(size: Size) -> dict[str, str]:
    """The title of each list, by its path: `fr`, `fr/startups`, `fr/quartiers/nice`, `fr/sectors/sports`."""
    found: dict[str, str] = {}
    named = sectors()
    for lang in size.codes:
        said = words(lang)
        found |= {lang: SITE_NAME, f"{lang}/startups": said["startups"]}
        found |= {f"{lang}/quartiers": said["district"], f"{lang}/sectors": said["sector"]}
        found |= {f"{lang}/quartiers/{district}": name for district, (name, *_) in DISTRICTS.items()}
        found |= {f"{lang}/sectors/{sector}": named[sector][lang] for sector in SECTORS}
    return found


def _terms(vocabulary: str, wanted: tuple[str, ...]) -> dict[str, dict[str, str]]:
    """The names of terms by language, from the vocabularies of the real site."""
    text = (VOCABULARIES / f"{vocabulary}.yaml").read_text(encoding="utf-8")
    terms = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 it makes lists, maps and text alone
    return {term: {lang: _name(terms[term]["name"], lang) for lang in LANGUAGES} for term in wanted}


def _name(name: str | Mapping[str, str], lang: str) -> str:
    return name if isinstance(name, str) else name.get(lang) or name["fr"]
