"""Small pictures of every form, made where they are wanted."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

from PIL import Image, ImageCms

RED, GREEN, BLUE, WHITE = (220, 30, 30), (30, 170, 60), (30, 60, 200), (250, 250, 250)


def encoded(image: Image.Image, form: str, **options: Any) -> bytes:
    target = io.BytesIO()
    image.save(target, form, **options)
    return target.getvalue()


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def corners(width: int = 240, height: int = 160) -> Image.Image:
    """Upright: red and green above, blue and white below."""
    image = Image.new("RGB", (width, height))
    for index, colour in enumerate((RED, GREEN, BLUE, WHITE)):
        box = (index % 2 * width // 2, index // 2 * height // 2)
        image.paste(colour, (*box, box[0] + width // 2, box[1] + height // 2))
    return image


def at_corners(image: Image.Image) -> list[tuple[int, ...]]:
    """The colours of the four quarters, in the order of `corners`."""
    plain, (width, height) = image.convert("RGB"), image.size
    points = [(x * width // 4, y * height // 4) for y in (1, 3) for x in (1, 3)]
    return [plain.getpixel(point) for point in points]  # type: ignore[misc] # three bands give a tuple


def is_near(one: tuple[int, ...], other: tuple[int, ...], most: int = 24) -> bool:
    return all(abs(a - b) <= most for a, b in zip(one, other, strict=True))


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def announced(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it has so many pixels."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def swapped_profile() -> bytes:
    """A profile in which red is where sRGB has blue: what ignores it shows other colours.

    sRGB, with the columns of its first and last primary exchanged.
    """
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    (count,) = struct.unpack(">I", data[128:132])
    places = {bytes(data[132 + 12 * i : 136 + 12 * i]): 132 + 12 * i for i in range(count)}
    red, blue = places[b"rXYZ"], places[b"bXYZ"]
    data[red + 4 : red + 12], data[blue + 4 : blue + 12] = (
        data[blue + 4 : blue + 12],
        data[red + 4 : red + 12],
    )
    return bytes(data)
