"""Draw the pictures of the site: the umbrella over the real map, as each district sees the others.

    .venv/bin/python scripts/draw_pictures.py [FOLDER]

For each district its canopy opens from its seat: every rib points to another district, every bead on it lies
where that district is, and no panel covers the sea or the neighbours' land where nobody is. Nothing is placed
by hand: the content gives the places and the accents, the map of the theme the land. A few more are for
stories and news. Written as lossless WebP, 2,400 pixels wide, with fewer colours where that is
heavy, into the `media` folders of FOLDER (else of the site).
"""

from __future__ import annotations

import io
import json
import math
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import resvg_py
from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from ombrelle.kinds.quartier import Quartier  # noqa: E402
from ombrelle.options import Options  # noqa: E402
from ombrelle.problems import Problems  # noqa: E402
from ombrelle.survey import survey  # noqa: E402
from ombrelle.theme.mark import bearing  # noqa: E402
from ombrelle.theme.projection import MapGeometry  # noqa: E402

WIDTH, HEIGHT = 2400, 1600
MOST_BYTES = 150_000
INK, CREAM, WHITE, BLACK = "#0c1424", "#fff1e6", "#ffffff", "#000000"
OVERSEAS = {"01", "02", "03", "04", "06"}
SCALE = 2.55  # pixels for a unit of the map
NARROWEST, WIDEST = math.radians(5), math.radians(52)  # of a panel
BRIGHT = math.radians(46)  # the widest panel that is lit
SAG = 0.16  # how deeply the edge of a panel bends inwards, for one as wide as it is long
ECHOES = 9

Point = tuple[float, float]


@dataclass(frozen=True)
class District:
    """Where a district is on the map, its colour, its bearing from the centre of the country in degrees."""

    id: str
    place: Point
    accent: str
    bearing: float


@dataclass(frozen=True)
class Sector:
    """A panel: the angle of its first rib and how far it opens, radians clockwise from the east."""

    start: float
    width: float


@dataclass(frozen=True)
class Canopy:
    """An umbrella seen from above."""

    hub: Point
    radius: float
    sectors: Sequence[Sector]

    def at(self, angle: float, radius: float) -> Point:
        """A point in a direction, at a distance from the hub."""
        return self.hub[0] + math.cos(angle) * radius, self.hub[1] + math.sin(angle) * radius

    def edge(self, sector: Sector, radius: float, *, goes_on: bool = False) -> str:
        """The outer edge of a panel, as it would stand at a radius."""
        middle = sector.start + sector.width / 2
        bend = radius * (math.cos(sector.width / 2) - SAG * min(sector.width, 1.1))
        first, last = self.at(sector.start, radius), self.at(sector.start + sector.width, radius)
        return f"{'L' if goes_on else 'M'}{_p(first)}Q{_p(self.at(middle, bend))} {_p(last)}"

    def panel(self, sector: Sector) -> str:
        """The outline of a panel."""
        return f"M{_p(self.hub)}{self.edge(sector, self.radius, goes_on=True)}Z"

    def ribs(self) -> list[float]:
        """The angle of each rib, once."""
        ends = (angle for each in self.sectors for angle in (each.start, each.start + each.width))
        return sorted({round(angle % math.tau, 9) for angle in ends})


def main(folder: Path) -> None:
    """Draw every picture."""
    districts, land = _districts(), _land()
    for district in districts.values():
        if district.id == "la-reunion":
            svg = island(district, _island())
        else:
            svg = from_district(district, districts, land)
        _write(folder / f"quartiers/{district.id}/media/ombrelle.webp", svg)
    own = folder / "content/media"
    _write(own / "place-aux-ombrelles.webp", crowd(districts))
    _write(own / "neuf-treize-seize.webp", growth())
    _write(own / "seize-panneaux.webp", close_up(districts))
    _write(own / "neuf-panneaux.webp", counted(9, (), (900, 830), 820, "#a52a10"))
    _write(own / "treize-panneaux.webp", counted(13, (1, 4, 8, 11), (1560, 760), 860, "#b5126e"))


