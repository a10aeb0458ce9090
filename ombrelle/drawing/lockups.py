"""Lock-ups: the mark, a rule and a name in a fixed arrangement, as SVG whose letters are outlines."""

from __future__ import annotations

from html import escape

from ombrelle.drawing.arrangement import MARK, PNG_HEIGHT, Dress, Lockup
from ombrelle.drawing.dresses import Palette, ink_of, mark_shapes
from ombrelle.drawing.faces import Faces
from ombrelle.drawing.outlines import Outline, outline
from ombrelle.theme.mark import Mark

_GAP = 24.0
_RULE = 2.5
_RULE_HEIGHT = 84.0
_SIZES = {1: 60.0, 2: 46.0}
_LEADING = 52.0


def lockup_svg(mark: Mark, lockup: Lockup, dress: Dress, palette: Palette, faces: Faces) -> str:
    """A lock-up as an SVG document without margins and without ground.

    `mark` is best drawn at the size MARK. Where one reads to the left, the mark stands on the right.
    """
    size = _SIZES[len(lockup.lines)]
    words = [
        outline(line, faces, lang=lockup.lang, size=size, right_to_left=lockup.right_to_left)
        for line in lockup.lines
    ]
    wide = round(MARK + 2 * _GAP + _RULE + max(line.width for line in words), 1)
    ink = ink_of(dress, palette)
    shapes = mark_shapes(mark, lockup.lit, dress, palette)
    turn = f'<g transform="{_placing(mark, wide, lockup.right_to_left)}">{shapes}</g>'
    rule = _rule(wide, lockup.right_to_left)
    letters = "".join(_line(line, y, wide, lockup) for line, y in zip(words, _baselines(words), strict=True))
    box = f'viewBox="0 0 {wide:g} {MARK}" width="{wide:g}" height="{MARK}"'
    lang = f'lang="{escape(lockup.lang)}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {box} role="img" {lang}>'
        f"<title>{escape(lockup.title)}</title>"
        f'{turn}<g fill="{ink}">{rule}{letters}</g></svg>\n'
    )


def png_width(svg: str) -> int:
    """How wide in pixels a lock-up is as a PNG of PNG_HEIGHT."""
    wide = float(svg.partition('width="')[2].partition('"')[0])
    return round(wide * PNG_HEIGHT / MARK)


def _placing(mark: Mark, wide: float, right_to_left: bool) -> str:
    scale = MARK / mark.size
    move = f"translate({wide - MARK:g} 0)" if right_to_left else ""
    return " ".join(filter(None, (move, f"scale({scale:g})" if scale != 1 else ""))) or "scale(1)"


def _rule(wide: float, right_to_left: bool) -> str:
    x = wide - MARK - _GAP - _RULE if right_to_left else MARK + _GAP
    y = (MARK - _RULE_HEIGHT) / 2
    return f'<path d="M{x:g} {y:g}h{_RULE:g}v{_RULE_HEIGHT:g}h-{_RULE:g}z"/>'


def _line(line: Outline, y: float, wide: float, lockup: Lockup) -> str:
    x = wide - MARK - 2 * _GAP - _RULE - line.width if lockup.right_to_left else MARK + 2 * _GAP + _RULE
    return f'<path transform="translate({round(x, 2):g} {round(y, 2):g})" d="{line.path}"/>'


def _baselines(words: list[Outline]) -> list[float]:
    """The baselines: the middle of the letters stands at the middle of the mark, or of its line of two."""
    top = MARK / 2 - _LEADING * (len(words) - 1) / 2
    return [top + index * _LEADING + line.middle for index, line in enumerate(words)]
