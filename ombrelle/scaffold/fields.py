"""The fields of a model as a person fills them in: which must be, which may be, and what each is.

A field is named by the way to it, `source.title`; in a list of groups the way leads to the first group.
Everything is read from the model and its descriptions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ombrelle.kinds.base import Contact, Facts
from ombrelle.kinds.descriptions import Description, describe
from ombrelle.kinds.values import LocalText, RefersTo, TermOf

Way = tuple[str, ...]

_ENOUGH: Mapping[type[BaseModel], str] = {Contact: "email"}
"""A group none of whose fields is required must still hold something: this one."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a field holds: one or many of `core`, which may be marked as a term or a reference."""

    core: Any
    many: bool = False
    mark: TermOf | RefersTo | None = None

    @property
    def group(self) -> type[BaseModel] | None:
        """The model of a group of fields; None for a value."""
        return self.core if isinstance(self.core, type) and issubclass(self.core, BaseModel) else None

    @property
    def choices(self) -> tuple[str, ...]:
        """The words that the model itself lists; () where any will do or a vocabulary lists them."""
        return get_args(self.core) if get_origin(self.core) is Literal else ()


class UnknownFieldError(Exception):
    """A way that leads to no field: the wrong name ("" for a group), and those that could stand there."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name = name
        self.known = known


def shapes(model: type[BaseModel]) -> dict[str, Shape]:
    """The fields of a model by their names in files, those of every kind of content last."""
    fields = sorted(model.model_fields.items(), key=lambda item: item[0] in Facts.model_fields)
    return {info.alias or name: _shape(info.annotation, info.metadata) for name, info in fields}


def required(model: type[BaseModel]) -> tuple[Way, ...]:
    """The ways to the values without which there is no such thing, in order."""
    return tuple(_required(model))


def optional(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields at the top that may be left out, in order."""
    return tuple(name for name in shapes(model) if not _info(model, name).is_required())


def shape_at(model: type[BaseModel], way: Way) -> Shape:
    """What the value at a way holds. A short text may be followed by a language: `pitch.en`."""
    name, *rest = way
    known = shapes(model)
    if name not in known:
        raise UnknownFieldError(name, tuple(known))
    shape = known[name]
    if not rest:
        if shape.group:
            raise UnknownFieldError("", tuple(f"{name}.{inner}" for inner in shapes(shape.group)))
        return shape
    if shape.group:
        return shape_at(shape.group, tuple(rest))
    if shape.core is LocalText and len(rest) == 1:
        return shape
    raise UnknownFieldError(rest[0], (name,))


def language_at(model: type[BaseModel], way: Way) -> str:
    """The language with which a way to a short text ends; "" for any other."""
    name, *rest = way
    group = shapes(model)[name].group
    if group and rest:
        return language_at(group, tuple(rest))
    return rest[0] if rest else ""


def path_at(model: type[BaseModel], way: Way) -> tuple[str | int, ...]:
    """A way as it leads through a file: into the first of each list of groups or of short texts."""
    name, *rest = way
    shape = shapes(model)[name]
    is_inside = shape.many and (shape.group or shape.core is LocalText)
    inner = path_at(shape.group, tuple(rest)) if shape.group and rest else tuple(rest)
    return (name, *([0] if is_inside else []), *inner)


def described(model: type[BaseModel], way: Way) -> tuple[Description, ...]:
    """What each field on a way says, the outermost first."""
    name, *rest = way
    group = shapes(model)[name].group
    inner = described(group, tuple(rest)) if group and rest else ()
    return (describe(model, name), *inner)


def _required(model: type[BaseModel]) -> Iterator[Way]:
    for name, shape in shapes(model).items():
        if _info(model, name).is_required() or name == _ENOUGH.get(model):
            inner = _required(shape.group) if shape.group else iter([()])
            yield from ((name, *way) for way in inner)


def _info(model: type[BaseModel], name: str) -> FieldInfo:
    return next(info for field, info in model.model_fields.items() if name in {field, info.alias})


def _shape(annotation: Any, metadata: list[Any] | tuple[Any, ...] = ()) -> Shape:
    mark = next((item for item in metadata if isinstance(item, TermOf | RefersTo)), None)
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *rest = get_args(annotation)
        found = _shape(inner, rest)
    elif origin is tuple:
        inside = _shape(get_args(annotation)[0])
        found = Shape(inside.core, True, inside.mark)
    elif origin is None or origin is Literal or origin is dict:
        found = Shape(annotation)
    else:
        found = _shape(next(option for option in get_args(annotation) if option is not type(None)))
    return Shape(found.core, found.many, mark or found.mark)
