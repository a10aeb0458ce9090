"""A row becomes the files of its entry, new or changed, with what is doubtful in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ombrelle.intake.cells import Cells
from ombrelle.intake.facts import with_facts
from ombrelle.intake.mapping import FieldMap
from ombrelle.intake.place import Doubt, Place, Places
from ombrelle.intake.record import BODY, Record
from ombrelle.intake.tables import Row
from ombrelle.intake.texts import with_words
from ombrelle.load.entry import Entry
from ombrelle.scaffold import Draft, Refusal, facts_alone, head_ways
from ombrelle.sources.edits import read_raw

_FORMULA_FAULTS = {"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"}
"""What a spreadsheet shows where a formula failed."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a row makes of the entry whose facts are at `path`, there or not.

    `drafts` are all the files of the entry as they would be, `changed` the paths of those that differ.
    """

    row: Row
    path: str
    drafts: tuple[Draft, ...]
    changed: tuple[str, ...]
    is_new: bool
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads rows as entries of the folder that `places` are in."""

    root: Path
    cells: Cells
    places: Places

    def read(self, row: Row, fields: FieldMap) -> Reading:
        """The files of a row. One with doubts has files too, so that all that is wrong with it is found."""
        record = self._record(row, fields)
        place = self.places.find(record, row.number)
        before = {path: read_raw(self.root, path) for path in _paths(place.entry)}
        after = {**before, **self._facts(record, place, before), **_texts(record, place, before)}
        return Reading(
            row,
            place.plan.facts_path,
            tuple(Draft(path, text) for path, text in after.items()),
            tuple(path for path, text in after.items() if before.get(path) != text),
            place.entry is None,
            (*_doubts(row, fields), *place.doubts),
        )

    def _record(self, row: Row, fields: FieldMap) -> Record:
        cells = {way: row.cells[column] for way, column in fields.columns.items() if column in row.cells}
        said = {way: cell for way, cell in {**fields.values, **cells}.items() if cell not in _FORMULA_FAULTS}
        values = {way: self.cells.value(way, cell) for way, cell in said.items()}
        return Record(self.cells.kind, self.cells.content.languages.source.code, values)

    def _facts(self, record: Record, place: Place, before: Mapping[str, str]) -> dict[str, str]:
        """The file of facts, unless there are none and the kind can do without."""
        path, facts = place.plan.facts_path, record.facts
        if path in before:
            return {path: with_facts(before[path], record.kind.facts, facts, record.source)}
        if not facts and head_ways(record.kind) and record.texts:
            return {}
        return {path: facts_alone(place.plan, facts, self.cells.content).text}


def _texts(record: Record, place: Place, before: Mapping[str, str]) -> dict[str, str]:
    """The text of each language of which a row says something."""
    order = [*(name for (name,) in head_ways(record.kind)), BODY]
    texts = {}
    for lang, words in record.texts.items():
        path = place.plan.text_path(lang)
        ordered = {name: words[name] for name in order if name in words}
        texts[path] = with_words(before.get(path, ""), ordered)
    return texts


def _paths(entry: Entry | None) -> Iterator[str]:
    if entry:
        yield from [entry.document.path] if entry.document else []
        yield from (text.path for text in entry.texts.values())


def _doubts(row: Row, fields: FieldMap) -> Iterator[Doubt]:
    """Cells beyond the last column, which come of a separator without quotes, and formulas that failed."""
    if row.beyond:
        yield Doubt((), Refusal("import-beyond", value=row.beyond[0]))
    for way, column in fields.columns.items():
        cell = row.cells.get(column, "")
        if cell in _FORMULA_FAULTS:
            yield Doubt(way, Refusal("import-formula", value=cell))
