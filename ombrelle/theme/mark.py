"""The mark: an umbrella seen from above, one panel for each district, placed like a compass rose.

Angles are degrees clockwise from north; lengths are units of the mark's square view box, y downwards.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

Point = tuple[float, float]

CENTRE = (46.494, 2.603)
"""Latitude and longitude of the centre of metropolitan France, Corsica included: the centre of gravity of its
area on the ellipsoid, which IGN found in 1993 to lie in the commune of Nassigny (Allier)."""

FEWEST_PANELS = 3
"""Fabric needs three ribs to be stretched: a smaller brand has panels that no district has yet."""

_GAP = 0.14  # between two panels, times the root of the size: a small mark needs more gap than a large one
_SMALLEST_WITH_GAPS = 24  # under this size a gap would only blur the panels, and their tones tell them apart
_WIDEST_GAP = 0.3  # of a panel's width at its outer edge, so that many panels stay panels
_HUB = 0.06  # of the size: the radius where the panels begin
_SMALLEST_HUB = 2.2  # units, so that the hole of the ferrule is two pixels wide in a favicon
_SAG = 0.17  # how deeply the outer edge bends inwards, for a panel as wide as it is long


@dataclass(frozen=True, slots=True)
class Panel:
    """A sector of fabric."""

    id: str
    """Of the district, or "" for a panel that no district has."""
    path: str
    """SVG path data."""
    tone: int
    """0 or 1 in turn; 2 for the last of an odd number, so that no panel has its neighbour's tone."""
    tip: Point
    """The middle of its outer edge."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The umbrella, drawn in a square of `size` units; from 24 up its gaps are real: one colour is enough."""

    size: int
    panels: tuple[Panel, ...]
    """Clockwise; the first is the one whose middle is at the top or next after it."""
    rib_tips: tuple[Point, ...]
    """Where each rib ends: rib i stands before panel i."""
    ferrule: str
    """SVG path data of the ring in the middle."""


@dataclass(frozen=True, slots=True)
class MarkColours:
    """The CSS colours of a mark."""

    tones: tuple[str, str, str]
    """For each tone of panel; the ferrule takes the first."""
    lit: str
    """For the panel that is lit."""


def bearing(lat: float, lon: float) -> float:
    """The direction in which one leaves the centre of France for a place by the shortest way, in [0, 360).

    Initial great-circle bearing on a sphere, to 0.000001; latitude and longitude in degrees.
    """
    here, there = math.radians(CENTRE[0]), math.radians(lat)
    across = math.radians(lon - CENTRE[1])
    east = math.sin(across) * math.cos(there)
    north = math.cos(here) * math.sin(there) - math.sin(here) * math.cos(there) * math.cos(across)
    return round(math.degrees(math.atan2(east, north)), 6) % 360.0


def draw_mark(bearings: Mapping[str, float], *, size: int = 100) -> Mark:
    """The umbrella of districts by their bearings, in degrees.

    Panels are equal, in the order of bearings (then of ids), and turned to stand as near as possible to their
    true bearings among the upright positions: those with a panel or a rib at north, in which the outline is
    its own mirror image. `size` is best the size on screen in pixels: gaps are wider in a small mark, and
    under 24 there are none. With fewer than FEWEST_PANELS districts the other panels have the id "".
    """
    order = _with_spares(sorted((angle % 360.0, name) for name, angle in bearings.items()))
    count = len(order)
    first, north = _upright([angle for angle, _ in order])
    names = [order[(first + i) % count][1] for i in range(count)]
    canopy = _Canopy.of(size, count)
    ribs = [north + (i - 0.5) * 360.0 / count for i in range(count)]
    return Mark(
        size=size,
        panels=tuple(
            Panel(name, canopy.panel(rib), _tone(i, count), canopy.tip(rib))
            for i, (name, rib) in enumerate(zip(names, ribs, strict=True))
        ),
        rib_tips=tuple(canopy.at(rib, canopy.radius) for rib in ribs),
        ferrule=canopy.ferrule(),
    )


def mark_svg(mark: Mark, *, lit: str | None, colours: MarkColours, title: str = "") -> str:
    """The mark as an SVG document, the panel of the district `lit` in its colour.

    Without a title it is hidden from assistive technologies. ValueError when no panel is that of `lit`.
    """
    if lit is not None and lit not in {panel.id for panel in mark.panels}:
        raise ValueError(f"no panel of the mark is that of {lit!r}")
    fills: dict[str, str] = {colours.tones[0]: mark.ferrule}
    for panel in mark.panels:
        fill = colours.lit if panel.id == lit else colours.tones[panel.tone]
        fills[fill] = fills.get(fill, "") + panel.path
    shapes = "".join(f'<path fill="{escape(fill)}" d="{path}"/>' for fill, path in fills.items())
    name = f"<title>{escape(title)}</title>" if title else ""
    role = 'role="img"' if title else 'aria-hidden="true"'
    box = f'viewBox="0 0 {mark.size} {mark.size}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box} {role}>{name}{shapes}</svg>'


