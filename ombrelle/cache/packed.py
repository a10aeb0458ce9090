"""Values that are lists, texts and numbers all through, as the bytes that a cache keeps."""

from __future__ import annotations

import json
from typing import Any


def packed(plain: object) -> bytes:
    """The bytes of a value; lone surrogates, which a text of YAML may hold, survive."""
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def unpacked(content: bytes) -> Any:
    """The value of its bytes, tuples as lists."""
    return json.loads(content.decode("utf-8", "surrogatepass"))
