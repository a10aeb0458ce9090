"""The site while it is being written: served on this machine from memory, and reloaded when a file is saved.

    files ─► Watcher ─► LiveSite (what changed is read) ─► Preview (a page is rendered when it is asked for)
                │          └─ the body of a text is shown at once, and all is read in the lull that follows
                └─► Checker (every page, in a process of its own) ─► what only finished pages show

A file with an error takes nothing away: its page stays as it last was, under its faults, and all goes on.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NoReturn, Protocol

from ombrelle.build import DEFAULT_THEME, Options
from ombrelle.load.discover import CONTENT, QUARTIERS
from ombrelle.report.excerpt import source_lines
from ombrelle.serve.checker import Checker
from ombrelle.serve.live import LiveSite
from ombrelle.serve.outcome import Outcome
from ombrelle.serve.preview import Preview
from ombrelle.serve.server import HOST, PortTaken, Server, reload_browsers
from ombrelle.serve.speech import Speech
from ombrelle.serve.watcher import Watcher

__all__ = ["Outcome", "PortTaken", "Voice", "serve"]

QUIET = 0.05
"""Seconds without a save that end a burst: all is read once for all its files."""

LULL = 0.2
"""Seconds without a save after which all is read, where what was saved is shown: browsers have it then."""


class Voice(Speech, Protocol):
    """How the person who writes is spoken to."""

    def serving(self, address: str) -> None:
        """The site answers at this address; it is about to be read."""

    def refreshed(self, outcome: Outcome) -> None:
        """The files have been read, and the pages follow them."""

    def checked(self, outcome: Outcome) -> None:
        """Every page has been looked through: what only finished pages show."""


def serve(options: Options, port: int, voice: Voice) -> NoReturn:
    """Serve the site of `options` until interrupted; `out` and `base_url` are not used.

    PortTaken when the port cannot be had. KeyboardInterrupt when stopped; nothing is then left behind.
    """
    address = f"http://{HOST}:{port}"
    options = replace(options, base_url=address)
    site = LiveSite(options)

    def checked(outcome: Outcome) -> None:
        before, site.of_pages = site.version, outcome
        voice.checked(outcome)
        if site.version != before:
            reload_browsers()

    checker = Checker(options, checked)

    async def refresh(saved: frozenset[Path]) -> float | None:
        if saved:
            if not site.take(saved):
                return QUIET
            reload_browsers()
            return LULL
        before = site.version
        voice.refreshed(site.refresh())
        if site.version != before:
            reload_browsers()
        checker.ask()
        return None

    preview = Preview(site, source_lines(options.root), voice)
    server = Server(preview, Watcher(_watched(options), refresh))
    server.listen(port)
    voice.serving(f"{address}/")
    with checker:
        server.run()


def _watched(options: Options) -> list[Path]:
    theme = options.theme or options.root / DEFAULT_THEME
    folders = (options.root / CONTENT, options.root / QUARTIERS, theme)
    return [folder for folder in folders if folder.is_dir()]
