"""Views become HTML. Rendering a page is a pure function, so any process may do it, in any order.

page or sheet ─► known, with the same texts? ─► view ─► recipe ─► kept in the cache? ─► HTML ─► filed
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from typing import Any

from ombrelle.cache import Cache, Kept, Recipe, program_digest, recipe_of
from ombrelle.cache.recipes import digest_of
from ombrelle.markdown.bodies import Bodies
from ombrelle.processes import mapped, sent
from ombrelle.render.base import Known, Watched
from ombrelle.render.renderer import Renderer
from ombrelle.render.sheets import Sheet
from ombrelle.route import Page
from ombrelle.stage import UNFILED, Stage
from ombrelle.views.edition import Edition

__all__ = ["Hands", "Recipes", "Rendered", "Renderer", "Sheet", "render_all"]

Read = Callable[[str, bytes], Any]
"""What is wanted of a file, by its path and its bytes; it can be written as JSON, and is kept with them."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A file of HTML that was filed: its digest, what was read in it, and how the next build will know it.

    `recipe` is None where the cache had it, `made` where nothing is to be kept; `content` is the HTML where
    it was not filed yet.
    """

    path: str
    digest: str
    read: Any
    known: Known
    made: Kept | None = None
    recipe: Recipe | None = None
    content: bytes | None = None


@dataclass(frozen=True, slots=True)
class Hands:
    """Who renders: so many processes of this machine, or an executor.

    Its workers file what they make in a folder that all machines share, or return it where `returns` says so.
    """

    jobs: int = 1
    executor: Executor | None = None
    returns: bool = True


@dataclass(frozen=True, slots=True)
class Before:
    """What builds before left: the cache, and the pages that they looked at on the same base."""

    cache: Cache
    known: Mapping[str, Known]


def render_all(
    edition: Edition,
    files: Sequence[tuple[str, Page | Sheet]],
    stage: Stage,
    before: Before,
    read: Read,
    hands: Hands,
) -> Iterator[Rendered]:
    """File the HTML of pages and sheets, each at its path, in their order.

    The result is the same whoever does it; `read` runs where a file was rendered, and only then.
    """
    if hands.executor is None:
        yield from mapped(_Work(edition, files, stage, before, read), len(files), hands.jobs)
        return
    elsewhere = UNFILED if hands.returns else stage
    work = _Work(edition, files, elsewhere, before, read, returns=hands.returns)
    for each in sent(work, len(files), hands.executor):
        if each.content is not None:
            stage.put(each.path, each.content)
        yield replace(each, content=None)


class Recipes:
    """What each file of HTML is made from, with what they have in common worked out once."""

    def __init__(self, edition: Edition) -> None:
        languages = edition.library.languages
        self._common = {
            "program": program_digest(),
            "templates": edition.theme.templates_digest,
            "languages": digest_of(tuple(languages)),
        }
        self._words = {lang: catalogue.digest for lang, catalogue in edition.catalogues.items()}
        self._shared: dict[int, str] = {}

    def of(self, renderer: Renderer, lang: str, template: str, view: Any) -> Recipe:
        """What the HTML of a view is made from."""
        common = {**self._common, "template": template, "words": self._words[lang]}
        return recipe_of(common, view, self._around(renderer, lang))

    def _around(self, renderer: Renderer, lang: str) -> dict[int, str]:
        """The digest of what is around every page of a language."""
        around = renderer.speech(lang).chrome
        if id(around) not in self._shared:
            self._shared[id(around)] = digest_of(around)
            self._shared[id(around.mark)] = digest_of(around.mark)
        return self._shared


class _Work:
    """Renders by number. Each process makes a renderer of its own, which cannot be pickled."""

    def __init__(
        self,
        edition: Edition,
        files: Sequence[tuple[str, Page | Sheet]],
        stage: Stage,
        before: Before,
        read: Read,
        *,
        returns: bool = False,
    ) -> None:
        self._edition, self._files, self._stage = edition, files, stage
        self._before, self._read, self._returns = before, read, returns
        self._recipes = Recipes(edition)
        self._texts = Watched(edition.bodies.fragments)
        self._renderer: Renderer | None = None

    def __call__(self, index: int) -> Rendered:
        """File the page of a number."""
        path, shown = self._files[index]
        known = self._before.known.get(path)
        if known and known.digest == self._texts.digest(known.texts):
            kept = self._before.cache.get(known.key)
            if kept is not None:
                return self._kept(path, known, kept)
        return self._looked_at(path, shown)

    def _looked_at(self, path: str, shown: Page | Sheet) -> Rendered:
        """File a page by all that it shows, rendered where the cache does not have it."""
        if self._renderer is None:
            self._renderer = Renderer(replace(self._edition, bodies=Bodies(self._texts)))
        self._texts.asked.clear()
        template, view = self._view(self._renderer, shown)
        texts = tuple(sorted(self._texts.asked))
        recipe = self._recipes.of(self._renderer, shown.lang, template, view)
        key = digest_of((path, sorted(recipe.items())))
        known = Known(texts, self._texts.digest(texts), key)
        kept = self._before.cache.get(key)
        if kept is not None:
            return self._kept(path, known, kept)
        content = self._renderer.html(shown.lang, template, view)
        read = self._read(path, content)
        packed = json.dumps(read, separators=(",", ":")).encode() + b"\n" + content
        made = self._before.cache.seal(key, packed)
        return replace(self._filed(path, known, read, content), made=made, recipe=recipe)

    def _kept(self, path: str, known: Known, packed: bytes) -> Rendered:
        """File what the cache keeps of a page: what was read in it, then its HTML."""
        read, _, content = packed.partition(b"\n")
        return self._filed(path, known, json.loads(read), content)

    def _filed(self, path: str, known: Known, read: Any, content: bytes) -> Rendered:
        digest = self._stage.put(path, content)
        return Rendered(path, digest, read, known, content=content if self._returns else None)

    def _view(self, renderer: Renderer, shown: Page | Sheet) -> tuple[str, Any]:
        """The template of a file and all that it shows."""
        if isinstance(shown, Sheet):
            return shown.template, renderer.sheet_view(shown)
        view = renderer.view(shown)
        return view.template, view
