"""A problem said to a person: its message and its repair in their language."""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ombrelle.problems import Problem, Value
from ombrelle.problems.catalogue import definition, words

MOST_QUOTED = 120
"""Characters of a value that a message quotes. What is to be pasted is never cut."""

_WRITTEN = ("repair", "near", "line")
"""The values that a message proposes to write as they stand, at the place of the problem."""

_DECIMALS = {"fr": ",", "en": "."}
_CUT = frozenset({"value", "text", "message"})
_OF_FILES = frozenset({"name", "other", "origin"})
"""Names of files may hold line breaks, and write no line of a report."""


@dataclass(frozen=True, slots=True)
class Said:
    """What is there and what is expected (`message`), and what to write instead (`hint`, may be empty).

    `write` is the part of the hint that is ready to be pasted at the place; "" where there is none, or where
    the problem is one of a whole file.
    """

    message: str
    hint: str
    write: str = ""


def say(problem: Problem, language: str) -> Said:
    """Word a problem in `fr` or `en`."""
    wording = definition(problem.code).wordings[language]
    values = {name: _quoted(name, value) for name, value in problem.values}
    message = _first_known(wording.messages, values) or wording.messages[-1]
    hint = _first_known(wording.hints, values)
    speaker = _Speaker(language)
    named = names(hint) if problem.location.end_line else ()
    write = next((str(values[name]) for name in _WRITTEN if name in named), "")
    return Said(speaker.format(message, **values), speaker.format(hint, **values), write)


def names(template: str) -> set[str]:
    """The values that a form of a message names."""
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


class _Speaker(string.Formatter):
    """Fills a message; `{name:word}` is looked up among the words of the language.

    `{name:words}` is a list of such words, `{name:number}` has the decimal sign of the language.
    """

    def __init__(self, language: str) -> None:
        self._words = words(language)
        self._decimal = _DECIMALS[language]

    def format_field(self, value: Any, format_spec: str) -> str:
        if format_spec == "word":
            return self._words.get(str(value), str(value))
        if format_spec == "words":
            return ", ".join(self._words.get(word, word) for word in str(value).split(", "))
        return str(value).replace(".", self._decimal) if format_spec == "number" else str(value)


def _first_known(templates: tuple[str, ...], values: Mapping[str, Value]) -> str:
    return next((form for form in templates if all(values.get(name, "") != "" for name in names(form))), "")


def _quoted(name: str, value: Value) -> Value:
    if isinstance(value, str) and name in _OF_FILES:
        return " ".join(value.split("\n"))
    if name not in _CUT or not isinstance(value, str):
        return value
    one_line = " ".join(value.split())
    return one_line if len(one_line) <= MOST_QUOTED else one_line[: MOST_QUOTED - 1].rstrip() + "…"
