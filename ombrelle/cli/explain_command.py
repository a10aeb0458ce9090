"""`explain`: what a page is made of, and why it was made anew, or was not."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from urllib.parse import unquote, urlsplit

from ombrelle.build import CACHE
from ombrelle.cache import Cache, Recipe, Rendering
from ombrelle.cache.recipes import NEW, changes
from ombrelle.cli.build_command import SECRET
from ombrelle.cli.editions import edition_of
from ombrelle.cli.words import Words
from ombrelle.paths import page_file
from ombrelle.render import Recipes, Renderer
from ombrelle.route import Page
from ombrelle.serve.behind import behind
from ombrelle.text import nearest
from ombrelle.views.edition import Edition

_NAMED = frozenset({NEW, "program", "templates", "words", "languages", "chrome", "head", "template"})
"""The parts of a page that have a name for people; the others are called as the templates call them."""


def run(given: argparse.Namespace, said: Words) -> int:
    """Explain the page of an address. 1 when the site cannot be known, 2 when it has no such page."""
    edition = edition_of(given, said, is_sound=False)
    if isinstance(edition, int):
        return edition
    wanted = _path(given.address, edition.routes.base_url)
    pages = {page_file(page.url): page for page in edition.routes.pages}
    page = pages.get(wanted)
    if page is None:
        near = nearest(wanted, pages)
        hint = said.say("explain-near", address=edition.routes.link(pages[near].url)) if near else ""
        print(said.say("explain-unknown", address=given.address, hint=hint).rstrip(), file=sys.stderr)
        return 2
    cache = Cache(edition.root / CACHE, os.environ.get(SECRET, ""))
    print("\n".join(_lines(edition, page, wanted, cache, said)))
    return 0


def _path(address: str, base_url: str) -> str:
    """The file that answers for an address, whole or from the root of the site."""
    path = unquote(urlsplit(address.removeprefix(base_url)).path)
    name = page_file(f"/{path.lstrip('/')}")
    return name if name.endswith(".html") else f"{name}/index.html"


def _lines(edition: Edition, page: Page, path: str, cache: Cache, said: Words) -> Iterator[str]:
    renderer = Renderer(edition)
    view = renderer.view(page)
    yield said.say("explain-page", address=edition.routes.link(page.url), file=path)
    yield said.say("explain-files", names=_list(behind(edition, page).files))
    if page.is_borrowed:
        yield said.say("explain-borrowed", lang=page.origin)
    yield said.say("explain-templates", names=_list(renderer.templates_of(page.lang, view.template)))
    recipe = Recipes(edition).of(renderer, page.lang, view.template, view)
    yield said.say("explain-view", names=_list(part for part in recipe if part not in _NAMED))
    yield from _history(cache.rendering(path), recipe, cache.builds, said)


def _history(last: Rendering | None, recipe: Recipe, builds: int, said: Words) -> Iterator[str]:
    """When the page was made last, why, and what would be made of it now."""
    if last is None:
        yield said.say("explain-never")
        return
    how = "explain-rendered" if last.build == builds else "explain-reused"
    yield said.say(how, last=builds, build=last.build, names=_parts(last.changed, said))
    changed = changes(recipe, last.recipe)
    yield said.say("explain-would", names=_parts(changed, said)) if changed else said.say("explain-current")


def _parts(parts: Iterable[str], said: Words) -> str:
    return _list(said.say(f"part-{part}") if part in _NAMED else part.removeprefix("main.") for part in parts)


def _list(names: Iterable[str]) -> str:
    return ", ".join(names)
