"""Every kind of accident, and how one is let happen: apart, and not for ever."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

from benchmarks.accidents import machine
from benchmarks.accidents.clock import clock
from benchmarks.accidents.disks import full, on_small_disks, readonly
from benchmarks.accidents.kills import kill, twice
from benchmarks.accidents.machine import RefusedError
from benchmarks.accidents.scene import Accident, Scene
from benchmarks.accidents.second import second
from benchmarks.accidents.sources import forbidden, vanish
from benchmarks.incremental import DAY, SITE, THEME
from ombrelle.build import Options, build

__all__ = ["KINDS", "RefusedError", "befall"]

_FORK = multiprocessing.get_context("fork")
_START, _PATIENCE = 60, 30
"""Seconds until the first accident, and for each."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What happens; `is_mounted` where it needs disks of its own."""

    happen: Callable[[Scene], Accident]
    is_mounted: bool = False


KINDS: Mapping[str, Kind] = {
    "kill": Kind(kill),
    "twice": Kind(twice),
    "full": Kind(full, is_mounted=True),
    "readonly": Kind(readonly),
    "second": Kind(second),
    "clock": Kind(clock),
    "vanish": Kind(vanish),
    "forbidden": Kind(forbidden),
}


def befall(name: str, times: int, seed: int, folder: Path, site: Path = SITE) -> list[Accident]:
    """Let a kind of accident happen to a copy of a site in `folder`, so many times.

    RefusedError where the system has not what it takes, TimeoutError where it does not come to an end.
    """
    _learn(site)
    receive, send = _FORK.Pipe(duplex=False)
    process = _FORK.Process(target=_happen, args=(send, KINDS[name], times, Random(seed), folder, site))  # noqa: S311
    process.start()
    send.close()
    try:
        is_over = receive.poll(_START + times * _PATIENCE)
        found: list[Accident] | Exception = receive.recv() if is_over else TimeoutError(name)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid or 0, signal.SIGKILL)
        process.join()
    if isinstance(found, Exception):
        raise found
    return found


@cache
def _learn(site: Path) -> None:
    """Build once, so that each process to come knows what every build has to learn anew."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        build(Options(site, place / "public", DAY, THEME, search=False, jobs=1, cache=place))
    gc.collect()
    gc.freeze()


def _happen(send: Connection, kind: Kind, times: int, random: Random, folder: Path, site: Path) -> None:
    """All of it, in a process that leads a group of its own."""
    os.setsid()
    try:
        if kind.is_mounted:
            machine.enter()
        scene = Scene(folder, random, site)
        if kind.is_mounted:
            on_small_disks(scene)
        fault = scene.settle()
        if fault:
            raise RuntimeError(fault)
        send.send([kind.happen(scene) for _ in range(times)])
    except Exception as error:
        send.send(error)
        raise
