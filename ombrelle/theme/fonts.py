"""Which fonts a theme has for outlines: the table `fonts` of its `theme.toml`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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
