"""A file of a `media/` folder, examined: a picture that pages can show, or a fault told at its place."""

from __future__ import annotations

import errno
import hashlib
import os
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path, PurePosixPath

from ombrelle.pictures.document import START, check_document
from ombrelle.pictures.drawing import read_drawing
from ombrelle.pictures.form import EXTENSIONS, READ, DamagedError, Form, form_of, kind_of
from ombrelle.problems import Location, Problems
from ombrelle.text import slugify

MOST_BYTES = 20_000_000
MOST_PIXELS = 64_000_000
"""What a picture may weigh, and how many pixels it may unfold to: 192 MB of memory while it is read."""

SETTINGS = "1 avif 52/7 webp 78/5 jpeg 80 png 9"
"""What is to be changed whenever `make` would give other bytes: the names of all files change with it."""

_NAMES = {"jpeg": "jpg"}


@dataclass(frozen=True, slots=True)
class Original:
    """A picture to be shown: what it is, and the name under which its sizes are published.

    `digest` is of its bytes, of how sizes are made and of the program that makes them.
    """

    form: Form
    name: str
    digest: str

    @property
    def is_drawing(self) -> bool:
        """Whether it is shown as it is, at any size."""
        return self.form.kind == "svg"


def is_picture(path: str) -> bool:
    """Whether a file is called a picture by the end of its name."""
    return _extension(path) in EXTENSIONS


def examine(root: Path, path: str, problems: Problems) -> Original | None:
    """What a file is; None for one that is no picture, or has a fault, which is told."""
    place = Location(path)
    try:
        size = (root / path).stat().st_size
        if is_picture(path) and size > MOST_BYTES:
            problems.add("picture-too-heavy", place, size=_megabytes(size), most=_megabytes(MOST_BYTES))
            return None
        with (root / path).open("rb") as file:
            data = file.read() if is_picture(path) else file.read(START)
    except OSError:
        problems.add("unreadable-file", place)
        return None
    kind = kind_of(data)
    if not kind and not is_picture(path):
        check_document(path, size, data, problems)
        return None
    if not _is_named_after(path, kind, problems):
        return None
    form = _drawn(path, data, problems) if kind == "svg" else _form(path, data, kind, problems)
    return Original(form, _name(path), _digest(data)) if form else None


def read_again(path: Path, digest: str) -> bytes:
    """The bytes of a picture that was examined; OSError where others are there by now, which were not."""
    data = path.read_bytes()
    if _digest(data) != digest:
        raise OSError(errno.ESTALE, os.strerror(errno.ESTALE), str(path))
    return data


def _is_named_after(path: str, kind: str, problems: Problems) -> bool:
    """Whether a file is a picture that can be shown, under its true name."""
    promised, name = EXTENSIONS.get(_extension(path), ""), PurePosixPath(path).name
    if promised and not kind:
        problems.add("not-a-picture", Location(path), name=name)
    elif kind and kind != "svg" and kind not in READ:
        problems.add("picture-format", Location(path), form=kind.upper(), near=_renamed(path, "jpeg"))
    elif kind != promised:
        near = _renamed(path, kind)
        problems.add("picture-mislabelled", Location(path), name=name, form=kind.upper(), near=near)
    return bool(kind) and kind == promised and (kind == "svg" or kind in READ)


def _form(path: str, data: bytes, kind: str, problems: Problems) -> Form | None:
    try:
        form = form_of(data, kind)
    except DamagedError:
        problems.add("picture-damaged", Location(path))
        return None
    if form.width * form.height > MOST_PIXELS:
        size = {"width": form.width, "height": form.height, "most": MOST_PIXELS // 1_000_000}
        problems.add("picture-too-large", Location(path), **size)
        return None
    if form.is_animated:
        problems.add("picture-animated", Location(path))
    return form


def _drawn(path: str, data: bytes, problems: Problems) -> Form | None:
    try:
        drawing = read_drawing(data)
    except DamagedError:
        problems.add("picture-damaged", Location(path))
        return None
    for danger in drawing.dangers:
        problems.add("drawing-unsafe", Location(path, danger.line, danger.column), what=danger.what)
    if drawing.form is None and not drawing.dangers:
        problems.add("drawing-without-size", Location(path))
    return None if drawing.dangers else drawing.form


def _extension(path: str) -> str:
    return PurePosixPath(path).suffix.removeprefix(".").lower()


def _renamed(path: str, kind: str) -> str:
    return f"{PurePosixPath(path).stem}.{_NAMES.get(kind, kind)}"


def _name(path: str) -> str:
    return slugify(PurePosixPath(path).stem)[:40].strip("-") or "picture"


def _digest(data: bytes) -> str:
    return hashlib.sha256(f"{SETTINGS} {_maker()}\n".encode() + data).hexdigest()[:12]


@cache
def _maker() -> str:
    """The version of Pillow, without which no size is made."""
    return version("pillow")


def _megabytes(size: int) -> int:
    return -(-size // 1_000_000)
