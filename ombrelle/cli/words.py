"""What the command line says, in the languages that the tool speaks."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from ombrelle.report.excerpt import safe


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language."""

    language: str
    _said: Mapping[str, Mapping[str, str]]

    def say(self, key: str, **values: object) -> str:
        """A sentence with its values filled in, which a terminal shows and does not obey.

        KeyError for one that `words.toml` lacks (a bug of ours).
        """
        shown = {name: safe(str(it)) if isinstance(it, str | Path) else it for name, it in values.items()}
        return self._said[key][self.language].format(**shown)

    def count(self, key: str, number: int) -> str:
        """A number of things: `key-one` or `key-many`, by the rule of the language."""
        is_one = number < 2 if self.language == "fr" else number == 1
        return self.say(f"{key}-{'one' if is_one else 'many'}", n=number)

    def seconds(self, duration: float) -> str:
        """A duration to a tenth of a second, with the decimal sign of the language."""
        written = f"{duration:.1f}"
        return written.replace(".", ",") if self.language == "fr" else written


def words(language: str) -> Words:
    """The words of `fr` or `en`."""
    return Words(language, _table())


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads((files("ombrelle.cli") / "words.toml").read_text(encoding="utf-8"))
