"""Looks through every finished page, in a process of its own: what only they show is told a little later.

The process has the lowest priority: it takes what the person who writes and their browser leave.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from threading import Thread
from types import TracebackType

from ombrelle.build import Options, review
from ombrelle.memory import Memory
from ombrelle.serve.outcome import Outcome

_SPAWN = multiprocessing.get_context("spawn")


class Checker:
    """Checks the pages of the site of `options` when asked, and hands each outcome to `tell`."""

    def __init__(self, options: Options, tell: Callable[[Outcome], None]) -> None:
        # One job: processes of the process could outlive it when it is ended in the middle of a check.
        self._options = replace(options, jobs=1)
        self._tell = tell
        self._wanted = False
        self._following: asyncio.Task[None] | None = None

    def __enter__(self) -> Checker:
        self._start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def ask(self) -> None:
        """Have the pages checked as the files are now; once more if a check has begun already."""
        self._wanted = True
        if self._following is None or self._following.done():
            self._following = asyncio.get_running_loop().create_task(self._follow())

    async def _follow(self) -> None:
        while self._wanted:
            self._wanted = False
            self._tell(await self._check())

    async def _check(self) -> Outcome:
        """Check once. Never raises: a bug of ours is in the outcome, and the next check is tried anew."""
        outcome = await self._answer()
        if outcome is None:
            self._stop()
            outcome = Outcome(bug=f"the process that checks ended: {self._process.exitcode}")
            self._start()
        return outcome

    async def _answer(self) -> Outcome | None:
        """What the process answers, None when it is gone."""
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[Outcome | None] = loop.create_future()

        def settle(outcome: Outcome | None) -> None:
            if not answer.done():
                answer.set_result(outcome)

        def ask() -> None:
            outcome = _exchange(self._connection, self._options)
            with suppress(RuntimeError):  # the loop has ended
                loop.call_soon_threadsafe(settle, outcome)

        # A thread of ours that nothing waits for: those of event loops can outlive an interrupted loop.
        Thread(target=ask, daemon=True).start()
        return await answer

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


def _exchange(connection: Connection, options: Options) -> Outcome | None:
    try:
        connection.send(options)
        outcome: Outcome = connection.recv()
    except (EOFError, OSError):
        return None
    return outcome


def _work(requests: Connection) -> None:
    """Answer each request, `Options`, by an `Outcome`, until the other side is gone."""
    # Ctrl-C reaches every process of the terminal; the one that serves ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(19)
    memory = Memory()
    while True:
        try:
            options = requests.recv()
        except EOFError:
            return
        requests.send(_outcome(options, memory))


def _outcome(options: Options, memory: Memory) -> Outcome:
    started = time.perf_counter()
    try:
        problems = tuple(review(options, memory))
    except Exception:
        # Whatever it is, it is told, and serving goes on.
        return Outcome(bug=traceback.format_exc(), seconds=time.perf_counter() - started)
    return Outcome(problems, seconds=time.perf_counter() - started)
