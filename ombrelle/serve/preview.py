"""What the browser is answered: the last good pages, the page of what is wrong, and the pages not found.

A WSGI application. Until a first build has succeeded, every address answers with the state of the build.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any, Protocol

from ombrelle.paths import page_file
from ombrelle.problems import Problem
from ombrelle.problems.wording import say as say_problem
from ombrelle.serve.outcome import Outcome

PROBLEMS = "/_problems/"
_HTML = "text/html; charset=utf-8"
_BODY_END = b"</body>"
_PAGE = """<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width"><style>
body {{ font: 1rem/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem }}
li {{ margin-block: 1rem }} code, pre {{ font-family: ui-monospace, monospace; overflow-wrap: anywhere;
white-space: pre-wrap }}</style></head><body><h1>{title}</h1>{body}</body></html>"""
_BANNER = """<p role="status" style="position:fixed; inset:auto 0 0; z-index:9999; margin:0; padding:.5rem;
background:#8f1d1d; font:1rem/1.5 system-ui,sans-serif"><a href="{href}" style="color:#fff">{text}</a></p>
"""


class Speech(Protocol):
    """The words of the tool, in the language of its user."""

    @property
    def language(self) -> str:
        """The language in which problems are worded."""

    def say(self, key: str, **values: object) -> str:
        """A sentence with its values filled in."""


@dataclass(frozen=True, slots=True)
class _Answer:
    status: str
    kind: str
    content: bytes


class Preview:
    """The WSGI application; `show` changes what it answers."""

    def __init__(self, speech: Speech) -> None:
        self._speech = speech
        self._last: Outcome | None = None
        self._folder: Path | None = None

    def show(self, outcome: Outcome) -> None:
        """Take note of a build; its pages replace those of before if it has any."""
        self._last = outcome
        self._folder = outcome.folder or self._folder

    def __call__(self, request: Mapping[str, Any], start: Callable[..., object]) -> Iterable[bytes]:
        """Answer a request. Nothing is cached: the next build may change anything."""
        # WSGI gives the octets of a path as Latin-1 (PEP 3333).
        path = str(request["PATH_INFO"]).encode("latin-1").decode("utf-8", "replace")
        answer = self._answer(path)
        start(answer.status, [("Content-Type", answer.kind), ("Cache-Control", "no-store")])
        return [answer.content if request["REQUEST_METHOD"] != "HEAD" else b""]

    def _answer(self, path: str) -> _Answer:
        if path == PROBLEMS:
            return _Answer("200 OK", _HTML, self._state().encode())
        if self._folder is None:
            return _Answer("503 Service Unavailable", _HTML, self._state().encode())
        file = _file(self._folder, path)
        status = "200 OK" if file else "404 Not Found"
        file = file or _not_found(self._folder, path)
        content = file.read_bytes()
        if file.suffix == ".html":
            return _Answer(status, _HTML, self._with_banner(content))
        return _Answer(status, mimetypes.guess_type(file.name)[0] or "application/octet-stream", content)

    def _with_banner(self, page: bytes) -> bytes:
        if self._last is None or self._last.folder:
            return page
        banner = _BANNER.format(href=PROBLEMS, text=escape(self._speech.say("serve-stale")))
        return page.replace(_BODY_END, banner.encode() + _BODY_END, 1)

    def _state(self) -> str:
        """The page that tells what the last build found."""
        if self._last is None:
            title, body = self._speech.say("progress"), ""
        elif self._last.bug:
            title, body = self._speech.say("serve-bug"), f"<pre>{escape(self._last.bug)}</pre>"
        else:
            problems = "".join(map(self._item, self._last.problems))
            title = self._speech.say("serve-problems" if problems else "all-well")
            body = f"<ol>{problems}</ol>" if problems else ""
        return _PAGE.format(lang=self._speech.language, title=escape(title), body=body)

    def _item(self, problem: Problem) -> str:
        said = say_problem(problem, self._speech.language)
        place = problem.location
        where = escape(f"{place.path}:{place.line}:{place.column}")
        words = "<br>".join(escape(word) for word in (said.message, said.hint) if word)
        return f"<li><code>{where}</code> {escape(problem.code)}<br>{words}</li>"


def _file(folder: Path, path: str) -> Path | None:
    """The file that a static server answers for an address; None for what is not there or lies outside."""
    if "\0" in path:
        return None
    file = folder / page_file(path)
    inside = file.resolve().is_relative_to(folder.resolve())
    return file if inside and file.is_file() else None


def _not_found(folder: Path, path: str) -> Path:
    """The page not found of the address's language, else that of the site."""
    language = path.strip("/").split("/", 1)[0]
    return _file(folder, f"/{language}/404.html") or folder / "404.html"
