"""A line of text as the path data of SVG: shaped by HarfBuzz, each letter from the first font that has it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

import uharfbuzz as hb

from ombrelle.drawing.faces import Command, Face, Faces
from ombrelle.drawing.order import plain, visual_runs

_GRID = 100
"""Steps to a unit: coordinates have two decimals."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A line of text drawn. Its path stands on the baseline y = 0, and goes from x = 0 to `width`.

    `middle` is the height of the middle of its letters above the baseline, for setting it beside something.
    `lacking` are the characters left out because no font has them.
    """

    path: str
    width: float
    middle: float
    lacking: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Run:
    """Letters of one font and one direction, in the order in which they are read."""

    text: str
    face: Face
    is_leftward: bool


@lru_cache(maxsize=1 << 10)
def outline(text: str, faces: Faces, *, lang: str, size: float, right_to_left: bool = False) -> Outline:
    """A line of text of a language at a size, in units of the drawing to the em of the first font.

    `right_to_left` is the direction of the line, which decides the order of a mixed one.
    """
    line = plain(text)
    ordered = faces.for_language(lang)
    pieces: list[str] = []
    x = 0.0
    for piece, is_leftward in visual_runs(line, int(right_to_left)):
        runs = list(_runs(piece, ordered, is_leftward))
        for run in reversed(runs) if is_leftward else runs:
            drawn, x = _draw(run, lang, size, x)
            pieces += drawn
    first = next(
        (run.face for piece, way in visual_runs(line, 0) for run in _runs(piece, ordered, way)), None
    )
    middle = first.file.middle * first.file.scale * size if first else 0.0
    return Outline("".join(pieces), round(x, 2), round(middle, 2), faces.lacking(line))


@lru_cache(maxsize=1 << 14)
def width(text: str, faces: Faces, lang: str) -> float:
    """How wide a piece of text is at size 1, without its place in a line."""
    ordered = faces.for_language(lang)
    runs = (run for piece, way in visual_runs(text, 0) for run in _runs(piece, ordered, way))
    return sum(advance for run in runs for *_, advance in _shaped(run, lang, 1.0))


def _runs(text: str, faces: Sequence[Face], is_leftward: bool) -> Iterator[_Run]:
    """A text by font. Marks, spaces and punctuation stay with the font before them where it has them."""
    chosen: list[tuple[Face, str]] = []
    for character in text:
        before = chosen[-1][0] if chosen else None
        face = _face(character, faces, before)
        if face:
            chosen.append((face, character))
    for _, group in groupby(chosen, key=lambda pair: id(pair[0])):
        letters = list(group)
        yield _Run("".join(character for _, character in letters), letters[0][0], is_leftward)


def _face(character: str, faces: Sequence[Face], before: Face | None) -> Face | None:
    """The font for a character, or None where none has it; joiners and marks never leave their letter."""
    category = unicodedata.category(character)
    if before and category in {"Cf", "Mn", "Mc"}:
        return before
    if before and category[0] in "ZP" and character in before.characters:
        return before
    return next((face for face in faces if character in face.characters), None)


def _draw(run: _Run, lang: str, size: float, x: float) -> tuple[list[str], float]:
    """The path data of a run that begins at x, and where it ends."""
    pieces = []
    scale = size * run.face.file.scale
    for index, dx, dy, advance in _shaped(run, lang, size):
        pieces.append(_placed(run.face.glyph(index), scale, x + dx, -dy))
        x += advance
    return pieces, x


def _shaped(run: _Run, lang: str, size: float) -> Iterator[tuple[int, float, float, float]]:
    """Each glyph of a run from left to right: its index, its shift across and up, and the way to the next."""
    buffer = hb.Buffer()
    buffer.add_str(run.text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if run.is_leftward else "ltr"
    buffer.language = lang
    hb.shape(run.face.shaper, buffer)
    unit = size * run.face.file.scale / run.face.em
    space = run.face.file.tracking * size * run.face.file.scale
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        tracking = space if position.x_advance else 0.0
        advance = position.x_advance * unit + tracking
        yield info.codepoint, position.x_offset * unit, position.y_offset * unit, advance


def _placed(glyph: Sequence[Command], scale: float, x: float, y: float) -> str:
    """The path data of a glyph with its origin at (x, y), in steps from point to point: half as long."""
    pieces: list[str] = []
    here = start = (0, 0)
    for letter, points in glyph:
        if letter == "Z":
            pieces.append("z")
            here = start
            continue
        places = [(round((x + px * scale) * _GRID), round((y + py * scale) * _GRID)) for px, py in points]
        steps = places if letter == "M" else [(px - here[0], py - here[1]) for px, py in places]
        pieces.append((letter if letter == "M" else letter.lower()) + _numbers(steps))
        here = places[-1]
        start = here if letter == "M" else start
    return "".join(pieces)


def _numbers(points: Sequence[tuple[int, int]]) -> str:
    """Coordinates as short as SVG takes them: no zero before the point, a minus instead of a space."""
    words = (
        f"{value / _GRID:g}".replace("0.", ".", 1) if abs(value) < _GRID else f"{value / _GRID:g}"
        for point in points
        for value in point
    )
    return " ".join(words).replace(" -", "-")
