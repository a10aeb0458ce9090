"""Views become HTML. Rendering a page is a pure function, so any executor may map it over pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from jinja2 import Environment

from ombrelle.paths import page_file
from ombrelle.processes import mapped
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
    return mapped(_Pages(edition, read), len(edition.routes.pages), jobs)


class _Pages(Generic[T]):
    """Renders pages by number. Each process makes a renderer of its own, which cannot be pickled."""

    def __init__(self, edition: Edition, read: Callable[[str, bytes], T]) -> None:
        self._edition, self._read = edition, read
        self._renderer: Renderer | None = None

    def __call__(self, index: int) -> tuple[bytes, T]:
        """The HTML of the page of a number, and what was read in it."""
        if self._renderer is None:
            self._renderer = Renderer(self._edition)
        page = self._edition.routes.pages[index]
        html = self._renderer.render(page)
        return html, self._read(page_file(page.url), html)
