"""The stages in order: the table of contents of the program.

    discover ─► load ─► relate ─► route ─► view ─► render ─► audit ─► publish

Each stage hands frozen values to the next, and adds the faults of the content to the one list of the run.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ombrelle.audit import Built, audit, read_page
from ombrelle.i18n.catalogues import Catalogue, load_catalogues, word_files
from ombrelle.i18n.languages import Languages
from ombrelle.library.relate import relate
from ombrelle.load import load
from ombrelle.load.discover import discover
from ombrelle.load.pseudo import with_pseudo_languages
from ombrelle.load.scope import EVERYTHING, Scope
from ombrelle.memory import FORGETFUL, Forgetful
from ombrelle.outputs import Output, other_outputs
from ombrelle.problems import Problems
from ombrelle.publish import manifest_of, publish
from ombrelle.render import default_jobs, render_pages
from ombrelle.route.links import LinkIndex, check_links, check_navigation
from ombrelle.route.routes import make_routes
from ombrelle.route.vanished import check_vanished
from ombrelle.theme.theme import Theme, load_theme, theme_files
from ombrelle.translations.record import check_records
from ombrelle.views.bodies import convert_all
from ombrelle.views.edition import Edition, draw

DEFAULT_THEME = "themes/marque-ombrelle"


@dataclass(frozen=True, slots=True)
class Options:
    """What a build is asked for. `base_url` empty means that of the site file; `scope` is that of a check.

    `pseudo` adds the pseudo-languages, in which a text that nobody can translate is seen.
    """

    root: Path
    out: Path
    today: date
    theme: Path | None = None
    base_url: str = ""
    drafts: bool = False
    pseudo: bool = False
    jobs: int = field(default_factory=default_jobs)
    scope: Scope = EVERYTHING


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a build: the faults, and the manifest of what was published (None when nothing was)."""

    problems: Problems
    manifest: Mapping[str, str] | None
    pages: int = 0


def build(options: Options) -> Result:
    """Build the site and publish it, unless the content has an error."""
    problems = Problems()
    edition = prepare(options, problems)
    if edition is None or problems.errors:
        return Result(problems, None)
    site = _render(edition, options.jobs)
    audit(site.built, problems)
    if problems.errors:
        return Result(problems, None, len(site.built.pages))
    publish(site.outputs, options.out)
    return Result(problems, manifest_of(site.outputs), len(site.built.pages))


def check(options: Options) -> Problems:
    """All that is wrong in the scope, without rendering or publishing anything."""
    problems, found = Problems(), Problems()
    prepare(options, found)
    check_records(options.root, found)
    problems.extend([problem for problem in found if options.scope.concerns(problem)])
    return problems


def review(options: Options, memory: Forgetful = FORGETFUL) -> Problems:
    """The faults that only finished pages show; none while the content has errors."""
    content, found = Problems(), Problems()
    edition = prepare(options, content, memory)
    if edition is not None and not content.errors:
        audit(_render(edition, options.jobs).built, found)
    return found


def prepare(options: Options, problems: Problems, memory: Forgetful = FORGETFUL) -> Edition | None:
    """From files to the edition: everything that pages are made from. None when the site cannot be known.

    With a `Memory`, what the last run made from the same files is not made again; the result is the same.
    """
    root = options.root
    theme = _theme(options.theme or root / DEFAULT_THEME, memory)
    content = load(root, discover(root, problems), problems, memory)
    if content is None:
        return None
    if options.pseudo:
        content = with_pseudo_languages(content)
    catalogues = _catalogues(theme, content.languages, root, problems, memory)
    library = relate(content, options.today, problems, drafts=options.drafts)
    routes = make_routes(library, options.base_url or content.site.base_url, problems)
    links = LinkIndex(content, routes)
    bodies = convert_all(options.scope.narrowed(content), problems, memory)
    check_links(content, links, bodies.links(), problems)
    check_navigation(library, routes, problems)
    check_vanished(library, routes, problems)
    mark, assets = draw(library, theme, catalogues)
    memory.settle()
    return Edition(root, library, routes, links, bodies, theme, catalogues, mark, assets)


def _theme(folder: Path, memory: Forgetful) -> Theme:
    return memory.read("theme", theme_files(folder), lambda _: load_theme(folder), Problems())


def _catalogues(
    theme: Theme, languages: Languages, root: Path, problems: Problems, memory: Forgetful
) -> Mapping[str, Catalogue]:
    folders = theme.word_folders
    return memory.read(
        ("catalogues", languages),
        word_files(folders, languages),
        lambda own: load_catalogues(folders, languages, own, root=root),
        problems,
    )


@dataclass(frozen=True, slots=True)
class _Site:
    """Every file of the site, and what the audit reads of it."""

    outputs: list[Output]
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
    return _Site(outputs, Built(pages, {output.path for output in outputs}, edition.routes.base_url))
