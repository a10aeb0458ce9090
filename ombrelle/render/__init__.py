"""Views become HTML. Rendering a page is a pure function, so any executor may map it over pages."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from jinja2 import Environment

from ombrelle.paths import page_file
from ombrelle.render.borrowed import marker
from ombrelle.render.environment import CompiledTemplates, make_environment
from ombrelle.render.lean import lean
from ombrelle.route import Page
from ombrelle.views import chrome, make_view
from ombrelle.views.context import Context
from ombrelle.views.edition import Edition
from ombrelle.views.parts import Chrome, View

__all__ = ["Renderer", "render_pages"]

T = TypeVar("T")

_CHUNK = 40
_WORTH_SHARING = 200
"""Fewer pages than this are rendered faster than processes are started."""


@dataclass(frozen=True, slots=True)
class _Speech:
    """What one language renders with."""

    context: Context
    chrome: Chrome
    environment: Environment


class Renderer:
    """Renders the pages of an edition, one at a time."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._compiled = CompiledTemplates()
        self._environments: dict[str, Environment] = {}
        self._speeches: dict[str, _Speech] = {}
        self._mark = marker(edition.library.languages)

    def turned_to(self, edition: Edition) -> Renderer:
        """A renderer of another edition, with the templates of this one where they are the same."""
        other = Renderer(edition)
        if edition.theme is self._edition.theme and edition.catalogues is self._edition.catalogues:
            other._environments = self._environments
        return other

    def render(self, page: Page) -> bytes:
        """The HTML of a page."""
        view = self.view(page)
        template = self._speech(page.lang).environment.get_template(view.template)
        return lean(self._mark(template.render(view=view))).encode()

    def view(self, page: Page) -> View:
        """All that a page shows."""
        speech = self._speech(page.lang)
        return make_view(speech.context, speech.chrome, page)

    def macro(self, lang: str, template: str, name: str) -> Callable[..., str]:
        """A macro of the theme in a language, for what a script shows as pages do."""
        made = getattr(self._environment(lang).get_template(template).module, name)
        return lambda *values: self._mark(str(made(*values))).strip()

    def _speech(self, lang: str) -> _Speech:
        if lang not in self._speeches:
            context = self._edition.context(lang)
            self._speeches[lang] = _Speech(context, chrome(context), self._environment(lang))
        return self._speeches[lang]

    def _environment(self, lang: str) -> Environment:
        if lang not in self._environments:
            folders = self._edition.theme.template_folders
            catalogue = self._edition.catalogues[lang]
            languages = self._edition.library.languages
            self._environments[lang] = make_environment(folders, catalogue, languages, self._compiled)
        return self._environments[lang]


def render_pages(edition: Edition, jobs: int, read: Callable[[str, bytes], T]) -> Iterator[tuple[bytes, T]]:
    """The HTML of every page, and what `read` makes of its path and HTML, in the order of the routes.

    The result is the same whatever the number of processes; `read` runs where the page was rendered.
    """
    pages = edition.routes.pages
    if jobs <= 1 or len(pages) < _WORTH_SHARING:
        worker = _Worker(Renderer(edition), pages, read)
        yield from map(worker.render, range(len(pages)))
        return
    with _processes(edition, jobs, read) as workers:
        yield from workers.map(_render_in_worker, range(len(pages)), chunksize=_CHUNK)


@dataclass(frozen=True, slots=True)
class _Worker(Generic[T]):
    """Renders pages by number: each process has them all already."""

    renderer: Renderer
    pages: tuple[Page, ...]
    read: Callable[[str, bytes], T]

    def render(self, index: int) -> tuple[bytes, T]:
        page = self.pages[index]
        html = self.renderer.render(page)
        return html, self.read(page_file(page.url), html)


def _processes(edition: Edition, jobs: int, read: Callable[[str, bytes], Any]) -> Executor:
    """Processes that share the edition by copy-on-write where the platform forks safely, else get a copy."""
    method = "fork" if sys.platform == "linux" else "spawn"
    context = multiprocessing.get_context(method)
    return ProcessPoolExecutor(jobs, context, initializer=_begin_worker, initargs=(edition, read))


_worker: list[_Worker[Any]] = []


def _begin_worker(edition: Edition, read: Callable[[str, bytes], Any]) -> None:
    _worker[:] = [_Worker(Renderer(edition), edition.routes.pages, read)]


def _render_in_worker(index: int) -> tuple[bytes, Any]:
    return _worker[0].render(index)
