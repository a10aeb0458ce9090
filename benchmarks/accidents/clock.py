"""A clock that is set back, and dates of files that say nothing."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.accidents.scene import Accident, Manifest, Scene
from benchmarks.folders import contents

_DAY = 86_400_000_000_000
"""Nanoseconds."""


def clock(scene: Scene) -> Accident:
    """Files that were edited have the date that they had, or another; the clock of the build is set back."""
    before = _dates(scene)
    known = {
        path: content for folder in (scene.root, scene.theme) for path, content in contents(folder).items()
    }
    clean: Manifest = scene.edit()
    name, date = scene.random.choice(tuple(_DATES.items()))
    for folder in (scene.root, scene.theme):
        for path, content in contents(folder).items():
            if known.get(path) != content:
                moment = date(before.get(path, path.stat().st_mtime_ns))
                os.utime(path, ns=(moment, moment))
    back = scene.random.choice((0, _DAY // 24, 400 * _DAY))
    ended = scene.build(hook=lambda: _set_back(back)).end()
    return scene.judge(f"{name}, the clock {back // 1_000_000_000} s back", ended, clean)


_DATES: dict[str, Callable[[int], int]] = {
    "the date as it was": lambda before: before,
    "a year older": lambda before: before - 365 * _DAY,
    "of long ago": lambda _: 0,
    "of the future": lambda before: before + 365 * _DAY,
}


def _dates(scene: Scene) -> dict[Path, int]:
    files = (path for folder in (scene.root, scene.theme) for path in contents(folder))
    return {path: path.stat().st_mtime_ns for path in files}


def _set_back(nanoseconds: int) -> None:
    """Have Python tell an earlier time."""
    now, exact = time.time, time.time_ns
    time.time = lambda: now() - nanoseconds / 1e9
    time.time_ns = lambda: exact() - nanoseconds
