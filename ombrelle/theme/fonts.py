"""Which fonts a theme has for outlines: the table `fonts` of its `theme.toml`."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font, and how it stands beside the first one so that they look alike.

    `languages` are those that want its letters before those of the others. `scale` is its size relative to
    the first's. `middle` is the height above the baseline, in em, of the line through the middle of its
    letters. `tracking` is added between two letters, in em.
    """

    path: Path
    languages: tuple[str, ...] = ()
    scale: float = 1.0
    middle: float = 0.33
    tracking: float = 0.0


@dataclass(frozen=True, slots=True)
class Letters:
    """The characters that the fonts of a theme have: pairs of first and last code points, in order."""

    ranges: tuple[tuple[int, int], ...] = ()

    def lacking(self, text: str) -> tuple[str, ...]:
        """The visible characters of a text that no font has, each once."""
        visible = (c for c in dict.fromkeys(unicodedata.normalize("NFC", text)) if c.isprintable())
        return tuple(c for c in visible if not c.isspace() and not self._has(ord(c)))

    def _has(self, code: int) -> bool:
        index = bisect_right(self.ranges, (code, 0x110000)) - 1
        return index >= 0 and self.ranges[index][0] <= code <= self.ranges[index][1]


@cache
def read_letters(folders: tuple[Path, ...]) -> Letters:
    """What the nearest theme with a list of its characters has: `fonts/characters.txt`, made with the fonts.

    A check need not open fonts of a megabyte.
    """
    path = next((it for folder in folders if (it := folder / "fonts/characters.txt").is_file()), None)
    words = path.read_text(encoding="ascii").split() if path else []
    pairs = (word.split("-") for word in words)
    return Letters(tuple((int(pair[0], 16), int(pair[-1], 16)) for pair in pairs))


def read_fonts(folder: Path, tables: Sequence[Mapping[str, Any]]) -> tuple[FontFile, ...]:
    """The fonts in their order; KeyError for one without `file`."""
    return tuple(
        FontFile(
            folder / table["file"],
            tuple(table.get("languages", ())),
            float(table.get("scale", 1.0)),
            float(table.get("middle", 0.33)),
            float(table.get("tracking", 0.0)),
        )
        for table in tables
    )
