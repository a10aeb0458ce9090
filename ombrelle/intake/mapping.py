"""The map of a table: which column fills which field. Proposed first, then read as a person left it."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from ombrelle.i18n.languages import Languages
from ombrelle.intake.cells import Cells
from ombrelle.intake.record import BODY, DATE, ID, is_of_text, way_of
from ombrelle.intake.tables import Table
from ombrelle.kinds.base import Kind
from ombrelle.kinds.values import LocalText
from ombrelle.load.entry import Content
from ombrelle.load.keys import other_names
from ombrelle.problems import Problem, Problems, Severity
from ombrelle.scaffold import (
    Refusal,
    Way,
    choices,
    description_of,
    head_ways,
    needed,
    shape_of,
    typed_example,
)
from ombrelle.scaffold.fields import shapes
from ombrelle.scaffold.yaml_text import flow
from ombrelle.sources.document import read_document
from ombrelle.sources.files import read_text
from ombrelle.text import slugify

_ENOUGH = 0.6
"""The share of the values of a column that must be words of a vocabulary to propose its field."""

_DAY = "2026-11-23"


@dataclass(frozen=True, slots=True)
class FieldMap:
    """The column of each field, and the values that are the same for every row."""

    columns: Mapping[Way, str]
    values: Mapping[Way, str]

    def column(self, way: Way) -> str:
        """The column that fills a field or a part of it; "" for none."""
        near = [other for other in self.columns if way[: len(other)] == other]
        return self.columns[max(near, key=len)] if near else ""


class MapFaultsError(Exception):
    """A map that cannot be read, with what is wrong with it."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(len(problems))
        self.problems = problems


def propose(table: Table, kind: Kind, content: Content, language: str) -> str:
    """The text of a map: each column matched by its name or by its values, and what remains as comments."""
    found = _matched(table, kind, content)
    lines = [f"# {_say('head', language)}", "columns:"]
    lines += [f"  {'.'.join(way)}: {json.dumps(column, ensure_ascii=False)}" for column, way in found.items()]
    rest = [column for column in table.columns if column not in found]
    lines += [f"  # {_say('without', language)}"] * bool(rest)
    lines += [f"  # …: {json.dumps(column, ensure_ascii=False)}" for column in rest]
    day = (DATE,) if kind.dated else ()
    wanted = [way for way in (*day, *needed(kind)) if not any(way[0] == other[0] for other in found.values())]
    lines += ["", "values:"]
    lines += [f"  # {_say('missing', language)}"] * bool(wanted)
    lines += [f"  #{_wanted(way, kind, content, language)}" for way in wanted]
    return "\n".join(lines) + "\n"


def read_map(path: Path, table: Table, kind: Kind, languages: Languages) -> FieldMap:
    """The map as it was left. Refusal for one that names no column or field of ours; MapFaultsError."""
    if not path.is_file():
        raise Refusal("import-no-file", file=path)
    problems = Problems()
    text = read_text(path.parent, path.name, problems)
    document = read_document(path.name, text, problems) if text is not None else None
    if document is None or problems.errors:
        raise MapFaultsError(tuple(each for each in problems if each.severity is Severity.ERROR))
    columns = dict(_entries(document.data.get("columns"), kind, languages))
    if not columns:
        raise Refusal("import-no-map", file=path)
    for column in columns.values():
        if column not in table.columns:
            raise Refusal.near("import-column", column, table.columns, value=column, file=path)
    return FieldMap(columns, dict(_entries(document.data.get("values"), kind, languages)))


def _entries(data: object, kind: Kind, languages: Languages) -> Iterator[tuple[Way, str]]:
    for name, value in data.items() if isinstance(data, dict) else ():
        way = way_of(str(name), kind, languages)
        if not isinstance(value, str):
            raise Refusal("import-map-value", field=name)
        if value:
            yield way, value


def _matched(table: Table, kind: Kind, content: Content) -> dict[str, Way]:
    """Columns with their fields, in the order of the table; each field once."""
    ways = list(_ways(kind))
    texts = [way for way in ways if way not in (ID, DATE) and _is_said_in_each(kind, way)]
    cells = Cells(kind, content)
    found: dict[str, Way] = {}
    for column in table.columns:
        free = [way for way in ways if way not in found.values()]
        way = _by_name(column, free) or _in_language(column, texts, content.languages.codes)
        way = way or _by_values(column, table, free, cells)
        if way and way not in found.values():
            found[column] = way
    return found


def _ways(kind: Kind) -> Iterator[Way]:
    yield ID
    if kind.dated:
        yield DATE
    yield from head_ways(kind)
    yield (BODY,)
    for name, shape in shapes(kind.facts).items():
        if shape.group:
            yield from ((name, inner) for inner, below in shapes(shape.group).items() if not below.group)
        else:
            yield (name,)


def _is_said_in_each(kind: Kind, way: Way) -> bool:
    return is_of_text(kind, way) or shape_of(kind, way).core is LocalText


def _by_name(column: str, ways: list[Way]) -> Way | None:
    """The field that a column is named after."""
    words = slugify(column.replace("_", "-"))
    for way in ways:
        if words in {slugify("-".join(way).replace("_", "-")), *other_names().get(".".join(way), ())}:
            return way
    return None


def _in_language(column: str, ways: list[Way], languages: tuple[str, ...]) -> Way | None:
    """One form of a short text: `Pitch (en)` is the English form of its field."""
    stem, _, last = slugify(column).rpartition("-")
    way = _by_name(stem, ways) if last in languages else None
    return (*way, last) if way else None


def _by_values(column: str, table: Table, ways: list[Way], cells: Cells) -> Way | None:
    """The field whose vocabulary has most of the values of a column."""
    values = [row.cells[column] for row in table.rows if column in row.cells]
    for way in ways:
        known = sum(cells.is_known(way, value) for value in values)
        if known and known >= _ENOUGH * len(values):
            return way
    return None


def _wanted(way: Way, kind: Kind, content: Content, language: str) -> str:
    """A line for a value that every row needs: an example of it, and what it is."""
    if way == DATE:
        return f"date: {_DAY}   # {_say('date', language)}"
    words = choices(content, shape_of(kind, way))
    example = next(iter(words), "") or typed_example(kind, way, language) or "…"
    said = f"{description_of(kind, way, language)} {', '.join(words)}"
    return f"{'.'.join(way)}: {flow(example)}   # {said.strip()}"


def _say(key: str, language: str) -> str:
    words = tomllib.loads((files("ombrelle.intake") / "words.toml").read_text(encoding="utf-8"))
    text: str = words[key][language]
    return text
