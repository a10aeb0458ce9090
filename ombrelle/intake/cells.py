"""A cell becomes the value of a field: words of vocabularies and entries by id or by name in any language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ombrelle.intake.record import BODY, DATE, ID, is_of_text
from ombrelle.intake.texts import plain_lines
from ombrelle.kinds.base import Kind
from ombrelle.kinds.values import LocalText, RefersTo, TermOf
from ombrelle.load.entry import Content
from ombrelle.scaffold import Way, shape_of
from ombrelle.text import slugify

_STRONG = re.compile(r"\s*[;|\n]\s*")
_WEAK = re.compile(r"\s*,\s*")


@dataclass(frozen=True, slots=True)
class Cells:
    """Reads the cells of entries of a kind."""

    kind: Kind
    content: Content
    _words: dict[Way, Mapping[str, str]] = field(default_factory=dict)

    def value(self, way: Way, cell: str) -> str:
        """The value as a file would have it, lists with commas; a word that nothing knows stays as it is."""
        if way[0] == BODY:
            return plain_lines(cell)
        plain = " ".join(cell.split())
        if way in (ID, DATE) or is_of_text(self.kind, way):
            return plain
        known = self._known(way)
        if not shape_of(self.kind, way).many:
            return known.get(slugify(plain), plain)
        return ", ".join(dict.fromkeys(known.get(slugify(item), item) for item in _items(cell, known)))

    def is_known(self, way: Way, cell: str) -> bool:
        """Whether each word of a cell is one of the field's vocabulary."""
        if way in (ID, DATE) or is_of_text(self.kind, way):
            return False
        known = self._known(way)
        return bool(known) and all(slugify(item) in known for item in _items(cell, known))

    def _known(self, way: Way) -> Mapping[str, str]:
        """The ids that a field may have, by all that they are called."""
        if way not in self._words:
            match shape_of(self.kind, way).mark:
                case TermOf(vocabulary):
                    self._words[way] = dict(self._terms(vocabulary))
                case RefersTo(kind):
                    self._words[way] = dict(self._entries(kind))
                case _:
                    self._words[way] = {}
        return self._words[way]

    def _terms(self, vocabulary: str) -> Iterator[tuple[str, str]]:
        for id_, term in self.content.vocabularies.get(vocabulary, {}).items():
            for word in (*_forms(term.name), id_):
                yield slugify(word), id_

    def _entries(self, kind: str) -> Iterator[tuple[str, str]]:
        for entry in self.content.entries:
            if entry.kind.name == kind:
                for lang in self.content.languages.codes:
                    yield slugify(entry.title((lang,)).text), entry.ref
                yield slugify(entry.ref), entry.ref


def _forms(text: LocalText) -> tuple[str, ...]:
    return (*((text.neutral,) if text.neutral else ()), *text.forms.values())


def _items(cell: str, known: Mapping[str, str]) -> list[str]:
    """The items of a list; a comma parts them unless it belongs to a name, or another sign does."""
    strong = [item for item in _STRONG.split(cell) if item]
    if len(strong) > 1 or slugify(cell) in known:
        return strong
    return [item for item in _WEAK.split(cell) if item]
