"""The preview of a clone: `serve`, run as an editor runs it."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as NotYet

from tests.support.server import free_port
from tests.support.walk import environment

_READY = re.compile(r"à jour|up to date")
_LOOKS, _PATIENCE = 60, 1_000
"""How often an address is opened until a save shows there, and milliseconds between two looks."""


@contextmanager
def previewing(clone: Path, language: str) -> Iterator[str]:
    """The address of the preview of a clone, for the length of a `with`."""
    port = free_port()
    command = [sys.executable, "build.py", "serve", "--port", str(port)]
    with subprocess.Popen(
        command,
        cwd=clone,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        env=environment(language),
    ) as process:
        assert process.stdout is not None
        try:
            next(line for line in process.stdout if _READY.search(line))
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def shown(page: Page, address: str, selector: str) -> None:
    """Open an address, again until an element is there that a save brings. TimeoutError when it never is.

    The page no longer reloads itself: that could fall into the taking of a picture.
    """
    page.route("**/livereload.js*", lambda route: route.abort())
    for _ in range(_LOOKS):
        page.goto(address)
        with suppress(NotYet):
            page.wait_for_selector(selector, timeout=_PATIENCE)
            page.wait_for_load_state("networkidle")
            return
    raise TimeoutError(f"{selector} never shows at {address}")
