"""The facts of an entry that is there, with other values."""

from __future__ import annotations

from collections.abc import Mapping

from ombrelle.intake.edit import value_at, with_value
from ombrelle.kinds.base import Facts
from ombrelle.kinds.values import LocalText
from ombrelle.scaffold import Way
from ombrelle.scaffold.fields import language_at, path_at, shape_at
from ombrelle.scaffold.yaml_text import Tree
from ombrelle.sources.yaml import parse


def with_facts(text: str, model: type[Facts], values: Mapping[Way, str], source: str) -> str:
    """The YAML of an entry with these values; `source` is the language of short texts that name none."""
    for way, value in values.items():
        shape = shape_at(model, way)
        if shape.core is LocalText:
            text = _with_form(text, model, way, value, source)
        else:
            items: Tree = [item.strip() for item in value.split(",")] if shape.many else value
            text = with_value(text, path_at(model, way), items)
    return text


def _with_form(text: str, model: type[Facts], way: Way, value: str, source: str) -> str:
    """One form of a short text; the others stay, and a text for every language becomes that of the source."""
    lang = language_at(model, way)
    path = path_at(model, way[:-1] if lang else way)
    there = value_at(parse(text).value or {}, path)
    if isinstance(there, str) and there and lang not in {"", source}:
        return with_value(text, path, {source: there, lang: value}) if value != there else text
    if isinstance(there, dict) or not there:
        # A name is the same in every language until somebody says otherwise; any other text is said in each.
        is_for_all = not there and not lang and way[-1] == "name"
        path = path if is_for_all else (*path, lang or source)
    return with_value(text, path, value)
