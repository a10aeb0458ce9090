"""Footnotes: each sign has its text, each text its sign, and only one."""

from __future__ import annotations

import re

from ombrelle.markdown.lines import Lines
from ombrelle.problems import Location, Problems

_NOTE = re.compile(r"(?<!\\)\[\^(?P<name>[^\]\s]+)\]")
_BEFORE_TEXT = re.compile(r"\s*(?:>\s*)*\Z")


def check_notes(path: str, text: Lines, first_line: int, problems: Problems) -> None:
    """Tell signs without a text, and texts without a sign or under a sign that has one."""
    signs: dict[str, Location] = {}
    texts: dict[str, Location] = {}
    for index, line in text.lines:
        for match in _NOTE.finditer(line):
            name, number = match["name"], first_line + index
            place = Location(path, number, match.start() + 1, number, match.end() + 1)
            if not _is_text(match):
                signs.setdefault(name, place)
            elif name in texts:
                problems.add("footnote-twice", place, name=name, first=texts[name].line)
            else:
                texts[name] = place
    for name in signs.keys() - texts.keys():
        problems.add("footnote-undefined", signs[name], name=name)
    for name in texts.keys() - signs.keys():
        problems.add("footnote-unused", texts[name], name=name)


def _is_text(match: re.Match[str]) -> bool:
    line = match.string
    return line.startswith(":", match.end()) and _BEFORE_TEXT.fullmatch(line[: match.start()]) is not None
