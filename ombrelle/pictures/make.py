"""The files behind the addresses: oriented, in sRGB, without anything but pixels, reduced and encoded.

The only module that imports Pillow; it is itself imported where pictures are made. On one version of Pillow,
the same picture gives the same bytes.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Mapping, Sequence
from typing import Any

from PIL import Image, ImageCms, ImageFile, UnidentifiedImageError

from ombrelle.pictures.form import DamagedError, Form
from ombrelle.pictures.original import MOST_PIXELS

Image.MAX_IMAGE_PIXELS = MOST_PIXELS
ImageFile.LOAD_TRUNCATED_IMAGES = False

# `original.SETTINGS` names them, and changes with them. One thread each: pictures are made side by side.
_ENCODERS: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    "avif": ("AVIF", {"quality": 52, "speed": 7, "max_threads": 1}),
    "webp": ("WEBP", {"quality": 78, "method": 5}),
    "jpg": ("JPEG", {"quality": 80, "optimize": True, "progressive": True}),
    "png": ("PNG", {"optimize": True, "compress_level": 9}),
}

# What puts a picture upright, by the orientation that Exif says (2.32, 4.6.4).
_UPRIGHT: Mapping[int, Image.Transpose] = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def make(data: bytes, form: Form, steps: Sequence[tuple[int, int, str]]) -> list[bytes]:
    """The bytes of each step of a picture: width, height, format. DamagedError where it cannot be read."""
    try:
        with warnings.catch_warnings():
            # A picture is within the bounds, or it would not be here; odd metadata are thrown away.
            warnings.simplefilter("ignore")
            whole = _pixels(data, form, max(max(width, height) for width, height, _ in steps))
    except (OSError, ValueError, SyntaxError, UnidentifiedImageError, Image.DecompressionBombError) as error:
        raise DamagedError from error
    reduced: dict[tuple[int, int], Image.Image] = {}
    for width, height, _ in steps:
        if (width, height) not in reduced:
            size = (width, height)
            reduced[size] = whole.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    return [_encoded(reduced[width, height], step) for width, height, step in steps]


def _pixels(data: bytes, form: Form, side: int) -> Image.Image:
    """The picture upright, in sRGB, RGB or RGBA."""
    with Image.open(io.BytesIO(data), formats=[form.kind.upper()]) as image:
        if image.format == "JPEG" and image.mode in {"RGB", "L"}:
            image.draft(image.mode, (2 * side, 2 * side))  # decoded no larger than is of use
        profile = image.info.get("icc_profile")
        image.load()
        found = _eight_bits(image)
    coloured = _in_srgb(found, profile) if profile else found
    mode = "RGBA" if form.has_alpha else "RGB"
    plain = coloured if coloured.mode == mode else coloured.convert(mode)
    upright = _UPRIGHT.get(form.orientation)
    return plain.transpose(upright) if upright is not None else plain.copy()


def _eight_bits(image: Image.Image) -> Image.Image:
    """A picture of which each channel has eight bits; Pillow would cut off greys of sixteen at white."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value * (1 / 257) + 0.5).convert("L")
    if image.mode == "F":
        return image.convert("L")
    if image.mode in {"P", "PA"}:
        return image.convert("RGBA" if "transparency" in image.info else "RGB")
    if image.mode in {"1", "La", "RGBa"}:
        return image.convert("RGBA" if image.mode.endswith("a") else "L")
    if "transparency" in image.info and image.mode in {"L", "RGB"}:
        return image.convert("RGBA")
    return image


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """The colours of an embedded profile as sRGB has them; as they are where the profile is of no use."""
    alpha = image.getchannel("A") if image.mode in {"RGBA", "LA"} else None
    colours = image.convert({"RGBA": "RGB", "LA": "L"}[image.mode]) if alpha else image
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        made = ImageCms.profileToProfile(
            colours,
            source,
            ImageCms.createProfile("sRGB"),
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode="RGB",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    assert made is not None
    if alpha:
        made.putalpha(alpha)
    return made


def _encoded(image: Image.Image, step: str) -> bytes:
    """The bytes of a picture, without a word besides: profile, comments and the like are left behind."""
    form, options = _ENCODERS[step]
    image.info.clear()
    target = io.BytesIO()
    image.save(target, form, **options)
    return target.getvalue()
