"""What the system lets a process have for itself: disks of its own, and no more rights than anybody.

Of Linux: unshare(2), mount(2), capset(2). What is mounted is seen by this process and its children alone, and
is gone with them.
"""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

_NEW_MOUNTS, _NEW_USER = 0x00020000, 0x10000000
_READ_ONLY, _REMOUNT, _BIND, _RECURSIVE, _PRIVATE, _DETACH = 1, 32, 4096, 16384, 1 << 18, 2
_CAPABILITIES = 0x20080522


class RefusedError(Exception):
    """The system does not let us."""


def enter() -> None:
    """Have mounts of one's own from now on; RefusedError where there are none."""
    user, group = os.getuid(), os.getgid()
    _call("unshare", _NEW_USER | _NEW_MOUNTS)
    maps = {"setgroups": "deny", "uid_map": f"{user} {user} 1", "gid_map": f"{group} {group} 1"}
    for name, text in maps.items():
        try:
            Path(f"/proc/self/{name}").write_text(text, encoding="ascii")
        except OSError as error:
            raise RefusedError(str(error)) from error
    _call("mount", b"none", b"/", None, _RECURSIVE | _PRIVATE, None)


def is_willing() -> bool:
    """Whether the system gives a process mounts of its own: one tries."""
    process = os.fork()
    if not process:
        try:
            enter()
        except RefusedError:
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 0


def small_disk(folder: Path, size: int) -> None:
    """A disk of so many bytes in the place of a folder."""
    _call("mount", b"none", os.fsencode(folder), b"tmpfs", 0, f"size={size}".encode())


def resized(folder: Path, size: int) -> None:
    """Give such a disk another size."""
    _call("mount", b"none", os.fsencode(folder), b"tmpfs", _REMOUNT, f"size={size}".encode())


def lock_folder(folder: Path) -> None:
    """Have all of a folder be on a disk that is read-only, for this process alone."""
    enter()
    path = os.fsencode(folder)
    _call("mount", path, path, None, _BIND, None)
    _call("mount", path, path, None, _BIND | _REMOUNT | _READ_ONLY, None)


def be_anybody() -> None:
    """Have no right that the owner of a file has not: an administrator may read and write all else."""
    if sys.platform == "linux":
        header = (ctypes.c_uint32 * 2)(_CAPABILITIES, 0)
        _call("capset", header, (ctypes.c_uint32 * 6)())


def _call(name: str, *values: object) -> None:
    """Call the system; RefusedError where it has no such thing, or refuses."""
    function = getattr(ctypes.CDLL(None, use_errno=True), name, None) if sys.platform == "linux" else None
    if function is None:
        raise RefusedError(f"no {name}")
    if function(*values):
        raise RefusedError(f"{name}: {os.strerror(ctypes.get_errno())}")
