"""Notices saved files by the system's own notifications, for livereload's server.

livereload's watcher polls, builds once per file and drops a reload that follows another within three
seconds. This one builds once per burst of changes, and once more after the changes that came during a build.
"""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from threading import Event, Thread

from livereload.handlers import LiveReloadHandler
from livereload.watcher import Watcher as LiveReloadWatcher
from watchfiles import watch

QUIET = 50
"""Milliseconds without a change that end a burst."""


class Watcher(LiveReloadWatcher):  # type: ignore[misc] # livereload has no types
    """Calls `rebuild` at the start and after each burst of changes in `folders`, then reloads the browsers.

    `failure` is why the watching ended by itself, None while it has not.
    """

    def __init__(self, folders: Sequence[Path], rebuild: Callable[[], Awaitable[None]]) -> None:
        super().__init__()
        self._folders = folders
        self._rebuild = rebuild
        self.failure: Exception | None = None
        self._changed = asyncio.Event()
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
            for _ in watch(*self._folders, step=QUIET, stop_event=self._stopped):
                loop.call_soon_threadsafe(self._changed.set)
        except Exception as error:
            # Without notices there is no use in serving.
            self.failure = error
            loop.call_soon_threadsafe(loop.stop)

    async def _follow(self) -> None:
        while True:
            self._changed.clear()
            try:
                await self._rebuild()
            except Exception:
                # Whatever it is, it is told, and the next change is tried.
                traceback.print_exc()
            LiveReloadHandler.reload_waiters()
            await self._changed.wait()
