"""Work shared among processes: a pure function of a number, mapped in order.

Where the platform forks safely, processes share what the function needs by copy-on-write; elsewhere each
starts from nothing and gets a copy, so that the function has to be one that can be pickled.
"""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
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
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    with ProcessPoolExecutor(jobs, context, initializer=_begin, initargs=(work,)) as workers:
        yield from workers.map(_do, range(count), chunksize=chunk)


def _begin(work: Callable[[int], Any]) -> None:
    _work[:] = [work]


def _do(number: int) -> Any:
    return _work[0](number)
