"""What is wrong with a row, at its column."""

from __future__ import annotations

from dataclasses import dataclass

from ombrelle.intake.mapping import FieldMap
from ombrelle.intake.place import Doubt
from ombrelle.intake.record import BODY
from ombrelle.intake.tables import Row
from ombrelle.problems import Problem, Problems, Severity
from ombrelle.scaffold import Draft, Refusal, Way
from ombrelle.sources.frontmatter import split
from ombrelle.sources.yaml import spans


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


def of_doubt(row: Row, doubt: Doubt, fields: FieldMap) -> RowFault:
    """A doubt about a row as its fault."""
    return RowFault(row.number, fields.column(doubt.way), doubt.refusal)


def of_problem(row: Row, problem: Problem, draft: Draft, fields: FieldMap) -> RowFault:
    """A problem of a file as a fault of the row that it is made from."""
    way = _way_of_text(draft, problem) if draft.path.endswith(".md") else _way(draft.text, problem, 1)
    return RowFault(row.number, fields.column(way) or ".".join(way), problem)


def _way_of_text(draft: Draft, problem: Problem) -> Way:
    """The way to a field of the head, or to the body, in the language of the text."""
    lang = draft.path.removesuffix(".md").rpartition(".")[2]
    parts = split(draft.path, draft.text.removeprefix("\ufeff").replace("\r\n", "\n"), Problems())
    way = _way(parts.head.text, problem, parts.head.first_line) if parts.head else ()
    if not way and problem.location.line >= parts.body_line:
        return (BODY, lang)
    return (way[0], lang) if way else ()


def _way(text: str, problem: Problem, first_line: int) -> Way:
    """The way to the value where a problem stands, or to the field that is missing there."""
    at = (problem.location.line - first_line + 1, problem.location.column)
    inside = [
        way
        for way, each in spans(text).items()
        if (each.key or each.value)[:2] <= at < max(each.value[2:], (each.key or each.value)[2:])
    ]
    way = max(inside, key=len, default=()) if problem.location.end_line else ()
    missing = str(dict(problem.values)["field"]) if problem.code == "missing-field" else ""
    return (*(part for part in way if isinstance(part, str)), *((missing,) if missing else ()))
