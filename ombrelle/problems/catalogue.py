"""The words of every problem, in every language in which the tool speaks.

They are data: `codes/*.toml`, one file per class of faults, one table per code:

    [unknown-key]
    severity = "error"
    [unknown-key.fr]
    title = "Champ inconnu"
    message = "« {key} » n’existe pas pour {kind:word}."
    hint = "Vouliez-vous dire « {near} » ?"
    why = "…"            # for the documentation only
    [unknown-key.en]
    …

A message names its values in braces. `{kind:word}` looks the value up in `words.toml`, so that a kind of
content reads « une startup » or "a startup". `message` and `hint` may be lists: the first form whose values
are all there is said, so that a repair is proposed when one is known and a general word given when not. A
message's last form stands in any case; a hint none of whose forms can be said is left out.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

SPOKEN = ("fr", "en")
"""The languages in which the tool itself speaks; the first is used when nothing else is known."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What a code says in one language: forms from the most to the least precise.

    `why` and `title` stand in the documentation.
    """

    title: str
    messages: tuple[str, ...]
    hints: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Definition:
    """A permanent code: its class (the file that it stands in), severity and wordings."""

    code: str
    group: str
    severity: str
    wordings: Mapping[str, Wording]


def definition(code: str) -> Definition:
    """The definition of a code; KeyError for a code that the catalogue does not have (a bug of ours)."""
    return definitions()[code]


@cache
def definitions() -> Mapping[str, Definition]:
    """Every code of the catalogue, in the order of the files and of the tables in them."""
    tables = sorted(entry.name for entry in _folder().iterdir() if entry.name.endswith(".toml"))
    return {
        code: _define(code, name.removesuffix(".toml"), table)
        for name in tables
        if name != "words.toml"
        for code, table in _read(name).items()
    }


@cache
def words(language: str) -> Mapping[str, str]:
    """The words of one language that values stand for: kinds of content, expected types."""
    return {word: forms[language] for word, forms in _read("words.toml").items()}


def _folder() -> Traversable:
    return files("ombrelle.problems") / "codes"


def _read(name: str) -> dict[str, dict[str, Any]]:
    return tomllib.loads((_folder() / name).read_text(encoding="utf-8"))


def _define(code: str, group: str, table: Mapping[str, Any]) -> Definition:
    wordings = {language: _word(table[language]) for language in SPOKEN}
    return Definition(code, group, str(table["severity"]), wordings)


def _word(table: Any) -> Wording:
    return Wording(
        table["title"], _forms(table["message"]), _forms(table.get("hint", [])), table.get("why", "")
    )


def _forms(written: str | list[str]) -> tuple[str, ...]:
    return (written,) if isinstance(written, str) else tuple(written)
