"""Patterns made from the mark, for covers and walls: each an SVG document that fills what it is given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from ombrelle.colour import readable
from ombrelle.drawing.dresses import Palette, coloured_shapes, mark_shapes
from ombrelle.theme.mark import Mark

_WIDE, _HIGH = 1600, 900
_CELL = 200
_GUTTER = 20


def horizon(mark: Mark, palette: Palette) -> str:
    """The coloured umbrella rising from the lower edge, as over a page."""
    size = 1440
    scale = size / mark.size
    place = f"translate({(_WIDE - size) / 2:g} {_HIGH - size * 0.44:g}) scale({scale:g})"
    return _document(palette, f'<g transform="{place}">{coloured_shapes(mark, palette)}</g>')


def places(mark: Mark, palette: Palette) -> str:
    """An umbrella for each district in turn, its panel lit: the country as a field of umbrellas."""
    lit = [panel.id for panel in mark.panels if panel.id] or [""]
    across, down = _WIDE // _CELL, _HIGH // _CELL + 1
    scale = (_CELL - 2 * _GUTTER) / mark.size
    cells = []
    for index in range(across * down):
        x, y = index % across * _CELL + _GUTTER, index // across * _CELL + _GUTTER - _CELL // 4
        shapes = _lit_shapes(mark, lit[index * 7 % len(lit)], palette)
        cells.append(f'<g transform="translate({x} {y}) scale({scale:g})">{shapes}</g>')
    return _document(palette, "".join(cells))


def canopies(mark: Mark, palette: Palette) -> str:
    """Umbrellas over umbrellas, row by row, as a crowd in the rain is seen from a window."""
    size = 320
    scale, step = size / mark.size, size // 4
    shapes = mark_shapes(mark, None, "negative", palette).replace('"#ffffff"', '"#ffffff" fill-opacity=".16"')
    ground = f'<circle cx="{size / 2:g}" cy="{size / 2:g}" r="{size / 2:g}" fill="{palette.ink}"/>'
    one = f'<g id="u">{ground}<g transform="scale({scale:g})">{shapes}</g></g>'
    placed = (
        f'<use href="#u" x="{column * size - (row % 2) * size // 2}" y="{row * step - size // 2}"/>'
        for row in range(_HIGH // step + 3)
        for column in range(_WIDE // size + 2)
    )
    return _document(palette, f"<defs>{one}</defs>{''.join(placed)}")


PATTERNS: Mapping[str, Callable[[Mark, Palette], str]] = {
    "horizon": horizon,
    "places": places,
    "canopies": canopies,
}
"""The patterns by the name of their file."""


def _lit_shapes(mark: Mark, lit: str, palette: Palette) -> str:
    """The mark in faint white, the panel of a district in its accent, so light that it is seen on the ink."""
    dark = Palette(palette.ink, {lit: readable(palette.accents.get(lit, "#ffffff"), palette.ink, 3.0)})
    faint = mark_shapes(
        replace(mark, panels=tuple(it for it in mark.panels if it.id != lit)), "-", "negative", dark
    )
    own = "".join(it.path for it in mark.panels if it.id == lit)
    return f'{faint}<path fill="{dark.accents[lit]}" d="{own}"/>'


def _document(palette: Palette, shapes: str) -> str:
    box = (
        f'viewBox="0 0 {_WIDE} {_HIGH}" width="{_WIDE}" height="{_HIGH}" preserveAspectRatio="xMidYMid slice"'
    )
    ground = f'<path fill="{palette.ink}" d="M0 0h{_WIDE}v{_HIGH}H0z"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box}>{ground}{shapes}</svg>\n'