def from_district(me: District, districts: Mapping[str, District], land: str) -> str:
    """The country as a district sees it: its canopy opens towards the others."""
    others = [each for each in districts.values() if each.id not in {me.id, "la-reunion"}]
    ways = sorted(_way(me.place, each.place) for each in others)
    pull_x = sum(math.cos(angle) * min(far, 350) for angle, far in ways) / len(ways)
    pull_y = sum(math.sin(angle) * min(far, 350) for angle, far in ways) / len(ways)
    length = math.hypot(pull_x, pull_y)
    pull = min(length / 300, 1)
    hub = (
        WIDTH / 2 - pull_x / length * pull * WIDTH * 0.33,
        HEIGHT / 2 - pull_y / length * pull * HEIGHT * 0.2,
    )
    canopy = Canopy(hub, 660 + 540 * pull, _sectors([angle for angle, _ in ways]))
    beads = [canopy.at(angle, far * SCALE) for angle, far in ways]
    move = f"translate({hub[0] - me.place[0] * SCALE:.1f} {hub[1] - me.place[1] * SCALE:.1f}) scale({SCALE})"
    return _scene(canopy, me.accent, land, move, beads)


def island(me: District, drawn: tuple[str, Point, float]) -> str:
    """La Réunion, far from all others: a whole canopy over the whole island."""
    path, seat, scale = drawn
    hub = (WIDTH * 0.62, HEIGHT * 0.42)
    step = math.tau / 16
    canopy = Canopy(hub, 640, [Sector(step * (index - 0.5), step) for index in range(16)])
    move = f"translate({hub[0] - seat[0] * scale:.1f} {hub[1] - seat[1] * scale:.1f}) scale({scale:.3f})"
    return _scene(canopy, me.accent, f'<path d="{path}"/>', move, [], line=0.8 * SCALE / scale)


def crowd(districts: Mapping[str, District]) -> str:
    """A square seen from above on a wet day: an umbrella in the accent of each district, side by side."""
    around = sorted(districts.values(), key=lambda each: each.bearing)
    ground, apart, step = _mix(INK, WHITE, 0.03), 640.0, math.tau / 16
    parts = [_background(ground)]
    for rank in range(4):
        for file in range(5):
            each = around[(file * 5 + rank * 3) % len(around)]
            hub = (apart * (file + 0.5 * (rank % 2)) - 180, HEIGHT / 2 + apart * 0.866 * (rank - 1.5))
            turn = math.radians(each.bearing) + rank
            canopy = Canopy(hub, 288, [Sector(turn + step * i, step) for i in range(16)])
            tones = (_mix(each.accent, WHITE, 0.08), _mix(each.accent, WHITE, 0.28))
            parts += [_path([canopy.panel(s) for s in canopy.sectors[i::2]], tones[i]) for i in (0, 1)]
            parts.append(_path([canopy.panel(canopy.sectors[(file + rank) % 16])], CREAM))
            parts += [_ribs(canopy, ground, 6), *_finials(canopy, 9), _ring(hub, 25, ground)]
    return _svg(parts)


def counted(count: int, lit: Sequence[int], hub: Point, radius: float, accent: str) -> str:
    """One umbrella of so many panels, those that are `lit` being new."""
    step, ground = math.tau / count, _mix(accent, INK, 0.72)
    canopy = Canopy(hub, radius, [Sector(step * (i - 0.5) - math.pi / 2, step) for i in range(count)])
    parts = [_background(ground), *_echoes(canopy, _mix(accent, WHITE, 0.3), most=ECHOES)]
    for tone, share in enumerate((0, 0.18, 0.09)):
        of_tone = [i for i in range(count) if _tone(i, count) == tone and i not in lit]
        parts.append(_path([canopy.panel(canopy.sectors[i]) for i in of_tone], _mix(accent, WHITE, share)))
    parts.append(_path([canopy.panel(canopy.sectors[i]) for i in lit], CREAM))
    return _svg([*parts, _ribs(canopy, ground, 9), *_finials(canopy, 17), _ring(hub, 60, ground)])


def growth() -> str:
    """Nine panels, thirteen, sixteen: the umbrella as it grew, in 2014, 2019 and 2023."""
    ground = _mix("#c8330f", INK, 0.7)
    parts = [_background(ground)]
    for count, hub, radius, accent in (
        (9, (270.0, 800.0), 200.0, "#8e2a14"),
        (13, (905.0, 800.0), 340.0, "#b02f10"),
        (16, (2020.0, 800.0), 640.0, "#c8330f"),
    ):
        step = math.tau / count
        turn = -math.pi / 2
        canopy = Canopy(hub, radius, [Sector(turn + step * (i - 0.5), step) for i in range(count)])
        parts += _echoes(canopy, _mix(accent, WHITE, 0.25), most=5)
        tones = (accent, _mix(accent, WHITE, 0.18))
        parts += [
            _path([canopy.panel(s) for i, s in enumerate(canopy.sectors) if _tone(i, count) == tone], colour)
            for tone, colour in enumerate((*tones, _mix(accent, WHITE, 0.09)))
        ]
        parts.append(_path([canopy.panel(canopy.sectors[1])], CREAM))
        parts += [
            _ribs(canopy, ground, radius / 90),
            *_finials(canopy, radius / 55),
            _ring(hub, radius / 12, ground),
        ]
    return _svg(parts)


