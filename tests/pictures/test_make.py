"""What comes out of a picture: upright, in sRGB, without anything but pixels."""

from __future__ import annotations

import struct

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from ombrelle.pictures.form import DamagedError, form_of, kind_of
from ombrelle.pictures.make import make
from tests.pictures.samples import (
    BLUE,
    GREEN,
    RED,
    WHITE,
    at_corners,
    corners,
    encoded,
    is_near,
    opened,
    swapped_profile,
)

FORMATS = {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG", "png": "PNG"}
PLACE = b"48 deg 23 min north"


def made(data: bytes, width: int = 120, form: str = "png") -> Image.Image:
    """One size of a picture, read back."""
    return opened(made_bytes(data, width, form))


def made_bytes(data: bytes, width: int = 120, form: str = "png") -> bytes:
    found = form_of(data, kind_of(data))
    return make(data, found, [(width, round(found.height * width / found.width), form)])[0]


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("form", sorted(FORMATS))
def test_every_orientation_is_put_upright(orientation: int, form: str) -> None:
    """A camera that was turned makes no difference, and no orientation is left to apply again."""
    turned = {
        1: (),
        2: (Image.Transpose.FLIP_LEFT_RIGHT,),
        3: (Image.Transpose.ROTATE_180,),
        4: (Image.Transpose.FLIP_TOP_BOTTOM,),
        5: (Image.Transpose.TRANSPOSE,),
        6: (Image.Transpose.ROTATE_90,),
        7: (Image.Transpose.TRANSVERSE,),
        8: (Image.Transpose.ROTATE_270,),
    }
    image = corners()
    for turn in turned[orientation]:
        image = image.transpose(turn)
    exif = Image.Exif()
    exif[0x0112] = orientation
    result = made(encoded(image, "JPEG", quality=95, exif=exif), form=form)
    assert result.size == (120, 80)
    assert result.getexif() == {}
    for found, wanted in zip(at_corners(result), (RED, GREEN, BLUE, WHITE), strict=True):
        assert is_near(found, wanted)


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_an_embedded_profile_becomes_srgb(form: str) -> None:
    """Colours are those that the profile means, and no profile is left."""
    data = encoded(Image.new("RGB", (240, 160), RED), "JPEG", quality=95, icc_profile=swapped_profile())
    result = made(data, form=form)
    red, green, blue = at_corners(result)[0]
    assert blue > 180
    assert max(red, green) < 90
    assert "icc_profile" not in result.info


def test_a_profile_of_no_use_changes_nothing() -> None:
    """A damaged profile is left behind, and the picture is shown as it is."""
    result = made(encoded(corners(), "PNG", icc_profile=b"no profile at all"))
    assert is_near(at_corners(result)[0], RED)


def test_srgb_itself_stays_as_it_is() -> None:
    """The most common profile costs no colour."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    result = made(encoded(corners(), "PNG", icc_profile=profile))
    assert all(
        is_near(one, other, 2)
        for one, other in zip(at_corners(result), (RED, GREEN, BLUE, WHITE), strict=True)
    )


@pytest.mark.parametrize("form", sorted(FORMATS))
@pytest.mark.parametrize("source", ["JPEG", "PNG", "WEBP"])
def test_nothing_is_left_of_who_and_where(form: str, source: str) -> None:
    """Exif, GPS, XMP and comments are in none of the published files."""
    exif = Image.Exif()
    exif[0x010F] = "A camera"
    exif.get_ifd(0x8825)[0x1B] = PLACE
    text = PngImagePlugin.PngInfo()
    text.add_text("Comment", PLACE.decode())
    more = {"comment": PLACE} if source == "JPEG" else {"pnginfo": text} if source == "PNG" else {}
    xmp = {} if source == "PNG" else {"xmp": b"<x:xmpmeta>" + PLACE + b"</x:xmpmeta>"}
    data = encoded(corners(), source, exif=exif, **more, **xmp)
    assert PLACE in data
    result = made_bytes(data, form=form)
    assert PLACE not in result
    assert b"A camera" not in result
    assert set(opened(result).info) <= {
        "jfif",
        "jfif_version",
        "jfif_unit",
        "jfif_density",
        "dpi",
        "progressive",
        "progression",
        "background",
        "timestamp",
        "duration",
        "loop",
    }


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_the_same_picture_gives_the_same_bytes(form: str) -> None:
    """Nothing of the run is in the files."""
    data = encoded(corners(), "JPEG")
    assert made_bytes(data, form=form) == made_bytes(data, form=form)


def test_four_inks_become_three_lights() -> None:
    """A JPEG made for print is shown in its colours, not in their negative."""
    result = made(encoded(corners().convert("CMYK"), "JPEG", quality=95), form="jpg")
    assert result.mode == "RGB"
    assert all(
        is_near(one, other, 40)
        for one, other in zip(at_corners(result), (RED, GREEN, BLUE, WHITE), strict=True)
    )


def test_sixteen_bits_become_eight() -> None:
    """A grey of sixteen bits keeps its lightness, where it would be cut off at white."""
    grey = Image.new("I;16", (240, 160), 0x4000)
    assert at_corners(made(encoded(grey, "PNG")))[0] == (0x40, 0x40, 0x40)


@pytest.mark.parametrize("form", ["avif", "webp", "png"])
def test_what_shows_through_still_does(form: str) -> None:
    """Transparency is kept, and its edges take no colour from what is not seen."""
    image = Image.new("RGBA", (240, 160), (0, 255, 0, 0))
    image.paste((220, 30, 30, 255), (120, 0, 240, 160))
    result = made(encoded(image, "PNG"), form=form).convert("RGBA")
    assert result.getpixel((10, 40))[3] < 8  # type: ignore[index] # a tuple of four
    red, green, _, alpha = result.getpixel((61, 40))  # type: ignore[misc]
    assert alpha > 200
    assert green < 90 < red


def test_a_palette_with_a_clear_colour_is_kept() -> None:
    """The oldest form of transparency too."""
    image = corners().quantize(8)
    data = encoded(image, "PNG", transparency=image.getpixel((10, 10)))
    result = made(data).convert("RGBA")
    assert result.getpixel((5, 5))[3] < 8  # type: ignore[index]
    assert result.getpixel((100, 60))[3] > 247  # type: ignore[index]


def test_the_first_frame_of_an_animation_is_shown() -> None:
    """One still picture."""
    first, second = Image.new("RGB", (240, 160), RED), Image.new("RGB", (240, 160), BLUE)
    result = made(encoded(first, "GIF", save_all=True, append_images=[second]), form="webp")
    assert is_near(at_corners(result)[0], RED)
    assert getattr(result, "n_frames", 1) == 1


def test_a_picture_damaged_inside_is_told_apart() -> None:
    """Where the first bytes looked well and the pixels are not there, nothing half grey is published."""
    data = encoded(corners(1200, 800), "WEBP", lossless=True)
    cut = data[: len(data) // 2]
    cut = cut[:4] + struct.pack("<I", len(cut) - 8) + cut[8:]
    with pytest.raises(DamagedError):
        made_bytes(cut)


def test_each_step_has_its_size_and_format() -> None:
    """Steps are made in their order, from one reading."""
    data = encoded(corners(1200, 800), "JPEG")
    steps = [(600, 400, "avif"), (300, 200, "webp"), (300, 200, "jpg")]
    results = [opened(each) for each in make(data, form_of(data, "jpeg"), steps)]
    assert [(*image.size, image.format) for image in results] == [
        (600, 400, "AVIF"),
        (300, 200, "WEBP"),
        (300, 200, "JPEG"),
    ]
