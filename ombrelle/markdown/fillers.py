"""Texts that were meant to be replaced before anyone reads them."""

from __future__ import annotations

import re

from ombrelle.markdown.lines import Lines
from ombrelle.problems import Location, Problems

# Alone on a line, they are no text; within a sentence, "à venir" is French like any other.
_ALONE = re.compile(
    r"[\W_]*(todo|tbd|tbc|à venir|à compléter|coming soon|undefined|null|n/a|x{3,5}|lorem)[\W_]*",
    re.IGNORECASE,
)
# In capitals only: "Todo" begins many a sentence in Spanish and in Portuguese.
_ANYWHERE = re.compile(r"\b(?i:lorem ipsum)\b|\bTODO\b|\bX{3,}\b")
_SIGNS = ("ipsum", "todo", "xxx")
"""One of them is in it, but for its case: to look for them takes less time than to try at each word."""

# What a draft asks of its author, between brackets that lead nowhere.
_ASKED = re.compile(
    r"\[(?:insérer|à insérer|à compléter|votre texte|insert|your text|to be completed)\b[^\[\]]*\](?![(\[:])",
    re.IGNORECASE,
)


def check_fillers(path: str, text: Lines, first_line: int, problems: Problems) -> None:
    """Tell of lines that hold a filler instead of a text."""
    for index, line in text.lines:
        match = _filler(line)
        if match:
            start, end = match
            place = Location(path, first_line + index, start + 1, first_line + index, end + 1)
            problems.add("placeholder-text", place, text=line[start:end])


def _filler(line: str) -> tuple[int, int] | None:
    if match := _ALONE.fullmatch(line):
        return match.span(1)
    small = line.lower()
    found = _ANYWHERE.search(line) if any(sign in small for sign in _SIGNS) else None
    if not found and "[" in line:
        found = _ASKED.search(line)
    return found.span() if found else None
