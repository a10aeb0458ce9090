"""From what pydantic says to what an editor reads: a code, a place in the file, the values of the message."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ombrelle.load.guesses import Refusal, guesses, has_bullets, repair
from ombrelle.load.keys import fields_at, meant_key
from ombrelle.problems import Location, Problems, Value
from ombrelle.problems.catalogue import definitions
from ombrelle.sources.document import Document
from ombrelle.sources.yaml import Path

CODES: Mapping[str, str] = {
    "missing": "missing-field",
    "extra_forbidden": "unknown-key",
    "literal_error": "unknown-choice",
    "model_type": "map-expected",
    "model_attributes_type": "map-expected",
    "dict_type": "map-expected",
    "tuple_type": "list-expected",
    "list_type": "list-expected",
    "string_type": "text-expected",
    "bool_parsing": "yes-or-no-expected",
    "bool_type": "yes-or-no-expected",
    "too_long": "too-many",
    "too_short": "too-few",
    "greater_than_equal": "out-of-range",
    "less_than_equal": "out-of-range",
    "string_pattern_mismatch": "form-of-value",
    **dict.fromkeys(
        (
            "finite_number",
            "int_parsing_size",
            "int_parsing",
            "int_type",
            "float_parsing",
            "float_type",
            "decimal_parsing",
            "decimal_type",
        ),
        "number-expected",
    ),
}
"""Codes by pydantic's own types; every other type is a code of ours, raised by `kinds.values`."""


@dataclass(frozen=True, slots=True)
class Read:
    """What was read otherwise than it is written, by its way.

    `fillers` are the words that stood where a value was to come; `cuts` the places of values in pieces.
    """

    fillers: Mapping[Path, str] = field(default_factory=dict)
    cuts: Mapping[Path, Location] = field(default_factory=dict)


_AS_WRITTEN = Read()


def report(
    error: ValidationError,
    document: Document,
    kind: str,
    model: type[BaseModel],
    problems: Problems,
    read: Read = _AS_WRITTEN,
) -> None:
    """Turn each error of a validation into a problem at its line."""
    details = error.errors(include_url=False)
    places = [detail["loc"] for detail in details]
    meant = _meant_keys(details, model)
    for detail in details:
        if _follows(detail, places) or (detail["type"] == "missing" and _real_path(detail) in meant):
            continue
        path = _real_path(detail)
        if document.is_doubtful(path):
            continue
        refusal = Refusal(detail, model, path, document)
        code = _code(detail)
        values = {
            "field": _name(path),
            "inside": _name(path[:-1]),
            "kind": kind,
            **_context(detail),
            **guesses(code, refusal),
        }
        values["repair"] = repair(path, values.get("near"))
        filler = read.fillers.get(path, "") if code == "missing-field" else ""
        whole = document.locate(path) if filler else read.cuts.get(path)
        place = whole or _place(code, document, path, detail)
        problems.add(code, place, **values, **({"filler": filler} if filler else {}))


def _follows(detail: ErrorDetails, places: list[tuple[int | str, ...]]) -> bool:
    """Whether a list is too short only because its items have faults of their own."""
    loc = detail["loc"]
    return detail["type"] == "too_short" and any(
        other[: len(loc)] == loc and len(other) > len(loc) for other in places
    )


def _meant_keys(details: list[ErrorDetails], model: type[BaseModel]) -> set[Path]:
    """The fields that are there under a misspelled name, and so not missing."""
    unknown = [_real_path(detail) for detail in details if detail["type"] == "extra_forbidden"]
    return {(*path[:-1], meant_key(str(path[-1]), fields_at(model, path[:-1]))) for path in unknown}


def _code(detail: ErrorDetails) -> str:
    code = CODES.get(detail["type"], detail["type"])
    if code == "list-expected" and isinstance(detail["input"], str) and has_bullets(detail["input"]):
        return "yaml-list-dash"
    return code if code in definitions() else "value-not-understood"


def _real_path(detail: ErrorDetails) -> Path:
    """The way to the value, without the words that pydantic adds for unions and keys of maps."""
    own_key = (detail.get("ctx") or {}).get("key")
    path = tuple(part for part in detail["loc"] if part != "[key]")
    return (*path, own_key) if own_key else path


def _place(code: str, document: Document, path: Path, detail: ErrorDetails) -> Location:
    on_key = code in {"missing-field", "unknown-key", "unknown-language"} or "[key]" in detail["loc"]
    if code == "missing-field" and not document.has(path) and len(path) == 1:
        return Location(document.path, document.first_line)
    return document.locate(path, key=on_key)


def _name(path: Path) -> str:
    return next((part for part in reversed(path) if isinstance(part, str)), "")


def _context(detail: ErrorDetails) -> dict[str, Value]:
    context = {key: value for key, value in (detail.get("ctx") or {}).items() if isinstance(value, Value)}
    if isinstance(detail["input"], str):
        context.setdefault("value", detail["input"])
    return context
