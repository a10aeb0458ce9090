"""From what pydantic says to what an editor reads: a code, a place in the file, the values of the message."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ombrelle.problems import Location, Problems, Value
from ombrelle.problems.catalogue import definitions
from ombrelle.sources.document import Document
from ombrelle.sources.yaml import Path
from ombrelle.text import nearest

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


def report(
    error: ValidationError, document: Document, kind: str, model: type[BaseModel], problems: Problems
) -> None:
    """Turn each error of a validation into a problem at its line."""
    details = error.errors(include_url=False)
    places = [detail["loc"] for detail in details]
    meant = _meant_keys(details, model)
    for detail in details:
        if _follows(detail, places) or (detail["type"] == "missing" and _real_path(detail) in meant):
            continue
        code = _code(detail)
        path = _real_path(detail)
        if document.is_doubtful(path):
            continue
        values = {
            "field": _name(path),
            "inside": _name(path[:-1]),
            "kind": kind,
            **_context(detail),
            **_guesses(code, detail, model, path),
        }
        values["repair"] = _repair(path, values.get("near"))
        problems.add(code, _place(code, document, path, detail), **values)


def fields_at(model: type[BaseModel], path: Path) -> list[str]:
    """The keys that the map at `path` may have; none where the way leads out of the models."""
    schema: dict[str, Any] = model.model_json_schema(by_alias=True)
    node: Any = schema
    for part in path:
        node = _follow(schema, node, part)
    return sorted(_follow_reference(schema, node).get("properties", {}))


def _follows(detail: ErrorDetails, places: list[tuple[int | str, ...]]) -> bool:
    """Whether a list is too short only because its items have faults of their own."""
    loc = detail["loc"]
    return detail["type"] == "too_short" and any(
        other[: len(loc)] == loc and len(other) > len(loc) for other in places
    )


def _meant_keys(details: list[ErrorDetails], model: type[BaseModel]) -> set[Path]:
    """The fields that are there under a misspelled name, and so not missing."""
    unknown = [_real_path(detail) for detail in details if detail["type"] == "extra_forbidden"]
    return {(*path[:-1], nearest(str(path[-1]), fields_at(model, path[:-1]))) for path in unknown}


def _code(detail: ErrorDetails) -> str:
    code = CODES.get(detail["type"], detail["type"])
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


def _repair(path: Path, near: Value | None) -> str:
    """The value to write, after the name of its field where it has one."""
    if not near:
        return ""
    return f"{path[-1]}: {near}" if path and isinstance(path[-1], str) else str(near)


def _context(detail: ErrorDetails) -> dict[str, Value]:
    context = {key: value for key, value in (detail.get("ctx") or {}).items() if isinstance(value, Value)}
    if isinstance(detail["input"], str):
        context.setdefault("value", detail["input"])
    return context


def _guesses(code: str, detail: ErrorDetails, model: type[BaseModel], path: Path) -> dict[str, Value]:
    guess = _GUESSES.get(code)
    return guess(detail, model, path) if guess else {}


def _near_key(detail: ErrorDetails, model: type[BaseModel], path: Path) -> dict[str, Value]:
    known = fields_at(model, path[:-1])
    return {"key": str(path[-1]), "near": nearest(str(path[-1]), known), "known": ", ".join(known)}


def _known_keys(detail: ErrorDetails, model: type[BaseModel], path: Path) -> dict[str, Value]:
    return {"known": ", ".join(fields_at(model, path))}


def _near_choice(detail: ErrorDetails, model: type[BaseModel], path: Path) -> dict[str, Value]:
    choices = str((detail.get("ctx") or {}).get("expected", "")).replace("'", "").replace(" or ", ", ")
    return {"choices": choices, "near": nearest(str(detail["input"]), choices.split(", "))}


def _as_list(detail: ErrorDetails, model: type[BaseModel], path: Path) -> dict[str, Value]:
    value = detail["input"]
    if isinstance(value, dict):
        return {}
    return {"near": f"[{value}]" if re.fullmatch(r"[\w .,-]+", str(value)) else f'["{value}"]'}


def _yes_or_no(detail: ErrorDetails, model: type[BaseModel], path: Path) -> dict[str, Value]:
    return {"near": {"oui": "true", "vrai": "true", "non": "false", "faux": "false"}.get(_said(detail), "")}


def _number(detail: ErrorDetails, model: type[BaseModel], path: Path) -> dict[str, Value]:
    plain = re.sub(r"\s", "", _said(detail)).replace(",", ".")
    return {"near": plain if re.fullmatch(r"-?\d+(?:\.\d+)?", plain) else ""}


def _said(detail: ErrorDetails) -> str:
    return str(detail["input"]).casefold()


def _limits(detail: ErrorDetails, model: type[BaseModel], path: Path) -> dict[str, Value]:
    context = detail.get("ctx") or {}
    bounds = {name: context[key] for key, name in (("ge", "least"), ("le", "most")) if key in context}
    lengths = {
        name: context[key]
        for key, name in (("min_length", "least"), ("max_length", "most"))
        if key in context
    }
    return {name: f"{value:g}" for name, value in (bounds | lengths).items()}


def _pattern(detail: ErrorDetails, model: type[BaseModel], path: Path) -> dict[str, Value]:
    return {"form": str((detail.get("ctx") or {}).get("pattern", "")).strip("^$")}


_GUESSES: Mapping[str, Callable[[ErrorDetails, type[BaseModel], Path], dict[str, Value]]] = {
    "unknown-key": _near_key,
    "unknown-choice": _near_choice,
    "list-expected": _as_list,
    "map-expected": _known_keys,
    "yes-or-no-expected": _yes_or_no,
    "number-expected": _number,
    "out-of-range": _limits,
    "too-many": _limits,
    "too-few": _limits,
    "form-of-value": _pattern,
}


def _follow(schema: dict[str, Any], node: Any, part: str | int) -> Any:
    node = _follow_reference(schema, node)
    if isinstance(part, int):
        return node.get("items", {})
    return node.get("properties", {}).get(part) or node.get("additionalProperties") or {}


def _follow_reference(schema: dict[str, Any], node: Any) -> dict[str, Any]:
    if not isinstance(node, dict):
        return {}
    options = node.get("anyOf") or node.get("allOf")
    if options:
        return _follow_reference(schema, next((o for o in options if "$ref" in o or "items" in o), {}))
    reference = node.get("$ref")
    return schema["$defs"][reference.rsplit("/", 1)[1]] if reference else node
