"""The pictures of a press kit: signatures as drawings and as pictures, in each of their dresses."""

from __future__ import annotations

from ombrelle.theme.assets import drawn_mark
from ombrelle.theme.mark import MarkColours, mark_svg
from ombrelle.views.context import Context
from ombrelle.views.edition import Edition
from ombrelle.views.press import PressKit, Visual

_WHITE = "#ffffff"


def visuals_of(edition: Edition, context: Context, kit: PressKit) -> list[tuple[Visual, bytes]]:
    """Each picture with its bytes, the one for the head of the figures first."""
    mark, ink = edition.mark, context.library.site.colours.ink
    lit = kit.district if kit.district in {panel.id for panel in mark.panels} else None
    shades = {
        "colour": drawn_mark(mark, ink, lit=lit, accent=kit.accent, title=kit.title.text),
        "mono": mark_svg(mark, lit=None, colours=MarkColours((ink,) * 3, ink), title=kit.title.text),
        "negative": mark_svg(
            mark, lit=None, colours=MarkColours((_WHITE,) * 3, _WHITE), title=kit.title.text
        ),
    }
    return [(Visual(f"mark-{shade}.svg", shade, 0), svg.encode()) for shade, svg in shades.items()]
