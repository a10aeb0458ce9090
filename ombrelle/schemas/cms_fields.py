"""The forms of the content manager: one widget per field, from the shape of the field.

https://decapcms.org/docs/widgets/ and https://sveltiacms.app/en/docs/fields. Values stay text wherever a
widget would write them otherwise than people do: a date keeps its precision, a number its digits.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from ombrelle.kinds.base import FrontMatter
from ombrelle.paths import ID_PATTERN
from ombrelle.schemas.choices import Choices
from ombrelle.schemas.shapes import Field, Form, Shape, fields_of
from ombrelle.schemas.words import label, meaning, reserved_for, word

Widget = dict[str, Any]

SOURCE = "source_text"
"""The hidden field in which the text of a file travels: see scripts/admin/yaml.js."""

SAME = "same"
"""The key, in a form, of a text that is the same in every language; no code of a language is so long."""


@dataclass(frozen=True, slots=True)
class Forms:
    """Makes the fields of a form. `media` is the folder of its pictures, from the root.

    `reserved` are the fields that another team than that of the file decides, with its name.
    """

    choices: Choices
    media: str
    reserved: Mapping[str, str] = field(default_factory=dict)

    def facts(self, model: type[BaseModel]) -> list[Widget]:
        """The form of a model. Free keys are not in it, and stay in the file as they are."""
        return [*map(self._marked, self._fields(model)), _hidden()]

    def text(self, *, titled: bool) -> list[Widget]:
        """The form of a text: its head, then its Markdown as it is written."""
        head = [self._marked(widget) | {"i18n": True} for widget in self._fields(FrontMatter)]
        for widget in head:
            widget["required"] = widget["name"] == "title" and titled
        return [*head, _body(), _hidden() | {"i18n": True}]

    def _marked(self, widget: Widget) -> Widget:
        """A field that says who decides it, where that is another team."""
        team = self.reserved.get(widget["name"])
        return widget | {"hint": f"{reserved_for(team)} {widget['hint']}"} if team else widget

    def _fields(self, model: type[BaseModel]) -> list[Widget]:
        return [self._field(each) for each in fields_of(model) if each.shape.form is not Form.FREE]

    def _field(self, asked: Field) -> Widget:
        said = {
            "name": asked.key,
            "label": label(asked.model, asked.key),
            "hint": meaning(asked.model, asked.key),
            "required": asked.required,
        }
        widget = self._list(asked.shape) if asked.shape.many else self._one(asked.shape)
        # What must be filled in is open to view.
        return said | widget | ({"collapsed": not asked.required} if "fields" in widget else {})

    def _list(self, shape: Shape) -> Widget:
        limits = {
            name: value
            for name, value in (("min", shape.fewest), ("max", shape.longest))
            if value is not None
        }
        if shape.form in {Form.CHOICE, Form.REFERENCE}:
            return self._one(shape) | {"multiple": True} | limits
        inner = self._one(shape)
        if inner["widget"] == "object":
            return {"widget": "list", "fields": inner["fields"]} | limits
        item = {
            "name": "item",
            "label": word(_SAID.get(shape.form, shape.form.value)),
            "required": True,
        } | inner
        return {"widget": "list", "field": item} | limits

    def _one(self, shape: Shape) -> Widget:
        match shape.form:
            case Form.GROUP:
                assert shape.group is not None
                return {"widget": "object", "fields": self._fields(shape.group)}
            case Form.LOCAL_TEXT | Form.SLUG:
                return self._local(shape)
            case Form.CHOICE | Form.REFERENCE:
                return _select(self._options(shape))
            case Form.MEDIA:
                return {"widget": "image", "media_folder": f"/{self.media}", "public_folder": ""}
            case Form.TEXT:
                return {"widget": "string"} | _pattern(shape.pattern, shape.pattern.strip("^$"))
            case form:
                return _PLAIN[form]

    def _options(self, shape: Shape) -> Mapping[str, str]:
        """What may be chosen, by id, with its name."""
        if shape.kind:
            return self.choices.entries.get(shape.kind, {})
        names = self.choices.terms.get(shape.vocabulary, {})
        return {each: names.get(each, each) for each in shape.choices or names}

    def _local(self, shape: Shape) -> Widget:
        """A text that is the same in every language, or one for each."""
        inner = _PLAIN[Form.ID] if shape.form is Form.SLUG else {"widget": "text"}
        same = {"name": SAME, "label": "Dans toutes les langues", "required": False} | inner
        forms = [
            {"name": code, "label": name, "required": False} | inner
            for code, name in self.choices.languages.items()
        ]
        return {"widget": "object", "fields": [same, *forms]}


def _select(options: Mapping[str, str]) -> Widget:
    return {
        "widget": "select",
        "options": [{"label": name, "value": id_} for id_, name in options.items()],
    }


def _pattern(pattern: str, said: str) -> Widget:
    return {"pattern": [pattern, f"Attendu : {said}"]} if pattern else {}


def _formed(pattern: str, form: Form, **more: str) -> Widget:
    return {"widget": "string", **more} | _pattern(pattern, word(_SAID.get(form, form.value)))


def _hidden() -> Widget:
    return {"name": SOURCE, "label": SOURCE, "widget": "hidden"}


def _body() -> Widget:
    # Markdown as it is written: an editor of formatted text would write the whole text anew.
    return {
        "name": "body",
        "label": "Texte",
        "widget": "markdown",
        "modes": ["raw"],
        "required": False,
        "i18n": True,
    }


_SAID: Mapping[Form, str] = {Form.WHOLE: "number", Form.SLUG: "id"}
"""Forms whose word in the reference of fields has another name."""

_NUMBER = r"^[+-]?(\d[\d_]*\.?\d*|\.\d+)([eE][+-]?\d+)?$"

_PLAIN: Mapping[Form, Widget] = {
    Form.YES_NO: {"widget": "boolean", "default": False},
    Form.WHOLE: _formed(r"^[+-]?\d+$", Form.WHOLE),
    Form.NUMBER: _formed(_NUMBER, Form.NUMBER),
    Form.DAY: _formed(r"^\d{4}(-\d{2}(-\d{2})?)?$", Form.DAY),
    Form.MOMENT: _formed(r"^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}$", Form.MOMENT),
    Form.URL: _formed(r"^https?://[^\s/]+\.\S+$", Form.URL, type="url"),
    Form.EMAIL: _formed(r"^[^@\s]+@[^@\s]+\.[^@\s.]+$", Form.EMAIL, type="email"),
    Form.COLOUR: {"widget": "color", "allowInput": True},
    Form.LANGUAGE: _formed(r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$", Form.LANGUAGE),
    Form.SIREN: _formed(r"^[\d ]+$", Form.SIREN),
    Form.ID: _formed(f"^{ID_PATTERN}$", Form.ID),
}
