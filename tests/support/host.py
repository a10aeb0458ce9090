"""A server that answers as the site's host does: compressed, with validators, with the site's own headers.

What Netlify does, as its documentation has it: Brotli, else gzip, for texts; an `ETag` and `Cache-Control:
public, max-age=0, must-revalidate` where `_headers` says nothing else; connections that stay open.
"""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

import brotli

__all__ = ["compressed", "hosting", "read_rules"]

_TYPES = {
    ".geojson": "application/geo+json",
    ".ics": "text/calendar",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".vcf": "text/vcard",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
_TEXTS = ("text/", "application/json", "application/xml", "application/geo+json", "image/svg+xml")
_MORE_TEXTS = ("application/manifest+json", "application/wasm", "application/ld+json")
_VALIDATED = {"Cache-Control": "public, max-age=0, must-revalidate"}


def compressed(content: bytes, coding: str = "br") -> bytes:
    """Bytes as they travel: Brotli at its best quality, or gzip at its."""
    return brotli.compress(content, quality=11) if coding == "br" else gzip.compress(content, 9, mtime=0)


@contextmanager
def hosting(folder: Path, *, late: Mapping[str, float] | None = None) -> Iterator[str]:
    """Serve a built site on a free port of 127.0.0.1; gives its base address, with a slash at its end.

    `late` has files with such ends of their names come after so many seconds, as on a slow line.
    """
    rules = read_rules(folder / "_headers")
    handler = type("Handler", (_Handler,), {"folder": folder, "rules": rules, "late": late or {}})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        # A browser keeps its connections open: closing must not wait for it.
        server.block_on_close = False
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


def read_rules(file: Path) -> list[tuple[str, dict[str, str]]]:
    """The rules of a file `_headers`: a path, with a star at its end for all below, and its headers."""
    rules: list[tuple[str, dict[str, str]]] = []
    for line in file.read_text(encoding="utf-8").splitlines() if file.is_file() else []:
        if line.startswith("/"):
            rules.append((line.strip(), {}))
        elif ":" in line and rules:
            name, _, value = line.strip().partition(":")
            rules[-1][1][name] = value.strip()
    return rules


class _Handler(BaseHTTPRequestHandler):
    folder: Path
    rules: list[tuple[str, dict[str, str]]]
    late: Mapping[str, float]
    protocol_version = "HTTP/1.1"
    # Headers and content are two writes: they must not wait for each other's acknowledgement.
    disable_nagle_algorithm = True
    wbufsize = -1

    def do_GET(self) -> None:
        """Answer with the file, or with the page for what is not found."""
        self._reply()

    def do_HEAD(self) -> None:
        """The same without the content."""
        self._reply()

    def _reply(self) -> None:
        path = unquote(urlsplit(self.path).path)
        file, status = self._file(path), 200
        if file is None:
            file, status = self._not_found(path), 404
        if file is None:
            self._send(404, {"Content-Type": "text/plain"}, b"not found")
        else:
            time.sleep(self.late.get(file.suffix, 0))
            self._answer(path, file, status)

    def _file(self, path: str) -> Path | None:
        if ".." in path.split("/"):
            return None
        file = self.folder / path.lstrip("/")
        file = file / "index.html" if path.endswith("/") else file
        return file if file.is_file() else None

    def _not_found(self, path: str) -> Path | None:
        language = path.strip("/").split("/", 1)[0]
        pages = (self.folder / language / "404.html", self.folder / "404.html")
        return next((page for page in pages if page.is_file()), None)

    def _answer(self, path: str, file: Path, status: int) -> None:
        media = _media_type(file)
        accepted = self.headers.get("Accept-Encoding", "")
        coding = next((each for each in ("br", "gzip") if each in accepted and _is_text(media)), "")
        content, tag = _content(file, coding, file.stat().st_mtime_ns)
        headers = {"Content-Type": f"{media}; charset=utf-8" if _is_text(media) else media}
        headers |= {**_VALIDATED, "ETag": tag, **self._own_headers(path)}
        if _is_text(media):
            headers["Vary"] = "Accept-Encoding"
        if coding:
            headers["Content-Encoding"] = coding
        if status == 200 and self.headers.get("If-None-Match") == tag:
            self._send(304, headers, b"")
        else:
            self._send(status, headers, content)

    def _own_headers(self, path: str) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for rule, headers in self.rules:
            if path == rule or (rule.endswith("*") and path.startswith(rule[:-1])):
                found |= headers
        return found

    def _send(self, status: int, headers: Mapping[str, str], content: bytes) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if status != 304:
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)
        self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing: who asks prints what matters."""


def _media_type(file: Path) -> str:
    if file.suffix in _TYPES:
        return _TYPES[file.suffix]
    return mimetypes.guess_type(file.name)[0] or "application/octet-stream"


def _is_text(media: str) -> bool:
    return media.startswith((*_TEXTS, *_MORE_TEXTS))


@lru_cache(maxsize=4096)
def _content(file: Path, coding: str, _changed: int) -> tuple[bytes, str]:
    """A file as it travels, and its tag; compressed once."""
    content = file.read_bytes()
    tag = hashlib.sha256(content).hexdigest()[:16]
    return (compressed(content, coding), f'"{tag}-{coding}"') if coding else (content, f'"{tag}"')
