"""Files become entries: each is read, its YAML validated by the model of its kind, its texts put beside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ombrelle.i18n.languages import Languages
from ombrelle.kinds.glossary import Glossary, GlossaryTerm
from ombrelle.kinds.vocabulary import Term, Vocabulary
from ombrelle.load.addresses import ADDRESSES_FILE, read_addresses
from ombrelle.load.budget import check_budgets
from ombrelle.load.discover import GLOSSARY_FILE, SITE_FILE, Role, SourceFile
from ombrelle.load.entries import EntryReader
from ombrelle.load.entry import Broken, Content, Entry, MediaFile, Text
from ombrelle.load.facts import read_facts, validate
from ombrelle.load.reach import Group, group_key, read_part
from ombrelle.load.scope import EVERYTHING, Scope
from ombrelle.load.sheets import Sheets
from ombrelle.load.site import SiteFile, read_site
from ombrelle.memory import FORGETFUL, Forgetful
from ombrelle.pictures.original import examine
from ombrelle.problems import Problems
from ombrelle.sources.document import Document

__all__ = [
    "Broken",
    "Content",
    "Entry",
    "MediaFile",
    "SiteFile",
    "Text",
    "load",
    "load_entries",
    "read_all",
    "read_site",
]


def load(
    root: Path, files: Iterable[SourceFile], problems: Problems, memory: Forgetful = FORGETFUL
) -> Content | None:
    """Read every file. None when the file of the site has an error, so that nothing can be made."""
    content = read_all(root, files, problems, memory)
    return content if content and content.is_sound else None


def read_all(
    root: Path,
    files: Iterable[SourceFile],
    problems: Problems,
    memory: Forgetful = FORGETFUL,
    scope: Scope = EVERYTHING,
) -> Content | None:
    """Read every file, for a check: an error in the file of the site does not hide those of the others.

    None when its languages cannot be known, and nothing else makes sense. A file that `memory` knows is not
    parsed and validated again, and its faults are told again. With a scope only the entries are read that its
    files can break, and of the ledger what concerns them.
    """
    site = memory.read("site", [root / SITE_FILE], lambda own: read_site(root, own), problems)
    if site is None:
        return None
    files = tuple(files)
    reader = _Reader(root, site.languages, problems, memory, Sheets(root, memory.cache))
    lists = reader.lists(files)
    vocabularies = {name: read[0] for name, read in lists.items() if read}
    ledger = read_addresses(root, problems) if (root / ADDRESSES_FILE).exists() else ()
    groups = _groups(files)
    known = _known(groups)
    if scope is EVERYTHING:
        check_budgets(root, files, site.site.district_budget, problems)
    entries = None
    if scope.is_of_entries:
        entries = read_part(scope, root, groups, reader.entry, ledger, vocabularies)
    if entries is None:
        entries = reader.entries(groups)
    else:
        left_out = known.keys() - {entry.key for entry in entries}
        ledger = tuple(address for address in ledger if address.key not in left_out)
    broken = (entry for entry in entries if isinstance(entry, Broken))
    return Content(
        site=site.site,
        site_document=site.document,
        languages=site.languages,
        policy=site.policy,
        vocabularies=vocabularies,
        lists={name: read[1] for name, read in lists.items() if read},
        entries=tuple(entry for entry in entries if isinstance(entry, Entry)),
        media=tuple(reader.medium(file, scope) for file in files if file.role is Role.MEDIA),
        broken={entry.key: entry for entry in broken},
        addresses=ledger,
        known=known,
        is_sound=site.is_sound,
        unread=frozenset(name for name, read in lists.items() if read is None),
        glossary=reader.glossary() if any(file.role is Role.GLOSSARY for file in files) else {},
    )


def load_entries(
    root: Path, files: Iterable[SourceFile], languages: Languages, problems: Problems
) -> list[Entry | Broken]:
    """Read the files of entries alone, for a site with these languages."""
    return _Reader(root, languages, problems, FORGETFUL, Sheets(root)).entries(_groups(files))


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the files of a site with these languages, those that changed since."""

    root: Path
    languages: Languages
    problems: Problems
    memory: Forgetful
    sheets: Sheets

    def entries(self, groups: Sequence[Group]) -> list[Entry | Broken]:
        """All of them, which the next build will know."""
        found = [self.entry(group) for group in groups]
        self.sheets.settle()
        return found

    def entry(self, files: Sequence[SourceFile]) -> Entry | Broken:
        paths = [self.root / file.path for file in files]
        key = ("entry", self.languages)
        return self.memory.read(
            key, paths, lambda own: EntryReader(self.sheets, self.languages, own).read(files), self.problems
        )

    def lists(self, files: Iterable[SourceFile]) -> Mapping[str, tuple[Mapping[str, Term], Document] | None]:
        """The terms of each vocabulary and its document, by name; None for one that has an error."""
        return {file.id: self._list(file.path) for file in files if file.role is Role.VOCABULARY}

    def medium(self, file: SourceFile, scope: Scope) -> MediaFile:
        """A file of a `media/` folder, examined where it is in the scope."""
        original = None
        if scope.holds(file.path):
            original = self.memory.read(
                "medium",
                [self.root / file.path],
                lambda own: examine(self.root, file.path, own),
                self.problems,
            )
        return MediaFile(file.path, file.district, file.id, original)

    def glossary(self) -> Mapping[str, GlossaryTerm]:
        """The terms of the brand; none where the file has an error."""
        paths = [self.root / GLOSSARY_FILE]
        return self.memory.read(("glossary", self.languages), paths, self._read_glossary, self.problems)

    def _read_glossary(self, problems: Problems) -> Mapping[str, GlossaryTerm]:
        document = read_facts(self.root, GLOSSARY_FILE, problems)
        if document is None:
            return {}
        glossary = validate(Glossary, document, "glossary", self.languages.codes, problems)
        return glossary.root if glossary else {}

    def _list(self, path: str) -> tuple[Mapping[str, Term], Document] | None:
        key = ("vocabulary", self.languages)
        return self.memory.read(
            key, [self.root / path], lambda own: self._read_list(path, own), self.problems
        )

    def _read_list(self, path: str, problems: Problems) -> tuple[Mapping[str, Term], Document] | None:
        document = read_facts(self.root, path, problems)
        if document is None:
            return None
        vocabulary = validate(Vocabulary, document, "vocabulary", self.languages.codes, problems)
        return (vocabulary.root, document) if vocabulary else None


def _known(groups: Sequence[Group]) -> Mapping[str, tuple[str, ...]]:
    """The paths of the files of every entry, by its key."""
    found: dict[str, tuple[str, ...]] = {}
    for group in groups:
        key = group_key(group)
        found[key] = (*found.get(key, ()), *(file.path for file in group))
    return found


def _groups(files: Iterable[SourceFile]) -> list[list[SourceFile]]:
    """The files of each entry: its facts and its texts."""
    groups: dict[tuple[str, str | None, str, str | None], list[SourceFile]] = defaultdict(list)
    for file in files:
        if file.kind:
            groups[file.kind.name, file.district, file.id, file.date].append(file)
    return list(groups.values())
