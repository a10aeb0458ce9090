"""Lock-ups: the bytes of the drawings that were looked at, outlines only, the mark where reading begins."""

from __future__ import annotations

import io
import os
import re
from pathlib import Path

import pytest
from PIL import Image

from ombrelle.drawing.arrangement import DRESSES, MARK, PNG_HEIGHT, Dress, Lockup
from ombrelle.drawing.dresses import Palette
from ombrelle.drawing.faces import open_faces
from ombrelle.drawing.lockups import lockup_svg, png_width
from ombrelle.drawing.raster import png
from ombrelle.theme.mark import draw_mark
from ombrelle.theme.theme import load_theme
from tests.support.small import THEME

GOLDEN = Path(__file__).parent / "golden"
UPDATE = os.environ.get("OMBRELLE_UPDATE_GOLDEN") == "1"
ACCENTS = {"nord": "#b322d9", "est": "#8f4a26", "sud": "#0070c9", "ouest": "#006a86"}
LOCKUPS = {
    "latin": Lockup(("Ombrelle", "Lyon Saint-Étienne"), "fr", "est"),
    "arabic": Lockup(("غرونوبل – الألب",), "ar", "sud", right_to_left=True),
}


def drawn(lockup: Lockup, dress: Dress = "colour") -> str:
    mark = draw_mark({"nord": 0, "est": 90, "sud": 180, "ouest": 270}, size=MARK)
    return lockup_svg(mark, lockup, dress, Palette("#14213d", ACCENTS), open_faces(load_theme(THEME).fonts))


@pytest.mark.parametrize("name", LOCKUPS)
def test_a_lockup_is_drawn_as_it_was_approved(name: str) -> None:
    """The document is that of the folder `golden`, byte for byte; OMBRELLE_UPDATE_GOLDEN=1 writes it anew."""
    file = GOLDEN / f"{name}.svg"
    svg = drawn(LOCKUPS[name])
    if UPDATE:
        file.write_text(svg, encoding="utf-8")
    assert svg == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("dress", DRESSES)
def test_letters_are_outlines_and_the_name_is_its_title(dress: Dress) -> None:
    """No font is needed to show it, and whoever does not see it hears its name."""
    svg = drawn(LOCKUPS["latin"], dress)
    assert "<text" not in svg
    assert "<title>Ombrelle Lyon Saint-Étienne</title>" in svg


def test_one_colour_is_one_colour() -> None:
    """In one colour there is the ink and no tint of it; in negative, white alone."""
    expected: dict[Dress, str] = {"mono": "#14213d", "negative": "#ffffff"}
    for dress, only in expected.items():
        colours = set(re.findall(r"#[0-9a-f]{3,6}\b", drawn(LOCKUPS["latin"], dress)))
        assert colours == {only}
    assert "opacity" not in drawn(LOCKUPS["latin"], "mono")


def test_the_mark_stands_where_reading_begins() -> None:
    """On the right for Arabic, on the left for Latin: there the picture has the accent."""
    for name, side, accent in (
        ("arabic", "right", (0x00, 0x70, 0xC9)),
        ("latin", "left", (0x8F, 0x4A, 0x26)),
    ):
        svg = drawn(LOCKUPS[name])
        picture = Image.open(io.BytesIO(png(svg, png_width(svg)))).convert("RGBA")
        box = (0, 0, PNG_HEIGHT, PNG_HEIGHT)
        if side == "right":
            box = (picture.width - PNG_HEIGHT, 0, picture.width, PNG_HEIGHT)
        assert (*accent, 255) in {colour for _, colour in picture.crop(box).getcolors(1 << 24) or []}


def test_png_has_its_height_and_the_same_bytes_each_time() -> None:
    """A lock-up as PNG is as high as said, on no ground, and does not change by itself."""
    svg = drawn(LOCKUPS["latin"])
    content = png(svg, png_width(svg))
    picture = Image.open(io.BytesIO(content))
    assert (picture.height, picture.mode) == (PNG_HEIGHT, "RGBA")
    assert content == png(svg, png_width(svg))
