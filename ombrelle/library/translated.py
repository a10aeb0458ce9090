"""Every text is there in the source language, and in the languages that the site promises for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pydantic import BaseModel

from ombrelle.kinds.marks import Marked, Path
from ombrelle.load.entry import Content, Entry, Text
from ombrelle.load.policy import SITE, TEXT, VOCABULARY, Policy, translated
from ombrelle.problems import Location, Problems
from ombrelle.sources.document import Document


def check_translated(content: Content, entries: Iterable[Entry], problems: Problems) -> None:
    """Tell every text without its source form, and every promised translation that is not there."""
    checker = _Checker(content.languages.source.code, content.policy, problems)
    checker.facts(SITE, content.site, content.site_document)
    for name, document in content.lists.items():
        for id_, term in content.vocabularies[name].items():
            checker.facts(VOCABULARY, term, document, (id_,))
    for entry in entries:
        if entry.document:
            checker.facts(entry.kind.name, entry.facts, entry.document, in_district=entry.is_of_district)
        if entry.texts:
            checker.texts(entry)


@dataclass(frozen=True, slots=True)
class _Checker:
    source: str
    policy: Policy
    problems: Problems

    def facts(
        self, kind: str, facts: BaseModel, document: Document, at: Path = (), *, in_district: bool = False
    ) -> None:
        for item in translated(facts):
            self._fact(kind, item, document, at, in_district)

    def _fact(self, kind: str, item: Marked, document: Document, at: Path, in_district: bool) -> None:
        present = tuple(item.value.forms)
        lacking = self.policy.lacking(kind, item.path, present, in_district=in_district)
        if self.source in present and not lacking:
            return
        place = document.locate((*at, *item.path), key=True)
        field = next(str(step) for step in reversed(item.path) if isinstance(step, str))
        if self.source not in present:
            self.problems.add("source-form-missing", place, lang=self.source, field=field)
        if lacking:
            forms = ", ".join(f"{lang}: …" for lang in lacking)
            langs = ", ".join(lacking)
            self.problems.add("translation-missing", place, field=field, langs=langs, forms=forms)

    def texts(self, entry: Entry) -> None:
        """Drafts count: a text that is being written is not missing, it is told by its own mark."""
        source = entry.all_texts.get(self.source)
        if source is None:
            self.problems.add("source-text-missing", Location(entry.path), lang=self.source)
            return
        present = tuple(entry.all_texts)
        lacking = self.policy.lacking(entry.kind.name, (TEXT,), present, in_district=entry.is_of_district)
        if lacking:
            near = ", ".join(_beside(source, lang) for lang in lacking)
            self.problems.add("text-untranslated", Location(source.path), langs=", ".join(lacking), near=near)


def _beside(source: Text, lang: str) -> str:
    """The name of the file of a translation."""
    name = source.path.rsplit("/", 1)[1]
    return f"{name.removesuffix(f'.{source.lang}.md')}.{lang}.md"
