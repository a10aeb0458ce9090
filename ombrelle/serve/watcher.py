"""Notices saved files by the system's own notifications, for livereload's server.

livereload's watcher polls, builds once per file and drops a reload that follows another within three
seconds. This one builds once per burst of changes, and once more after the changes that came during a build.
What a build leaves for later is done when nobody saves for a moment.
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

QUIET = 50
"""Milliseconds without a change that end a burst."""

LULL = 0.2
"""Seconds without a burst after which there is time for what was left: the browsers have their pages then."""


Rebuild = Callable[[frozenset[Path]], Awaitable[bool]]


class Watcher(LiveReloadWatcher):  # type: ignore[misc] # livereload has no types
    """Calls `rebuild` at the start and after each burst of changes in `folders`, with what was saved.

    It answers whether all is done; where it is not, it is called with nothing in the next lull.
    `failure` is why the watching ended by itself, None while it has not.
    """

    def __init__(
        self, folders: Sequence[Path], rebuild: Callable[[frozenset[Path]], Awaitable[bool]]
    ) -> None:
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
            for changes in watch(*self._folders, step=QUIET, stop_event=self._stopped):
                loop.call_soon_threadsafe(self._take, {Path(path) for _, path in changes})
        except Exception as error:
            # Without notices there is no use in serving.
            self.failure = error
            loop.call_soon_threadsafe(loop.stop)

    def _take(self, saved: set[Path]) -> None:
        self._saved |= saved
        self._changed.set()

    async def _follow(self) -> None:
        is_done = True
        while True:
            self._changed.clear()
            saved, self._saved = frozenset(self._saved), set()
            try:
                is_done = await self._rebuild(saved)
            except Exception:
                # Whatever it is, it is told, and the next change is tried.
                traceback.print_exc()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._changed.wait(), None if is_done else LULL)
