"""What the browser is answered: pages and files of the site in memory, and the page of what is wrong.

A WSGI application. Until the site is known, every address answers with what is wrong with it.
"""

from __future__ import annotations

import mimetypes
import re
import traceback
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from html import escape
from pathlib import PurePosixPath
from typing import Any

from ombrelle.problems import Severity
from ombrelle.report.excerpt import ReadLines
from ombrelle.route import Page
from ombrelle.serve.bar import bar_of, with_bar, with_faults, with_version
from ombrelle.serve.behind import behind
from ombrelle.serve.faults import fault_list
from ombrelle.serve.live import LiveSite
from ombrelle.serve.showing import Showing
from ombrelle.serve.speech import Speech

PROBLEMS = "/_problems/"
VERSION = "/_version"
"""Answers with the version of the site: a page asks for it when its connection for reloads stands."""
_HTML = "text/html; charset=utf-8"
_NAME = re.compile(r"(?:\d{4}-\d{2}-\d{2}-)?(?P<id>[^.]*)")
_PAGE = """<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width"><style>
body {{ font: 1rem/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem }}
li {{ margin-block: 1rem }} code, pre {{ font-family: ui-monospace, monospace; overflow-wrap: anywhere;
white-space: pre-wrap }}</style></head><body><h1>{title}</h1>{body}</body></html>"""


@dataclass(frozen=True, slots=True)
class _Answer:
    status: str
    kind: str
    content: bytes


class Preview:
    """The WSGI application of a site in memory; `read_lines` gives the lines that problems are about."""

    def __init__(self, site: LiveSite, read_lines: ReadLines, speech: Speech) -> None:
        self._site = site
        self._read_lines = read_lines
        self._speech = speech

    def __call__(self, request: Mapping[str, Any], start: Callable[..., object]) -> Iterable[bytes]:
        """Answer a request. Nothing is cached: the next save may change anything."""
        # WSGI gives the octets of a path as Latin-1 (PEP 3333).
        path = str(request["PATH_INFO"]).encode("latin-1").decode("utf-8", "replace")
        answer = self._answer(path)
        start(answer.status, [("Content-Type", answer.kind), ("Cache-Control", "no-store")])
        return [answer.content if request["REQUEST_METHOD"] != "HEAD" else b""]

    def _answer(self, path: str) -> _Answer:
        if path == PROBLEMS:
            return _Answer("200 OK", _HTML, self._state())
        if path == VERSION:
            return _Answer("200 OK", "text/plain; charset=utf-8", self._site.version.encode())
        if self._site.now is None:
            return _Answer("503 Service Unavailable", _HTML, self._state())
        try:
            return self._page(path) or self._file(path) or self._not_found(path)
        except Exception:
            # A template that is being written, or a bug of ours: the next save is tried.
            return _Answer("500 Internal Server Error", _HTML, self._bug(traceback.format_exc()))

    def _page(self, path: str) -> _Answer | None:
        """The page at an address; where it cannot be made from files with errors, as it last was."""
        return _first(partial(self._shown, showing, page) for showing, page in self._site.candidates(path))

    def _file(self, path: str) -> _Answer | None:
        return _first(partial(_filed, showing, path) for showing in self._site.showings(path))

    def _shown(self, showing: Showing, page: Page) -> _Answer:
        return _Answer("200 OK", _HTML, self._dressed(showing, page))

    def _not_found(self, path: str) -> _Answer:
        showing = self._site.now
        assert showing is not None
        return _Answer("404 Not Found", _HTML, self._dressed(showing, showing.not_found(path), path))

    def _dressed(self, showing: Showing, page: Page, missing: str = "") -> bytes:
        """A page with its bar, and under the faults of its own files.

        Where it stands in for one that is `missing`, its files are those that are named as the address is: a
        new file with an error has no page yet.
        """
        html, what = showing.render(page), behind(showing.edition, page)
        repository = showing.edition.library.site.repository
        html = with_version(html, self._site.version, VERSION)
        html = with_bar(html, bar_of(what, repository, self._link(), self._speech), self._speech)
        id_ = PurePosixPath(missing).name
        own = [
            problem
            for problem in self._site.errors
            if problem.location.path in what.watched or (id_ and id_ == _id(problem.location.path))
        ]
        if not own:
            return html
        title = self._speech.say("serve-file-broken" if showing is self._site.now else "serve-last-good")
        faults = fault_list(own, self._read_lines, self._speech.language)
        return with_faults(html, title, faults, self._speech)

    def _link(self) -> str:
        """What leads to the page of what is wrong, or good to know; "" when nothing is."""
        if self._site.bug:
            words = self._speech.say("serve-bug-seen")
        elif faults := [each for each in self._site.problems if each.severity is not Severity.INFO]:
            words = self._speech.say("serve-faults", n=len(faults))
        elif self._site.problems:
            words = self._speech.say("serve-notes", n=len(self._site.problems))
        else:
            return ""
        return f'<p role="status"><a href="{PROBLEMS}">{escape(words)}</a></p>'

    def _state(self) -> bytes:
        """The page that tells what is known to be wrong."""
        if self._site.of_files is None:
            return self._told(self._speech.say("progress"), "")
        if self._site.bug:
            return self._bug(self._site.bug)
        faults = fault_list(self._site.problems, self._read_lines, self._speech.language)
        return self._told(self._speech.say("serve-problems" if faults else "all-well"), faults)

    def _bug(self, trace: str) -> bytes:
        return self._told(self._speech.say("serve-bug"), f"<pre>{escape(trace)}</pre>")

    def _told(self, title: str, body: str) -> bytes:
        return _PAGE.format(lang=self._speech.language, title=escape(title), body=body).encode()


def _filed(showing: Showing, path: str) -> _Answer | None:
    content = showing.file(path)
    if content is None:
        return None
    kind = mimetypes.guess_type(path)[0] or ("text/html" if path.endswith("/") else None)
    return _Answer("200 OK", kind or "application/octet-stream", content)


def _first(answers: Iterable[Callable[[], _Answer | None]]) -> _Answer | None:
    """The first that can be made, None when nobody has one; raises what the first raised when all fail."""
    failure: Exception | None = None
    for make in answers:
        try:
            answer = make()
        except Exception as error:
            failure = failure or error
            continue
        if answer is not None:
            return answer
    if failure:
        raise failure
    return None


def _id(path: str) -> str:
    """The id of the entry that a file is of, by its name."""
    found = _NAME.match(PurePosixPath(path).name)
    return found["id"] if found else ""
