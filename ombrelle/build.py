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
from ombrelle.i18n.catalogues import load_catalogues
from ombrelle.library.relate import relate
from ombrelle.load import load
from ombrelle.load.discover import discover
from ombrelle.outputs import Output, other_outputs
from ombrelle.problems import Problems
from ombrelle.publish import manifest_of, publish
from ombrelle.render import default_jobs, render_pages
from ombrelle.route.links import LinkIndex, check_links, check_navigation
from ombrelle.route.routes import make_routes
from ombrelle.theme.theme import load_theme
from ombrelle.views.bodies import convert_all
from ombrelle.views.edition import Edition, draw

DEFAULT_THEME = "themes/marque-ombrelle"


@dataclass(frozen=True, slots=True)
class Options:
    """What a build is asked for. `base_url` empty means that of the site file."""

    root: Path
    out: Path
    today: date
    theme: Path | None = None
    base_url: str = ""
    drafts: bool = False
    jobs: int = field(default_factory=default_jobs)


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
    """All that is wrong with the content, without rendering or publishing anything."""
    problems = Problems()
    prepare(options, problems)
    return problems


def prepare(options: Options, problems: Problems) -> Edition | None:
    """From files to the edition: everything that pages are made from. None when the site cannot be known."""
    root = options.root
    theme = load_theme(options.theme or root / DEFAULT_THEME)
    content = load(root, discover(root, problems), problems)
    if content is None:
        return None
    catalogues = load_catalogues(theme.word_folders, content.languages, problems, root=root)
    library = relate(content, options.today, problems, drafts=options.drafts)
    routes = make_routes(library, options.base_url or content.site.base_url, problems)
    links = LinkIndex(content, routes)
    bodies = convert_all(content, problems)
    check_links(content, links, bodies.links(), problems)
    check_navigation(library, routes, problems)
    mark, assets = draw(library, theme)
    return Edition(root, library, routes, links, bodies, theme, catalogues, mark, assets)


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
