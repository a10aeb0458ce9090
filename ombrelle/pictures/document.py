"""What else may lie in a `media/` folder than pictures: documents that no browser runs, of their true type.

All is published at the address of the site itself. A page or a script there would speak in its name, to the
content manager too, so that only these types are let in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

from ombrelle.problems import Location, Problems

MOST_BYTES = 20_000_000
"""What a document may weigh: as much as a picture."""

START = 4096
"""How many of its first bytes tell what a file is."""

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")


def check_document(path: str, size: int, start: bytes, problems: Problems) -> None:
    """Tell a file that is not let in: by its type, by its first bytes, by its size."""
    extension = PurePosixPath(path).suffix.removeprefix(".").lower()
    place, name = Location(path), PurePosixPath(path).name
    is_so = _TYPES.get(extension)
    if is_so is None:
        problems.add("media-type", place, name=name, known=", ".join(_TYPES))
    elif not is_so(start):
        problems.add("media-mislabelled", place, name=name, form=extension.upper())
    elif size > MOST_BYTES:
        most = MOST_BYTES // 1_000_000
        problems.add("media-too-heavy", place, size=-(-size // 1_000_000), most=most)


def _is_text(start: bytes) -> bool:
    """Whether bytes are the beginning of a text in UTF-8; the last letter may be cut."""
    text = start.decode("utf-8", "ignore")
    return len(start) - len(text.encode()) < 4 and not _CONTROL.search(text)


def _begins_with(signature: bytes) -> Callable[[bytes], bool]:
    return lambda start: start.startswith(signature)


_TYPES: Mapping[str, Callable[[bytes], bool]] = {
    "pdf": _begins_with(b"%PDF-"),
    **dict.fromkeys(("txt", "csv", "ics", "vcf", "vtt"), _is_text),
    **dict.fromkeys(("zip", "odt", "ods", "odp", "docx", "xlsx", "pptx"), _begins_with(b"PK\x03\x04")),
}
"""By extension, whether first bytes are of that type. Offices' files are archives of ZIP."""
