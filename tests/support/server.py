"""A static server for the tests: plain files, `index.html` for folders, the site's own 404 pages."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import BinaryIO, NamedTuple

__all__ = ["Request", "free_port", "serving"]


class Request(NamedTuple):
    """What was asked for, and why where the browser says so (`prefetch`)."""

    path: str
    purpose: str


@contextmanager
def serving(
    folder: Path, under: str = "/", *, headers: bool = False, told: SimpleQueue[Request] | None = None
) -> Iterator[str]:
    """Serve `folder` on a free port of 127.0.0.1; gives the base address, with a slash at its end.

    `under` mounts it at a sub-path, such as `/a/site/`; whatever lies outside of it is not found.
    `headers` sends those that its file `_headers` asks of the host, as Netlify reads them. Each request is
    put into `told`.
    """
    base = f"/{under.strip('/')}/".replace("//", "/")
    rules = _rules(folder / "_headers") if headers else []
    handler = type("Handler", (_Handler,), {"folder": folder, "base": base, "rules": rules, "told": told})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{base}"
        finally:
            server.shutdown()
            thread.join()


def free_port() -> int:
    """A port of 127.0.0.1 on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _rules(file: Path) -> list[tuple[str, str, str]]:
    """The headers of a site: path, with a star at its end for all below, name and value."""
    found, path = [], ""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("/"):
            path = line.strip()
        elif ":" in line:
            name, _, value = line.strip().partition(": ")
            found.append((path, name, value))
    return found


def _is_for(rule: str, path: str) -> bool:
    return rule == path or (rule.endswith("*") and path.startswith(rule[:-1]))


class _Handler(SimpleHTTPRequestHandler):
    folder: Path
    base: str
    rules: list[tuple[str, str, str]]
    told: SimpleQueue[Request] | None

    def do_GET(self) -> None:
        if self.told:
            self.told.put(Request(self.path, self.headers.get("Sec-Purpose", "")))
        # A browser may leave before it has all.
        with suppress(BrokenPipeError, ConnectionResetError):
            super().do_GET()

    def guess_type(self, path: str) -> str:  # type: ignore[override] # paths are text here
        return self._asked.get("Content-Type") or super().guess_type(path)

    @property
    def _asked(self) -> dict[str, str]:
        """As the host has it, a later rule takes the place of an earlier one, header by header."""
        return {name: value for path, name, value in self.rules if _is_for(path, self.path)}

    def end_headers(self) -> None:
        for name, value in self._asked.items():
            if name != "Content-Type":
                self.send_header(name, value)
        super().end_headers()

    def translate_path(self, path: str) -> str:
        self.directory = str(self.folder)
        inside = path.removeprefix(self.base)
        return super().translate_path("/" + inside if path.startswith(self.base) else "/.outside")

    def send_head(self) -> BinaryIO | None:
        path = Path(self.translate_path(self.path))
        if path.is_file() or (path.is_dir() and (path / "index.html").is_file()):
            return super().send_head()
        return self._not_found()

    def _not_found(self) -> BinaryIO | None:
        page = self._page_for(self.path.removeprefix(self.base))
        if page is None:
            self.send_error(404)
            return None
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(page.stat().st_size))
        self.end_headers()
        return page.open("rb")

    def _page_for(self, path: str) -> Path | None:
        """The 404 page of the path's language where there is one, else that of the site."""
        language = path.strip("/").split("/", 1)[0]
        pages = (self.folder / language / "404.html", self.folder / "404.html")
        return next((page for page in pages if page.is_file()), None)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing: pytest shows what failed."""
