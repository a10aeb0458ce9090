"""The few shapes of CBOR that Pagefind writes: whole numbers, texts and lists (RFC 8949)."""

from __future__ import annotations

from typing import Any

_SIZES = {24: 1, 25: 2, 26: 4, 27: 8}
"""How many bytes of a number follow, by the low bits of the first."""


def decoded(data: bytes) -> Any:
    """The one value that `data` holds; ValueError for anything else."""
    try:
        value, end = _item(data, 0)
    except (IndexError, UnicodeDecodeError) as error:
        raise ValueError("cut short") from error
    if end != len(data):
        raise ValueError("more than one value")
    return value


def _item(data: bytes, at: int) -> tuple[Any, int]:
    first = data[at]
    at += 1
    number = first & 31
    if number > 23:
        size = _SIZES.get(number)
        if size is None:
            raise ValueError(f"not a known length: {first}")
        number = int.from_bytes(data[at : at + size], "big")
        at += size
    match first >> 5:
        case 0:
            return number, at
        case 1:
            return -1 - number, at
        case 3:
            return data[at : at + number].decode(), at + number
        case 4:
            return _items(data, at, number)
    raise ValueError(f"not a known shape: {first}")


def _items(data: bytes, at: int, count: int) -> tuple[list[Any], int]:
    found = []
    for _ in range(count):
        # Nearly all are numbers of one byte.
        if data[at] < 24:
            found.append(data[at])
            at += 1
        else:
            item, at = _item(data, at)
            found.append(item)
    return found, at
