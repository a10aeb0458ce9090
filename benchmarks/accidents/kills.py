"""Builds that are killed: at a touch of the disk, or after a time, which may be amid a transaction."""

from __future__ import annotations

import os
import signal

from benchmarks.accidents.process import Ended, Hook, Touches
from benchmarks.accidents.scene import Accident, Scene


def kill(scene: Scene) -> Accident:
    """One build is killed."""
    clean = scene.edit()
    what, ended = _killed(scene)
    return scene.judge(what, ended, clean)


def twice(scene: Scene) -> Accident:
    """The build after it is killed too."""
    clean = scene.edit()
    found = [_killed(scene) for _ in range(2)]
    return scene.judge(", then ".join(what for what, _ in found), found[-1][1], clean)


def _killed(scene: Scene) -> tuple[str, Ended]:
    what, hook = _moment(scene)
    return what, scene.build(hook=hook).end()


def _moment(scene: Scene) -> tuple[str, Hook]:
    """A moment at which to be killed: every other one is one of time."""
    if scene.random.random() < 0.5:
        moment = scene.random.randrange(scene.touches)
        return f"at touch {moment} of {scene.touches}", Touches().hook(moment, _die)
    seconds = scene.random.uniform(0.001, scene.seconds)
    return f"after {seconds:.3f} of {scene.seconds:.3f} s", lambda: _die_after(seconds)


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _die_after(seconds: float) -> None:
    """The system ends the process by itself: Python has no part in it."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds)
