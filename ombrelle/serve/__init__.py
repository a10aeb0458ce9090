"""The site while it is being written: served on this machine, rebuilt and reloaded when a file is saved.

    files ─► Watcher ─► Builder (a process) ─► Outcome ─► Preview (what the browser is answered)

A build that fails changes nothing of what is shown: the last good pages stay, and the faults are told on
the terminal and at `/_problems/`.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn, Protocol

from ombrelle.build import DEFAULT_THEME, Options
from ombrelle.load.discover import CONTENT, QUARTIERS
from ombrelle.serve.builder import Builder
from ombrelle.serve.outcome import Outcome
from ombrelle.serve.preview import Preview, Speech
from ombrelle.serve.server import HOST, PortTaken, Server
from ombrelle.serve.watcher import Watcher

__all__ = ["Outcome", "PortTaken", "Voice", "serve"]


class Voice(Speech, Protocol):
    """How the person who writes is spoken to."""

    def serving(self, address: str) -> None:
        """The site answers at this address; its first build begins."""

    def built(self, outcome: Outcome) -> None:
        """A build has ended."""


def serve(options: Options, port: int, voice: Voice) -> NoReturn:
    """Serve the site of `options` until interrupted; `out` and `base_url` are the server's own.

    PortTaken when the port cannot be had. KeyboardInterrupt when stopped; nothing is then left behind.
    """
    address = f"http://{HOST}:{port}"
    preview = Preview(voice)
    with _folder() as folder:
        builder = Builder(options, folder, address)

        async def rebuild() -> None:
            outcome = await builder.build()
            preview.show(outcome)
            voice.built(outcome)

        server = Server(preview, Watcher(_watched(options), rebuild))
        server.listen(port)
        voice.serving(f"{address}/")
        with builder:
            server.run()


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="ombrelle-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def _watched(options: Options) -> list[Path]:
    theme = options.theme or options.root / DEFAULT_THEME
    folders = (options.root / CONTENT, options.root / QUARTIERS, theme)
    return [folder for folder in folders if folder.is_dir()]
