"""Builds in a process of its own: the server answers meanwhile, and survives whatever happens there."""

from __future__ import annotations

import asyncio
import multiprocessing
import shutil
import signal
import time
import traceback
from dataclasses import replace
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from types import TracebackType

from ombrelle.build import Options, build
from ombrelle.serve.outcome import Outcome

_SPAWN = multiprocessing.get_context("spawn")


class Builder:
    """Builds `options` again and again, each time into a new folder below `folder`.

    The folder of the last good build stays as it is while the next one is made, so that a page asked for
    during a build is answered.
    """

    def __init__(self, options: Options, folder: Path, base_url: str) -> None:
        # One job: processes of the process could outlive it when it is ended in the middle of a build.
        self._options = replace(options, base_url=base_url, jobs=1)
        self._folder = folder
        self._number = 0
        self._last_good: Path | None = None

    def __enter__(self) -> Builder:
        self._start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    async def build(self) -> Outcome:
        """Build once. Never raises: a bug of ours is in the outcome, and the next build is tried anew."""
        self._number += 1
        out = self._folder / str(self._number)
        try:
            self._connection.send(replace(self._options, out=out))
            outcome: Outcome = await asyncio.to_thread(self._connection.recv)
        except (EOFError, OSError):
            self._stop()
            outcome = Outcome(None, bug=f"the process that builds ended: {self._process.exitcode}")
            self._start()
        if outcome.folder:
            self._replace_last_good(outcome.folder)
        return outcome

    def _replace_last_good(self, folder: Path) -> None:
        before, self._last_good = self._last_good, folder
        if before:
            shutil.rmtree(before, ignore_errors=True)

    def _start(self) -> None:
        self._connection, theirs = _SPAWN.Pipe()
        self._process: SpawnProcess = _SPAWN.Process(target=_work, args=(theirs,))
        self._process.start()
        # Without our copy of its end, we read an end of file when the process dies.
        theirs.close()

    def _stop(self) -> None:
        self._process.kill()
        self._process.join()
        self._connection.close()


def _work(requests: Connection) -> None:
    """Answer each request, `Options`, by an `Outcome`, until the other side is gone."""
    # Ctrl-C reaches every process of the terminal; the one that serves ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            options = requests.recv()
        except EOFError:
            return
        requests.send(_outcome(options))


def _outcome(options: Options) -> Outcome:
    started = time.perf_counter()
    try:
        result = build(options)
    except Exception:
        # Whatever it is, it is told, and serving goes on.
        return Outcome(None, bug=traceback.format_exc(), seconds=time.perf_counter() - started)
    folder = options.out if result.manifest is not None else None
    return Outcome(folder, tuple(result.problems), result.pages, time.perf_counter() - started)
