"""YAML to models: empty fields are told and left out, then the model of the kind checks the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from ombrelle.load.faults import report
from ombrelle.problems import Problems
from ombrelle.sources.document import Document
from ombrelle.sources.yaml import Path

M = TypeVar("M", bound=BaseModel)


def validate(
    model: type[M], document: Document, kind: str, languages: Sequence[str], problems: Problems
) -> M | None:
    """The frozen value of a document, or None with its faults in `problems`."""
    empty: list[Path] = []
    data = _without_empty(document.data, (), empty)
    try:
        value = model.model_validate(data, context={"languages": languages})
    except ValidationError as error:
        missing = {tuple(detail["loc"]) for detail in error.errors() if detail["type"] == "missing"}
        _tell_empty([path for path in empty if path not in missing], document, problems)
        report(error, document, kind, model, problems)
        return None
    _tell_empty(empty, document, problems)
    return value


def _tell_empty(paths: Sequence[Path], document: Document, problems: Problems) -> None:
    for path in paths:
        problems.add("empty-value", document.locate(path, key=True), field=str(path[-1]))


def _without_empty(value: Any, path: Path, empty: list[Path]) -> Any:
    if isinstance(value, Mapping):
        kept = {}
        for key, item in value.items():
            if item == "":
                empty.append((*path, key))
            else:
                kept[key] = _without_empty(item, (*path, key), empty)
        return kept
    if isinstance(value, list):
        return [_without_empty(item, (*path, index), empty) for index, item in enumerate(value)]
    return value
