"""Files become entries: each is read, its YAML validated by the model of its kind, its texts put beside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ombrelle.i18n.languages import Languages
from ombrelle.kinds.vocabulary import Term, Vocabulary
from ombrelle.load.addresses import ADDRESSES_FILE, read_addresses
from ombrelle.load.discover import SITE_FILE, Role, SourceFile
from ombrelle.load.entries import EntryReader
from ombrelle.load.entry import Broken, Content, Entry, MediaFile, Text
from ombrelle.load.facts import read_facts, validate
from ombrelle.load.site import SiteFile, read_site
from ombrelle.memory import FORGETFUL, Forgetful
from ombrelle.problems import Problems

__all__ = ["Broken", "Content", "Entry", "MediaFile", "SiteFile", "Text", "load", "read_site"]


def load(
    root: Path, files: Iterable[SourceFile], problems: Problems, memory: Forgetful = FORGETFUL
) -> Content | None:
    """Read every file. None when the site itself cannot be known, and nothing else makes sense.

    A file that `memory` knows is not parsed and validated again, and its faults are told again.
    """
    site = memory.read("site", [root / SITE_FILE], lambda own: read_site(root, own), problems)
    if site is None:
        return None
    files = tuple(files)
    reader = _Reader(root, site.languages, problems, memory)
    read = [reader.entry(group) for group in _groups(files)]
    has_ledger = (root / ADDRESSES_FILE).exists()
    broken = (entry for entry in read if isinstance(entry, Broken))
    return Content(
        site=site.site,
        site_document=site.document,
        languages=site.languages,
        vocabularies=reader.vocabularies(files),
        entries=tuple(entry for entry in read if isinstance(entry, Entry)),
        media=tuple(
            MediaFile(file.path, file.district, file.id) for file in files if file.role is Role.MEDIA
        ),
        broken={entry.key: entry for entry in broken},
        addresses=read_addresses(root, problems) if has_ledger else (),
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the files of a site with these languages, those that changed since."""

    root: Path
    languages: Languages
    problems: Problems
    memory: Forgetful

    def entry(self, files: Sequence[SourceFile]) -> Entry | Broken:
        paths = [self.root / file.path for file in files]
        key = ("entry", self.languages)
        return self.memory.read(
            key, paths, lambda own: EntryReader(self.root, self.languages, own).read(files), self.problems
        )

    def vocabularies(self, files: Iterable[SourceFile]) -> Mapping[str, Mapping[str, Term]]:
        found = {file.id: self._vocabulary(file.path) for file in files if file.role is Role.VOCABULARY}
        return {id_: vocabulary.root for id_, vocabulary in found.items() if vocabulary}

    def _vocabulary(self, path: str) -> Vocabulary | None:
        key = ("vocabulary", self.languages)
        return self.memory.read(
            key, [self.root / path], lambda own: self._read_vocabulary(path, own), self.problems
        )

    def _read_vocabulary(self, path: str, problems: Problems) -> Vocabulary | None:
        document = read_facts(self.root, path, problems)
        codes = self.languages.codes
        return validate(Vocabulary, document, "vocabulary", codes, problems) if document else None


def _groups(files: Iterable[SourceFile]) -> list[list[SourceFile]]:
    """The files of each entry: its facts and its texts."""
    groups: dict[tuple[str, str | None, str, str | None], list[SourceFile]] = defaultdict(list)
    for file in files:
        if file.kind:
            groups[file.kind.name, file.district, file.id, file.date].append(file)
    return list(groups.values())
