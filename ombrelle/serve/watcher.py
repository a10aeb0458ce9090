"""Notices saved files by the system's own notifications, for livereload's server.

livereload's watcher polls, builds once per file and drops a reload that follows another within three
seconds. This one hands on what was saved at once, and again what was saved meanwhile. What is left for later
is asked for when nobody has saved for a moment.
"""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

from livereload.watcher import Watcher as LiveReloadWatcher
from watchfiles import watch

_STEP = 10
"""Milliseconds between two looks at what the system has told: two alike are one save."""

Rebuild = Callable[[frozenset[Path]], Awaitable[float | None]]
"""What is done with what was saved; the seconds without a save after which it is called again, with nothing.

None where nothing is left to be done.
"""


class Watcher(LiveReloadWatcher):  # type: ignore[misc] # livereload has no types
    """Calls `rebuild` at the start and after each save in `folders`, with what was saved.

    `failure` is why the watching ended by itself, None while it has not.
    """

    def __init__(self, folders: Sequence[Path], rebuild: Rebuild) -> None:
        super().__init__()
        self._folders = folders
        self._rebuild = rebuild
        self.failure: Exception | None = None
        self._changed = asyncio.Event()
        self._saved: set[Path] = set()
        self._stopped = Event()
        for folder in folders:
            self.watch(str(folder))

    def start(self, callback: Callable[[], None]) -> bool:  # noqa: ARG002 the signature is livereload's
        """Start watching on the server's loop; True tells livereload not to poll."""
        loop = asyncio.get_event_loop()
        # A thread of ours that nothing waits for: those of event loops can outlive an interrupted loop.
        Thread(target=self._notice, args=(loop,), daemon=True).start()
        self._following = loop.create_task(self._follow())
        return True

    async def stop(self) -> None:
        """End watching."""
        self._stopped.set()
        self._following.cancel()
        await asyncio.gather(self._following, return_exceptions=True)

    def _notice(self, loop: asyncio.AbstractEventLoop) -> None:
        try:
            for changes in watch(*self._folders, step=_STEP, stop_event=self._stopped):
                loop.call_soon_threadsafe(self._take, {Path(path) for _, path in changes})
        except Exception as error:
            # Without notices there is no use in serving.
            self.failure = error
            loop.call_soon_threadsafe(loop.stop)

    def _take(self, saved: set[Path]) -> None:
        self._saved |= saved
        self._changed.set()

    async def _follow(self) -> None:
        pause = None
        while True:
            self._changed.clear()
            saved, self._saved = frozenset(self._saved), set()
            try:
                pause = await self._rebuild(saved)
            except Exception:
                # Whatever it is, it is told, and the next change is tried.
                traceback.print_exc()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._changed.wait(), pause)
