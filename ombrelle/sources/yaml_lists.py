"""A list at the top of a YAML file, changed item by item: comments and the form of the list survive."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ombrelle.sources.edits import line_break
from ombrelle.sources.yaml import parse, spans


def with_items(text: str, key: str, add: Sequence[str], drop: Collection[str] = ()) -> str:
    """The text with these items in the list of `key`, which is made at the end where there is none.

    `text` is sound YAML whose top is a map without brackets; items must need no quotes.
    """
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    body = text.removeprefix(mark)
    value = (parse(body).value or {}).get(key)
    end = line_break(body)
    if not isinstance(value, list) or not value:
        return mark + _appended(_without(body, key), key, add, end)
    new = [item for item in add if item not in value]
    place = spans(body)[(key,)].value
    lines = body.splitlines(keepends=True)
    if lines[place[0] - 1][place[1] - 1] == "[":
        kept = [item for item in value if item not in drop]
        return mark + _in_brackets(lines, place, [*kept, *new])
    return mark + _line_by_line(body, key, new, drop, end)


def _appended(text: str, key: str, items: Sequence[str], end: str) -> str:
    whole = text if not text or text.endswith(("\n", "\r")) else text + end
    return whole + "".join(f"{line}{end}" for line in (f"{key}:", *(f"  - {item}" for item in items)))


def _without(text: str, key: str) -> str:
    """The text without a key that has nothing, or an empty list, on its own line."""
    place = spans(text).get((key,))
    if place is None or place.key is None:
        return text
    lines = text.splitlines(keepends=True)
    return "".join(lines[: place.key[0] - 1] + lines[place.key[0] :])


def _in_brackets(lines: list[str], place: tuple[int, int, int, int], items: Sequence[str]) -> str:
    line, column, end_line, end_column = place
    before = "".join(lines[: line - 1]) + lines[line - 1][: column - 1]
    after = lines[end_line - 1][end_column - 1 :] + "".join(lines[end_line:])
    return f"{before}[{', '.join(items)}]{after}"


def _line_by_line(text: str, key: str, add: Sequence[str], drop: Collection[str], end: str) -> str:
    known = spans(text)
    values: list[str] = parse(text).value[key]
    rows = {index: known[key, index].value[0] for index in range(len(values))}
    lines = text.splitlines(keepends=True)
    last = lines[rows[len(values) - 1] - 1]
    indent = last[: len(last) - len(last.lstrip())]
    if not last.endswith(("\n", "\r")):
        lines[-1] += end
    new = [f"{indent}- {item}{end}" for item in add]
    gone = {rows[index] for index, item in enumerate(values) if item in drop}
    after = max(rows.values())
    kept = [line for number, line in enumerate(lines[:after], 1) if number not in gone]
    return "".join([*kept, *new, *lines[after:]])
