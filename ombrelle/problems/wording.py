"""A problem said to a person: its message and its repair in their language."""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ombrelle.problems import Problem
from ombrelle.problems.catalogue import definition, words


@dataclass(frozen=True, slots=True)
class Said:
    """What is there and what is expected (`message`), and what to write instead (`hint`, may be empty)."""

    message: str
    hint: str


def say(problem: Problem, language: str) -> Said:
    """Word a problem in `fr` or `en`."""
    wording = definition(problem.code).wordings[language]
    speaker = _Speaker(language)
    values = dict(problem.values)
    hint = wording.hint if _all_known(wording.hint, values) else ""
    return Said(speaker.format(wording.message, **values), speaker.format(hint, **values))


class _Speaker(string.Formatter):
    """Fills a message; `{name:word}` is looked up among the words of the language."""

    def __init__(self, language: str) -> None:
        self._words = words(language)

    def format_field(self, value: Any, format_spec: str) -> str:
        if format_spec == "word":
            return self._words.get(str(value), str(value))
        return str(value)


def _all_known(template: str, values: Mapping[str, object]) -> bool:
    names = [name for _, name, _, _ in string.Formatter().parse(template) if name]
    return all(values.get(name) not in (None, "") for name in names)
