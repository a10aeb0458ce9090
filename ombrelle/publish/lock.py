"""One build of a site at a time: the second waits for the first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout


@contextmanager
def locked(path: Path, wait: Callable[[], None]) -> Iterator[None]:
    """Hold the lock of a file; `wait` is called once where another process has it, and it is waited for.

    The lock ends with the process, however it ends. Where the folder cannot be written there is none.
    """
    lock = FileLock(path)
    is_held = _acquired(lock, wait)
    try:
        yield
    finally:
        if is_held:
            lock.release()


def _acquired(lock: FileLock, wait: Callable[[], None]) -> bool:
    try:
        Path(lock.lock_file).parent.mkdir(parents=True, exist_ok=True)
        _acquire(lock, wait)
    except OSError:
        return False
    return True


def _acquire(lock: FileLock, wait: Callable[[], None]) -> None:
    try:
        lock.acquire(blocking=False)
    except Timeout:
        wait()
        lock.acquire()
