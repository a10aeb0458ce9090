"""Files that are written whole or not at all: nobody reads half of one, whatever befell who wrote it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_PREFIX = ".new-"


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place, then put it there. OSError when the disk refuses: it is as it was."""
    with placed(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=_PREFIX, dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(name).chmod(0o644)
            Path(name).replace(path)
        finally:
            # Where it was put in its place, nothing is left; else the disk refused, or somebody interrupts.
            with suppress(OSError):
                Path(name).unlink()


def sweep(folder: Path, since: int) -> None:
    """Remove what those left in a folder and the next ones who were killed while they wrote, before `since`.

    That is in nanoseconds. What somebody writes at this moment is younger.
    """
    with suppress(OSError):
        for path in (*folder.glob(f"{_PREFIX}*"), *folder.glob(f"*/{_PREFIX}*")):
            if path.stat().st_mtime_ns < since:
                path.unlink()


@contextmanager
def placed(path: Path) -> Iterator[None]:
    """Have what the disk refuses name the file: a write that finds no room does not by itself."""
    try:
        yield
    except OSError as error:
        error.filename = error.filename or str(path)
        raise
