"""What the theme writes besides pages: cards for other sites, the papers of a press kit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ombrelle.load.entry import Entry
from ombrelle.render.borrowed import marker, unmarked
from ombrelle.render.environment import CompiledTemplates, make_environment
from ombrelle.views.context import Context
from ombrelle.views.edition import Edition


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file of HTML about an entry, besides its page: where it stands, and what makes its view.

    `lang` is that of its readers, `origin` that of the page it borrows from; `view` can be pickled.
    """

    path: str
    lang: str
    origin: str
    template: str
    key: str
    view: Callable[[Context, Entry], object]


class Sheets:
    """Renders templates of the theme in one language, each from a view of its own."""

    def __init__(self, edition: Edition, lang: str, compiled: CompiledTemplates) -> None:
        folders, languages = edition.theme.template_folders, edition.library.languages
        self._environment = make_environment(folders, edition.catalogues[lang], languages, compiled)
        self._mark = marker(languages)

    def html(self, template: str, view: object) -> bytes:
        """A template of HTML."""
        return self._mark(self._environment.get_template(template).render(view=view)).encode()

    def text(self, template: str, view: object) -> str:
        """A template of plain text, in which no word can be marked."""
        return unmarked(self._environment.get_template(template).render(view=view))
