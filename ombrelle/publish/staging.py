"""The folder of a site to come, and how it takes the place of the one that is published.

.public-spare/  what was published before: the next site is gathered in it
.public-old/    what was published, between two renames, where folders cannot be exchanged
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ombrelle.stage import Stage

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
"""Of Linux: renameat2(2)."""


@contextmanager
def staged(out: Path, *, keeps: bool) -> Iterator[Stage]:
    """A stage beside `out`; OSError when the disk refuses.

    With `keeps`, its folder stays for the next build: only who holds the lock of the site may ask for that.
    """
    out = out.resolve()
    spare = out.with_name(f".{out.name}-spare")
    _put_back(out)
    spare.mkdir(parents=True, exist_ok=True)
    spare.chmod(0o755)
    try:
        yield Stage(spare, out)
    except OSError:
        # On a disk that is full, what was gathered would stand in the way of the next build.
        shutil.rmtree(spare, ignore_errors=True)
        raise
    finally:
        if not keeps:
            shutil.rmtree(spare, ignore_errors=True)


def swap(stage: Stage) -> None:
    """Put the site of a stage in its place; what was published before is left in the stage's folder.

    A reader sees the one or the other. OSError when the disk refuses: all is then as it was.
    """
    spare, out = stage.folder, stage.before
    if not out.exists():
        spare.rename(out)
    elif not _exchanged(spare, out):
        _replaced(spare, out)


def _put_back(out: Path) -> None:
    """Put back what a build that was killed between two renames had taken away."""
    old = _old(out)
    if old.is_dir():
        if out.exists():
            shutil.rmtree(old, ignore_errors=True)
        else:
            old.rename(out)


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders in one step, where the system can."""
    if sys.platform != "linux":
        return False
    exchange = getattr(ctypes.CDLL(None), "renameat2", None)
    if exchange is None:
        return False
    paths = os.fsencode(one), os.fsencode(other)
    done: int = exchange(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE)
    return done == 0


def _replaced(spare: Path, out: Path) -> None:
    """The same by renames."""
    old = _old(out)
    out.rename(old)
    try:
        spare.rename(out)
    except OSError:
        old.rename(out)
        raise
    old.rename(spare)


def _old(out: Path) -> Path:
    return out.with_name(f".{out.name}-old")
