"""The lines of tables, cut into cells as GitHub does (GitHub Flavored Markdown 0.29, section 4.10)."""

from __future__ import annotations

import re

COLUMNS = 100
"""How many columns a table may have: short rows are filled up, so that one line could ask for millions."""

CELLS = 20_000
"""How many the rows of all tables of a text may have, those that are filled up too."""

_RULER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_PIPE = re.compile(r"(?<!\\)\|")
_SIDES = {(True, True): "center", (True, False): "left", (False, True): "right", (False, False): ""}


def aligned(line: str) -> list[str]:
    """The alignment of each column that the line under a header gives; none when it is no such line."""
    if line.count("|") > COLUMNS or not _RULER.fullmatch(line):
        return []
    return [_SIDES[cell.startswith(":"), cell.endswith(":")] for cell in cells(line)]


def cells(line: str) -> list[str]:
    """The cells of a row. A pipe with a backslash is one of the text, in code too."""
    text = line.strip()
    text = text.removeprefix("|")
    if text.endswith("|") and not text.endswith("\\|"):
        text = text[:-1]
    return [cell.strip().replace("\\|", "|") for cell in _PIPE.split(text)]


def cell_starts(line: str) -> list[int]:
    """Where the text of each cell of a row starts, in characters from 0."""
    lead = len(line) - len(line.lstrip())
    lead += line.startswith("|", lead)
    body = line.rstrip()
    end = len(body) - (body.endswith("|") and not body.endswith("\\|"))
    starts = [lead, *(match.end() for match in _PIPE.finditer(line, lead, end))]
    return [start + len(line[start:]) - len(line[start:].lstrip()) for start in starts]
