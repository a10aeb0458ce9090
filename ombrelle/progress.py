"""How far a run is, told to whoever asked: stages as they begin, pages as they are done."""

from __future__ import annotations

import time
from collections.abc import Callable


class Progress:
    """Told what a build does, and silent about it."""

    def wait(self) -> None:
        """Another build is under way, and this one begins after it."""

    def begin(self, stage: str) -> None:
        """A stage begins, and the one before is over; `stage` is one of `STAGES`."""

    def advance(self, done: int, of: int) -> None:
        """So many pages of all of them are done."""

    def end(self) -> None:
        """The last stage is over."""


STAGES = ("reading", "texts", "dressing", "pages", "files", "audit", "pictures", "search", "publishing")
"""The stages that are told, in order."""

SILENT = Progress()


class Stopwatch(Progress):
    """Takes the time of each stage, in seconds."""

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self._clock = clock
        self._since: tuple[str, float] | None = None
        self.seconds: dict[str, float] = {}

    def begin(self, stage: str) -> None:
        """Begin to count for a stage."""
        self.end()
        self._since = (stage, self._clock())

    def end(self) -> None:
        """Stop counting."""
        if self._since:
            stage, started = self._since
            self.seconds[stage] = self.seconds.get(stage, 0.0) + self._clock() - started
        self._since = None
