"""Files become entries: each is read, its YAML validated by the model of its kind, its texts put beside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ombrelle.dates import PartialDate
from ombrelle.i18n.languages import Languages
from ombrelle.kinds.base import Facts, FrontMatter
from ombrelle.kinds.site import Site
from ombrelle.kinds.values import date_fault
from ombrelle.kinds.vocabulary import Term, Vocabulary
from ombrelle.load.discover import SITE_FILE, Role, SourceFile
from ombrelle.load.entry import Content, Entry, MediaFile, Text, entry_key
from ombrelle.load.facts import validate
from ombrelle.load.hygiene import check_trackers
from ombrelle.load.languages import read_languages
from ombrelle.problems import Location, Problems
from ombrelle.sources.document import Document, read_document
from ombrelle.sources.files import read_text
from ombrelle.sources.frontmatter import split
from ombrelle.text import nearest

__all__ = ["Content", "Entry", "MediaFile", "SiteFile", "Text", "load", "read_site"]


@dataclass(frozen=True, slots=True)
class SiteFile:
    """The umbrella itself, and the languages that it declares."""

    site: Site
    document: Document
    languages: Languages


def read_site(root: Path, problems: Problems) -> SiteFile | None:
    """Read `content/site.yaml`; None when it has an error."""
    if not (root / SITE_FILE).exists():
        problems.add("site-missing", Location(SITE_FILE))
        return None
    document = _document(root, SITE_FILE, problems)
    site = validate(Site, document, "site", (), problems) if document else None
    if site is None or document is None:
        return None
    languages = read_languages(site, document, problems)
    return SiteFile(site, document, languages) if languages else None


def load(root: Path, files: Iterable[SourceFile], problems: Problems) -> Content | None:
    """Read every file. None when the site itself cannot be known, and nothing else makes sense."""
    site = read_site(root, problems)
    if site is None:
        return None
    files = tuple(files)
    loader = _Loader(root, site.languages, problems)
    entries, broken = loader.entries(files)
    return Content(
        site=site.site,
        site_document=site.document,
        languages=site.languages,
        vocabularies=loader.vocabularies(files),
        entries=entries,
        media=tuple(
            MediaFile(file.path, file.district, file.id) for file in files if file.role is Role.MEDIA
        ),
        broken=broken,
    )


def _document(root: Path, path: str, problems: Problems) -> Document | None:
    text = read_text(root, path, problems)
    if text is None:
        return None
    check_trackers(path, text, problems)
    return read_document(path, text, problems)


@dataclass(frozen=True, slots=True)
class _Loader:
    root: Path
    languages: Languages
    problems: Problems

    def vocabularies(self, files: Iterable[SourceFile]) -> Mapping[str, Mapping[str, Term]]:
        read = {file.id: self._vocabulary(file) for file in files if file.role is Role.VOCABULARY}
        return {name: terms for name, terms in read.items() if terms is not None}

    def _vocabulary(self, file: SourceFile) -> Mapping[str, Term] | None:
        document = _document(self.root, file.path, self.problems)
        codes = self.languages.codes
        value = validate(Vocabulary, document, "vocabulary", codes, self.problems) if document else None
        return value.root if value else None

    def entries(self, files: Iterable[SourceFile]) -> tuple[tuple[Entry, ...], frozenset[str]]:
        """The entries, and the keys of those that could not be read."""
        groups: dict[tuple[str, str | None, str, str | None], list[SourceFile]] = defaultdict(list)
        for file in files:
            if file.kind:
                groups[file.kind.name, file.district, file.id, file.date].append(file)
        made = {group: self._entry(members) for group, members in groups.items()}
        broken = frozenset(_key(groups[group][0]) for group, entry in made.items() if entry is None)
        return tuple(entry for entry in made.values() if entry), broken

    def _entry(self, files: list[SourceFile]) -> Entry | None:
        first = files[0]
        assert first.kind is not None
        facts_file = next((file for file in files if file.role is Role.FACTS), None)
        read = {file.lang or "": self._text(file) for file in files if file.role is Role.TEXT}
        texts = {lang: text for lang, text in read.items() if text}
        document = _document(self.root, facts_file.path, self.problems) if facts_file else None
        facts = self._facts(first, document, facts_missing=facts_file is None)
        if facts is None or (not texts and (first.kind.text_required or facts_file is None)):
            if facts is not None and not read:
                self.problems.add("text-missing", Location(first.path), near=self._text_name(first))
            return None
        return Entry(first.kind, first.id, first.district, facts, document, texts, self._date(first))

    def _facts(self, file: SourceFile, document: Document | None, *, facts_missing: bool) -> Facts | None:
        assert file.kind is not None
        if facts_missing:
            document = Document(file.path, "", {})
            if file.kind.facts.title_field:
                self.problems.add("facts-missing", Location(file.path), near=_facts_name(file))
                return None
        return (
            validate(file.kind.facts, document, file.kind.name, self.languages.codes, self.problems)
            if document
            else None
        )

    def _text(self, file: SourceFile) -> Text | None:
        assert file.lang is not None
        if file.lang not in self.languages:
            codes = self.languages.codes
            values = {"lang": file.lang, "near": nearest(file.lang, codes), "known": ", ".join(codes)}
            self.problems.add("unknown-language", Location(file.path), **values)
            return None
        text = read_text(self.root, file.path, self.problems)
        if text is None:
            return None
        check_trackers(file.path, text, self.problems)
        parts = split(file.path, text, self.problems)
        head = self._head(file, parts.head) if parts else None
        if parts is None or head is None:
            return None
        return Text(
            file.lang, file.path, head.title, head.summary, head.slug, head.draft, parts.body, parts.body_line
        )

    def _head(self, file: SourceFile, document: Document) -> FrontMatter | None:
        assert file.kind is not None
        facts = set(file.kind.facts.model_fields) - set(FrontMatter.model_fields)
        misplaced = sorted(facts & set(document.data))
        for key in misplaced:
            place = document.locate((key,), key=True)
            self.problems.add("fact-in-text", place, key=key, near=_facts_name(file))
        rest = {key: value for key, value in document.data.items() if key not in misplaced}
        pruned = Document(document.path, document.text, rest, document.first_line)
        head = validate(FrontMatter, pruned, file.kind.name, self.languages.codes, self.problems)
        if head and not head.title and not file.kind.facts.title_field:
            self.problems.add("missing-field", document.locate(()), field="title", kind=file.kind.name)
            return None
        return head

    def _date(self, file: SourceFile) -> PartialDate | None:
        if file.date is None:
            return None
        try:
            return PartialDate.parse(file.date)
        except ValueError:
            fault = date_fault(file.date)
            self.problems.add(fault.type, Location(file.path), **(fault.context or {}))
            return PartialDate.parse(file.date[:4])

    def _text_name(self, file: SourceFile) -> str:
        return f"{_stem(file)}.{self.languages.source.code}.md"


def _key(file: SourceFile) -> str:
    """The key that the entry of a file would have."""
    assert file.kind is not None
    return entry_key(file.kind, file.id, file.district)


def _facts_name(file: SourceFile) -> str:
    return f"{_stem(file)}.yaml"


def _stem(file: SourceFile) -> str:
    name = file.path.rsplit("/", 1)[-1]
    return name.split(".")[0]