def close_up(districts: Mapping[str, District]) -> str:
    """The umbrella so near that it leaves the frame: a panel for each district, in its accent."""
    around = sorted(districts.values(), key=lambda each: each.bearing)
    step = math.tau / len(around)
    sectors = [Sector(-math.pi / 2 + step * (i - 0.5), step) for i in range(len(around))]
    canopy = Canopy((WIDTH * 0.6, HEIGHT * 0.56), 1180, sectors)
    parts = [_background(INK), *_echoes(canopy, _mix(INK, WHITE, 0.5), most=6)]
    parts += [
        _path([canopy.panel(sector)], _mix(each.accent, WHITE, 0.06 + 0.1 * (i % 2)))
        for i, (each, sector) in enumerate(zip(around, sectors, strict=True))
    ]
    parts += [_ribs(canopy, INK, 12), *_finials(canopy, 20), _ring(canopy.hub, 78, INK)]
    return _svg(parts)


def _scene(
    canopy: Canopy, accent: str, land: str, move: str, beads: Sequence[Point], *, line: float = 0.8
) -> str:
    """A canopy in an accent over the land that `move` puts in place."""
    ground = _mix(accent, INK, 0.66)
    parts = [_background(ground), _map(land, move, _mix(accent, INK, 0.48), ground, line)]
    parts += _echoes(canopy, _mix(accent, WHITE, 0.24), most=ECHOES)
    fit = [each for each in canopy.sectors if each.width <= BRIGHT]
    lit = max(fit, key=lambda each: (round(each.width, 6), -abs(math.sin(each.start))))
    rest = [each for each in canopy.sectors if each is not lit]
    for colour, sectors in (
        (accent, rest[::2]),
        (_mix(accent, WHITE, 0.16), rest[1::2]),
        (CREAM, [lit]),
    ):
        outlines = [canopy.panel(each) for each in sectors]
        parts += [_path(outlines, colour), _through(outlines, colour, accent, land, move, line)]
    parts += [_ribs(canopy, ground, 7), *_finials(canopy, 11, but=beads)]
    for x, y in beads:
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="21" fill="{ground}"/>')
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="14" fill="{CREAM}"/>')
    parts.append(_ring(canopy.hub, 46, ground))
    return _svg(parts)


def _sectors(angles: Sequence[float]) -> list[Sector]:
    """The panels between ribs that are not too near to each other; none where nobody is for a long way."""
    kept: list[float] = []
    for angle in angles:
        if not kept or angle - kept[-1] >= NARROWEST:
            kept.append(angle)
    if len(kept) > 1 and kept[0] + math.tau - kept[-1] < NARROWEST:
        kept.pop()
    turned = [*kept[1:], kept[0] + math.tau]
    sectors = [Sector(one, other - one) for one, other in zip(kept, turned, strict=True)]
    return [each for each in sectors if each.width < WIDEST]


def _echoes(canopy: Canopy, colour: str, *, most: int) -> list[str]:
    """The edge again and again, wider and fainter, as rings in water."""
    found = []
    for rank in range(1, most):
        radius = canopy.radius * (1 + 0.12 * rank) ** 1.12
        lines = "".join(canopy.edge(sector, radius) for sector in canopy.sectors)
        opacity = 0.6 * (1 - rank / most)
        look = f'fill="none" stroke="{colour}" stroke-opacity="{opacity:.2f}" stroke-width="4"'
        found.append(f'<path d="{lines}" {look}/>')
    return found


def _through(outlines: Sequence[str], colour: str, accent: str, land: str, move: str, line: float) -> str:
    """The land and its borders, as they show through panels."""
    name = f"c{colour[1:]}"
    shade, ink, depth = (accent, accent, 0.12) if colour == CREAM else (BLACK, WHITE, 0.14)
    return (
        f'<clipPath id="{name}"><path d="{"".join(outlines)}"/></clipPath><g clip-path="url(#{name})">'
        f'<g transform="{move}" fill="{shade}" fill-opacity="{depth}" stroke="{ink}" stroke-opacity=".45" '
        f'stroke-width="{line:.2f}" stroke-linejoin="round">{land}</g></g>'
    )


