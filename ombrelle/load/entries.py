"""One entry from its files: facts validated, texts parted into head and body, and what is missing told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ombrelle.dates import PartialDate
from ombrelle.i18n.languages import Languages
from ombrelle.kinds.base import Facts, FrontMatter, Kind, TitledFrontMatter
from ombrelle.kinds.moments import date_fault
from ombrelle.load.discover import Role, SourceFile
from ombrelle.load.entry import Broken, Entry, Text
from ombrelle.load.facts import validate
from ombrelle.load.sheets import Sheets
from ombrelle.problems import Location, Problems
from ombrelle.sources.document import Document
from ombrelle.text import nearest


@dataclass(frozen=True, slots=True)
class EntryReader:
    """Reads the entries of a site with these languages."""

    sheets: Sheets
    languages: Languages
    problems: Problems

    def read(self, files: Sequence[SourceFile]) -> Entry | Broken:
        """The entry of its files; Broken, with its faults told, when it cannot be shown."""
        first = files[0]
        kind = _kind(first)
        read = [found for file in files if file.role is Role.TEXT if (found := self._text(file))]
        texts = {text.lang: text for text, is_sound in read if is_sound}
        unread = {text.lang: text for text, is_sound in read if not is_sound}
        document, facts = self._facts(files)
        if facts is None or not self._has_texts(kind, files, texts):
            return Broken(kind, first.id, first.district, document, {**texts, **unread})
        return Entry(kind, first.id, first.district, facts, document, texts, self._date(first), unread)

    def _facts(self, files: Sequence[SourceFile]) -> tuple[Document | None, Facts | None]:
        """The YAML of an entry and its value; a kind whose texts carry its title can do without."""
        first = files[0]
        kind = _kind(first)
        file = next((file for file in files if file.role is Role.FACTS), None)
        if file is None:
            if kind.facts.title_field:
                self.problems.add("facts-missing", Location(first.path), near=_facts_name(first))
                return None, None
            blank = Document(first.path, "", {})
            return None, validate(kind.facts, blank, kind.name, self.languages.codes, self.problems)
        document = self.sheets.facts(file.path, self.problems)
        if document is None:
            return None, None
        return document, validate(kind.facts, document, kind.name, self.languages.codes, self.problems)

    def _has_texts(self, kind: Kind, files: Sequence[SourceFile], texts: dict[str, Text]) -> bool:
        """Whether an entry has the texts that it needs; what is missing is told."""
        if texts or not kind.text_required:
            return bool(texts) or any(file.role is Role.FACTS for file in files)
        if not any(file.role is Role.TEXT for file in files):
            near = f"{_stem(files[0])}.{self.languages.source.code}.md"
            self.problems.add("text-missing", Location(files[0].path), near=near)
        return False

    def _text(self, file: SourceFile) -> tuple[Text, bool] | None:
        """A text, and whether it can be shown; None for one in no language of the site."""
        lang = file.lang or ""
        if lang not in self.languages:
            codes = self.languages.codes
            values = {"lang": lang, "near": nearest(lang, codes), "known": ", ".join(codes)}
            self.problems.add("unknown-language", Location(file.path), **values)
            return None
        parts = self.sheets.parts(file.path, self.problems)
        if parts is None:
            return Text(lang, file.path, "", "", None, False, "", 1), False
        head = self._head(file, parts.head) if parts.head else None
        known = head or FrontMatter()
        read = Text(
            lang=lang,
            path=file.path,
            title=known.title,
            summary=known.summary,
            slug=known.slug,
            draft=known.draft,
            body=parts.body,
            body_line=parts.body_line,
            head=parts.head,
        )
        return read, head is not None and parts.is_sound

    def _head(self, file: SourceFile, document: Document) -> FrontMatter | None:
        """The head of a text. A fact in it is told: translations would come to disagree about it."""
        kind = _kind(file)
        facts = set(kind.facts.model_fields) - set(FrontMatter.model_fields)
        misplaced = sorted(facts & set(document.data))
        for key in misplaced:
            place = document.locate((key,), key=True)
            self.problems.add("fact-in-text", place, key=key, file=_facts_name(file))
        rest = {key: value for key, value in document.data.items() if key not in misplaced}
        pruned = replace(document, data=rest)
        model = FrontMatter if kind.facts.title_field else TitledFrontMatter
        return validate(model, pruned, kind.name, self.languages.codes, self.problems)

    def _date(self, file: SourceFile) -> PartialDate | None:
        """The day in the name of a file; the year alone, and a problem, when there is no such day."""
        if file.date is None:
            return None
        try:
            return PartialDate.parse(file.date)
        except ValueError:
            fault = date_fault(file.date)
            self.problems.add(fault.type, Location(file.path), **(fault.context or {}))
            return PartialDate.parse(file.date[:4])


def _kind(file: SourceFile) -> Kind:
    assert file.kind is not None
    return file.kind


def _facts_name(file: SourceFile) -> str:
    return f"{_stem(file)}.yaml"


def _stem(file: SourceFile) -> str:
    return file.path.rsplit("/", 1)[-1].split(".")[0]
