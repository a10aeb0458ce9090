"""What describes the open data as a whole to machines: a Data Package, a DCAT catalogue, a log of changes.

https://specs.frictionlessdata.io/data-package/ and https://www.w3.org/TR/vocab-dcat-3/.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from ombrelle.i18n.languages import Languages
from ombrelle.kinds.values import LocalText
from ombrelle.outputs.data import table_fields
from ombrelle.outputs.output import Output
from ombrelle.views.datasets import CATALOGUE, CHANGES, DATASETS, FORMS, PACKAGE, DatasetPlan
from ombrelle.views.edition import Edition

Node = dict[str, Any]

_TITLES = {"fr": "Journal du format des données ouvertes", "en": "Log of the form of the open data"}

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_MEDIA = "https://www.iana.org/assignments/media-types/"


def outputs(edition: Edition) -> Iterator[Output]:
    """The three files."""
    yield Output(PACKAGE.lstrip("/"), _json(_package(edition)))
    yield Output(CATALOGUE.lstrip("/"), _json(_catalogue(edition)))
    yield Output(CHANGES.lstrip("/"), _log().encode())


def _json(value: Node) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _package(edition: Edition) -> Node:
    """A Data Package in the source language, for programs that read tables."""
    site, absolute = edition.library.site, edition.routes.absolute
    chain = edition.library.languages.source.chain
    return {
        "profile": "data-package",
        "name": "open-data",
        "title": site.name.pick(chain).text,
        "description": site.summary.pick(chain).text,
        "homepage": absolute("/"),
        "version": _changes()[0]["version"],
        "created": f"{edition.library.today.isoformat()}T00:00:00Z",
        "licenses": [{"title": site.data_licence.name, "path": site.data_licence.url}],
        "sources": [{"title": site.publisher.pick(chain).text, "path": absolute("/")}],
        "resources": [resource for dataset in DATASETS for resource in _resources(edition, dataset)],
    }


def _resources(edition: Edition, dataset: DatasetPlan) -> Iterator[Node]:
    title = _name(edition, dataset).pick(edition.library.languages.source.chain).text
    for form, media in FORMS.items():
        is_table = form == "csv"
        yield {
            "name": f"{dataset.name}-{form}",
            "title": title,
            "path": f"{dataset.name}.{form}",
            "format": form,
            "mediatype": media,
            "encoding": "utf-8",
            "profile": "tabular-data-resource" if is_table else "data-resource",
        } | ({"schema": _table_schema(edition, dataset)} if is_table else {})


def _table_schema(edition: Edition, dataset: DatasetPlan) -> Node:
    return {"fields": table_fields(edition, dataset), "primaryKey": "id", "missingValues": [""]}


def _catalogue(edition: Edition) -> Node:
    site, absolute = edition.library.site, edition.routes.absolute
    publisher = {"@id": absolute("/#publisher"), "@type": "foaf:Organization"}
    languages = edition.library.languages
    return {
        "@context": _CONTEXT,
        "@id": absolute(CATALOGUE),
        "@type": "dcat:Catalog",
        "dct:title": _said(site.name, languages),
        "dct:description": _said(site.summary, languages),
        "dct:language": list(languages.codes),
        "dct:license": {"@id": site.data_licence.url},
        "dct:modified": _day(edition),
        "dct:publisher": publisher | {"foaf:name": _said(site.publisher, languages)},
        "foaf:homepage": {"@id": absolute("/")},
        "dcat:dataset": [_dataset(edition, dataset) for dataset in DATASETS],
    }


def _dataset(edition: Edition, dataset: DatasetPlan) -> Node:
    site, absolute = edition.library.site, edition.routes.absolute
    languages = edition.library.languages
    pages = edition.routes.by_key.get("data", {}).values()
    return {
        "@id": absolute(f"{CATALOGUE}#{dataset.name}"),
        "@type": "dcat:Dataset",
        "dct:title": _said(_name(edition, dataset), languages),
        "dct:description": _said(site.summary, languages),
        "dct:license": {"@id": site.data_licence.url},
        "dct:modified": _day(edition),
        "dct:publisher": {"@id": absolute("/#publisher")},
        "dcat:landingPage": [{"@id": absolute(page.url)} for page in pages],
        "dcat:distribution": [
            {
                "@type": "dcat:Distribution",
                "dct:title": f"{dataset.name}.{form}",
                "dcat:downloadURL": {"@id": absolute(dataset.url(form))},
                "dcat:mediaType": {"@id": f"{_MEDIA}{media}"},
                "dct:license": {"@id": site.data_licence.url},
            }
            | ({"dct:conformsTo": {"@id": absolute(dataset.url("schema.json"))}} if form == "json" else {})
            for form, media in FORMS.items()
        ],
    }


def _name(edition: Edition, dataset: DatasetPlan) -> LocalText:
    known = edition.library.content.vocabularies.get("sections", {}).get(dataset.section)
    return known.name if known else LocalText(dataset.name)


def _said(text: LocalText, languages: Languages) -> list[Node] | str:
    """A text in each language that has it: JSON-LD 1.1, 4.2.4."""
    if text.neutral is not None:
        return text.neutral
    return [{"@value": text.forms[code], "@language": code} for code in languages.codes if code in text.forms]


def _day(edition: Edition) -> Node:
    return {"@value": edition.library.today.isoformat(), "@type": "xsd:date"}


@cache
def _changes() -> tuple[Mapping[str, Any], ...]:
    """The changes, the newest first."""
    path = Path(__file__).with_name("data_changes.toml")
    return tuple(tomllib.loads(path.read_text(encoding="utf-8"))["change"])


def _log() -> str:
    """The changes in French, then in English."""
    return "\n".join(_log_in(lang) for lang in _TITLES)


def _log_in(lang: str) -> str:
    parts = [f"# {_TITLES[lang]}\n"]
    for change in _changes():
        parts.append(f"## {change['version']} ({change['date']})\n")
        parts.append("".join(f"- {line}\n" for line in change[lang]))
    return "\n".join(parts)
