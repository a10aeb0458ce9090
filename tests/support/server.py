"""A static server for the tests: plain files, `index.html` for folders, the site's own 404 pages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import BinaryIO

__all__ = ["serving"]


@contextmanager
def serving(folder: Path, under: str = "/") -> Iterator[str]:
    """Serve `folder` on a free port of 127.0.0.1; gives the base address, with a slash at its end.

    `under` mounts it at a sub-path, such as `/a/site/`; whatever lies outside of it is not found.
    """
    base = f"/{under.strip('/')}/".replace("//", "/")
    handler = type("Handler", (_Handler,), {"folder": folder, "base": base})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{base}"
        finally:
            server.shutdown()
            thread.join()


class _Handler(SimpleHTTPRequestHandler):
    folder: Path
    base: str

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
