"""Values set in the YAML of an entry: only their own lines change, comments and other fields stay."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ombrelle.scaffold import Way
from ombrelle.scaffold.yaml_text import Tree, flow, write
from ombrelle.sources.edits import Edit, edited, line_break
from ombrelle.sources.yaml import Span, parse, spans

Value = str | list[str]


def with_value(text: str, way: Way, value: Value) -> str:
    """The text with a value at a way; unchanged where it stands there already."""
    data = parse(text).value or {}
    if _at(data, way) == value:
        return text
    places = spans(text)
    if way in places:
        return edited(text, [_edit(places[way].value, flow(value))])
    depth = max(size for size in range(len(way)) if size == 0 or way[:size] in places)
    if depth == 0 or not isinstance(_at(data, way[:depth]), dict):
        return _appended(text, way, value)
    return _inserted(text, places[way[:depth]].value, way[depth:], value)


def _at(data: Any, way: Way) -> Any:
    for part in way:
        data = data.get(part) if isinstance(data, dict) else None
    return data


def _edit(span: Span, text: str) -> Edit:
    return Edit(*span, text)


def _appended(text: str, way: Way, value: Value) -> str:
    """A field more at the end of the file."""
    end = line_break(text)
    whole = text if text.endswith(("\n", "\r")) else text + end
    return whole + write(_tree(way, value)).replace("\n", end)


def _inserted(text: str, span: Span, way: Way, value: Value) -> str:
    """A value more at the head of a group that is there, in brackets or not."""
    line, column = span[:2]
    written = f"{way[0]}: {flow(_below(way[1:], value))}"
    if text.splitlines()[line - 1][column - 1] == "{":
        return edited(text, [Edit(line, column + 1, line, column + 1, f"{written}, ")])
    return edited(
        text, [Edit(line, column, line, column, f"{written}{line_break(text)}{' ' * (column - 1)}")]
    )


def _tree(way: Way, value: Value) -> Mapping[str, Tree]:
    return {way[0]: _below(way[1:], value)}


def _below(way: Way, value: Value) -> Tree:
    return {way[0]: _below(way[1:], value)} if way else value
