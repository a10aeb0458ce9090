"""Which program this is: its code, its Python and its libraries. Another makes all anew."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_CODE = frozenset({".py", ".toml"})
_LIBRARIES = (
    "babel",
    "fonttools",
    "icalendar",
    "jinja2",
    "lightningcss",
    "markdown",
    "markupsafe",
    "nh3",
    "pillow",
    "pydantic",
    "python-bidi",
    "pyyaml",
    "resvg-py",
    "uharfbuzz",
)
"""Those whose work is kept: texts, pages, drawings, calendars."""


@cache
def program_digest() -> str:
    """The SHA-256 of all that decides what is made of the same content."""
    digest = hashlib.sha256(sys.version.encode())
    for name in _LIBRARIES:
        digest.update(f"{name} {version(name)}\n".encode())
    for path in sorted(path for path in _PACKAGE.rglob("*") if path.suffix in _CODE):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(_PACKAGE).as_posix()} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()
