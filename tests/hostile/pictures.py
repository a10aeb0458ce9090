"""Pictures that are small on the disk and endless once they are read."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Mapping

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _png(width: int, height: int, *extra: bytes, pixels: int = 1) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    packed = zlib.compress(bytes(pixels), 9)
    return (
        _SIGNATURE
        + _chunk(b"IHDR", header)
        + b"".join(extra)
        + _chunk(b"IDAT", packed)
        + _chunk(b"IEND", b"")
    )


def _entities() -> bytes:
    declared = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    return f'<!DOCTYPE svg [<!ENTITY e0 "a">{declared}]><svg xmlns="http://www.w3.org/2000/svg">&e11;</svg>'.encode()


PICTURES: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    "picture of four thousand million pixels": ("png", lambda: _png(65_000, 65_000)),
    "picture of more pixels than numbers": ("png", lambda: _png(2**31 - 1, 2**31 - 1)),
    "few pixels, packed a thousand times": ("png", lambda: _png(10, 10, pixels=100_000_000)),
    "packed text within a picture": (
        "png",
        lambda: _png(10, 10, _chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(50_000_000), 9))),
    ),
    "many parts of a picture": ("png", lambda: _png(10, 10, *[_chunk(b"tEXt", b"a\0b")] * 50_000)),
    "JPEG of many segments": ("jpg", lambda: b"\xff\xd8" + b"\xff\xe1\0\x04ab" * 200_000),
    "JPEG without end": ("jpg", lambda: b"\xff\xd8" + b"\xff" * 2_000_000),
    "GIF of many pictures": (
        "gif",
        lambda: b"GIF89a\xff\xff\xff\xff\0\0\0" + b",\0\0\0\0\x01\0\x01\0\0\x02\x01\0\0" * 100_000 + b";",
    ),
    "drawing of drawings": ("svg", lambda: _SVG + b"<g>" * 100_000 + b"</g>" * 100_000 + b"</svg>"),
    "drawing of many parts": ("svg", lambda: _SVG + b'<path d="M0 0"/>' * 100_000 + b"</svg>"),
    "drawing that multiplies": ("svg", _entities),
    "drawing with an endless path": ("svg", lambda: _SVG + b'<path d="' + b"M0 0" * 500_000 + b'"/></svg>'),
    "drawing of many dangers": ("svg", lambda: _SVG + b'<a onload="b"/>' * 100_000 + b"</svg>"),
}
"""The end of the file's name, and what is in it, by what it is."""
