"""Folders before and after: what their files hold, and which of them were written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

Stamp = tuple[int, int, int]
"""The number of a file on the disk, its bytes, and the time of its last change in nanoseconds."""


def contents(folder: Path) -> dict[Path, bytes]:
    """What the files of a folder hold, caches left out."""
    return {path: path.read_bytes() for path in _files(folder) if ".cache" not in path.parts}


def restore(folder: Path, first: Mapping[Path, bytes]) -> None:
    """Give a folder its contents back; a file that has them is not touched."""
    now = contents(folder)
    for path in now.keys() - first.keys():
        path.unlink()
    for path, content in first.items():
        if now.get(path) != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def stamps(folder: Path) -> dict[str, Stamp]:
    """The stamp of each file of a folder, by its path there: one that is written anew has another."""
    found = ((path.relative_to(folder).as_posix(), path.stat()) for path in _files(folder))
    return {path: (each.st_ino, each.st_size, each.st_mtime_ns) for path, each in found}


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())
