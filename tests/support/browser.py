"""Headless Chromium for the tests: found on the machine, started without a word to the outside.

As a program (`python -m tests.support.browser`) it starts Chromium once and prints its version: it fails
where there is none, or none that starts.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, Request, sync_playwright

__all__ = ["QUIET", "Visit", "find_chromium", "launched", "opened", "sandbox", "visiting"]

_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
_MACOS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
# Without these Chromium looks for updates and for its maker's hosts at every start.
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)
"""Flags of every Chromium that is started here."""


_SCRIPTED = """() => {
  const late = document.querySelector("[data-late]")?.dataset.late;
  return late && import(late).then(() => null, () => null);
}"""
_UNMOVED = "Transition was aborted because of invalid state. ViewTransition opt-in disabled"
"""What Chromium 156 says now and then between two pages that both opted in: it shows the second at once."""


# No slots: Playwright keeps its wrapper of a bound method on the object itself.
@dataclass
class Visit:
    """A page being looked at, and what it did that a page of ours must not do."""

    page: Page
    host: str
    errors: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def watch(self) -> None:
        """Record console errors, uncaught exceptions and requests that leave `host`."""
        self.page.on("console", self._on_console)
        self.page.on("pageerror", lambda error: self._on_error(str(error)))
        self.page.on("request", self._on_request)

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(f"{message.text} ({message.location.get('url', '')})")

    def _on_error(self, error: str) -> None:
        if error != _UNMOVED:
            self.errors.append(error)

    def _on_request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "blob", "about"} and parts.netloc != self.host:
            self.outside.append(request.url)


def find_chromium(playwright: Playwright | None = None) -> str | None:
    """Path of the Chromium to start, or None where the machine has none.

    In order: what the variable CHROMIUM names, what the path has, macOS applications, Playwright's own.
    """
    named = os.environ.get("CHROMIUM")
    found = [named] if named else [shutil.which(name) for name in _NAMES]
    own = [playwright.chromium.executable_path] if playwright else []
    candidates = [*found, *_MACOS, *own]
    return next((path for path in candidates if path and Path(path).is_file()), None)


def sandbox() -> list[str]:
    """The flag for whom Chromium's sandbox refuses to start: root, as which containers run."""
    return ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []


@contextmanager
def launched() -> Iterator[Browser]:
    """Chromium for the length of a `with`; each test takes its own context from it by `visiting`."""
    with sync_playwright() as playwright:
        path = find_chromium(playwright)
        if path is None:
            raise FileNotFoundError("no Chromium on this machine: make setup says how to install it")
        browser = playwright.chromium.launch(executable_path=path, args=[*QUIET, *sandbox()])
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def visiting(browser: Browser, url: str, **context: Any) -> Iterator[Visit]:
    """`url` opened in a context of its own: cookies, cache and storage are empty.

    `context` takes Playwright's options: `locale`, `java_script_enabled`, `viewport`, `color_scheme`…
    """
    own_scripts = context.get("java_script_enabled", True)
    with browser.new_context(**context) as own:
        visit = Visit(own.new_page(), urlsplit(url).netloc)
        visit.watch()
        if own_scripts:
            opened(visit.page, url)
        else:
            visit.page.goto(url)
        yield visit


def opened(page: Page, url: str) -> None:
    """Go to a page of the site and wait for its scripts, which come once it is painted."""
    page.goto(url)
    page.evaluate(_SCRIPTED)


if __name__ == "__main__":
    with launched() as started:
        print(started.version)
