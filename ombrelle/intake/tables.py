"""A table as people keep it, CSV, JSON or Excel, as rows of text by the names of its columns."""

from __future__ import annotations

import codecs
import csv
import io
import json
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from ombrelle.scaffold.plan import Refusal

_SEPARATORS = (";", ",", "\t")
_SEPARATOR_LINE = re.compile(r"sep=([;,\t])\r?\n", re.IGNORECASE)
"""A first line by which Excel tells the separator to itself."""

_MOST_CHARACTERS = 1_000_000
"""Of a cell: csv's own limit is less than a long article."""

_NOT_OF_EXCEL = (BadZipFile, zlib.error, EOFError, KeyError, IndexError, TypeError, ValueError, SyntaxError)
"""What openpyxl raises for a file that is no workbook; what its XML is parsed with raises a SyntaxError."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its number as a spreadsheet shows it, its cells by column, and those beyond the last column.

    Empty cells are left out.
    """

    number: int
    cells: dict[str, str]
    beyond: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """The columns of a file, in order, and its rows."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def read_table(path: Path) -> Table:
    """Read a table. Refusal for a file that is none."""
    readers = {".csv": _read_csv, ".tsv": _read_csv, ".json": _read_json, ".xlsx": _read_excel}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise Refusal("import-form", file=path)
    if not path.is_file():
        raise Refusal("import-no-file", file=path)
    table = reader(path)
    twice = next((column for column, number in Counter(table.columns).items() if number > 1), "")
    if twice:
        raise Refusal("import-columns-twice", file=path, value=twice)
    if not table.rows:
        raise Refusal("import-empty", file=path)
    return table


def _read_csv(path: Path) -> Table:
    text = _decoded(path.read_bytes())
    told = _SEPARATOR_LINE.match(text)
    text, above = (text[told.end() :], 1) if told else (text, 0)
    csv.field_size_limit(_MOST_CHARACTERS)
    try:
        separator = told[1] if told else max(_SEPARATORS, key=lambda sign: _width(text, sign))
        return _table(list(enumerate(_cells(text, separator, strict=True), 1 + above)))
    except csv.Error:
        raise Refusal("import-quotes", file=path) from None


def _decoded(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")  # what Excel writes on a French Windows


def _width(text: str, separator: str) -> int:
    """How many columns the first row has where a sign parts them."""
    return len(next(_cells(text, separator, strict=False), []))


def _cells(text: str, separator: str, *, strict: bool) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=strict)


def _read_json(path: Path) -> Table:
    try:
        data = json.loads(path.read_bytes())
    except json.JSONDecodeError as error:
        raise Refusal("import-json", file=path, line=error.lineno, column=error.colno) from None
    except (ValueError, RecursionError):
        raise Refusal("import-unreadable", file=path) from None
    if isinstance(data, dict):
        data = next((value for value in data.values() if isinstance(value, list)), None)
    if not isinstance(data, list) or not all(isinstance(item, dict) for item in data):
        raise Refusal("import-no-list", file=path)
    rows = [Row(number, dict(_flat(item))) for number, item in enumerate(data, 1)]
    columns = dict.fromkeys(column for row in rows for column in row.cells)
    return Table(tuple(columns), tuple(row for row in rows if row.cells))


def _flat(item: dict[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    """The values of a JSON object; those of an object inside it are named `place.city`.

    Of a list of objects the first is named like one alone, as fields are; then there is `sources.2.url`.
    """
    for key, value in item.items():
        name = f"{above}{key}"
        if isinstance(value, dict):
            yield from _flat(value, f"{name}.")
        elif isinstance(value, list) and any(isinstance(each, dict) for each in value):
            for number, each in enumerate(value, 1):
                yield from _flat({name if number == 1 else f"{name}.{number}": each})
        else:
            text = "; ".join(map(_text, value)) if isinstance(value, list) else _text(value)
            yield from [(name, text)] if text else []


def _read_excel(path: Path) -> Table:
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise Refusal("import-no-excel", file=path) from None
    try:
        book = load_workbook(path, read_only=True, data_only=True)
        sheet = book.worksheets[0]
        rows = [[_text(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    except _NOT_OF_EXCEL:
        raise Refusal("import-unreadable", file=path) from None
    book.close()
    return _table(list(enumerate(rows, 1)))


def _table(numbered: Iterable[tuple[int, Sequence[str]]]) -> Table:
    """The first row that holds something names the columns."""
    lines = [(number, [cell.strip() for cell in cells]) for number, cells in numbered]
    lines = [(number, cells) for number, cells in lines if any(cells)]
    if not lines:
        return Table((), ())
    columns = lines[0][1]
    rows = [_row(number, columns, cells) for number, cells in lines[1:]]
    return Table(tuple(column for column in columns if column), tuple(rows))


def _row(number: int, columns: Sequence[str], cells: Sequence[str]) -> Row:
    named = {column: cell for column, cell in zip(columns, cells, strict=False) if column and cell}
    return Row(number, named, tuple(cell for cell in cells[len(columns) :] if cell))


def _text(value: object) -> str:
    """A cell as a person reads it: whole numbers without decimals, days as the site writes them."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        is_day = not (value.hour or value.minute)
        return value.date().isoformat() if is_day else value.isoformat(timespec="minutes")
    return value.isoformat() if isinstance(value, date) else str(value).strip()
