"""What a picture is, from its first bytes."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from ombrelle.pictures.form import READ, DamagedError, Form, form_of, kind_of
from tests.pictures.samples import announced, corners, encoded

PLAIN = corners(60, 40)
CLEAR = Image.new("RGBA", (60, 40), (200, 30, 30, 90))
FRAMES = [Image.new("RGB", (60, 40), "blue")]


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (encoded(PLAIN, "PNG"), Form("png", 60, 40)),
        (encoded(CLEAR, "PNG"), Form("png", 60, 40, has_alpha=True)),
        (encoded(PLAIN.convert("P"), "PNG", transparency=3), Form("png", 60, 40, has_alpha=True)),
        (encoded(PLAIN, "PNG", save_all=True, append_images=FRAMES), Form("png", 60, 40, is_animated=True)),
        (encoded(PLAIN, "JPEG"), Form("jpeg", 60, 40)),
        (encoded(PLAIN, "JPEG", progressive=True, comment=b"a word"), Form("jpeg", 60, 40)),
        (encoded(PLAIN.convert("CMYK"), "JPEG"), Form("jpeg", 60, 40)),
        (encoded(PLAIN, "GIF"), Form("gif", 60, 40)),
        (encoded(PLAIN, "GIF", save_all=True, append_images=FRAMES), Form("gif", 60, 40, is_animated=True)),
        (encoded(PLAIN, "WEBP"), Form("webp", 60, 40)),
        (encoded(PLAIN, "WEBP", lossless=True), Form("webp", 60, 40)),
        (encoded(CLEAR, "WEBP"), Form("webp", 60, 40, has_alpha=True)),
        (encoded(CLEAR, "WEBP", lossless=True), Form("webp", 60, 40, has_alpha=True)),
        (encoded(PLAIN, "WEBP", save_all=True, append_images=FRAMES), Form("webp", 60, 40, is_animated=True)),
        (announced(50_000, 50_000), Form("png", 50_000, 50_000)),
    ],
)
def test_a_form_is_read_without_a_pixel(data: bytes, form: Form) -> None:
    """Type, size, transparency and movement are those that the file was written with."""
    assert form_of(data, kind_of(data)) == form


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_turned_picture_has_its_sides_exchanged(form: str, orientation: int) -> None:
    """The size is that which is seen, whatever the format that holds the orientation."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    data = encoded(PLAIN, form, exif=exif)
    seen = form_of(data, kind_of(data))
    assert seen.orientation == orientation
    assert (seen.width, seen.height) == ((40, 60) if orientation >= 5 else (60, 40))


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "WEBP"])
def test_a_picture_that_ends_early_is_damaged(form: str) -> None:
    """Wherever an upload stopped, the file is known not to be whole."""
    data = encoded(PLAIN, form)
    kind = kind_of(data)
    for end in range(12, len(data), max(len(data) // 40, 1)):
        with pytest.raises(DamagedError):
            form_of(data[:end], kind)


def test_a_changed_byte_of_a_png_is_noticed() -> None:
    """The checksums of the parts are held against their bytes."""
    data = bytearray(encoded(PLAIN, "PNG"))
    data[60] ^= 0xFF
    with pytest.raises(DamagedError):
        form_of(bytes(data), "png")


@given(st.sampled_from(sorted(READ)), st.binary(max_size=200))
def test_nothing_else_is_ever_raised(kind: str, data: bytes) -> None:
    """Any bytes give a form or are damaged: no other error, no endless reading."""
    signatures = {"png": b"\x89PNG\r\n\x1a\n", "jpeg": b"\xff\xd8\xff", "gif": b"GIF89a", "webp": b"RIFF"}
    with contextlib.suppress(DamagedError):
        form_of(signatures[kind] + data, kind)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"A text.\n", ""),
        (b"", ""),
        (b"\x00\x00\x00\x18ftypheic", "heic"),
        (b"\x00\x00\x00\x18ftypavif", "avif"),
        (b"<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg'/>", "svg"),
        (b"<html><svg></svg></html>", "svg"),
        (b"MM\0*", "tiff"),
        (b"%PDF-1.7", ""),
    ],
)
def test_a_type_is_told_by_its_signature(data: bytes, kind: str) -> None:
    """The name of a file is not asked."""
    assert kind_of(data) == kind
