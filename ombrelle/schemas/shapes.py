"""The fields of a model as their forms: read once from its annotations, for every program that shows them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal, get_args, get_origin

from annotated_types import Ge, Le, MaxLen, MinLen
from pydantic import BaseModel, BeforeValidator
from pydantic.fields import FieldInfo

from ombrelle.dates import PartialDate
from ombrelle.kinds import values
from ombrelle.kinds.values import LocalText, MediaFile, RefersTo, TermOf


class Form(StrEnum):
    """What a value is written as."""

    TEXT = "string"
    LOCAL_TEXT = "local-text"
    SLUG = "slug"
    YES_NO = "boolean"
    WHOLE = "whole"
    NUMBER = "number"
    DAY = "day"
    MOMENT = "moment"
    URL = "url"
    EMAIL = "email"
    COLOUR = "colour"
    LANGUAGE = "language"
    SIREN = "siren"
    ID = "id"
    MEDIA = "media"
    CHOICE = "choice"
    REFERENCE = "reference"
    GROUP = "group"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class Shape:
    """What a field holds: one value of a form, or a list of them.

    `group` is the model of a group of fields, `short` whether one may be written as its first field alone.
    `choices` are the words that the model itself lists; `vocabulary` and `kind` say where others are listed.
    `least` and `most` bound a number, `fewest` and `longest` the length of a list.
    """

    form: Form
    many: bool = False
    group: type[BaseModel] | None = None
    short: bool = False
    choices: tuple[str, ...] = ()
    vocabulary: str = ""
    kind: str = ""
    pattern: str = ""
    least: float | None = None
    most: float | None = None
    fewest: int | None = None
    longest: int | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its key in files, the model that declares it, its shape, whether it must be there."""

    key: str
    model: str
    shape: Shape
    required: bool


def fields_of(model: type[BaseModel]) -> tuple[Field, ...]:
    """The fields of a model, its own first and then those that it has from its parents."""
    found = [
        Field(info.alias or name, _declared_in(model, name), _shape(info), info.is_required())
        for name, info in model.model_fields.items()
    ]
    return tuple(sorted(found, key=lambda field: field.model != model.__name__))


def groups_in(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The models of the groups inside a model, at any depth; one may come several times."""
    for field in fields_of(model):
        if field.shape.group:
            yield field.shape.group
            yield from groups_in(field.shape.group)


_BY_TYPE: Mapping[Any, Form] = {
    str: Form.TEXT,
    bool: Form.YES_NO,
    int: Form.WHOLE,
    float: Form.NUMBER,
    Decimal: Form.NUMBER,
    PartialDate: Form.DAY,
    datetime: Form.MOMENT,
    LocalText: Form.LOCAL_TEXT,
}

_BY_VALIDATOR: Mapping[Any, Form] = {
    get_args(values.Url)[1]: Form.URL,
    get_args(values.Email)[1]: Form.EMAIL,
    get_args(values.Colour)[1]: Form.COLOUR,
    get_args(values.LanguageCode)[1]: Form.LANGUAGE,
    get_args(values.Siren)[1]: Form.SIREN,
    get_args(values.Id)[1]: Form.ID,
    get_args(values.Slug)[1]: Form.SLUG,
}


def _declared_in(model: type[BaseModel], name: str) -> str:
    return next(
        (parent.__name__ for parent in model.__mro__ if name in vars(parent).get("__annotations__", {})),
        model.__name__,
    )


def _shape(info: FieldInfo) -> Shape:
    return _parse(info.annotation, tuple(info.metadata))


def _parse(annotation: Any, metadata: tuple[Any, ...]) -> Shape:
    if get_origin(annotation) is Annotated:
        inner, *rest = get_args(annotation)
        return _parse(inner, (*_spread(rest), *metadata))
    options = [option for option in get_args(annotation) if option is not type(None)]
    if get_origin(annotation) is tuple:
        return _list_of(_parse(options[0], ()), metadata)
    if options and get_origin(annotation) not in {Literal, dict}:
        return _parse(options[0], metadata)
    return _value(annotation, metadata)


def _spread(metadata: list[Any]) -> Iterator[Any]:
    """The marks of an annotation, those inside a `Field()` as well."""
    for mark in metadata:
        yield from mark.metadata if isinstance(mark, FieldInfo) else (mark,)


def _list_of(item: Shape, metadata: tuple[Any, ...]) -> Shape:
    fewest = next((mark.min_length for mark in metadata if isinstance(mark, MinLen)), None)
    longest = next((mark.max_length for mark in metadata if isinstance(mark, MaxLen)), None)
    return replace(item, many=True, fewest=fewest, longest=longest)


def _value(annotation: Any, metadata: tuple[Any, ...]) -> Shape:
    is_group = isinstance(annotation, type) and issubclass(annotation, BaseModel)
    return Shape(
        form=_form(annotation, metadata),
        group=annotation if is_group else None,
        short=is_group and any(isinstance(mark, BeforeValidator) for mark in metadata),
        choices=get_args(annotation) if get_origin(annotation) is Literal else (),
        vocabulary=next((mark.vocabulary for mark in metadata if isinstance(mark, TermOf)), ""),
        kind=next((mark.kind for mark in metadata if isinstance(mark, RefersTo)), ""),
        pattern=next((mark.pattern for mark in metadata if getattr(mark, "pattern", None)), ""),
        least=next((float(str(mark.ge)) for mark in metadata if isinstance(mark, Ge)), None),
        most=next((float(str(mark.le)) for mark in metadata if isinstance(mark, Le)), None),
    )


def _form(annotation: Any, metadata: tuple[Any, ...]) -> Form:
    for mark in metadata:
        match mark:
            case TermOf():
                return Form.CHOICE
            case RefersTo():
                return Form.REFERENCE
            case MediaFile():
                return Form.MEDIA
            case _ if mark in _BY_VALIDATOR:
                return _BY_VALIDATOR[mark]
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Form.GROUP
    return _BY_TYPE.get(annotation, Form.FREE)
