"""Eleventy, with the site of `benchmarks/peers/eleventy`: its content is made from the same companies.

Its lists are made by its own pagination, from what the settings gather by language, district and sector.
It makes no feeds, as those of Hugo are off, and headings without the ids that the others give them.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

from benchmarks.peers.content import (
    ADDRESS,
    NAMES,
    PAGE_SIZE,
    SITE_NAME,
    facts,
    find,
    front,
    headcounts,
    titles,
    words,
    write,
)
from benchmarks.synthetic import Size, companies

SITE = Path(__file__).with_name("eleventy")
"""Its settings and templates."""


def find_program() -> str | None:
    """The program: what ELEVENTY names, else that of this Python or of the path; None if none."""
    return find("eleventy")


def write_site(root: Path, size: Size) -> Path:
    """Write the site below `root`; gives `root`."""
    return write(SITE, root, _files(size))


def command(program: str, root: Path, out: Path) -> list[str]:
    """What builds the site; the program keeps nothing from one build to the next, and empties no folder."""
    paths = {"--input": root / "content", "--output": out, "--config": root / "eleventy.config.mjs"}
    # The program takes each path as one below the working folder.
    return [program, "--quiet", *(f"{name}={os.path.relpath(path)}" for name, path in paths.items())]


def _files(size: Size) -> Iterator[tuple[str, str]]:
    yield "site.json", json.dumps(_site(size), ensure_ascii=False)
    counts = headcounts()
    for company in companies(size):
        for lang, text in company.texts.items():
            path = f"{lang}/startups/{company.id}"
            place = {"lang": lang, "tags": "startups", "layout": "page.njk", "permalink": f"/{path}/"}
            yield f"content/{path}.md", f"{front(facts(company, lang, counts) | place)}\n{text}"


def _site(size: Size) -> dict[str, object]:
    return {
        "name": SITE_NAME,
        "address": ADDRESS,
        "pageSize": PAGE_SIZE,
        "languages": {lang: NAMES[lang] for lang in size.codes},
        "words": {lang: words(lang) for lang in size.codes},
        "titles": titles(size),
    }
