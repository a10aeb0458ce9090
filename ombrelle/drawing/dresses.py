"""The umbrella in its dresses: which panel has which colour, on paper, in one colour, on a dark ground."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from ombrelle.colour import mixed, readable
from ombrelle.drawing.arrangement import Dress
from ombrelle.theme.mark import Mark

_WHITE = "#ffffff"
_UNLIT = (0.3, 0.2, 0.25)
"""How much ink the panels keep that step back so that one stands out, by tone, as in the styles."""
_SEEN = 3.0
"""The contrast at which a shape is seen on its ground, WCAG 2.2 success criterion 1.4.11."""
_LINE = 1.5
"""The stroke of panels that are drawn as lines, for a mark of 120 units."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of the brand, `#rrggbb`: the ink, and the accent of each district as it reads on white."""

    ink: str
    accents: Mapping[str, str]


def ink_of(dress: Dress, palette: Palette) -> str:
    """The colour of words beside the mark."""
    return _WHITE if dress == "negative" else palette.ink


def coloured_shapes(mark: Mark, palette: Palette) -> str:
    """The paths of the mark for a ground of ink: each panel in its accent, so light that it is seen there."""
    seen = {
        panel: readable(palette.accents.get(panel.id, _WHITE), palette.ink, _SEEN) for panel in mark.panels
    }
    fills = "".join(f'<path fill="{fill}" d="{panel.path}"/>' for panel, fill in seen.items())
    return fills + f'<path fill="{_WHITE}" d="{mark.ferrule}"/>'


def mark_shapes(mark: Mark, lit: str | None, dress: Dress, palette: Palette) -> str:
    """The paths of the mark, for a document of its size.

    Without a lit panel, every panel has its district's accent; in one colour all are full. With one, the
    others step back: paler in colour, fainter in negative, and drawn as lines where there is one colour.
    """
    if dress == "mono" and lit:
        return _as_lines(mark, lit, palette.ink)
    ink = ink_of(dress, palette)
    fills: dict[str, str] = {f'fill="{ink}"': mark.ferrule}
    for panel in mark.panels:
        fill = _fill(panel.id, panel.tone, lit, dress, palette)
        fills[fill] = fills.get(fill, "") + panel.path
    return "".join(f'<path {fill} d="{path}"/>' for fill, path in fills.items())


def _fill(district: str, tone: int, lit: str | None, dress: Dress, palette: Palette) -> str:
    """The attributes of a panel."""
    is_lit = not lit or district == lit
    if dress == "negative":
        return f'fill="{_WHITE}"' if is_lit else f'fill="{_WHITE}" fill-opacity="{_UNLIT[tone]:g}"'
    if dress == "mono" or (is_lit and district not in palette.accents):
        return f'fill="{palette.ink}"'
    colour = palette.accents[district] if is_lit else mixed(palette.ink, _WHITE, _UNLIT[tone])
    return f'fill="{escape(colour)}"'


def _as_lines(mark: Mark, lit: str, ink: str) -> str:
    """One full panel among panels of which only the ribs and the hem are drawn."""
    stroke = round(_LINE * mark.size / 120, 2)
    others = "".join(panel.path for panel in mark.panels if panel.id != lit)
    full = "".join(panel.path for panel in mark.panels if panel.id == lit) + mark.ferrule
    lines = (
        f'<path fill="none" stroke="{ink}" stroke-width="{stroke:g}" stroke-linejoin="round" d="{others}"/>'
    )
    return f'{lines}<path fill="{ink}" d="{full}"/>'
