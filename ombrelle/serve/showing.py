"""An edition that answers: each page is rendered when it is asked for, every other file made then."""

from __future__ import annotations

from collections.abc import Collection

from ombrelle.outputs import FORMATS, picture, sheets
from ombrelle.paths import page_file
from ombrelle.render import Renderer, Sheet
from ombrelle.route import Page
from ombrelle.search import NOT_ASKED
from ombrelle.views.edition import Edition


class Showing:
    """Answers for one edition. What `before` made is used again where it still holds."""

    def __init__(self, edition: Edition, before: Showing | None = None) -> None:
        self.edition = edition
        self._renderer: Renderer = before._renderer.turned_to(edition) if before else Renderer(edition)
        self._pages: dict[str, Page]
        if before and before.edition.routes is edition.routes:
            self._pages = before._pages
        else:
            self._pages = {page_file(page.url): page for page in edition.routes.pages}
        # An index takes seconds, and a save would make it old: the search page says so.
        self._files = {output.path: output.content for output in NOT_ASKED.outputs}
        self._formats = iter(FORMATS)
        self._sheets: dict[str, Sheet] | None = None

    def page(self, path: str) -> Page | None:
        """The page at an address, None when there is none."""
        name = page_file(path)
        return self.not_found("") if name == "404.html" else self._pages.get(name)

    def not_found(self, path: str) -> Page:
        """The page not found in the language of an address, else in that of the source."""
        language = path.strip("/").split("/", 1)[0]
        source = self.edition.library.languages.source.code
        return self._pages.get(f"{language}/404.html") or self._pages[f"{source}/404.html"]

    def render(self, page: Page) -> bytes:
        """The HTML of a page."""
        return self._renderer.render(page)

    def file(self, path: str) -> bytes | None:
        """What another file than a page holds.

        A picture is made when it is asked for, formats one after another until the file is found.
        """
        name = page_file(path)
        if found := picture(self.edition, name) or self._sheet(name):
            return found
        while name not in self._files and (make := next(self._formats, None)):
            self._files |= {output.path: output.content for output in make(self.edition)}
        return self._files.get(name)

    @property
    def paths(self) -> Collection[str]:
        """The paths of the files, pictures apart, that were made so far."""
        return self._files.keys()

    def _sheet(self, name: str) -> bytes | None:
        if self._sheets is None:
            self._sheets = {sheet.path: sheet for sheet in sheets(self.edition)}
        sheet = self._sheets.get(name)
        if sheet is None:
            return None
        return self._renderer.html(sheet.lang, sheet.template, self._renderer.sheet_view(sheet))
