"""livereload's server, bound to this machine alone and silent but for what we say."""

from __future__ import annotations

import asyncio
import logging
import signal
from types import FrameType
from typing import NoReturn

import livereload
from livereload.handlers import LiveReloadHandler

from ombrelle.serve.preview import Preview
from ombrelle.serve.watcher import Watcher

HOST = "127.0.0.1"


class PortTaken(Exception):  # noqa: N818 it is what happened, as StopIteration is
    """The port cannot be listened on; the system's reason."""


class Server:
    """Answers with a preview, and reloads the browsers after each burst of changes."""

    def __init__(self, preview: Preview, watcher: Watcher) -> None:
        self._livereload = livereload.Server(preview, watcher)
        self._watcher = watcher
        self._loop = asyncio.new_event_loop()

    def listen(self, port: int) -> None:
        """Take the port, PortTaken when it cannot be had. Requests are answered once `run` is called."""
        asyncio.set_event_loop(self._loop)
        # What goes wrong in the server itself is logged, not each request.
        logging.getLogger("tornado.access").setLevel(logging.CRITICAL)
        try:
            self._livereload.application(port, HOST, debug=False)
        except OSError as error:
            raise PortTaken(error.strerror) from error

    def run(self) -> NoReturn:
        """Answer until a signal, then KeyboardInterrupt."""
        signal.signal(signal.SIGTERM, _interrupt)
        LiveReloadHandler.start_tasks()
        try:
            self._loop.run_forever()
        finally:
            self._loop.run_until_complete(self._end())
        raise self._watcher.failure or KeyboardInterrupt

    async def _end(self) -> None:
        await self._watcher.stop()
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def reload_browsers() -> None:
    """Have every browser that shows a page ask for it again."""
    LiveReloadHandler.reload_waiters()


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
