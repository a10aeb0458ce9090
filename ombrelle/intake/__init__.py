"""A table becomes entries: each row a new file, a change of one, or what keeps it from being so.

read_table ─► propose (once) ─► read_map ─► take_in ─► apply
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ombrelle.changes import Changes, apply, diff
from ombrelle.intake.cells import Cells
from ombrelle.intake.edit import with_value
from ombrelle.intake.known import Known
from ombrelle.intake.mapping import ID, FieldMap, propose, read_map
from ombrelle.intake.tables import Row, Table, read_table
from ombrelle.kinds.base import Kind
from ombrelle.kinds.values import LocalText
from ombrelle.load.entry import Content
from ombrelle.paths import ID_LENGTH
from ombrelle.problems import Problem, Severity
from ombrelle.scaffold import Draft, Refusal, Way, facts_alone, plan, shape_of, title_way, trial
from ombrelle.scaffold.plan import Plan
from ombrelle.sources.edits import read_raw
from ombrelle.sources.yaml import spans
from ombrelle.text import slugify

__all__ = [
    "FieldMap",
    "Intake",
    "Reader",
    "RowFault",
    "apply",
    "diff",
    "propose",
    "read_map",
    "read_table",
    "take_in",
]


@dataclass(frozen=True, slots=True)
class RowFault:
    """What is wrong with a row: a problem of the check, with its column, or a refusal."""

    row: int
    column: str
    cause: Problem | Refusal

    @property
    def is_error(self) -> bool:
        """Whether the row is left out because of it."""
        return isinstance(self.cause, Refusal) or self.cause.severity is Severity.ERROR


@dataclass(frozen=True, slots=True)
class Intake:
    """What comes of a table: the files to write, and the rows that are left out or doubtful."""

    changes: Changes
    new: tuple[str, ...]
    updated: tuple[str, ...]
    unchanged: tuple[str, ...]
    faults: tuple[RowFault, ...]

    @property
    def left_out(self) -> int:
        """How many rows are left out."""
        return len({fault.row for fault in self.faults if fault.is_error})


def take_in(table: Table, fields: FieldMap, reader: Reader) -> Intake:
    """Read every row. Nothing is written, and nothing invented: a row with an error is left out."""
    texts: dict[str, str] = {}
    outcomes: dict[str, list[str]] = {"new": [], "updated": [], "unchanged": []}
    faults: list[RowFault] = []
    for row in table.rows:
        try:
            draft, outcome, found = reader.read(row, fields, texts)
        except Refusal as refusal:
            faults.append(RowFault(row.number, "", refusal))
            continue
        faults += found
        if not any(fault.is_error for fault in found):
            outcomes[outcome].append(draft.path)
            texts[draft.path] = draft.text
    changed = {path: text for path, text in texts.items() if path not in outcomes["unchanged"]}
    new, updated, unchanged = (tuple(paths) for paths in outcomes.values())
    return Intake(Changes({}, changed), new, updated, unchanged, tuple(faults))


@dataclass(frozen=True, slots=True)
class Reader:
    """Makes entries of a kind, in the folder of a district (None: the umbrella's), out of rows."""

    root: Path
    kind: Kind
    district: str | None
    content: Content
    today: date

    def check_place(self) -> None:
        """Refusal for a district that there is not, or one that the kind needs and that is not given."""
        plan(self.root, self.kind, "x" * ID_LENGTH, self.district, self.today)

    def read(self, row: Row, fields: FieldMap, taken: Mapping[str, str]) -> tuple[Draft, str, list[RowFault]]:
        """The file of a row, whether it is new, and its faults. Refusal for a row that cannot be placed."""
        values = self._values(row, fields)
        entry = Known(self.kind, self.content).find(values)
        if entry:
            planned = Plan(self.kind, entry.id, entry.district, None, entry.path.removesuffix(".yaml"))
            before = read_raw(self.root, entry.path)
            draft = Draft(entry.path, self._changed(before, values))
            outcome = "unchanged" if draft.text == before else "updated"
        else:
            planned = self._plan(values)
            facts = {way: value for way, value in values.items() if way != ID}
            draft, outcome = facts_alone(planned, facts, self.content), "new"
        if draft.path in taken:
            raise Refusal("import-twice", path=draft.path)
        others = replace(
            self.content, entries=tuple(each for each in self.content.entries if each is not entry)
        )
        found = trial(planned, [draft], others, self.today) if outcome != "unchanged" else ()
        return draft, outcome, [_fault(row, problem, draft, fields) for problem in found]

    def _values(self, row: Row, fields: FieldMap) -> dict[Way, str]:
        cells = Cells(self.kind, self.content)
        given = {way: row.cells[column] for way, column in fields.columns.items() if column in row.cells}
        read = {way: cell if way == ID else cells.value(way, cell) for way, cell in given.items()}
        return {**fields.values, **read}

    def _plan(self, values: Mapping[Way, str]) -> Plan:
        title = title_way(self.kind)
        name = next((value for way, value in values.items() if way[:1] == title), "")
        id_ = values.get(ID) or slugify(name)
        if not id_:
            raise Refusal("import-no-name", field=title[0])
        return plan(self.root, self.kind, id_, self.district, self.today)

    def _changed(self, text: str, values: Mapping[Way, str]) -> str:
        source = self.content.languages.source.code
        for way, value in values.items():
            if way == ID:
                continue
            shape = shape_of(self.kind, way)
            place = way
            if shape.core is LocalText and way not in spans(text):
                place = way[:-1] if way[:-1] in spans(text) and not _is_map(text, way[:-1]) else way
            if shape.core is LocalText and _is_map(text, place):
                place = (*place, source)
            items = [item.strip() for item in value.split(",")]
            text = with_value(text, place, items if shape.many else value)
        return text


def _is_map(text: str, way: Way) -> bool:
    return any(len(other) == len(way) + 1 and other[: len(way)] == way for other in spans(text))


def _fault(row: Row, problem: Problem, draft: Draft, fields: FieldMap) -> RowFault:
    """A problem of a file as one of the row that it is made from."""
    way = _way_at(draft.text, problem)
    column = next((column for other, column in fields.columns.items() if way[: len(other)] == other), "")
    return RowFault(row.number, column or ".".join(way), problem)


def _way_at(text: str, problem: Problem) -> Way:
    """The way to the value where a problem stands; () for one of the whole file."""
    place = problem.location
    if not place.end_line:
        return ()
    at = (place.line, place.column)
    inside = [
        way for way, each in spans(text).items() if at in {each.value[:2], (each.key or each.value)[:2]}
    ]
    return tuple(str(part) for part in max(inside, key=len, default=()) if isinstance(part, str))
