"""A table as people keep it, CSV, JSON or Excel, as rows of text by the names of its columns."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from ombrelle.scaffold.plan import Refusal

_SEPARATORS = (";", ",", "\t")


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its number as a spreadsheet shows it, and its cells by column; empty ones are left out."""

    number: int
    cells: dict[str, str]


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
    try:
        table = reader(path)
    except (ValueError, csv.Error, BadZipFile, KeyError) as error:
        raise Refusal("import-unreadable", file=path, reason=error) from None
    if not table.rows:
        raise Refusal("import-empty", file=path)
    return table


def _read_csv(path: Path) -> Table:
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252")  # what Excel writes on a French Windows
    header = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=header.count)
    return _table(enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True), 1))


def _read_json(path: Path) -> Table:
    data = json.loads(path.read_text(encoding="utf-8-sig"))
    if isinstance(data, dict):
        data = next((value for value in data.values() if isinstance(value, list)), None)
    if not isinstance(data, list) or not all(isinstance(item, dict) for item in data):
        raise ValueError("[{…}, {…}]")
    rows = [Row(number, dict(_flat(item))) for number, item in enumerate(data, 1)]
    columns = dict.fromkeys(column for row in rows for column in row.cells)
    return Table(tuple(columns), tuple(rows))


def _flat(item: dict[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    """The values of a JSON object; those of an object inside it are named `place.city`."""
    for key, value in item.items():
        name = f"{above}{key}"
        if isinstance(value, dict):
            yield from _flat(value, f"{name}.")
        elif isinstance(value, list):
            yield name, "; ".join(_text(each) for each in value)
        elif _text(value):
            yield name, _text(value)


def _read_excel(path: Path) -> Table:
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise Refusal("import-no-excel", file=path) from None
    book = load_workbook(path, read_only=True, data_only=True)
    try:
        sheet = book.worksheets[0]
        return _table(
            enumerate(([_text(cell) for cell in row] for row in sheet.iter_rows(values_only=True)), 1)
        )
    finally:
        book.close()


def _table(numbered: Iterable[tuple[int, Sequence[str]]]) -> Table:
    """The first row that holds something names the columns."""
    lines = [(number, [cell.strip() for cell in cells]) for number, cells in numbered if any(cells)]
    if not lines:
        return Table((), ())
    columns = lines[0][1]
    rows = [
        Row(number, {column: cell for column, cell in zip(columns, cells, strict=False) if column and cell})
        for number, cells in lines[1:]
    ]
    return Table(tuple(column for column in columns if column), tuple(row for row in rows if row.cells))


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
