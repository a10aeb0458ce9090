"""Every name that an entry uses for something else exists."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from pydantic import BaseModel

from ombrelle.colour import READABLE, contrast, readable
from ombrelle.kinds.marks import Marked, Path, marked, marked_data
from ombrelle.kinds.quartier import Quartier
from ombrelle.kinds.values import LeadsTo, MediaFile, RefersTo, TermOf
from ombrelle.kinds.vocabulary import Term
from ombrelle.load.entry import Content, Entry
from ombrelle.problems import Location, Problems
from ombrelle.sources.document import Document
from ombrelle.text import nearest

_WHITE = "#ffffff"
# What people write around an id: the kind before it, the end of its file behind it.
_NOT_ID = re.compile(r"^[a-z]+:|\.(?:ya?ml|[a-z]{2}\.md|md)$")


def check_names(content: Content, entries: Sequence[Entry], problems: Problems) -> None:
    """Tell every reference, term and medium that does not exist."""
    checker = NameChecker.of(content, entries, problems)
    for entry in entries:
        if entry.document:
            for item in marked(entry.facts):
                checker.check(item, entry.document, entry.district)
            check_repeated(entry.facts, entry.document, problems)
        if isinstance(entry.facts, Quartier):
            _check_accent(entry, entry.facts, problems)
    for broken in content.broken.values():
        if broken.document:
            checker.check_data(broken.kind.facts, broken.document, broken.district)
    _check_districts(content, entries, problems)


def check_repeated(facts: BaseModel, document: Document, problems: Problems) -> None:
    """Tell each name that a list has already."""
    seen: set[tuple[Path, str]] = set()
    for item in marked(facts):
        if not isinstance(item.mark, RefersTo | TermOf | LeadsTo) or not isinstance(item.path[-1], int):
            continue
        if (item.path[:-1], item.value) in seen:
            place = document.locate(item.path)
            problems.add("repeated-item", place, value=item.value, field=str(item.path[0]))
        seen.add((item.path[:-1], item.value))


def _named(word: str, terms: Mapping[str, Term]) -> str:
    """The id of the term whose name in a language is nearest to a word."""
    names = {form: id_ for id_, term in terms.items() for form in term.name.all_forms}
    return names.get(nearest(word, names), "")


def _check_accent(district: Entry, facts: Quartier, problems: Problems) -> None:
    """An accent is read as text on white; its form for dark grounds is made from it."""
    if facts.accent and contrast(facts.accent, _WHITE) < READABLE:
        problems.add(
            "accent-contrast",
            district.locate("accent"),
            value=facts.accent,
            ratio=f"{contrast(facts.accent, _WHITE):.2f}",
            least=READABLE,
            near=f'accent: "{readable(facts.accent, _WHITE)}"',
        )


def _ids(content: Content, entries: Sequence[Entry]) -> dict[str, set[str]]:
    ids: dict[str, set[str]] = {}
    for key in {*(entry.key for entry in entries), *content.broken, *content.known}:
        kind, _, ref = key.partition(":")
        ids.setdefault(kind, set()).add(ref)
    return ids


def _check_districts(content: Content, entries: Sequence[Entry], problems: Problems) -> None:
    known = _ids(content, entries).get("quartier", set())
    for folder, entry in {entry.district: entry for entry in reversed(entries) if entry.district}.items():
        if folder not in known:
            problems.add("district-without-facts", Location(entry.path), district=str(folder))


@dataclass(frozen=True, slots=True)
class NameChecker:
    """Tells the references, terms and media of marked values that a content does not have."""

    ids: Mapping[str, Collection[str]]
    vocabularies: Mapping[str, Mapping[str, Term]]
    unread: Collection[str]
    media: Collection[tuple[str | None, str]]
    problems: Problems

    @classmethod
    def of(cls, content: Content, entries: Sequence[Entry], problems: Problems) -> NameChecker:
        """The names of a content whose entries, each once, are `entries`."""
        return cls(
            ids=_ids(content, entries),
            vocabularies=content.vocabularies,
            media={(medium.district, medium.name) for medium in content.media},
            unread=content.unread,
            problems=problems,
        )

    def check(self, item: Marked, document: Document, district: str | None) -> None:
        """Tell a value of an entry that names nothing; `district` is whose media it may name."""
        match item.mark:
            case RefersTo(kind):
                self._reference(kind, item, document)
            case TermOf(vocabulary):
                self._term(vocabulary, item, document)
            case MediaFile():
                self._medium(item, document, district)

    def check_data(self, model: type[BaseModel], document: Document, district: str | None) -> None:
        """Check the names in data that its model refused, but for values that are told already."""
        for item in marked_data(model, document.data):
            if item.value.strip() and not self.problems.has(document.locate(item.path)):
                self.check(item, document, district)

    def _reference(self, kind: str, item: Marked, document: Document) -> None:
        known = self.ids.get(kind, ())
        if item.value not in known:
            near = nearest(_NOT_ID.sub("", item.value), known)
            place = document.locate(item.path)
            self.problems.add("unknown-reference", place, value=item.value, kind=kind, near=near)

    def _term(self, vocabulary: str, item: Marked, document: Document) -> None:
        known = self.vocabularies.get(vocabulary)
        if vocabulary in self.unread:
            return
        if known is None:
            self.problems.add("vocabulary-missing", document.locate(item.path), vocabulary=vocabulary)
        elif item.value not in known:
            near = nearest(item.value, known) or _named(item.value, known)
            place = document.locate(item.path)
            choices = ", ".join(known)
            self.problems.add(
                "unknown-term", place, value=item.value, vocabulary=vocabulary, near=near, choices=choices
            )

    def _medium(self, item: Marked, document: Document, district: str | None) -> None:
        name = item.value.removeprefix("media/")
        if (district, name) not in self.media:
            own = {other for owner, other in self.media if owner == district}
            self.problems.add(
                "media-missing", document.locate(item.path), value=item.value, near=nearest(name, own)
            )
