"""Disks that are full, and folders that cannot be written."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.accidents import machine
from benchmarks.accidents.scene import Accident, Scene

_LARGE = 64_000_000
_PAGE = 4096
"""Bytes: what such a disk gives at a time."""


def on_small_disks(scene: Scene) -> None:
    """Put what is published and the cache on disks that can be made full."""
    for folder in (scene.home, scene.cache):
        machine.small_disk(folder, _LARGE)


def full(scene: Scene) -> Accident:
    """The disk of the site, of the cache or both has room for a part of what is to be written."""
    clean = scene.edit()
    disks = scene.random.choice(((scene.home,), (scene.cache,), (scene.home, scene.cache)))
    if scene.random.random() < 0.5:
        # All of the site is to be written anew.
        shutil.rmtree(scene.out.with_name(".public-spare"), ignore_errors=True)
    left = {disk: int(_PAGE * 2 ** scene.random.uniform(-1, 9)) for disk in disks}
    for disk, room in left.items():
        machine.resized(disk, _used(disk) + room)
    ended = scene.build().end()
    if scene.random.random() < 0.3:
        # Tried once more before anybody has made room.
        ended = scene.build().end()
    for disk in disks:
        machine.resized(disk, _LARGE)
    return scene.judge(
        ", ".join(f"{room} bytes for {disk.name}" for disk, room in left.items()), ended, clean
    )


def readonly(scene: Scene) -> Accident:
    """What is published, the folder in which it stands or the cache cannot be written."""
    clean = scene.edit()
    folder = scene.random.choice((scene.home, scene.out, scene.cache))
    if scene.random.random() < 0.5 and machine.is_willing():
        ended = scene.build(hook=lambda: machine.lock_folder(folder)).end()
        return scene.judge(f"{folder.name} on a disk that is read-only", ended, clean)
    with rights(folder, 0o555):
        ended = scene.build(hook=machine.be_anybody).end()
    return scene.judge(f"{folder.name} without the right to write", ended, clean)


@contextmanager
def rights(path: Path, mode: int) -> Iterator[None]:
    """Give a file or a folder other rights for a while."""
    before = stat.S_IMODE(path.stat().st_mode)
    path.chmod(mode)
    try:
        yield
    finally:
        path.chmod(before)


def _used(disk: Path) -> int:
    """How many bytes are taken."""
    found = os.statvfs(disk)
    return (found.f_blocks - found.f_bfree) * found.f_frsize
