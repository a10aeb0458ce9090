"""Formats of lines (`_redirects`, `_headers`, `humans.txt`, cards): no value ends a line or begins one."""

from __future__ import annotations

import re
from urllib.parse import quote

from ombrelle.text import one_line

_PARTS = re.compile(r"[\s\x00-\x20\x7f-\x9f]")


def words(*values: str) -> str:
    """A line of words that spaces part, as addresses: what would part or end one is written by percents."""
    return " ".join(map(word, values))


def word(value: str) -> str:
    """One word: an address without anything that a format of lines takes for its end."""
    return _PARTS.sub(lambda sign: quote(sign[0]), value.encode("utf-8", "replace").decode())


def field(name: str, value: str) -> str:
    """A name, a colon and a value on one line."""
    return f"{name}: {one_line(value).strip()}"
