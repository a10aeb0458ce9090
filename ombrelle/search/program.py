"""Pagefind, run on a folder that holds the documents alone; what it writes, read.

The form of its index is its own and is not documented: it is that of the version that the lock pins, and an
index of another is refused. https://github.com/Pagefind/pagefind, `pagefind/src/index`.
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from ombrelle.search.cbor import decoded
from ombrelle.search.text import joined, spaced

_PACKAGE = "pagefind_bin_extended"
_PATIENCE = 300
"""Seconds after which an index that takes two is given up."""

_KNOWN = "1.5."
"""The versions whose index we know how to read."""

_SIGNATURE = b"pagefind_dcd"
_LEFT_OUT = ".cards, nav, svg, script, style, template, [hidden], .hero-canopy, .map"
_SEGMENTED = frozenset({"ja", "zh", "th"})
"""Languages whose texts Pagefind splits into words by a dictionary. The words of all others are kept as they
are written: under its own name a language would have them cut to stems, as only its program could ask."""

_APART = re.compile(r"<(?=/?(?:dt|dd|li|td|th|p|br|div|time|address)\b)")

_PLAIN = 24
"""The weight of a word in running text."""


class SearchUnavailableError(Exception):
    """No index can be made; says why, by a key of the command line's words."""


def _identity() -> str:
    try:
        return version(_PACKAGE.replace("_", "-"))
    except PackageNotFoundError:
        return ""


IDENTITY = _identity()
"""The version of the program, "" where there is none."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a document: how often, by the weight of the places; whether in its title."""

    form: str
    weight: float
    in_title: bool


@dataclass(frozen=True, slots=True)
class Read:
    """A document as it was read: what stands in it, how many words that are, and each of them, in order."""

    content: str = ""
    length: int = 0
    words: tuple[Word, ...] = ()


def read_pages(pages: Sequence[tuple[str, str]]) -> tuple[Read, ...]:
    """Read pages, each a language and HTML; what is read of one does not depend on the others.

    SearchUnavailableError where the program is missing, fails, takes too long or writes what we cannot read.
    """
    program = _program()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "pages").mkdir()
        for number, (lang, html) in enumerate(pages):
            (folder / f"pages/{number}.html").write_text(_page(lang, html), encoding="utf-8")
        _run(program, folder)
        try:
            found = _read(folder / "index")
        except (OSError, ValueError, LookupError, TypeError) as error:
            raise SearchUnavailableError("search-failed") from error
    return tuple(found.get(number, Read()) for number in range(len(pages)))


def _program() -> Path:
    found = importlib.util.find_spec(_PACKAGE)
    places = found.submodule_search_locations if found else None
    name = "pagefind_extended.exe" if sys.platform == "win32" else "pagefind_extended"
    program = Path(places[0]) / name if places else None
    if program is None or not program.is_file():
        raise SearchUnavailableError("search-no-program")
    return program


def _page(lang: str, html: str) -> str:
    """A page with nothing but what is to be read, its words apart where only a tag stands between them."""
    said = lang if lang.partition("-")[0] in _SEGMENTED else f"x-{lang}"
    return (
        f'<!doctype html><html lang="{said}"><head><meta charset="utf-8"></head>'
        f"<body><main data-pagefind-body>{spaced(_APART.sub(' <', html))}</main></body></html>"
    )


def _run(program: Path, folder: Path) -> None:
    # Settings of Pagefind's own that the machine may have are not ours.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND")}
    command = [str(program), "--site", "pages", "--output-path", "index", "--silent"]
    try:
        # The program is that of the package that the lock pins; its arguments are ours.
        subprocess.run(  # noqa: S603
            [*command, "--exclude-selectors", _LEFT_OUT],
            check=True,
            cwd=folder,
            env=environment,
            capture_output=True,
            timeout=_PATIENCE,
        )
    except (subprocess.SubprocessError, OSError) as error:
        raise SearchUnavailableError("search-failed") from error


def _read(index: Path) -> Mapping[int, Read]:
    """What Pagefind wrote, by the numbers of the pages: in the order of a disk, which is not kept."""
    entry = json.loads((index / "pagefind-entry.json").read_text(encoding="utf-8"))
    if not entry["version"].startswith(_KNOWN):
        raise ValueError(entry["version"])
    read: dict[int, Read] = {}
    for language in entry["languages"].values():
        _, pages, parts, _, _, fields = decoded(_unpacked(index / f"pagefind.{language['hash']}.pf_meta"))
        title = fields.index("title") if "title" in fields else -1
        words: list[list[Word]] = [[] for _ in pages]
        for *_, part in parts:
            (packed,) = decoded(_unpacked(index / f"index/{part}.pf_index"))
            for page, word in _words(packed, title):
                words[page].append(word)
        for (name, length), own in zip(pages, words, strict=True):
            fragment = json.loads(_unpacked(index / f"fragment/{name}.pf_fragment"))
            number = int(fragment["url"].strip("/").removesuffix(".html"))
            in_order = tuple(sorted(own, key=lambda word: word.form))
            read[number] = Read(joined(fragment["content"]), length, in_order)
    return read


def _unpacked(path: Path) -> bytes:
    data = gzip.decompress(path.read_bytes())
    if not data.startswith(_SIGNATURE):
        raise ValueError(path.name)
    return data[len(_SIGNATURE) :]


def _words(packed: list[Any], title: int) -> Iterator[tuple[int, Word]]:
    """Each word of a part, with a page that has it; a form with accents stands below that without."""
    for word, pages, variants in packed:
        for form, found in ((word, pages), *variants):
            page = 0
            for step, places, fields in found:
                page += step
                yield page, Word(form, _weight(places), -1 - title in fields)


def _weight(places: list[int]) -> float:
    """How often a word stands on a page. A number below zero says the weight of those that follow."""
    weight, total = _PLAIN + 1, 0
    for place in places:
        if place < 0:
            weight = -1 - place
        else:
            total += weight
    return total / _PLAIN
