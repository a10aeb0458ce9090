"""Every term of the brand is written as the glossary says, in texts and in the short texts of facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pydantic import BaseModel

from ombrelle.i18n.lexicon import Lexicon, Rule, Slip
from ombrelle.kinds.glossary import GlossaryTerm
from ombrelle.kinds.marks import Path
from ombrelle.load.entry import Broken, Content, Entry, Text
from ombrelle.load.policy import translated
from ombrelle.problems import Location, Problems
from ombrelle.sources.document import Document
from ombrelle.sources.prose import prose


def check_glossary(content: Content, entries: Sequence[Entry], problems: Problems) -> None:
    """Tell every term that is not in its right form. Code and addresses are no prose."""
    if not content.glossary:
        return
    terms = content.glossary.values()
    readers = {lang: _reader(tuple(_rules(terms, lang))) for lang in content.languages.codes}
    checker = _Checker(readers, problems)
    checker.facts(content.site, content.site_document)
    for name, document in content.lists.items():
        for id_, term in content.vocabularies[name].items():
            checker.facts(term, document, (id_,))
    for entry in entries:
        if entry.document:
            checker.facts(entry.facts, entry.document)
    read: list[Entry | Broken] = [*entries, *content.broken.values()]
    for text in (text for each in read for text in each.texts.values()):
        checker.text(text)


def check_words(
    content: Content, lang: str, document: Document, words: Iterable[tuple[Path, str]], problems: Problems
) -> None:
    """The same for words of a document that are all in one language: those of a typed block."""
    if content.glossary:
        checker = _Checker({lang: _reader(tuple(_rules(content.glossary.values(), lang)))}, problems)
        for path, value in words:
            checker.value(value, document, path, lang)


Slips = Callable[[str], tuple[Slip, ...]]
"""The terms of a text that are not in their right form."""


# While the site is being written, the same glossary reads the same texts at every save.
@lru_cache(64)
def _reader(rules: tuple[Rule, ...]) -> Slips:
    lexicon = Lexicon.of(rules)

    @lru_cache(10_000)
    def slips(text: str) -> tuple[Slip, ...]:
        return tuple(lexicon.slips(prose(text)))

    return slips


def _rules(terms: Iterable[GlossaryTerm], lang: str) -> Iterator[Rule]:
    for term in terms:
        right = term.right(lang)
        if right:
            yield Rule(right, term.wrongs(lang), term.has_exact_case(lang))


@dataclass(frozen=True, slots=True)
class _Checker:
    readers: Mapping[str, Slips]
    problems: Problems

    def facts(self, facts: BaseModel, document: Document, at: Path = ()) -> None:
        for item in translated(facts):
            for lang, form in item.value.forms.items():
                self.value(form, document, (*at, *item.path, lang), lang)

    def text(self, text: Text) -> None:
        if text.head:
            self.value(text.title, text.head, ("title",), text.lang)
            self.value(text.summary, text.head, ("summary",), text.lang)
        for slip in self.readers[text.lang](text.body):
            place = _within(Location(text.path, text.body_line), text.body, slip)
            self._tell(slip, place, text.lang)

    def value(self, value: str, document: Document, path: Path, lang: str) -> None:
        """A value is only looked for in its file once something is wrong with it."""
        read = self.readers[lang]
        slips = read(value)
        if not slips:
            return
        whole = document.locate(path)
        written = document.written(whole)
        found = [(slip, _within(whole, written, slip)) for slip in read(written)]
        # A term that the file spells with escapes is in the value alone.
        for slip, place in found or [(slip, whole) for slip in slips]:
            self._tell(slip, place, lang)

    def _tell(self, slip: Slip, place: Location, lang: str) -> None:
        near, choices = (slip.right[0], "") if len(slip.right) == 1 else ("", ", ".join(slip.right))
        self.problems.add("glossary-form", place, text=slip.text, lang=lang, near=near, choices=choices)


def _within(place: Location, written: str, slip: Slip) -> Location:
    """Where a term stands, in what is written from the beginning of a place on."""
    line, column = _moved(place.line, place.column, written[: slip.start])
    end_line, end_column = _moved(line, column, slip.text)
    return Location(place.path, line, column, end_line, end_column)


def _moved(line: int, column: int, text: str) -> tuple[int, int]:
    """The line and column after a text that begins at a line and column."""
    breaks = text.count("\n")
    return (line + breaks, len(text) - text.rfind("\n")) if breaks else (line, column + len(text))
