"""A table becomes entries: each row new files, a change of some, or what keeps it from being so.

read_table ─► propose (once) ─► read_map ─► reader_of ─► take_in ─► apply
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ombrelle.changes import Changes, apply, diff
from ombrelle.intake.cells import Cells
from ombrelle.intake.faults import RowFault, of_doubt, of_problem
from ombrelle.intake.mapping import FieldMap, MapFaultsError, propose, read_map
from ombrelle.intake.place import Places
from ombrelle.intake.reader import Reader, Reading
from ombrelle.intake.tables import Table, read_table
from ombrelle.kinds.base import Kind
from ombrelle.load.discover import SourceFile
from ombrelle.load.entry import Content
from ombrelle.problems import Severity
from ombrelle.scaffold import Refusal, trial

__all__ = [
    "FieldMap",
    "Intake",
    "MapFaultsError",
    "RowFault",
    "apply",
    "diff",
    "propose",
    "read_map",
    "read_table",
    "reader_of",
    "take_in",
]


@dataclass(frozen=True, slots=True)
class Intake:
    """What comes of a table: the files to write, how many rows do what, and what is doubtful in them."""

    changes: Changes
    new: int
    updated: int
    unchanged: int
    left_out: int
    faults: tuple[RowFault, ...]


def reader_of(
    root: Path, files: Sequence[SourceFile], content: Content, kind: Kind, district: str | None
) -> Reader:
    """A reader of entries of a kind. Refusal for a district that there is not, or that is missing."""
    return Reader(root, Cells(kind, content), Places(files, content, kind, district))


def take_in(table: Table, fields: FieldMap, reader: Reader, today: date) -> Intake:
    """Read every row. Nothing is written, and nothing invented: a row with an error is left out."""
    readings = [reader.read(row, fields) for row in table.rows]
    doubts = [of_doubt(reading.row, doubt, fields) for reading in readings for doubt in reading.doubts]
    faults = dict.fromkeys([*doubts, *_repeats(readings)])
    repeated = {fault.row for fault in _repeats(readings)}
    tried = [reading for reading in readings if reading.changed and reading.row.number not in repeated]
    while True:
        # A row that is left out may be missed by another: until no more are left out.
        faults |= dict.fromkeys(_problems(tried, fields, reader.cells.content, today))
        left_out = {fault.row for fault in faults if fault.is_error}
        kept = [reading for reading in tried if reading.row.number not in left_out]
        if len(kept) == len(tried):
            return _intake(readings, kept, left_out, sorted(faults, key=lambda fault: fault.row))
        tried = kept


def _intake(
    readings: Sequence[Reading],
    kept: Sequence[Reading],
    left_out: Collection[int],
    faults: Iterable[RowFault],
) -> Intake:
    texts = {draft.path: draft.text for each in kept for draft in each.drafts if draft.path in each.changed}
    new = sum(each.is_new for each in kept)
    unchanged = sum(not each.changed and each.row.number not in left_out for each in readings)
    return Intake(Changes({}, texts), new, len(kept) - new, unchanged, len(left_out), tuple(faults))


def _repeats(readings: Iterable[Reading]) -> Iterator[RowFault]:
    """Rows whose entry is that of a row above."""
    seen: set[str] = set()
    for reading in readings:
        if reading.path in seen:
            yield RowFault(reading.row.number, "", Refusal("import-twice", path=reading.path))
        seen.add(reading.path)


def _problems(
    readings: Sequence[Reading], fields: FieldMap, content: Content, today: date
) -> Iterator[RowFault]:
    """What the check would say of the files that rows change."""
    rows = {draft.path: (each, draft) for each in readings for draft in each.drafts}
    for problem in trial([draft for _, draft in rows.values()], content, today) if rows else ():
        reading, draft = rows[problem.location.path]
        if draft.path in reading.changed and problem.severity is not Severity.INFO:
            yield of_problem(reading.row, problem, draft, fields)
