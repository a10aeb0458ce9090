"""The stages in order: the table of contents of the program.

    discover ─► load ─► relate ─► route ─► view ─► render ─► audit ─► search ─► publish

Each stage hands frozen values to the next, and adds the faults of the content to the one list of the run.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ombrelle.audit import Built, audit, listed_in, read_page
from ombrelle.check import check
from ombrelle.drawing.store import Store
from ombrelle.dress import read_theme, read_words
from ombrelle.lettering import check_letters
from ombrelle.markdown.bodies import read_bodies
from ombrelle.memory import FORGETFUL, Forgetful
from ombrelle.options import DEFAULT_THEME, Options
from ombrelle.outputs import Output, other_outputs, pictures, pictures_named
from ombrelle.pictures.ladder import Step
from ombrelle.problems import Problems
from ombrelle.publish import manifest_of, publish
from ombrelle.render import render_pages
from ombrelle.route import Routes
from ombrelle.search import NOT_ASKED, make_search
from ombrelle.spoken import check_spoken, listening
from ombrelle.survey import survey
from ombrelle.theme.fonts import read_letters
from ombrelle.translations.aged import aged
from ombrelle.views.edition import Edition, draw, seed_of

__all__ = ["DEFAULT_THEME", "Options", "Result", "build", "check", "prepare", "review"]


PICTURES = ".cache/drawings"
"""Where pictures are kept between builds, below the root: it may be deleted at any time."""


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a build: the faults, and the manifest of what was published (None when nothing was).

    `unsearched` says why the pages could not be indexed, by a key of the command line's words.
    """

    problems: Problems
    manifest: Mapping[str, str] | None
    pages: int = 0
    routes: Routes | None = None
    unsearched: str = ""


def build(options: Options) -> Result:
    """Build the site and publish it, unless the content has an error."""
    problems = Problems()
    edition = prepare(options, problems)
    if edition is None or problems.errors:
        return Result(problems, None)
    with listening(edition.library.content, options) as tell:
        result = _make(edition, options, problems)
        tell(problems)
    return result


def review(options: Options, memory: Forgetful = FORGETFUL) -> Problems:
    """What takes a while to find: faults of finished pages, texts in a wrong language; none beside errors."""
    content, found = Problems(), Problems()
    edition = prepare(options, content, memory)
    if edition is not None and not content.errors:
        audit(_render(edition, options.jobs).built, found)
        check_spoken(edition.library.content, found, memory)
    return found


def prepare(options: Options, problems: Problems, memory: Forgetful = FORGETFUL) -> Edition | None:
    """From files to the edition: everything that pages are made from. None when the site cannot be known.

    With a `Memory`, what the last run made from the same files is not made again; the result is the same.
    """
    theme = read_theme(options, memory)
    found = survey(options, problems, memory)
    if found is None:
        return None
    library = found.library
    if not options.pseudo:
        # The letters of pseudo-languages are in no font.
        check_letters(library.content, read_letters(theme.folders), problems)
    bodies = read_bodies(found.texts(options.scope), library, found.links, problems, memory, options.jobs)
    words = read_words(options, theme, library.languages, problems, memory)
    mark, assets = draw(library, theme, words, bodies, memory)
    old = aged(options.root, library.content, memory)
    memory.settle()
    if not library.content.is_sound:
        return None
    made = (found.routes, found.links, bodies)
    edition = Edition(options.root, library, *made, theme, words, mark, assets, old)
    if not (options.is_drawn and theme.fonts):
        return edition
    store = Store(options.root / PICTURES, options.jobs)
    return replace(edition, store=store, seed=seed_of(library, theme, mark))


def _make(edition: Edition, options: Options, problems: Problems) -> Result:
    """Render, audit, index and publish, unless a finished page has an error."""
    site = _render(edition, options.jobs)
    audit(site.built, problems)
    made = [] if problems.errors else list(pictures(edition, site.pictures, options, problems))
    if problems.errors:
        return Result(problems, None, len(site.built.pages))
    found = make_search(edition, site.outputs) if options.search else NOT_ASKED
    outputs = [*site.outputs, *made, *found.outputs]
    publish(outputs, options.out)
    return Result(problems, manifest_of(outputs), len(site.built.pages), edition.routes, found.reason)


@dataclass(frozen=True, slots=True)
class _Site:
    """Every file of the site but its pictures, which are only named yet; what the audit reads of it."""

    outputs: list[Output]
    pictures: Mapping[str, Step]
    built: Built


def _render(edition: Edition, jobs: int) -> _Site:
    """Every file of the site. The page not found of the source language also answers at the root."""
    rendered = render_pages(edition, jobs, read_page)
    pairs = [(Output(built.path, html), built) for html, built in rendered]
    outputs = [page for page, _ in pairs]
    source = edition.library.languages.source.code
    not_found = next(page for page in outputs if page.path == f"{source}/404.html")
    outputs += [Output("404.html", not_found.content), *other_outputs(edition)]
    pages = {built.path: built for _, built in pairs}
    listed = listed_in(output.content for output in outputs if output.path.startswith("sitemap-"))
    named = pictures_named(edition, outputs)
    files = {output.path for output in outputs} | named.keys()
    return _Site(outputs, named, Built(pages, files, edition.routes.base_url, listed))
