"""Renders what an edition shows: pages, and the sheets besides them, each from its view."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment
from jinja2.meta import find_referenced_templates

from ombrelle.render.borrowed import marker
from ombrelle.render.environment import CompiledTemplates, make_environment
from ombrelle.render.lean import lean
from ombrelle.render.sheets import Sheet
from ombrelle.route import Page
from ombrelle.views import chrome, make_view
from ombrelle.views.context import Context
from ombrelle.views.edition import Edition
from ombrelle.views.parts import Chrome, View


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
        return self.html(page.lang, view.template, view)

    def html(self, lang: str, template: str, view: Any) -> bytes:
        """The HTML of a view."""
        rendered = self._environment(lang).get_template(template).render(view=view)
        return lean(self._mark(rendered)).encode()

    def view(self, page: Page) -> View:
        """All that a page shows."""
        speech = self.speech(page.lang)
        return make_view(speech.context, speech.chrome, page)

    def sheet_view(self, sheet: Sheet) -> object:
        """All that a sheet shows."""
        context = self.speech(sheet.lang).context.borrowing(sheet.origin)
        return sheet.view(context, context.library.by_key[sheet.key])

    def macro(self, lang: str, template: str, name: str) -> Callable[..., str]:
        """A macro of the theme in a language, for what a script shows as pages do."""
        made = getattr(self._environment(lang).get_template(template).module, name)
        return lambda *values: self._mark(str(made(*values))).strip()

    def templates_of(self, lang: str, template: str) -> list[str]:
        """A template and all that it extends, includes and imports, in the order in which they are met."""
        environment, found, met = self._environment(lang), [], [template]
        while met:
            name = met.pop(0)
            if name not in found:
                found.append(name)
                source = environment.get_template(name).filename
                tree = environment.parse(Path(str(source)).read_text(encoding="utf-8"))
                met += [other for other in find_referenced_templates(tree) if other]
        return found

    def speech(self, lang: str) -> _Speech:
        """What a language renders with, made once."""
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
