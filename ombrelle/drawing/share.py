"""Pictures for sharing: a page's title on the ground of its district, the umbrella cut by the edge.

All but the coloured umbrella is a mixture of the ground and white. So a picture is drawn in one channel, the
share of white, of which sixteen steps are kept: it is small, and what is the same on many is drawn once.
"""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, ImageChops

from ombrelle.colour import mixed
from ombrelle.drawing.arrangement import SHARE_SIZE, SharePicture
from ombrelle.drawing.dresses import Palette, coloured_shapes
from ombrelle.drawing.faces import Faces
from ombrelle.drawing.outlines import Outline, outline, width
from ombrelle.drawing.raster import png
from ombrelle.drawing.wrap import balanced
from ombrelle.theme.mark import Mark

WIDTH, HEIGHT = SHARE_SIZE

_MARGIN = 72
_MEASURE = 640  # how wide lines are at most: up to the lit panel, or to the coloured umbrella
_ROOM = 800  # the width beyond which nothing is drawn: an eyebrow may be longer than a title
_BEARING = 12  # how far a letter may reach beyond its width
_SIZES = (148, 128, 112, 98, 86, 76, 67, 59, 52, 46, 41, 36, 32)
_MOST_LINES = 5
_FROM_LINES = {1: 148, 2: 112, 3: 86, 4: 67, 5: 59}
_LEADING = 1.06
_TALL_LEADING = 1.32  # for scripts whose letters are taller, or have marks above and below
_EYEBROW = 32
_NAME = 36
_SMALL_MARK = 60
_RADIUS = 440
_STEPS = 15
_TONES = (3 / _STEPS, 2 / _STEPS, 2 / _STEPS)
"""How white the panels are that step back, by tone; a step each, so that nothing is lost."""
_COLOURS = 112
"""Of the coloured umbrella, beside the steps from its ground to white."""


@dataclass(frozen=True, slots=True, eq=False)
class Studio:
    """What every picture is drawn with; `small` is the mark drawn for its size beside the name."""

    mark: Mark
    small: Mark
    palette: Palette
    faces: Faces


def share_png(picture: SharePicture, studio: Studio) -> bytes:
    """The picture as a PNG of 1200 × 630 pixels with a palette."""
    ground = _ground(picture.district, picture.right_to_left, picture.site_name, studio)
    painted = ground.painted.copy()
    words, place = _words(picture, studio.faces)
    box = (*place, place[0] + words.width, place[1] + words.height)
    if ground.whites:
        painted.paste(_steps(ImageChops.screen(ground.whites.crop(box), words)), box)
    else:
        painted.paste(_steps(words, _COLOURS), box, words.point([255 * (white > 8) for white in range(256)]))
    content = io.BytesIO()
    painted.save(content, "PNG", compress_level=6, bits=4 if ground.whites else 8)
    return content.getvalue()


@dataclass(frozen=True, slots=True)
class _Ground:
    """What all pictures of a district in one direction share.

    `painted` has a palette. `whites` is the share of white of each pixel where the sixteen steps from the
    ground to white are all of it; they follow the colours of the umbrella otherwise.
    """

    painted: Image.Image
    whites: Image.Image | None


def _steps(whites: Image.Image, first: int = 0) -> Image.Image:
    """A channel of white as the numbers of its steps in a palette, in which they begin at `first`."""
    numbers = whites.point([first + round(white * _STEPS / 255) for white in range(256)])
    return Image.frombytes("P", numbers.size, numbers.tobytes())


def _ramp(colour: str) -> list[int]:
    """The sixteen colours from the ground to white, as Pillow wants a palette."""
    ramp = [mixed("#ffffff", colour, step / _STEPS) for step in range(_STEPS + 1)]
    return [int(each[index : index + 2], 16) for each in ramp for index in (1, 3, 5)]


