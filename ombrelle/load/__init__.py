"""Files become entries: each is read, its YAML validated by the model of its kind, its texts put beside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from ombrelle.kinds.vocabulary import Term, Vocabulary
from ombrelle.load.discover import Role, SourceFile
from ombrelle.load.entries import EntryReader
from ombrelle.load.entry import Broken, Content, Entry, MediaFile, Text
from ombrelle.load.facts import read_facts, validate
from ombrelle.load.site import SiteFile, read_site
from ombrelle.problems import Problems

__all__ = ["Broken", "Content", "Entry", "MediaFile", "SiteFile", "Text", "load", "read_site"]


def load(root: Path, files: Iterable[SourceFile], problems: Problems) -> Content | None:
    """Read every file. None when the site itself cannot be known, and nothing else makes sense."""
    site = read_site(root, problems)
    if site is None:
        return None
    files = tuple(files)
    reader = EntryReader(root, site.languages, problems)
    read = [reader.read(group) for group in _groups(files)]
    broken = (entry for entry in read if isinstance(entry, Broken))
    return Content(
        site=site.site,
        site_document=site.document,
        languages=site.languages,
        vocabularies=_vocabularies(root, files, site.languages.codes, problems),
        entries=tuple(entry for entry in read if isinstance(entry, Entry)),
        media=tuple(
            MediaFile(file.path, file.district, file.id) for file in files if file.role is Role.MEDIA
        ),
        broken={entry.key: entry for entry in broken},
    )


def _groups(files: Iterable[SourceFile]) -> list[list[SourceFile]]:
    """The files of each entry: its facts and its texts."""
    groups: dict[tuple[str, str | None, str, str | None], list[SourceFile]] = defaultdict(list)
    for file in files:
        if file.kind:
            groups[file.kind.name, file.district, file.id, file.date].append(file)
    return list(groups.values())


def _vocabularies(
    root: Path, files: Iterable[SourceFile], languages: Sequence[str], problems: Problems
) -> Mapping[str, Mapping[str, Term]]:
    found = {}
    for file in files:
        document = read_facts(root, file.path, problems) if file.role is Role.VOCABULARY else None
        value = validate(Vocabulary, document, "vocabulary", languages, problems) if document else None
        if value:
            found[file.id] = value.root
    return found
