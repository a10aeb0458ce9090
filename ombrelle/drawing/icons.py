"""Icons of the site: for home screens, tabs and lists of applications."""

from __future__ import annotations

import struct
from functools import lru_cache

from ombrelle.drawing.dresses import Palette, coloured_shapes
from ombrelle.drawing.raster import png
from ombrelle.theme.mark import Mark

_FILL = 0.8
"""How much of an icon the mark takes."""
_MASKED_FILL = 0.66
"""The same where a system may cut the icon to a circle of four fifths of its width, says the W3C."""


def icon_png(mark: Mark, palette: Palette, size: int, *, is_maskable: bool = False) -> bytes:
    """The umbrella in all its colours on the ink, as a square PNG."""
    fill = _MASKED_FILL if is_maskable else _FILL
    scale, edge = fill * 100 / mark.size, 50 * (1 - fill)
    place = f"translate({edge:g} {edge:g}) scale({scale:g})"
    canopy = f'<g transform="{place}">{coloured_shapes(mark, palette)}</g>'
    ground = f'<path fill="{palette.ink}" d="M0 0h100v100H0z"/>'
    return _png(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">{ground}{canopy}</svg>', size)


def icon_file(svg: str, size: int) -> bytes:
    """An .ico with one picture, as PNG, which every browser since 2007 reads."""
    picture = _png(svg, size)
    entry = struct.pack("<BBBBHHII", size, size, 0, 0, 1, 32, len(picture), 22)
    return struct.pack("<HHH", 0, 1, 1) + entry + picture


@lru_cache(maxsize=32)
def _png(svg: str, size: int) -> bytes:
    return png(svg, size)