@dataclass(frozen=True, slots=True)
class _Canopy:
    """The measures of an umbrella, and its points and shapes."""

    radius: float
    """From the middle to the end of a rib; also where the middle stands, from the left and from the top."""
    sector: float
    """Degrees of one panel."""
    gap: float
    """Between two panels, the same all along the rib."""
    hub: float
    """From the middle to the beginning of the panels."""
    edge: float
    """From the middle to the middle of a panel's outer edge."""

    @classmethod
    def of(cls, size: int, count: int) -> _Canopy:
        """An umbrella of `count` equal panels in a square of `size`."""
        radius, half = size / 2, math.sin(math.pi / count)
        gap = min(_GAP * math.sqrt(size), _WIDEST_GAP * size * half) if size >= _SMALLEST_WITH_GAPS else 0.0
        hub = max(_HUB * size, _SMALLEST_HUB, 0.8 * gap / half)
        edge = radius * math.cos(math.pi / count) * (1 - _SAG * math.sin(2 * math.pi / count))
        return cls(radius, 360.0 / count, gap, hub, edge)

    def at(self, angle: float, radius: float) -> Point:
        """The point at an angle and a distance from the middle, to 0.01."""
        turn = math.radians(angle)
        across, up = radius * math.sin(turn), radius * math.cos(turn)
        return round(self.radius + across, 2) + 0.0, round(self.radius - up, 2) + 0.0

    def tip(self, rib: float) -> Point:
        """The middle of the outer edge of the panel that follows a rib."""
        return self.at(rib + self.sector / 2, self.edge)

    def panel(self, rib: float) -> str:
        """The panel that follows a rib: straight along the gaps, bent inwards outside, round at the hub."""
        inner, outer = (math.degrees(math.asin(self.gap / 2 / r)) for r in (self.hub, self.radius))
        end = rib + self.sector
        corners = (
            self.at(rib + inner, self.hub),
            self.at(rib + outer, self.radius),
            self.at(end - outer, self.radius),
            self.at(end - inner, self.hub),
        )
        a, b, c, d = (f"{x:g} {y:g}" for x, y in corners)
        bend, hub = f"{self._bend(outer):g}", f"{round(self.hub, 2):g}"
        return f"M{a}L{b}A{bend} {bend} 0 0 0 {c}L{d}A{hub} {hub} 0 0 0 {a}Z"

    def _bend(self, outer: float) -> float:
        """The radius of the outer edge: the circle through its two corners and its middle."""
        half = math.radians(self.sector / 2 - outer)
        chord, sag = self.radius * math.sin(half), self.radius * math.cos(half) - self.edge
        return round((chord**2 + sag**2) / (2 * sag), 2)

    def ferrule(self) -> str:
        """A ring within the hub, a gap away from the fabric: a circle, then its hole the other way."""
        outer = self.hub - self.gap
        return self._circle(outer, 1) + self._circle(outer * 0.42, 0)

    def _circle(self, radius: float, sweep: int) -> str:
        r = f"{round(radius, 2):g}"
        (left, y), (right, _) = self.at(270, radius), self.at(90, radius)
        return f"M{left:g} {y:g}A{r} {r} 0 0 {sweep} {right:g} {y:g}A{r} {r} 0 0 {sweep} {left:g} {y:g}Z"


def _with_spares(order: list[tuple[float, str]]) -> list[tuple[float, str]]:
    """Bearings in order, with panels of nobody in the widest openings when the fabric would want ribs."""
    filled = list(order)
    while len(filled) < FEWEST_PANELS:
        angles = [angle for angle, _ in filled] or [0.0]
        after = [*angles[1:], angles[0] + 360.0]
        opening, start = max((b - a, -a) for a, b in zip(angles, after, strict=True))
        filled = sorted([*filled, ((opening / 2 - start) % 360.0, "")])
    return filled


def _upright(angles: Sequence[float]) -> tuple[int, float]:
    """Which bearing's panel comes first, and where the middle of that panel stands (0, or half a sector).

    The turn that suits all bearings best is the circular mean of the turns that each would want; the nearest
    upright one is a whole number of half sectors.
    """
    count = len(angles)
    wanted = [math.radians(angle - i * 360.0 / count) for i, angle in enumerate(angles)]
    east, north = (round(math.fsum(map(part, wanted)), 9) for part in (math.sin, math.cos))
    halves = round(math.degrees(math.atan2(east, north)) * count / 180.0)
    return -(halves // 2) % count, halves % 2 * 180.0 / count


def _tone(index: int, count: int) -> int:
    return 2 if count % 2 and index == count - 1 else index % 2
