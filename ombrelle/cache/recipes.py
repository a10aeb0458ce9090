"""What a page is made from, part by part: by it a page is found again, and its change explained."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

Recipe = Mapping[str, str]
"""The digest of each part: the program, the templates, the words, and each field of the view."""

NEW = "new"
"""Why a page was rendered that the build before did not have."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """A page when it was last rendered: of what, in which build, and which parts had changed."""

    recipe: Recipe
    build: int
    changed: tuple[str, ...]


def recipe_of(common: Recipe, view: Any, known: Mapping[int, str]) -> Recipe:
    """What the page of a view is made from; what is particular to a page, in `main`, part by part too.

    `known` are digests of values that many views share, by `id`. A view is values all through, so that what
    it would show is what it writes of itself.
    """
    parts = dict(common)
    for field in fields(view):
        value = getattr(view, field.name)
        if field.name == "main" and is_dataclass(value):
            parts["main"] = type(value).__name__
            parts |= {f"main.{each.name}": digest_of(getattr(value, each.name)) for each in fields(value)}
        else:
            parts[field.name] = known.get(id(value)) or digest_of(value)
    return parts


def digest_of(value: object) -> str:
    """A short name for a value, from what it writes of itself: 128 bits."""
    return hashlib.blake2b(repr(value).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def changes(recipe: Recipe, before: Recipe | None) -> tuple[str, ...]:
    """The parts that are not what they were; `NEW` alone where there was nothing."""
    if before is None:
        return (NEW,)
    return tuple(
        sorted(part for part in recipe.keys() | before.keys() if recipe.get(part) != before.get(part))
    )
