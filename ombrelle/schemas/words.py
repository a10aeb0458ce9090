"""What forms and editors say of a field, in French: the language of those who write the content."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from ombrelle.kinds.descriptions import descriptions

LANGUAGE = "fr"


def label(model: str, key: str) -> str:
    """The name of a field, for a form; KeyError for one that `labels.toml` lacks."""
    labels = _table("schemas/labels.toml")
    own: str | None = labels.get(model, {}).get(key)
    return own or str(labels["all"][key])


def meaning(model: str, key: str) -> str:
    """What a field says; KeyError for one without a description."""
    return descriptions()[model][key].words[LANGUAGE]


def reserved_for(team: str) -> str:
    """What a form says of a field that another team than that of its file decides."""
    return str(_table("schemas/labels.toml")["reserved"]["team"]).format(team=team)


def word(name: str) -> str:
    """A word of the reference of fields: the name of a kind, of a group, of a form of value."""
    return str(_table("report/fields.toml")["words"][name][LANGUAGE])


@cache
def _table(path: str) -> Mapping[str, Any]:
    return tomllib.loads((files("ombrelle") / path).read_text(encoding="utf-8"))
