"""What a picture is, read from its own bytes: true type, size, orientation. No pixel is decoded.

PNG: https://www.w3.org/TR/png-3/. JPEG: ITU-T T.81, annex B; Exif 2.32 for the orientation. GIF 89a.
WebP: RFC 9649. A file that ends early, or whose parts do not fit together, raises `DamagedError`.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

EXTENSIONS: Mapping[str, str] = {
    "png": "png",
    "jpg": "jpeg",
    "jpeg": "jpeg",
    "jpe": "jpeg",
    "jfif": "jpeg",
    "gif": "gif",
    "webp": "webp",
    "svg": "svg",
    "avif": "avif",
    "heic": "heic",
    "heif": "heic",
    "tif": "tiff",
    "tiff": "tiff",
    "bmp": "bmp",
    "psd": "psd",
}
"""The type that the end of a file's name promises."""

READ = frozenset({"png", "jpeg", "gif", "webp"})
"""The types from which the sizes of a page are made."""

_HEIF = frozenset({b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"heim", b"heis"})
# Of the signatures, those that stand at the very beginning.
_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"BM", "bmp"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"8BPS", "psd"),
)
_TURNED = frozenset({5, 6, 7, 8})
_ORIENTATION = 0x0112
# Start of frame, all but the markers of tables between them (T.81, table B.1).
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


class DamagedError(Exception):
    """The bytes end early or contradict themselves."""


@dataclass(frozen=True, slots=True)
class Form:
    """A picture's type and its size in pixels as it is seen, after its orientation (1 to 8, as in Exif)."""

    kind: str
    width: int
    height: int
    orientation: int = 1
    has_alpha: bool = False
    is_animated: bool = False


def kind_of(data: bytes) -> str:
    """The true type of a file, by its signature; "" for what is no picture that we know."""
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if data[4:8] == b"ftyp":
        return "avif" if data[8:12] in {b"avif", b"avis"} else "heic" if data[8:12] in _HEIF else ""
    return "svg" if b"<svg" in data[:4096] and data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") else ""


def form_of(data: bytes, kind: str) -> Form:
    """The form of a picture of a type among `READ`; DamagedError where it cannot be whole."""
    try:
        form = _READERS[kind](data)
    except (struct.error, IndexError, zlib.error) as error:
        raise DamagedError from error
    if form.width < 1 or form.height < 1:
        raise DamagedError
    return form


def _seen(kind: str, width: int, height: int, orientation: int) -> Form:
    if orientation in _TURNED:
        width, height = height, width
    return Form(kind, width, height, orientation)


def _png(data: bytes) -> Form:
    chunks = dict[bytes, bytes]()
    for name, body in _png_chunks(data):
        chunks.setdefault(name, body)
    if b"IEND" not in chunks or b"IDAT" not in chunks:
        raise DamagedError
    width, height, _, colours = struct.unpack(">IIBB", chunks[b"IHDR"][:10])
    seen = _seen("png", width, height, _orientation(chunks.get(b"eXIf", b"")))
    has_alpha = colours in {4, 6} or b"tRNS" in chunks
    return Form("png", seen.width, seen.height, seen.orientation, has_alpha, b"acTL" in chunks)


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    position, name = 8, b""
    while name != b"IEND":
        length, name = struct.unpack(">I4s", data[position : position + 8])
        body = data[position + 8 : position + 8 + length]
        (checksum,) = struct.unpack(">I", data[position + 8 + length : position + 12 + length])
        if len(body) != length or zlib.crc32(name + body) != checksum:
            raise DamagedError
        yield name, body
        position += 12 + length


def _jpeg(data: bytes) -> Form:
    orientation = 1
    for marker, body, end in _jpeg_segments(data):
        if marker == 0xE1 and body.startswith(b"Exif\0\0"):
            orientation = _orientation(body[6:])
        # Some cameras write more behind the end of the picture, none writes less.
        if marker in _FRAMES and data.rfind(b"\xff\xd9", end) > 0:
            height, width = struct.unpack(">HH", body[1:5])
            return _seen("jpeg", width, height, orientation)
    raise DamagedError


def _jpeg_segments(data: bytes) -> Iterator[tuple[int, bytes, int]]:
    """The segments before the picture itself: marker, body, where it ends."""
    position, marker = 2, 0
    while marker != 0xDA:
        if data[position] != 0xFF:
            raise DamagedError
        marker = data[position + 1]
        if marker == 0xFF:  # a fill byte
            position += 1
            continue
        (length,) = struct.unpack(">H", data[position + 2 : position + 4])
        yield marker, data[position + 4 : position + 2 + length], position + 2 + length
        position += 2 + length


def _orientation(exif: bytes) -> int:
    """The tag of orientation in the first directory of Exif data; 1 where it is not, or makes no sense."""
    if exif[:4] not in {b"II*\0", b"MM\0*"}:
        return 1
    order = "<" if exif[:2] == b"II" else ">"
    try:
        (start,) = struct.unpack(f"{order}I", exif[4:8])
        (count,) = struct.unpack(f"{order}H", exif[start : start + 2])
        for index in range(count):
            entry = exif[start + 2 + 12 * index : start + 14 + 12 * index]
            tag, _, _, value = struct.unpack(f"{order}HHIH", entry[:10])
            if tag == _ORIENTATION:
                return int(value) if 1 <= value <= 8 else 1
    except struct.error:
        pass
    return 1


def _gif(data: bytes) -> Form:
    width, height, flags = struct.unpack("<HHB", data[6:11])
    position, images, has_alpha = 13 + _table(flags), 0, False
    while data[position] != 0x3B:
        if data[position] == 0x21:  # an extension; before the first image, whether a colour is transparent
            has_alpha |= not images and data[position + 1] == 0xF9 and bool(data[position + 3] & 1)
            position = _after_blocks(data, position + 2)
        elif data[position] == 0x2C:
            images += 1
            position = _after_blocks(data, position + 11 + _table(data[position + 9]))
        else:
            raise DamagedError
    if not images:
        raise DamagedError
    return Form("gif", width, height, 1, has_alpha, images > 1)


def _table(flags: int) -> int:
    """The bytes of a table of colours."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _after_blocks(data: bytes, position: int) -> int:
    while data[position]:
        position += data[position] + 1
    return position + 1


def _webp(data: bytes) -> Form:
    (size,) = struct.unpack("<I", data[4:8])
    if size + 8 > len(data):
        raise DamagedError
    chunks = dict[bytes, bytes]()
    position = 12
    while position + 8 <= size + 8:
        name, length = struct.unpack("<4sI", data[position : position + 8])
        chunks.setdefault(name, data[position + 8 : position + 8 + length])
        position += 8 + length + length % 2
    if extended := chunks.get(b"VP8X"):
        flags = extended[0]
        width, height = (int.from_bytes(extended[at : at + 3], "little") + 1 for at in (4, 7))
        seen = _seen("webp", width, height, _orientation(chunks.get(b"EXIF", b"").removeprefix(b"Exif\0\0")))
        return Form("webp", seen.width, seen.height, seen.orientation, bool(flags & 0x10), bool(flags & 2))
    if lossless := chunks.get(b"VP8L"):
        bits = int.from_bytes(lossless[1:5], "little")
        return Form("webp", (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1, 1, bool(bits >> 28 & 1))
    width, height = struct.unpack("<HH", chunks.get(b"VP8 ", b"")[6:10])
    return Form("webp", width & 0x3FFF, height & 0x3FFF)


_READERS: Mapping[str, Callable[[bytes], Form]] = {"png": _png, "jpeg": _jpeg, "gif": _gif, "webp": _webp}
