"""How long a save takes to be seen: from the write of a file to the whole of the page that shows it.

python -m benchmarks.serve --runs 20
python -m benchmarks.serve --runs 20 --size 2500x4

A copy of the real site, or a made-up one, is served by the real command, and waited for as a browser does:
the word to reload, then the page. The check of all pages, which each save begins, runs meanwhile as it does
for who writes.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tornado.httpclient import AsyncHTTPClient
from tornado.websocket import WebSocketClientConnection, websocket_connect

from benchmarks.measure import spread
from benchmarks.synthetic import Size, size_type, write_site

ROOT = Path(__file__).resolve().parent.parent
_PARTS = ("content", "quartiers", "themes")
_PAUSE = 0.5
"""Seconds between the page of one save and the next save, so that each is a burst of its own."""
_DEADLINE = 300
_HELLO = {"command": "hello", "protocols": ["http://livereload.com/protocols/official-7"]}


@dataclass(frozen=True, slots=True)
class Save:
    """A file, the words in it that a mark is put behind, and a page that shows them."""

    name: str
    path: str
    words: str
    page: str


SAVES = (
    Save("a text", "content/pages/about.fr.md", "Un quartier numérique est un territoire", "/fr/a-propos/"),
    Save(
        "a fact",
        "quartiers/rennes-saint-malo/quartier.yaml",
        "De la capitale bretonne",
        "/fr/quartiers/rennes-saint-malo/",
    ),
    Save("a name", "content/vocabularies/sectors.yaml", "fr: Santé", "/fr/startups/"),
)


_MADE_UP = (
    Save("a text", "content/pages/about.fr.md", "De quoi mesurer", "/fr/about/"),
    Save("a fact", "quartiers/lyon/quartier.yaml", "Les entreprises de Lyon", "/fr/quartiers/lyon/"),
    Save("a name", "content/vocabularies/sectors.yaml", "fr: Santé", "/fr/startups/"),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure `--runs` saves of each kind in turn, and print a table in milliseconds."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--size", type=size_type, default=None, metavar="STARTUPSxLANGUAGES")
    parser.add_argument("--pause", type=float, default=_PAUSE, metavar="SECONDS")
    given = parser.parse_args(arguments)
    found = asyncio.run(_measure(given.runs, given.size, given.pause))
    print(f"{'save':10}{'runs':>6}{'median, ms':>14}{'least':>8}{'most':>8}")
    for save, times in found.items():
        figures = spread([1000 * each for each in times])
        print(
            f"{save.name:10}{len(times):>6}{figures.middle:>14.0f}{figures.least:>8.0f}{figures.most:>8.0f}"
        )
    return 0


async def _measure(runs: int, size: Size | None, pause: float) -> dict[Save, list[float]]:
    saves = _MADE_UP if size else SAVES
    found: dict[Save, list[float]] = {save: [] for save in saves}
    with tempfile.TemporaryDirectory() as folder:
        root = _site(Path(folder), size)
        written = {save: (root / save.path).read_text(encoding="utf-8") for save in saves}
        async with _served(root, saves) as address:
            for number in range(runs):
                for save, times in found.items():
                    times.append(await _seen_after(root / save.path, written[save], address, save, number))
                    await asyncio.sleep(pause)
    return found


def _site(root: Path, size: Size | None) -> Path:
    """A site to save files of: a copy of the real one, or one made up."""
    if size:
        shutil.copytree(ROOT / "themes", root / "themes")
        return write_site(root, size)
    for part in _PARTS:
        shutil.copytree(ROOT / part, root / part)
    return root


@asynccontextmanager
async def _served(root: Path, saves: Sequence[Save]) -> AsyncIterator[str]:
    """The address of the site, served by a process of its own; each page has been looked at once."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, str(ROOT / "build.py"), "serve", "--root", str(root), "--port", str(port)]
    process = await asyncio.create_subprocess_exec(*command, stderr=subprocess.DEVNULL)
    address = f"127.0.0.1:{port}"
    try:
        for save in saves:
            await _page_with(address, save.page, "</html>")
        yield address
    finally:
        process.send_signal(signal.SIGINT)
        await process.wait()


async def _seen_after(path: Path, written: str, address: str, save: Save, number: int) -> float:
    """Seconds from the write of a mark into a file to the last byte of the page that holds it."""
    stamp = f"{number:03d}{time.monotonic_ns()}"
    before, words, after = written.partition(save.words)
    if not words:
        raise ValueError(f"{save.path}: {save.words!r} is not there to be marked")
    changed = f"{before}{words} {stamp}{after}"
    browser = await _browser(address)
    started = time.perf_counter()
    path.write_text(changed, encoding="utf-8")
    while True:
        message = await asyncio.wait_for(browser.read_message(), _DEADLINE)
        if message is None:
            raise ConnectionError(address)
        if json.loads(message)["command"] == "reload" and stamp in await _page(address, save.page):
            browser.close()
            return time.perf_counter() - started


async def _browser(address: str) -> WebSocketClientConnection:
    """A connection that is told to reload, as the script in each page opens it."""
    connection = await websocket_connect(f"ws://{address}/livereload")
    await connection.write_message(json.dumps(_HELLO))
    await connection.read_message()
    await connection.write_message(json.dumps({"command": "info", "url": address}))
    return connection


async def _page_with(address: str, path: str, words: str) -> None:
    """Wait until a page holds some words; TimeoutError when it never does."""
    end = time.monotonic() + _DEADLINE
    while time.monotonic() < end:
        try:
            if words in await _page(address, path):
                return
        except OSError:
            await asyncio.sleep(0.1)
    raise TimeoutError(path)


async def _page(address: str, path: str) -> str:
    answer = await AsyncHTTPClient().fetch(f"http://{address}{path}", request_timeout=_DEADLINE)
    return answer.body.decode()


if __name__ == "__main__":
    sys.exit(main())
