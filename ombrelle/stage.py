"""The folder in which a site is gathered, beside the one that it will replace.

A file that is published with the same bytes is not written again: it is linked, and keeps its time stamp.
Nothing is believed of what stands in either folder: it is compared, byte by byte.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from ombrelle.paths import stays_below
from ombrelle.whole import placed


@dataclass(frozen=True, slots=True)
class Stage:
    """`folder` is the site to come, `before` the one that is published; any process may write into it."""

    folder: Path
    before: Path

    def put(self, path: str, content: bytes) -> str:
        """File bytes at a path of the site, which is given once; gives their SHA-256.

        OSError when the disk refuses.
        """
        source, target = self.before / path, self.folder / path
        is_same = _holds(source, content)
        if not (is_same and _are_one(source, target)):
            _clear(target)
            if not (is_same and _linked(source, target)):
                _within(target, lambda: _write(target, content))
        return hashlib.sha256(content).hexdigest()

    def published(self, path: str, digest: str) -> bytes | None:
        """The bytes that are published at a path, where they have this SHA-256; else None."""
        if not stays_below(path):
            return None
        try:
            content = (self.before / path).read_bytes()
        except OSError:
            return None
        return content if hashlib.sha256(content).hexdigest() == digest else None

    def tidy(self, paths: Collection[str]) -> None:
        """Remove all that is not at one of these paths."""
        _tidy(str(self.folder), "", paths, _parents(paths))

    def read(self, path: str) -> bytes:
        """The bytes that were filed at a path."""
        return (self.folder / path).read_bytes()


class _Unfiled(Stage):
    """A stage that nobody will publish: it gives digests, and keeps nothing."""

    def put(self, path: str, content: bytes) -> str:  # noqa: ARG002
        """The SHA-256 of the bytes."""
        return hashlib.sha256(content).hexdigest()


UNFILED = _Unfiled(Path(), Path())


def _holds(path: Path, content: bytes) -> bool:
    """Whether a plain file stands there with exactly these bytes."""
    try:
        found = path.lstat()
        is_alike = stat.S_ISREG(found.st_mode) and found.st_size == len(content)
        return is_alike and path.read_bytes() == content
    except OSError:
        return False


def _are_one(source: Path, target: Path) -> bool:
    """Whether both are names of one file."""
    try:
        one, other = source.lstat(), target.lstat()
    except OSError:
        return False
    return os.path.samestat(one, other)


def _clear(path: Path) -> None:
    """Make place for a file: what is written over might be a link to what is published."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        if not path.is_dir():
            # A file stands where a folder is to be.
            blocking = next(each for each in path.parents if each.is_symlink() or each.is_file())
            blocking.unlink()
        else:
            shutil.rmtree(path)


def _linked(source: Path, target: Path) -> bool:
    """Link a file; False where the disk has no links."""
    try:
        _within(target, lambda: os.link(source, target))
    except OSError:
        return False
    return True


def _within(target: Path, do: Callable[[], None]) -> None:
    """Do what makes a file, and its folder before where there is none yet."""
    try:
        do()
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
        do()


def _write(path: Path, content: bytes) -> None:
    with placed(path), path.open("xb") as file:
        file.write(content)


def _parents(paths: Iterable[str]) -> set[str]:
    """The folders of paths, and those that these lie in."""
    found: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


def _tidy(folder: str, below: str, paths: Collection[str], folders: Collection[str]) -> None:
    with os.scandir(folder) as found:
        for each in found:
            name = below + each.name
            if not each.is_dir(follow_symlinks=False):
                if name not in paths:
                    os.unlink(each)  # noqa: PTH108 a Path for each file of a large site takes its time
            elif name in folders:
                _tidy(each.path, f"{name}/", paths, folders)
            else:
                shutil.rmtree(each)
