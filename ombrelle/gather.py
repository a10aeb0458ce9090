"""Every file of the site but pictures and the index, filed as it is made; what later steps need of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ombrelle.audit import Built, BuiltPage, listed_in, policies_in, read_page
from ombrelle.cache import Cache
from ombrelle.outputs import Output, Recall, names_in, other_outputs, pictures_named, sheets
from ombrelle.outputs.headers import FILE as HEADERS
from ombrelle.paths import page_file
from ombrelle.pictures.ladder import Step
from ombrelle.progress import SILENT, Progress
from ombrelle.render import Before, Hands, Rendered, Sheet, render_all
from ombrelle.render.base import base_of, kept_on, known_on
from ombrelle.route import Page
from ombrelle.stage import Stage
from ombrelle.views.edition import Edition

NOT_FOUND = "404.html"

_STEP = 100  # pages between two words about how far it is


@dataclass(frozen=True, slots=True)
class Site:
    """What is known of the files of a site: their digests, and what the audit reads of its pages.

    `pictures` are named and not made yet; `rendered` are the paths of the HTML that the cache did not have.
    """

    digests: dict[str, str]
    built: Built
    pictures: Mapping[str, Step]
    rendered: frozenset[str]

    @property
    def manifest(self) -> Mapping[str, str]:
        """The SHA-256 of each file by its path, sorted."""
        return dict(sorted(self.digests.items()))

    def file(self, stage: Stage, outputs: Iterable[Output]) -> None:
        """Add files."""
        for output in outputs:
            self.digests[output.path] = stage.put(output.path, output.content)

    def pages_of(self, stage: Stage) -> Iterator[Output]:
        """The pages, read one after another."""
        return (Output(path, stage.read(path)) for path in self.built.pages)


def gather(edition: Edition, stage: Stage, cache: Cache, hands: Hands, progress: Progress = SILENT) -> Site:
    """File all of it. The page not found of the source language also answers at the root."""
    progress.begin("pages")
    recall = Recall(cache, stage, base_of(edition) if cache.keeps else "")
    rendered = _rendered(edition, recall, hands, progress)
    digests = {each.path: each.digest for each in rendered}
    names: set[str] = set().union(*(each.read[1] for each in rendered))
    html = {each.path: each.read[0] for each in rendered}
    pages = {each.path: html.pop(each.path) for each in rendered[: len(edition.routes.pages)]}
    progress.begin("files")
    listed, headers = [], b""
    for output in other_outputs(edition, recall):
        digests[output.path] = stage.put(output.path, output.content)
        names |= names_in(output.path, output.content)
        if output.path.startswith("sitemap-"):
            listed.append(output.content)
        elif output.path == HEADERS:
            headers = output.content
        elif output.path.endswith(".html"):
            html[output.path] = read_page(output.path, output.content)
    pictures = pictures_named(edition, names)
    files = digests.keys() | pictures.keys()
    made = frozenset(each.path for each in rendered if each.recipe is not None)
    built = Built(pages, files, edition.routes.base_url, listed_in(listed), policies_in(headers), html)
    return Site(digests, built, pictures, made)


def _rendered(edition: Edition, recall: Recall, hands: Hands, progress: Progress) -> list[Rendered]:
    """The HTML of the site, filed; the cache is told what is new."""
    files, cache = tuple(_files(edition)), recall.cache
    before = Before(cache, known_on(recall.base, cache))
    found = []
    for rendered in render_all(edition, files, recall.stage, before, _read, hands):
        cache.keep(rendered.made)
        page, pictures = rendered.read
        # What is plain came with texts of its own: of each page only what all pages share is held.
        found.append(replace(rendered, read=(BuiltPage.of_plain(page), pictures), made=None))
        if len(found) % _STEP == 0:
            progress.advance(len(found), len(files))
    used = [each.known.key for each in found if each.recipe is None]
    recipes = {each.path: each.recipe for each in found if each.recipe is not None}
    cache.note(used, recipes, (path for path, _ in files))
    cache.keep(kept_on(recall.base, {each.path: each.known for each in found}, cache))
    return found


def _files(edition: Edition) -> Iterator[tuple[str, Page | Sheet]]:
    """All that is HTML, with its path: pages first."""
    yield from ((page_file(page.url), page) for page in edition.routes.pages)
    source = edition.library.languages.source.code
    yield (
        NOT_FOUND,
        next(page for page in edition.routes.pages if page_file(page.url) == f"{source}/{NOT_FOUND}"),
    )
    yield from ((sheet.path, sheet) for sheet in sheets(edition))


def _read(path: str, html: bytes) -> list[Any]:
    """What the audit reads of a file of HTML, and the pictures that it names, in plain form."""
    return [read_page(path, html).plain(), sorted(names_in(path, html))]
