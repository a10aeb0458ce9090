"""Hugo, with the site of `benchmarks/peers/hugo`: its content is made from the same companies.

Its feeds are off, as the plain theme writes none of its own; it checks nothing, sanitises nothing and links
nothing by name, which ours does in each of these measurements.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.peers.content import NAMES, facts, find, front, headcounts, sectors, write
from benchmarks.synthetic import DISTRICTS, SECTORS, Size, companies

SITE = Path(__file__).with_name("hugo")
"""Its settings, templates and words."""


def find_program() -> str | None:
    """The program: what the variable HUGO names, else that of this Python or of the path; None if none."""
    return find("hugo")


def write_site(root: Path, size: Size) -> Path:
    """Write the site below `root`; gives `root`."""
    return write(SITE, root, _files(size))


def command(program: str, root: Path, out: Path) -> list[str]:
    """What builds the site from nothing: no cache, the folder emptied."""
    return [
        program,
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
    named, counts = sectors(), headcounts()
    for lang in size.codes:
        for district, (name, *_) in DISTRICTS.items():
            yield f"content/{lang}/quartiers/{district}/_index.md", front({"title": name})
        for sector in SECTORS:
            yield f"content/{lang}/sectors/{sector}/_index.md", front({"title": named[sector][lang]})
    for company in companies(size):
        for lang, text in company.texts.items():
            head = front(facts(company, lang, counts))
            yield f"content/{lang}/startups/{company.id}.md", f"{head}\n{text}"


def _languages(size: Size) -> str:
    parts = ["[languages]"]
    for weight, lang in enumerate(size.codes, start=1):
        direction = '\n    direction = "rtl"' if lang == "ar" else ""
        parts.append(
            f'  [languages.{lang}]\n    contentDir = "content/{lang}"\n    weight = {weight}\n'
            f'    label = "{NAMES[lang]}"{direction}'
        )
    return "\n".join(parts) + "\n"
