"""Open data: each dataset as JSON, CSV and GeoJSON, with its schema, its licence and where it is from."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from ombrelle.dates import PartialDate
from ombrelle.kinds import BY_NAME
from ombrelle.kinds.base import Facts
from ombrelle.kinds.descriptions import describe
from ombrelle.kinds.values import LocalText
from ombrelle.load.entry import Entry
from ombrelle.outputs.geojson import geojson, origin
from ombrelle.outputs.output import Output
from ombrelle.views.datasets import DATASETS, DatasetPlan, published
from ombrelle.views.edition import Edition

_PRIVATE = frozenset(Facts.model_fields) | {"contacts", "contact", "menu", "emblem", "logo"}
"""Fields that serve the making of the site, or that name persons to write to."""

_FORMULA = re.compile(r"(?:^|(?<=[;\t\r\n]))(\s*)(?=[=+\-@＝＋－＠\t\r])")
"""A cell that begins so is a formula to a spreadsheet: https://owasp.org/www-community/attacks/CSV_Injection.

The spreadsheets of countries with a decimal comma part cells at semicolons too, within ours.
"""

_LICENCE = "licence"
"""The last column: a table has no other place for it, and a row that is copied keeps it."""

_LANGUAGE = "en"
"""Of the descriptions in schemas, whose readers come from anywhere."""

_CELLS: Mapping[Any, str] = {bool: "boolean", int: "integer", float: "number", Decimal: "number"}

Record = dict[str, Any]


def outputs(edition: Edition) -> Iterator[Output]:
    """The files of every dataset."""
    for dataset in DATASETS:
        entries = published(edition.library, dataset)
        records = [_record(edition, entry) for entry in entries]
        yield _file(dataset, "json", _json(_described(edition, dataset, records)))
        yield _file(dataset, "csv", _csv(edition, dataset, records))
        yield _file(dataset, "schema.json", _json(_schema(edition, dataset)))
        yield _file(dataset, "geojson", _json(geojson(edition, dataset, entries)))


def _file(dataset: DatasetPlan, form: str, content: bytes) -> Output:
    return Output(dataset.url(form).lstrip("/"), content)


def _record(edition: Edition, entry: Entry) -> Record:
    pages = edition.routes.by_key.get(entry.key, {})
    return {
        "id": entry.id,
        "url": {lang: edition.routes.absolute(page.url) for lang, page in pages.items()},
        **(
            {"districts": _districts(edition, entry)} if "districts" in type(entry.facts).model_fields else {}
        ),
        **{
            name: value for name, value in _plain(entry.facts).items() if name not in {*_PRIVATE, "districts"}
        },
    }


def _districts(edition: Edition, entry: Entry) -> list[str]:
    return [district.id for district in edition.library.districts_of(entry)]


def _plain(value: Any) -> Any:
    """A value as JSON has it; a field without value is null."""
    if isinstance(value, LocalText):
        return value.neutral if value.neutral is not None else dict(value.forms)
    if isinstance(value, BaseModel):
        return {name: _plain(getattr(value, name)) for name in type(value).model_fields}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return _plain_scalar(value)


def _plain_scalar(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    return str(value) if isinstance(value, PartialDate) else value


def _described(edition: Edition, dataset: DatasetPlan, records: list[Record]) -> Record:
    return {
        "schema": edition.routes.absolute(dataset.url("schema.json")),
        **origin(edition),
        "count": len(records),
        "items": records,
    }


def _schema(edition: Edition, dataset: DatasetPlan) -> Record:
    """JSON Schema of a record, from the model of the kind."""
    model = BY_NAME[dataset.kind].facts
    schema = model.model_json_schema(by_alias=False)
    kept = {name: value for name, value in schema["properties"].items() if name not in _PRIVATE}
    text = {"type": "string"}
    own = {"id": text, "url": {"type": "object", "additionalProperties": text}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": edition.routes.absolute(dataset.url("schema.json")),
        "title": dataset.name,
        "type": "object",
        "properties": own | {name: _property(model, name, value) for name, value in kept.items()},
        "required": ["id", "url", *(name for name in schema.get("required", []) if name not in _PRIVATE)],
        "$defs": schema.get("$defs", {}),
    }


def _property(model: type[BaseModel], name: str, schema: Mapping[str, Any]) -> Mapping[str, Any]:
    said = describe(model, name).words[_LANGUAGE]
    return ({"description": said} if said else {}) | {"anyOf": [schema, {"type": "null"}]}


def _json(value: Record) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _csv(edition: Edition, dataset: DatasetPlan, records: list[Record]) -> bytes:
    return "".join(map(csv_line, _rows(edition, dataset, records))).encode("utf-8-sig")


def table(edition: Edition, dataset: DatasetPlan, entries: Sequence[Entry]) -> Iterator[list[str]]:
    """The columns of a dataset, then a row for each of these entries, every formula defused."""
    return _rows(edition, dataset, [_record(edition, entry) for entry in entries])


def csv_line(row: Sequence[str]) -> str:
    """A row of a table as RFC 4180 writes it."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerow(row)
    return text.getvalue()


