"""The map of a table: which column fills which field. Proposed first, then read as a person left it."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from ombrelle.intake.cells import Cells
from ombrelle.intake.tables import Table
from ombrelle.kinds.base import Kind
from ombrelle.kinds.values import LocalText
from ombrelle.load.entry import Content
from ombrelle.problems import Problems
from ombrelle.scaffold import Refusal, UnknownFieldError, Way, description_of, example_of, needed, shape_of
from ombrelle.scaffold.fields import shapes
from ombrelle.sources.document import read_document
from ombrelle.text import slugify

ID: Way = ("id",)
_ENOUGH = 0.6
"""The share of the values of a column that must be words of a vocabulary to propose its field."""

_HEADS = {
    "fr": (
        "Quelle colonne remplit quel champ. Corrigez, ôtez ou ajoutez des lignes, puis relancez avec --map.",
        "Sans champ trouvé\u00a0:",
        "Obligatoires et sans colonne\u00a0: ôtez le «\u00a0#\u00a0», et le texte vaudra pour chaque ligne.",
    ),
    "en": (
        "Which column fills which field. Mend, remove or add lines, then run again with --map.",
        "No field was found for:",
        "Required and without a column: take away the “#”, and the same text will hold for every row.",
    ),
}


@dataclass(frozen=True, slots=True)
class FieldMap:
    """The column of each field, and the values that are the same for every row."""

    columns: Mapping[Way, str]
    values: Mapping[Way, str]


def propose(table: Table, kind: Kind, content: Content, language: str) -> str:
    """The text of a map: each column matched by its name or by its values, and what remains as comments."""
    found = _matched(table, kind, content)
    head, without, missing = _HEADS[language]
    lines = [f"# {head}", "columns:"]
    lines += [f"  {'.'.join(way)}: {json.dumps(column, ensure_ascii=False)}" for column, way in found.items()]
    rest = [column for column in table.columns if column not in found]
    lines += [f"  # {without}"] * bool(rest)
    lines += [f"  # …: {json.dumps(column, ensure_ascii=False)}" for column in rest]
    wanted = [way for way in needed(kind) if not any(way[0] == other[0] for other in found.values())]
    lines += ["", "values: {}"] if not wanted else ["", f"# {missing}", "# values:"]
    for way in wanted:
        words, example = description_of(kind, way, language), example_of(kind, way) or "…"
        lines += [f"#   {'.'.join(way)}: {example}   # {words}"]
    return "\n".join(lines) + "\n"


def read_map(path: Path, table: Table, kind: Kind) -> FieldMap:
    """The map as it was left. Refusal for a file that is none, or that names no column or field of ours."""
    if not path.is_file():
        raise Refusal("import-no-file", file=path)
    problems = Problems()
    document = read_document(path.name, path.read_text(encoding="utf-8-sig"), problems)
    data = document.data if document and not problems.errors else {}
    columns = dict(_entries(data.get("columns"), kind))
    if not columns:
        raise Refusal("import-no-map", file=path)
    for column in columns.values():
        if column not in table.columns:
            raise Refusal.near("import-column", column, table.columns, value=column, file=path)
    return FieldMap(columns, dict(_entries(data.get("values"), kind)))


def _entries(data: object, kind: Kind) -> Iterator[tuple[Way, str]]:
    for name, value in data.items() if isinstance(data, dict) else ():
        way = tuple(str(name).split("."))
        try:
            if way != ID:
                shape_of(kind, way)
        except UnknownFieldError as error:
            raise Refusal.near("new-field-unknown", error.name, error.known, field=name) from None
        if isinstance(value, str) and value:
            yield way, value


def _matched(table: Table, kind: Kind, content: Content) -> dict[str, Way]:
    """Columns with their fields, in the order of the table; each field once."""
    ways = list(_ways(kind))
    texts = [way for way in ways if way != ID and shape_of(kind, way).core is LocalText]
    found: dict[str, Way] = {}
    for column in table.columns:
        free = [way for way in ways if way not in found.values()]
        way = _by_name(column, free) or _in_language(column, texts, content.languages.codes)
        way = way or _by_values(column, table, free, kind, content)
        if way and way not in found.values():
            found[column] = way
    return found


def _ways(kind: Kind) -> Iterator[Way]:
    yield ID
    for name, shape in shapes(kind.facts).items():
        if shape.group and not shape.many:
            yield from ((name, inner) for inner in shapes(shape.group))
        elif not shape.group:
            yield (name,)


def _by_name(column: str, ways: list[Way]) -> Way | None:
    """The field that a column is named after."""
    words = slugify(column.replace("_", "-"))
    for way in ways:
        if words in {slugify("-".join(way).replace("_", "-")), *_names().get(".".join(way), ())}:
            return way
    return None


def _in_language(column: str, ways: list[Way], languages: tuple[str, ...]) -> Way | None:
    """One form of a short text: `Pitch (en)` is the English form of its field."""
    stem, _, last = slugify(column).rpartition("-")
    way = _by_name(stem, ways) if last in languages else None
    return (*way, last) if way else None


def _by_values(column: str, table: Table, ways: list[Way], kind: Kind, content: Content) -> Way | None:
    """The field whose vocabulary has most of the values of a column."""
    cells = Cells(kind, content)
    values = [row.cells[column] for row in table.rows if column in row.cells]
    for way in ways:
        known = [cells.is_known(way, value) for value in values if way != ID]
        if known and sum(known) >= _ENOUGH * len(known):
            return way
    return None


@cache
def _names() -> Mapping[str, list[str]]:
    return tomllib.loads((files("ombrelle.intake") / "names.toml").read_text(encoding="utf-8"))
