"""YAML as a person would write it: values plain where they read back as themselves, else in quotes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from ombrelle.sources.yaml import parse

Tree = str | Sequence["Tree"] | Mapping[str, "Tree"]


def write(tree: Mapping[str, Tree]) -> str:
    """The lines of a map, each ended."""
    return "".join(f"{line}\n" for line in _map(tree))


def flow(tree: Tree) -> str:
    """A value on one line, in brackets where it is a list or a map."""
    if isinstance(tree, str):
        return _scalar(tree)
    if isinstance(tree, Mapping):
        return f"{{{', '.join(f'{key}: {flow(value)}' for key, value in tree.items())}}}"
    return f"[{', '.join(flow(value) for value in tree)}]"


def _map(tree: Mapping[str, Tree]) -> Iterator[str]:
    for key, value in tree.items():
        if isinstance(value, str):
            yield f"{key}: {_scalar(value)}"
        elif not value:
            yield f"{key}: {flow(value)}"
        elif isinstance(value, Mapping):
            yield f"{key}:"
            yield from (f"  {line}" for line in _map(value))
        else:
            yield from _list(key, value)


def _list(key: str, values: Sequence[Tree]) -> Iterator[str]:
    if all(isinstance(value, str) for value in values):
        yield f"{key}: [{', '.join(_scalar(str(value)) for value in values)}]"
        return
    yield f"{key}:"
    for value in values:
        if isinstance(value, Mapping):
            first, *rest = _map(value)
            yield f"  - {first}"
            yield from (f"    {line}" for line in rest)


def _scalar(value: str) -> str:
    read = parse(f"key: [{value}]\n")
    is_plain = not read.faults and read.value == {"key": [value]}
    return value if is_plain else json.dumps(value, ensure_ascii=False)
