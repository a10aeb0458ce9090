"""Open data: each dataset as JSON, CSV and, where it has places, GeoJSON, with its schema and licence."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any, cast

from pydantic import BaseModel

from ombrelle.dates import PartialDate
from ombrelle.kinds import BY_NAME
from ombrelle.kinds.base import Facts
from ombrelle.kinds.quartier import Quartier
from ombrelle.kinds.values import LocalText
from ombrelle.load.entry import Entry
from ombrelle.outputs.output import Output
from ombrelle.views.datasets import DATASETS, SCHEMA_URL, VERSION, DatasetPlan, published
from ombrelle.views.edition import Edition

_PRIVATE = frozenset(Facts.model_fields) | {"contacts", "contact", "menu", "emblem", "logo"}
"""Fields that serve the making of the site, or that name persons to write to."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so is a formula to a spreadsheet: https://owasp.org/www-community/attacks/CSV_Injection."""

Record = dict[str, Any]


def outputs(edition: Edition) -> Iterator[Output]:
    """The files of every dataset."""
    for dataset in DATASETS:
        entries = published(edition.library, dataset)
        records = [_record(edition, entry) for entry in entries]
        base = f"data/{VERSION}/{dataset.name}"
        yield Output(f"{base}.json", _json(_described(edition, dataset, records)))
        yield Output(f"{base}.csv", _csv(records))
        yield Output(SCHEMA_URL.format(name=dataset.name).lstrip("/"), _json(_schema(edition, dataset)))
        if dataset.has_places:
            yield Output(f"{base}.geojson", _json(_geojson(edition, entries)))


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
    licence = edition.library.site.data_licence
    return {
        "schema": edition.routes.absolute(SCHEMA_URL.format(name=dataset.name)),
        "licence": {"name": licence.name, "url": licence.url},
        "updated": edition.library.today.isoformat(),
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
        "$id": edition.routes.absolute(SCHEMA_URL.format(name=dataset.name)),
        "title": dataset.name,
        "type": "object",
        "properties": own | {name: _or_null(value) for name, value in kept.items()},
        "required": ["id", "url", *(name for name in schema.get("required", []) if name not in _PRIVATE)],
        "$defs": schema.get("$defs", {}),
    }


def _or_null(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"anyOf": [schema, {"type": "null"}]}


def _geojson(edition: Edition, entries: tuple[Entry, ...]) -> Record:
    """RFC 7946: a point for each place of each district."""
    chain = edition.library.languages.source.chain
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
            "properties": {
                "district": entry.id,
                "district_name": entry.title(chain).text,
                "place": place.name,
                "role": place.role,
            },
        }
        for entry in entries
        for place in cast(Quartier, entry.facts).places
    ]
    return {"type": "FeatureCollection", "features": features}


def _json(value: Record) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _csv(records: list[Record]) -> bytes:
    rows = [dict(_cells(record)) for record in records]
    columns = list(dict.fromkeys(column for row in rows for column in row)) or ["id"]
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({column: _cell(value) for column, value in row.items()} for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _cells(record: Record, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Columns of a record: one per key of a map, one cell for a list of words; lists of maps stay in the JSON."""
    for name, value in record.items():
        if isinstance(value, dict):
            yield from _cells(value, f"{prefix}{name}_")
        elif isinstance(value, list):
            if not any(isinstance(item, dict) for item in value):
                yield f"{prefix}{name}", "|".join(map(str, value))
        else:
            yield f"{prefix}{name}", value


def _cell(value: Any) -> str:
    text = "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    is_formula = text.startswith(_FORMULA) and not isinstance(value, int | float)
    return f"'{text}" if is_formula else text
