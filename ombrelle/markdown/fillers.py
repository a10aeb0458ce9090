"""Texts that were meant to be replaced before anyone reads them."""

from __future__ import annotations

import re

from ombrelle.problems import Location, Problems

# Alone on a line, they are no text; within a sentence, "à venir" is French like any other.
_ALONE = re.compile(
    r"[\W_]*(todo|tbd|tbc|à venir|à compléter|coming soon|undefined|null|n/a|x{3,5}|lorem)[\W_]*",
    re.IGNORECASE,
)
# In capitals only: "Todo" begins many a sentence in Spanish and in Portuguese.
_ANYWHERE = re.compile(r"\b(?i:lorem ipsum)\b|\bTODO\b")
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")


def check_fillers(path: str, lines: list[str], first_line: int, problems: Problems) -> None:
    """Tell of lines that hold a filler instead of a text."""
    within_code = False
    for number, line in enumerate(lines, start=first_line):
        if _FENCE.match(line):
            within_code = not within_code
        match = None if within_code else _filler(line)
        if match:
            start, end = match
            place = Location(path, number, start + 1, number, end + 1)
            problems.add("placeholder-text", place, text=line[start:end])


def _filler(line: str) -> tuple[int, int] | None:
    if match := _ALONE.fullmatch(line):
        return match.span(1)
    found = _ANYWHERE.search(line)
    return found.span() if found else None
