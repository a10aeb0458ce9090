"""Drawings as PNG."""

from __future__ import annotations

import resvg_py


def png(svg: str, width: int) -> bytes:
    """An SVG document, without text elements, as a PNG of a width in pixels, on no ground.

    The same document gives the same bytes. ValueError for what is no SVG.
    """
    return resvg_py.svg_to_bytes(svg_string=svg, width=width, skip_system_fonts=True)
