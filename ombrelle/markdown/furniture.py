"""What the site builds around a text where Markdown asks for it: alerts, tasks and the links of footnotes.

The words are those of the text's language. A footnote's links are named, since "1" and an arrow say nothing
when they are heard; a task's box is named by its text. An alert is a note (WAI-ARIA 1.2, role `note`) and
no landmark, since a text may have many.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from ombrelle.markdown.leaves import ALERTS

_NOTE = re.compile(r"#fn:(.+)", re.DOTALL)
_BACK = re.compile(r"#fnref([0-9]*):(.+)", re.DOTALL)


@dataclass(slots=True)
class Furniture:
    """The furniture of one text in a language."""

    lang: str
    _numbers: dict[str, int] = field(default_factory=dict)

    def alert(self, classes: str) -> str:
        """The beginning of the alert that the classes of a quotation name, "" when they name none."""
        kind = next((word[6:] for word in classes.split() if word.startswith("alert-")), "")
        if kind not in ALERTS:
            return ""
        title = self._words[kind]
        return f'<aside class="alert alert-{kind}" role="note">\n<p class="alert-title">{title}</p>\n'

    def box(self, classes: str) -> str:
        """The box of the task that the classes of an item name, "" when they name none."""
        if "task-done" in classes.split():
            return '<input type="checkbox" disabled checked> '
        return '<input type="checkbox" disabled> ' if "task-open" in classes.split() else ""

    def note_label(self, attributes: Mapping[str, str]) -> str:
        """The spoken name of a link to a footnote or back from it, "" for other links."""
        classes, href = attributes.get("class", ""), attributes.get("href", "")
        if classes == "footnote-ref" and (match := _NOTE.fullmatch(href)):
            number = self._numbers.setdefault(match[1], len(self._numbers) + 1)
            return self._words["footnote"].format(number=number)
        if classes == "footnote-backref" and (match := _BACK.fullmatch(href)):
            written = str(self._numbers.get(match[2], ""))
            return self._words["back"].format(number=f"{written}-{match[1]}" if match[1] else written)
        return ""

    @property
    def _words(self) -> Mapping[str, str]:
        table = _table()
        return table.get(self.lang) or table.get(self.lang.partition("-")[0]) or table["en"]


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    found = tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))
    return {language: dict(words) for language, words in found.items()}
