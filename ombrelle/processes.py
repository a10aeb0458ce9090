"""Work shared among processes: a pure function of a number, mapped in order.

Where the platform forks safely, processes share what the function needs by copy-on-write; elsewhere each
starts from nothing and gets a copy, so that the function has to be one that can be pickled. Any executor may
do the work too, on other machines as well: each of its processes unpacks the function once.

A process that is killed cannot end its helpers. They end themselves when it is gone, so that none goes on
writing where the next run begins.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import pickle
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass
from threading import Lock, Thread
from typing import Any, TypeVar

T = TypeVar("T")

WORTH_SHARING = 200
"""Fewer pages or texts than this are made faster than processes are started."""

_CHUNK = 40
_work: list[Callable[[int], Any]] = []


def mapped(
    work: Callable[[int], T], count: int, jobs: int, *, worth: int | None = None, chunk: int = _CHUNK
) -> Iterator[T]:
    """What `work` gives for 0 to `count` - 1, in that order; the same whatever the number of processes.

    Fewer than `worth` are not shared (`WORTH_SHARING`, unless said otherwise); `chunk` are given at a time.
    """
    if jobs <= 1 or count < (WORTH_SHARING if worth is None else worth):
        yield from map(work, range(count))
        return
    with helpers(jobs, _begin, work) as workers:
        yield from workers.map(_do, range(count), chunksize=chunk)


def helpers(jobs: int, begin: Callable[..., None] | None = None, *values: object) -> ProcessPoolExecutor:
    """Processes of this machine that each `begin` with these values, and end when this one does."""
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    return ProcessPoolExecutor(jobs, context, initializer=_help, initargs=(begin, values))


def sent(work: Callable[[int], T], count: int, executor: Executor, *, chunk: int = _CHUNK) -> Iterator[T]:
    """The same by an executor of any kind; its processes have this program and what the work reads."""
    content = pickle.dumps(work)
    packed = Packed(hashlib.sha256(content).hexdigest(), content)
    parts = [range(first, min(first + chunk, count)) for first in range(0, count, chunk)]
    for done in [executor.submit(do_part, packed, part) for part in parts]:
        yield from done.result()


@dataclass(frozen=True, slots=True)
class Packed:
    """Work, pickled; whoever unpacks it trusts who packed it."""

    digest: str
    content: bytes


def do_part(packed: Packed, numbers: Sequence[int]) -> list[Any]:
    """Do the work of some numbers. One at a time in each process: what renders is not for several threads."""
    with _LOCK:
        if packed.digest not in _unpacked:
            _unpacked.clear()
            _unpacked[packed.digest] = pickle.loads(packed.content)  # noqa: S301 from who asks for the work
        work = _unpacked[packed.digest]
        return [work(number) for number in numbers]


_LOCK = Lock()
_unpacked: dict[str, Callable[[int], Any]] = {}


def _help(begin: Callable[..., None] | None, values: Sequence[object]) -> None:
    Thread(target=_end_with_parent, daemon=True).start()
    if begin:
        begin(*values)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _begin(work: Callable[[int], Any]) -> None:
    _work[:] = [work]


def _do(number: int) -> Any:
    return _work[0](number)
