"""The fonts from which names become outlines, opened once per process."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import uharfbuzz as hb
from fontTools.ttLib import TTFont

from ombrelle.theme.fonts import FontFile

Command = tuple[str, tuple[tuple[float, float], ...]]
"""A letter of path data, "M", "L", "Q", "C" or "Z", and its points in em, y downwards from the baseline."""


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """An opened font. `shaper` is HarfBuzz's, which works in units of the font, `em` to the em."""

    file: FontFile
    shaper: Any
    em: int
    characters: frozenset[str]
    _glyphs: dict[int, tuple[Command, ...]] = field(default_factory=dict)

    def glyph(self, index: int) -> tuple[Command, ...]:
        """The outline of a glyph by its index."""
        if index not in self._glyphs:
            pen = _Pen(self.em)
            self.shaper.draw_glyph_with_pen(index, pen)
            self._glyphs[index] = tuple(pen.commands)
        return self._glyphs[index]


@dataclass(frozen=True, slots=True, eq=False)
class Faces:
    """The fonts of a theme, in the order in which a letter is looked for."""

    all: tuple[Face, ...]

    def for_language(self, lang: str) -> Sequence[Face]:
        """The same, those made for the language first."""
        return sorted(self.all, key=lambda face: lang.split("-", maxsplit=1)[0] not in face.file.languages)

    def lacking(self, text: str) -> tuple[str, ...]:
        """The visible characters of a text that no font has, each once."""
        return tuple(
            dict.fromkeys(c for c in text if c.isprintable() and not c.isspace() and not self.has(c))
        )

    def has(self, character: str) -> bool:
        """Whether a font has the character."""
        return any(character in face.characters for face in self.all)


@cache
def open_faces(files: tuple[FontFile, ...]) -> Faces:
    """The fonts opened; OSError for one that is not there."""
    return Faces(tuple(_open(file) for file in files))


def _open(file: FontFile) -> Face:
    content = _unpacked(file.path)
    face = hb.Face(content)
    characters = frozenset(map(chr, face.unicodes))
    return Face(file, hb.Font(face), face.upem, characters)


def _unpacked(path: Path) -> bytes:
    """The font without the compression of WOFF 2, which HarfBuzz does not read."""
    packed = TTFont(path, recalcTimestamp=False, recalcBBoxes=False)
    packed.flavor = None
    content = io.BytesIO()
    packed.save(content, reorderTables=False)
    return content.getvalue()


class _Pen:
    """What HarfBuzz draws with, in the manner of fontTools' pens."""

    def __init__(self, em: int) -> None:
        self.commands: list[Command] = []
        self._em = em

    def moveTo(self, at: tuple[float, float]) -> None:  # noqa: N802 - the name that HarfBuzz calls
        self._add("M", (at,))

    def lineTo(self, at: tuple[float, float]) -> None:  # noqa: N802
        self._add("L", (at,))

    def qCurveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._add("Q", points)

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._add("C", points)

    def closePath(self) -> None:  # noqa: N802
        self._add("Z", ())

    def endPath(self) -> None:  # noqa: N802
        """An open outline, which fonts do not have."""

    def _add(self, letter: str, points: Iterable[tuple[float, float]]) -> None:
        self.commands.append((letter, tuple((x / self._em, -y / self._em) for x, y in points)))
