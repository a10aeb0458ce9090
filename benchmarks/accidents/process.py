"""A build in a process of its own, to which something happens on the way."""

from __future__ import annotations

import mmap
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import ombrelle.cli.build_report  # noqa: F401 imported once, and not by each process
from ombrelle.cli import main

_TOUCHES = ("open", "os.", "shutil.", "sqlite3.", "ctypes.call_function")
"""What Python tells of when it touches the disk: https://docs.python.org/3/library/audit_events.html."""

Hook = Callable[[], None]
"""What a process does before the build begins."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a build ended: its exit code, negative for a signal, what it said, and how long it took."""

    code: int
    said: str
    seconds: float

    @property
    def is_killed(self) -> bool:
        """Whether it had no chance to say anything."""
        return self.code < 0


class Build:
    """The command `build` with these arguments, under way from now on."""

    def __init__(self, arguments: Sequence[str], hook: Hook | None = None) -> None:
        self._output = tempfile.TemporaryFile()  # noqa: SIM115 closed at the end
        self._started = time.perf_counter()
        self._process = os.fork()
        if not self._process:
            _run(arguments, hook, self._output.fileno())

    def end(self) -> Ended:
        """Wait for the end."""
        _, status = os.waitpid(self._process, 0)
        seconds = time.perf_counter() - self._started
        self._output.seek(0)
        said = self._output.read().decode("utf-8", "replace")
        self._output.close()
        return Ended(os.waitstatus_to_exitcode(status), said, seconds)


class Touches:
    """How often a build touches the disk, counted where its parent sees it."""

    def __init__(self) -> None:
        self._count = mmap.mmap(-1, 8)

    @property
    def count(self) -> int:
        """So far."""
        return int.from_bytes(self._count[:], "little")

    def hook(self, moment: int = -1, do: Hook | None = None) -> Hook:
        """What counts them, and does something at one of them."""

        def hear(event: str, _: tuple[Any, ...]) -> None:
            if event.startswith(_TOUCHES):
                count = self.count
                self._count[:] = (count + 1).to_bytes(8, "little")
                if count == moment and do:
                    do()

        return lambda: sys.addaudithook(hear)


def _run(arguments: Sequence[str], hook: Hook | None, output: int) -> None:
    """Never comes back."""
    code = 3
    try:
        os.dup2(output, 1)
        os.dup2(output, 2)
        sys.stdout, sys.stderr = os.fdopen(1, "w"), os.fdopen(2, "w")
        if hook:
            hook()
        code = main(arguments)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
