"""One build into a folder at a time: the second waits for the first.

.public.lock    beside the folder that is published: who may gather a site there may lock it too
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout


@contextmanager
def alone(out: Path, wait: Callable[[], None]) -> Iterator[None]:
    """Be the only one who publishes into a folder; `wait` is called once where another has to be waited for.

    The lock ends with the process, however it ends. Where there can be none, nothing can be published either,
    or the disk knows no locks.
    """
    out = out.resolve()
    lock = FileLock(out.with_name(f".{out.name}.lock"))
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
