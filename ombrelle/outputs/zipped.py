"""Files in a ZIP folder whose bytes depend on them alone: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import date

_OLDEST = date(1980, 1, 1)
"""Before it no ZIP can say when a file was made."""

_READABLE = 0o644 << 16
"""Permissions of the files where they are unpacked, in the half of the field that is Unix's."""

_UNIX = 3

_NO_NAME = re.compile(r"[\\:*?\"<>|\x00-\x1f\x7f-\x9f\ud800-\udfff]")
"""What no system, or not every one, has in the name of a file."""


def zipped(folder: str, files: Mapping[str, bytes], day: date | None) -> bytes:
    """Files by their path in `folder`, in their order, all of one day.

    They are stored, not deflated: how much a byte is deflated depends on the library of the machine, and the
    pictures, which weigh most, are compressed already. What a path cannot have is left out of it.
    """
    made = max(day or _OLDEST, _OLDEST)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for path, content in files.items():
            info = zipfile.ZipInfo(_plain(f"{folder}/{path}"), (made.year, made.month, made.day, 0, 0, 0))
            info.create_system = _UNIX
            info.external_attr = _READABLE
            archive.writestr(info, content)
    return buffer.getvalue()


def _plain(path: str) -> str:
    """A path that every system can unpack, which climbs out of no folder."""
    parts = (_NO_NAME.sub("", part).lstrip(".").rstrip(". ") for part in path.split("/"))
    return "/".join(filter(None, parts))