def _ribs(canopy: Canopy, colour: str, width: float) -> str:
    lines = "".join(f"M{_p(canopy.hub)}L{_p(canopy.at(angle, canopy.radius))}" for angle in canopy.ribs())
    return f'<path d="{lines}" stroke="{colour}" stroke-width="{width:.1f}" fill="none"/>'


def _finials(canopy: Canopy, radius: float, *, but: Iterable[Point] = ()) -> Iterator[str]:
    """The ends of the ribs, but where a bead is already."""
    taken = list(but)
    for angle in canopy.ribs():
        x, y = canopy.at(angle, canopy.radius + radius * 1.5)
        if all(math.hypot(x - a, y - b) > radius * 4 for a, b in taken):
            taken.append((x, y))
            yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{CREAM}"/>'


def _ring(hub: Point, radius: float, ground: str) -> str:
    x, y = hub
    rings = ((radius * 1.3, ground), (radius, CREAM), (radius * 0.4, ground))
    return "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="{fill}"/>' for r, fill in rings)


def _map(land: str, move: str, fill: str, stroke: str, line: float = 0.9) -> str:
    look = f'fill="{fill}" stroke="{stroke}" stroke-width="{line:.2f}" stroke-linejoin="round"'
    return f'<g transform="{move}" {look}>{land}</g>'


def _path(outlines: Sequence[str], fill: str) -> str:
    return f'<path d="{"".join(outlines)}" fill="{fill}"/>'


def _background(colour: str) -> str:
    return f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{colour}"/>'


def _svg(parts: Iterable[str]) -> str:
    box = f'viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box}>{"".join(parts)}</svg>'


def _tone(index: int, count: int) -> int:
    """0 and 1 in turn, 2 for the last of an odd number: no panel has its neighbour's tone."""
    return 2 if count % 2 and index == count - 1 else index % 2


def _way(here: Point, there: Point) -> tuple[float, float]:
    """The direction and the distance from one place to another, in units of the map."""
    across, down = there[0] - here[0], there[1] - here[1]
    return math.atan2(down, across) % math.tau, math.hypot(across, down)


def _mix(colour: str, other: str, share: float) -> str:
    pairs = ((int(colour[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(one + (two - one) * share):02x}" for one, two in pairs)


def _p(point: Point) -> str:
    return f"{point[0]:.1f} {point[1]:.1f}"


def _districts() -> dict[str, District]:
    """Every district by its id, from the content."""
    found = survey(Options(ROOT, ROOT / "public", date(2026, 11, 28)), Problems())
    assert found is not None
    geometry = _geometry()
    districts = {}
    for entry in found.library.of_kind("quartier"):
        facts = entry.facts_as(Quartier)
        place = geometry.project(facts.seat.lat, facts.seat.lon)
        assert place is not None
        accent = facts.accent or found.library.site.colours.accent
        districts[entry.id] = District(entry.id, place, accent, bearing(facts.seat.lat, facts.seat.lon))
    return districts


def _geometry() -> MapGeometry:
    path = ROOT / "themes/marque-ombrelle/map/france.json"
    return MapGeometry.from_dict(json.loads(path.read_text(encoding="utf-8")))


def _land() -> str:
    return "".join(f'<path d="{each.path}"/>' for each in _geometry().regions if each.code not in OVERSEAS)


def _island() -> tuple[str, Point, float]:
    """The outline of La Réunion and its seat in units of the map, and how many pixels a unit takes."""
    geometry = _geometry()
    region = next(each for each in geometry.regions if each.code == "04")
    inset = next(each for each in geometry.insets if each.region == "04")
    district = _districts()["la-reunion"]
    return region.path, district.place, 1900 / inset.frame[2]


def _write(path: Path, svg: str) -> None:
    png = bytes(resvg_py.svg_to_bytes(svg_string=svg, width=WIDTH))
    with Image.open(io.BytesIO(png)) as image:
        drawn = image.convert("RGB")
    content = _webp(drawn)
    if len(content) > MOST_BYTES:
        content = _webp(drawn.quantize(96, dither=Image.Dither.NONE).convert("RGB"))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    print(f"{path}: {len(content) // 1000} kB")


def _webp(image: Image.Image) -> bytes:
    target = io.BytesIO()
    image.save(target, "WEBP", lossless=True, quality=100, method=4)
    return target.getvalue()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT)
