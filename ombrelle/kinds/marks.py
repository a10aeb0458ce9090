"""The marked values of an entry: references, terms, media and translatable texts, with the way to each.

The ways are worked out once per model from its annotations, so that walking an entry costs only its values.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from ombrelle.kinds.values import InWords, LeadsTo, LocalText, MediaFile, RefersTo, TermOf

Mark = RefersTo | TermOf | MediaFile | LeadsTo | InWords | type[LocalText]
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A value, what it is marked as, and the way to it in the YAML."""

    path: Path
    mark: Mark
    value: Any


def marked(model: BaseModel, path: Path = ()) -> Iterator[Marked]:
    """Every marked value below a model, in the order of its fields."""
    for attribute, key, shape in _shapes(type(model)):
        value = getattr(model, attribute)
        if value is not None:
            yield from _walk(value, shape, (*path, key))


def marked_data(model: type[BaseModel], data: Mapping[str, Any], path: Path = ()) -> Iterator[Marked]:
    """The same for data that `model` refused: every text that stands where a mark would be."""
    for _, key, shape in _shapes(model):
        value = data.get(key)
        items = enumerate(value) if shape.many and isinstance(value, list) else [(None, value)]
        for index, item in items:
            way = (*path, key) if index is None else (*path, key, index)
            if isinstance(item, str) and shape.mark not in {None, LocalText}:
                yield Marked(way, shape.mark, item)
            elif isinstance(item, dict) and shape.model is not None:
                yield from marked_data(shape.model, item, way)


def ways(model: type[BaseModel], mark: Mark) -> Iterator[tuple[str, ...]]:
    """The way to every field of a model that holds values of `mark`, groups of fields on it too."""
    for _, key, shape in _shapes(model):
        if shape.mark is mark:
            yield (key,)
        elif shape.model is not None:
            below = [(key, *way) for way in ways(shape.model, mark)]
            if below:
                yield from [(key,), *below]


def _walk(value: Any, shape: _Shape, path: Path) -> Iterator[Marked]:
    if shape.many:
        for index, item in enumerate(value):
            yield from _one(item, shape, (*path, index))
    else:
        yield from _one(value, shape, path)


def _one(value: Any, shape: _Shape, path: Path) -> Iterator[Marked]:
    if shape.mark is not None:
        yield Marked(path, shape.mark, value)
    elif isinstance(value, BaseModel):
        yield from marked(value, path)


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a field holds: one or many of a marked value, or of a model (no mark)."""

    mark: Mark | None
    many: bool
    model: type[BaseModel] | None = None


@cache
def _shapes(model: type[BaseModel]) -> tuple[tuple[str, str, _Shape], ...]:
    found = []
    for name, info in model.model_fields.items():
        shape = _shape(info.annotation, tuple(info.metadata))
        if shape:
            found.append((name, info.alias or name, shape))
    return tuple(found)


def _shape(annotation: Any, metadata: tuple[Any, ...]) -> _Shape | None:
    mark = next(
        (item for item in metadata if isinstance(item, RefersTo | TermOf | MediaFile | LeadsTo | InWords)),
        None,
    )
    if mark is not None:
        return _Shape(mark, many=False)
    if get_origin(annotation) is Annotated:
        inner, *rest = get_args(annotation)
        return _shape(inner, tuple(rest))
    if get_origin(annotation) is tuple:
        inner_shape = _shape(get_args(annotation)[0], ())
        return replace(inner_shape, many=True) if inner_shape else None
    if isinstance(annotation, type):
        if issubclass(annotation, LocalText):
            return _Shape(LocalText, many=False)
        return _Shape(None, many=False, model=annotation) if issubclass(annotation, BaseModel) else None
    options = [_shape(option, ()) for option in get_args(annotation) if option is not type(None)]
    return next((option for option in options if option), None)
