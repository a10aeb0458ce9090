"""Which keys a map of a file may have, and which one a person meant who wrote another."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from pydantic import BaseModel

from ombrelle.sources.yaml import Path
from ombrelle.text import nearest, slugify


def fields_at(model: type[BaseModel], path: Path) -> list[str]:
    """The keys that the map at `path` may have; none where the way leads out of the models."""
    schema = _schema(model)
    node: Any = schema
    for part in path:
        node = _follow(schema, node, part)
    return sorted(_follow_reference(schema, node).get("properties", {}))


def meant_key(key: str, known: Collection[str]) -> str:
    """The known key that `key` stands for, by its spelling or as people call the field; "" for none."""
    word = slugify(key.replace("_", "-"))
    named = (way.rpartition(".")[2] for way, names in other_names().items() if word in names)
    parts = (part for part in word.split("-") if part in known)
    return next((name for name in named if name in known), "") or nearest(key, known) or next(parts, "")


@cache
def other_names() -> Mapping[str, list[str]]:
    """What people call fields, without accents and capitals, by the way to the field ("place.city")."""
    return tomllib.loads((files("ombrelle.load") / "names.toml").read_text(encoding="utf-8"))


@cache
def _schema(model: type[BaseModel]) -> dict[str, Any]:
    return model.model_json_schema(by_alias=True)


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
