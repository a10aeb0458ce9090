"""Runs a command as a whole process tree, and says what it cost."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

import psutil

_SAMPLE = 0.01
"""Seconds between two looks at the memory of the tree, at least."""

_REST = 20
"""How many times longer than a look at the memory the rest after it is: the system goes through all of it,
and what is measured has two processors alone."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the clock, seconds of processor, and the peak of the tree's memory in megabytes."""

    wall: float
    cpu: float
    memory: float


@dataclass(frozen=True, slots=True)
class Spread:
    """The least, median and most of a figure over the runs."""

    least: float
    middle: float
    most: float

    def __str__(self) -> str:
        return f"{self.middle:.2f} ({self.least:.2f} to {self.most:.2f})"


def measure(command: Sequence[str]) -> Cost:
    """Run a command to its end; CalledProcessError when it fails.

    Memory is the greatest sum, over the processes alive at one moment, of their proportional set size: pages
    that processes share count once. Where the platform does not tell it, the resident size is taken, which
    counts them as often as they are shared.
    """
    started, before = time.perf_counter(), _children_cpu()
    process = psutil.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak = 0.0
    while process.poll() is None:
        looked = time.perf_counter()
        peak = max(peak, _memory(process))
        time.sleep(max(_SAMPLE, _REST * (time.perf_counter() - looked)))
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, list(command))
    return Cost(time.perf_counter() - started, _children_cpu() - before, peak)


def spread(figures: Sequence[float]) -> Spread:
    """Least, median and most."""
    return Spread(min(figures), median(figures), max(figures))


def _children_cpu() -> float:
    times = psutil.Process().cpu_times()
    return float(times.children_user + times.children_system)


def _memory(process: psutil.Process) -> float:
    total = 0
    try:
        for each in (process, *process.children(recursive=True)):
            total += _size(each)
    except psutil.Error:
        pass
    return total / 2**20


def _size(process: psutil.Process) -> int:
    if psutil.LINUX:
        return int(process.memory_full_info().pss)
    return int(process.memory_info().rss)