def _rows(edition: Edition, dataset: DatasetPlan, records: list[Record]) -> Iterator[list[str]]:
    """A row per record. Columns follow the model, so that they are the same whatever the entries hold."""
    languages = edition.library.languages.codes
    columns = _shown_columns(dataset)
    licence = edition.library.site.data_licence.url
    yield ["id", "url", *(name for column in columns for name in column.names(languages)), _LICENCE]
    for record in records:
        cells = [cell for column in columns for cell in column.cells(record, languages)]
        yield [_cell(cell) for cell in (record["id"], record["url"][languages[0]], *cells, licence)]


def table_fields(edition: Edition, dataset: DatasetPlan) -> list[dict[str, str]]:
    """The columns of a table, their types in the words of Table Schema: https://specs.frictionlessdata.io."""
    languages = edition.library.languages.codes
    own = [
        {"name": name, "type": column.type}
        for column in _shown_columns(dataset)
        for name in column.names(languages)
    ]
    return [
        {"name": "id", "type": "string"},
        {"name": "url", "type": "string", "format": "uri"},
        *own,
        {"name": _LICENCE, "type": "string", "format": "uri"},
    ]


def _shown_columns(dataset: DatasetPlan) -> list[_Column]:
    return [column for column in _columns(BY_NAME[dataset.kind].facts) if column.path[0] not in _PRIVATE]


@dataclass(frozen=True, slots=True)
class _Column:
    """A field of a model, or of a model inside it; a translatable text gives a column per language.

    `type` is that of its cells in a Table Schema; a list is a text with bars between.
    """

    path: tuple[str, ...]
    is_text: bool
    type: str = "string"

    def names(self, languages: Sequence[str]) -> list[str]:
        name = "_".join(self.path)
        return [f"{name}_{lang}" for lang in languages] if self.is_text else [name]

    def cells(self, record: Record, languages: Sequence[str]) -> list[Any]:
        value: Any = record
        for name in self.path:
            value = value.get(name) if isinstance(value, dict) else None
        if self.is_text:
            return [value.get(lang) if isinstance(value, dict) else value for lang in languages]
        return ["|".join(map(str, value)) if isinstance(value, list) else value]


def _columns(model: type[BaseModel], path: tuple[str, ...] = ()) -> Iterator[_Column]:
    """The columns of a model. Lists of groups of fields have none: they are in the JSON."""
    for name, info in model.model_fields.items():
        inner = _inner(info.annotation)
        is_list = get_origin(info.annotation) is tuple
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            yield from () if is_list else _columns(inner, (*path, name))
        elif inner is not LocalText or not is_list:
            cells = "string" if is_list else _CELLS.get(inner, "string")
            yield _Column((*path, name), is_text=inner is LocalText, type=cells)


def _inner(annotation: Any) -> Any:
    """The type of a field without what marks, repeats or frees it."""
    options = [option for option in get_args(annotation) if option not in {type(None), Ellipsis}]
    return _inner(options[0]) if options else annotation


def _cell(value: Any) -> str:
    text = "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    return text if isinstance(value, int | float) else _FORMULA.sub(r"\1'", text)
