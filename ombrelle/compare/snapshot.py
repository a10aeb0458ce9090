"""A site as built on one side of a comparison: files, sizes, redirects and faults."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from ombrelle.build import Options, build
from ombrelle.compare.checkout import FOLDERS
from ombrelle.load import read_all
from ombrelle.load.discover import discover
from ombrelle.load.entry import facts_path
from ombrelle.problems import Problem, Problems
from ombrelle.publish.manifest import read_manifest
from ombrelle.route import Page
from ombrelle.translations.freshness import AGED
from ombrelle.translations.survey import survey

Translation = tuple[str, str]
"""The path of a translation and its language."""

Passage = tuple[str, str]
"""A place of a text and what its source says there."""


@dataclass(frozen=True, slots=True)
class PageOf:
    """What a page is: its key, the same in every language, and the files of what it is about."""

    key: str
    files: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One side. `outputs` and `sources` are SHA-256 by path, `sizes` bytes by path of an output.

    `pages` and `redirects` are by address from the root, those without a slash at the end; `languages` are in
    the order of the site. `is_built` is False for a site that its errors keep from being built. `problems`
    and `sources` are None where only a manifest is known. `stale` are the passages to look at again by
    translation: its path and language.
    """

    outputs: Mapping[str, str]
    sizes: Mapping[str, int] = field(default_factory=dict)
    pages: Mapping[str, PageOf] = field(default_factory=dict)
    redirects: Mapping[str, str] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    sources: Mapping[str, str] | None = None
    problems: tuple[Problem, ...] | None = None
    is_built: bool = True
    stale: Mapping[Translation, frozenset[Passage]] = field(default_factory=dict)


def take(options: Options, out: Path) -> Snapshot:
    """Build the site of `options` into `out` and look at it."""
    result = build(replace(options, out=out, search=False))
    sources = dict(_sources(options.root))
    problems, stale = tuple(result.problems), dict(_stale(options.root))
    if result.manifest is None or result.routes is None:
        return Snapshot({}, sources=sources, problems=problems, is_built=False, stale=stale)
    sizes = {path: (out / path).stat().st_size for path in result.manifest}
    pages = {page.url: PageOf(page.key, _files(page)) for page in result.routes.pages}
    redirects = {each.source.rstrip("/"): each.target for each in result.routes.redirects}
    languages = tuple(result.routes.by_key["home"])
    return Snapshot(result.manifest, sizes, pages, redirects, languages, sources, problems, stale=stale)


def recall(manifest: Path) -> Snapshot:
    """What `--manifest` wrote of an earlier build; ValueError for another file."""
    return Snapshot(read_manifest(manifest))


def _sources(root: Path) -> Iterator[tuple[str, str]]:
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            if path.is_file() and not path.is_symlink():
                yield path.relative_to(root).as_posix(), hashlib.sha256(path.read_bytes()).hexdigest()


def _stale(root: Path) -> Iterator[tuple[Translation, frozenset[Passage]]]:
    content = read_all(root, discover(root, Problems()), Problems())
    for item in survey(root, content, Problems()) if content else ():
        passages = frozenset(
            (found.place, found.source.text if found.source else found.then)
            for found in item.blocks
            if found.state in AGED
        )
        if passages:
            yield (item.unit.path, item.unit.language), passages


def _files(page: Page) -> frozenset[str]:
    """The files of the entry that a page is about, those that are there or could be."""
    entry = page.entry
    return frozenset({facts_path(entry), *(text.path for text in entry.texts.values())} if entry else ())
