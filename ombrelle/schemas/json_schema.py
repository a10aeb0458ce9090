"""JSON Schemas of the files that people write, for the editors that complete and explain them.

An editor types a scalar by YAML's rules, where our loader keeps it as text and the model types it: `2013`
is a number to the one and a year to the other. So each form accepts what YAML makes of a valid value.
References are proposed and not enforced: an entry may be named in the change that adds it.
Draft 7, which every editor knows: https://json-schema.org/draft-07.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from ombrelle.paths import ID_LENGTH, ID_PATTERN
from ombrelle.schemas.choices import Choices
from ombrelle.schemas.shapes import Field, Form, Shape, fields_of, groups_in
from ombrelle.schemas.words import label, meaning, word

Schema = dict[str, Any]

_DIALECT = "http://json-schema.org/draft-07/schema#"
_SCALAR = ["string", "number", "boolean"]
"""What YAML makes of a value that is text to us: `2013`, `3.10` and `true` are texts too."""


def model_schema(model: type[BaseModel], title: str, description: str, choices: Choices) -> Schema:
    """The schema of a file that holds one model."""
    writer = _Writer(choices)
    return {
        "$schema": _DIALECT,
        "title": title,
        "description": description,
        **writer.object(model),
        "definitions": writer.definitions(model),
    }


def map_schema(model: type[BaseModel], title: str, description: str, choices: Choices) -> Schema:
    """The schema of a file that holds models by their ids."""
    writer = _Writer(choices)
    return {
        "$schema": _DIALECT,
        "title": title,
        "description": description,
        "type": "object",
        "propertyNames": {"pattern": f"^{ID_PATTERN}$", "maxLength": ID_LENGTH},
        "additionalProperties": writer.object(model),
        "definitions": writer.definitions(model),
    }


@dataclass(frozen=True, slots=True)
class _Writer:
    choices: Choices

    def definitions(self, model: type[BaseModel]) -> Schema:
        groups = {group.__name__: group for group in groups_in(model)}
        return {name: {"title": word(name), **self.object(groups[name])} for name in sorted(groups)}

    def object(self, model: type[BaseModel]) -> Schema:
        fields = fields_of(model)
        required = [field.key for field in fields if field.required]
        return {
            "type": "object",
            "properties": {field.key: self._field(field) for field in fields},
            **({"required": required} if required else {}),
            "additionalProperties": False,
        }

    def _field(self, field: Field) -> Schema:
        said = {"title": label(field.model, field.key), "description": meaning(field.model, field.key)}
        if not field.shape.many:
            return said | self._value(field.shape)
        return said | {
            "type": "array",
            "items": self._value(field.shape),
            **_given(minItems=field.shape.fewest, maxItems=field.shape.longest),
        }

    def _value(self, shape: Shape) -> Schema:
        match shape.form:
            case Form.GROUP:
                return self._group(shape)
            case Form.LOCAL_TEXT:
                return self._local({"type": _SCALAR})
            case Form.SLUG:
                return self._local(_id())
            case Form.CHOICE:
                return self._choice(shape)
            case Form.REFERENCE:
                return {"type": _SCALAR, "examples": list(self.choices.entries.get(shape.kind, {}))}
            case form:
                return _PLAIN[form](shape)

    def _group(self, shape: Shape) -> Schema:
        assert shape.group is not None
        # A draft 7 reader ignores what stands beside `$ref`: the field's own words are outside of it.
        group = {"$ref": f"#/definitions/{shape.group.__name__}"}
        return {"anyOf": [group, {"type": _SCALAR}]} if shape.short else {"allOf": [group]}

    def _local(self, form: Schema) -> Schema:
        """A text that stands in every language, or one for each."""
        properties = {code: {"title": name, **form} for code, name in self.choices.languages.items()}
        return {"anyOf": [form, {"type": "object", "properties": properties, "additionalProperties": False}]}

    def _choice(self, shape: Shape) -> Schema:
        names = self.choices.terms.get(shape.vocabulary, {})
        words = list(shape.choices or names)
        said = [names.get(each, each) for each in words]
        numbers = [int(each) for each in words if each.isdecimal()]
        return {"enum": [*words, *numbers], "enumDescriptions": said + [names[str(n)] for n in numbers]}


def _id() -> Schema:
    return {
        "type": ["string", "integer"],
        "pattern": f"^{ID_PATTERN}$",
        "maxLength": ID_LENGTH,
        "patternErrorMessage": _expected("id"),
    }


def _text(shape: Shape) -> Schema:
    if not shape.pattern:
        return {"type": _SCALAR}
    return {"type": ["string", "integer"], "pattern": shape.pattern}


def _formed(pattern: str, *types: str) -> Callable[[Shape], Schema]:
    """A text of a form. A number that YAML makes of such a text is not checked further."""

    def schema(shape: Shape) -> Schema:
        return {
            "type": ["string", *types],
            "pattern": pattern,
            "patternErrorMessage": _expected(shape.form.value),
        }

    return schema


def _day(shape: Shape) -> Schema:
    pattern = r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"
    # YAML makes a number of a year alone.
    return _formed(pattern, "integer")(shape) | {"minimum": 1, "maximum": 9999}


def _number(shape: Shape) -> Schema:
    written = {"type": "string", "pattern": r"^\s*[+-]?(\d[\d_]*\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$"}
    bounds = _given(minimum=shape.least, maximum=shape.most)
    return {"anyOf": [{"type": "number", **bounds}, written]}


def _whole(shape: Shape) -> Schema:
    return {"anyOf": [{"type": "integer"}, {"type": "string", "pattern": r"^\s*[+-]?\d[\d_]*\s*$"}]}


def _yes_no(shape: Shape) -> Schema:
    # YAML 1.2 leaves as text, and 0 and 1 as numbers, what the model takes for true and false.
    words = "true|false|yes|no|on|off|y|n|t|f|1|0"
    pattern = "".join(f"[{sign}{sign.upper()}]" if sign.isalpha() else sign for sign in words)
    return {"anyOf": [{"type": "boolean"}, {"type": "string", "pattern": f"^({pattern})$"}, {"enum": [0, 1]}]}


_PLAIN: Mapping[Form, Callable[[Shape], Schema]] = {
    Form.TEXT: _text,
    Form.ID: lambda _: _id(),
    Form.MEDIA: lambda _: {"type": _SCALAR},
    Form.YES_NO: _yes_no,
    Form.WHOLE: _whole,
    Form.NUMBER: _number,
    Form.DAY: _day,
    Form.MOMENT: _formed(r"^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}$"),
    Form.URL: _formed(r"^\s*https?://[^\s/]+\.\S+\s*$"),
    Form.EMAIL: _formed(r"^\s*[^@\s]+@[^@\s]+\.[^@\s.]+\s*$"),
    Form.COLOUR: _formed(r"^\s*#[0-9a-fA-F]{6}\s*$"),
    Form.LANGUAGE: _formed(r"^\s*[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?\s*$", "boolean"),
    Form.SIREN: _formed(r"^[\d ]+$", "integer"),
    Form.FREE: lambda _: {"type": "object"},
}


def _expected(form: str) -> str:
    return f"Attendu : {word(form)}"


def _given(**values: float | None) -> Schema:
    return {name: value for name, value in values.items() if value is not None}