@lru_cache(maxsize=64)
def _ground(district: str, right_to_left: bool, site_name: str, studio: Studio) -> _Ground:
    name = _name(site_name, right_to_left, studio)
    if district:
        whites = _white(_lit_canopy(district, right_to_left, studio) + name, (0, 0, WIDTH, HEIGHT))
        painted = _steps(whites)
        painted.putpalette(_ramp(studio.palette.accents[district]))
        return _Ground(painted, whites)
    ink = studio.palette.ink
    plain = f'<path fill="{ink}" d="M0 0h{WIDTH}v{HEIGHT}h-{WIDTH}z"/>'
    drawn = _read(plain + _coloured_canopy(right_to_left, studio) + name, (0, 0, WIDTH, HEIGHT))
    painted = drawn.convert("RGB").quantize(_COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    known = (painted.getpalette() or [])[: 3 * _COLOURS]
    painted.putpalette([*known, *[0] * (3 * _COLOURS - len(known)), *_ramp(ink)])
    return _Ground(painted, None)


def _lit_canopy(district: str, right_to_left: bool, studio: Studio) -> str:
    """The umbrella so placed that the lit panel is seen wherever it points, beside the words."""
    mark = studio.mark
    panel = next((panel for panel in mark.panels if panel.id == district), None)
    dx, dy = _direction(mark, panel.tip) if panel else (-1.0, 0.0)
    across = 965 - 165 * dx if not right_to_left else WIDTH - 965 - 165 * dx
    place = (across, HEIGHT / 2 - 120 * dy)
    shapes = "".join(
        f'<path fill="#fff" fill-opacity="{1 if each is panel else _TONES[each.tone]:.4f}" d="{each.path}"/>'
        for each in mark.panels
    )
    return _placed(
        f'{shapes}<path fill="#fff" fill-opacity="{_TONES[0]:.4f}" d="{mark.ferrule}"/>', mark, place
    )


def _direction(mark: Mark, tip: tuple[float, float]) -> tuple[float, float]:
    """Where a panel points, as a step of length one."""
    dx, dy = tip[0] - mark.size / 2, tip[1] - mark.size / 2
    length = math.hypot(dx, dy)
    return dx / length, dy / length


def _coloured_canopy(right_to_left: bool, studio: Studio) -> str:
    """The umbrella in the colours of all, half beyond the edge."""
    centre = (45 if right_to_left else WIDTH - 45, HEIGHT / 2)
    return _placed(coloured_shapes(studio.mark, studio.palette), studio.mark, centre)


def _placed(shapes: str, mark: Mark, centre: tuple[float, float], radius: float = _RADIUS) -> str:
    scale = 2 * radius / mark.size
    x, y = centre[0] - radius, centre[1] - radius
    return f'<g transform="translate({x:.2f} {y:.2f}) scale({scale:.4f})">{shapes}</g>'


def _name(site_name: str, right_to_left: bool, studio: Studio) -> str:
    """The mark and the name of the site, at the top."""
    half = _SMALL_MARK / 2
    paths = "".join(panel.path for panel in studio.small.panels) + studio.small.ferrule
    word = outline(site_name, studio.faces, lang="en", size=_NAME)
    middle = _MARGIN + half
    x = WIDTH - _MARGIN - _SMALL_MARK - 18 - word.width if right_to_left else _MARGIN + _SMALL_MARK + 18
    across = WIDTH - _MARGIN - half if right_to_left else _MARGIN + half
    mark = _placed(f'<path fill="#fff" d="{paths}"/>', studio.small, (across, middle), half)
    return mark + _set_line(word, x, middle + word.middle)


def _words(picture: SharePicture, faces: Faces) -> tuple[Image.Image, tuple[int, int]]:
    """The title at the bottom, what it belongs to above it: how white each pixel is, and where it stands."""
    lines, size = _set(picture, faces)
    tall = _is_tall(picture.lang)
    leading = size * (_TALL_LEADING if tall else _LEADING)
    baseline = HEIGHT - _MARGIN - (0.18 if tall else 0.06) * size
    top = baseline - (len(lines) - 1) * leading - (1.05 if tall else 0.9) * size - 14
    placed = [(line, size, baseline - index * leading) for index, line in enumerate(reversed(lines))]
    placed += [(picture.eyebrow, _EYEBROW, top)] if picture.eyebrow else []
    way = {"lang": picture.lang, "right_to_left": picture.right_to_left}
    drawn = [(outline(line, faces, size=each, **way), y) for line, each, y in placed]
    wide = min(_ROOM, math.ceil(max(line.width for line, _ in drawn)) + 2 * _BEARING)
    left = WIDTH - _MARGIN + _BEARING - wide if picture.right_to_left else _MARGIN - _BEARING
    above = max(0, round(top) - 2 * _EYEBROW)
    shapes = "".join(
        _set_line(line, WIDTH - _MARGIN - line.width if picture.right_to_left else _MARGIN, y)
        for line, y in drawn
    )
    return _white(shapes, (left, above, wide, HEIGHT - above)), (left, above)


def _is_tall(lang: str) -> bool:
    return lang.split("-", maxsplit=1)[0] in {"ar", "fa", "he", "ur", "hi", "ja", "ko", "th", "zh"}


def _set(picture: SharePicture, faces: Faces) -> tuple[Sequence[str], int]:
    """The lines of the title and their size: the largest at which they are few for it, else cut off."""
    for size in _SIZES:
        lines = balanced(
            picture.title, lambda text: width(text, faces, picture.lang), _MEASURE / size, _MOST_LINES
        )
        if lines and size <= _FROM_LINES[len(lines)]:
            return lines, size
    return _cut(picture, faces), _SIZES[-1]


def _cut(picture: SharePicture, faces: Faces) -> Sequence[str]:
    """A title too long for any size, its end given up."""
    room = _MEASURE / _SIZES[-1]
    words = picture.title
    while words:
        words = words[:-1]
        short = f"{words.rstrip()}…"
        lines = balanced(
            short, lambda text: width(text, faces, picture.lang), room, _MOST_LINES, anywhere=True
        )
        if lines:
            return lines
    return ()


def _set_line(line: Outline, x: float, y: float) -> str:
    return f'<path fill="#fff" transform="translate({x:.2f} {y:.2f})" d="{line.path}"/>'


_Box = tuple[int, int, int, int]
"""Left, top, width and height, in pixels of the picture."""


def _white(shapes: str, box: _Box) -> Image.Image:
    """White shapes as one channel."""
    return _read(shapes, box).getchannel("A")


def _read(shapes: str, box: _Box) -> Image.Image:
    """A part of the picture."""
    left, top, wide, high = box
    view = f'viewBox="{left} {top} {wide} {high}" width="{wide}" height="{high}"'
    return Image.open(io.BytesIO(png(f'<svg xmlns="http://www.w3.org/2000/svg" {view}>{shapes}</svg>', wide)))
