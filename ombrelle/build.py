"""The stages in order: the table of contents of the program.

    discover ─► load ─► relate ─► route ─► view ─► render ─► audit ─► search ─► publish

Each stage hands frozen values to the next, and adds the faults of the content to the one list of the run.
Files go to a stage beside the published folder as they are made, and none is held longer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

from ombrelle.audit import audit
from ombrelle.cache import NOWHERE, Cache
from ombrelle.check import check
from ombrelle.cluster import cluster
from ombrelle.drawing.store import Store
from ombrelle.dress import read_theme, read_words
from ombrelle.garbage import young_only
from ombrelle.gather import gather
from ombrelle.lettering import check_letters
from ombrelle.markdown.bodies import read_bodies
from ombrelle.memory import FORGETFUL, Forgetful
from ombrelle.options import DEFAULT_THEME, Options
from ombrelle.outputs import pictures
from ombrelle.problems import Problems
from ombrelle.progress import SILENT, Progress
from ombrelle.publish import alone, staged, swap
from ombrelle.render import Hands
from ombrelle.route import Routes
from ombrelle.search import NOT_ASKED, make_search
from ombrelle.spoken import check_spoken, listening
from ombrelle.stage import UNFILED
from ombrelle.survey import survey
from ombrelle.theme.fonts import read_letters
from ombrelle.theme.theme import check_templates
from ombrelle.translations.aged import aged
from ombrelle.views.edition import Edition, draw, seed_of

__all__ = ["DEFAULT_THEME", "Options", "Result", "build", "build_alone", "check", "prepare", "review"]


PICTURES = ".cache/drawings"
"""Where pictures are kept between builds, below the root: it may be deleted at any time."""

CACHE = ".cache/build.db"
"""Where texts and pages are kept between builds, below the root: it may be deleted at any time."""


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a build: the faults, and the manifest of what was published (None when nothing was).

    `pages` are all of them, `rendered` those that the cache did not have. `unsearched` says why the pages
    could not be indexed, by a key of the command line's words.
    """

    problems: Problems
    manifest: Mapping[str, str] | None
    pages: int = 0
    rendered: int = 0
    routes: Routes | None = None
    unsearched: str = ""


def build(options: Options, progress: Progress = SILENT) -> Result:
    """Build the site and publish it, unless the content has an error."""
    with alone(options.out, progress.wait):
        return build_alone(options, progress)


@young_only()
def build_alone(options: Options, progress: Progress = SILENT) -> Result:
    """The same for who is alone already, and stays so while noting what came of it."""
    cache = Cache(options.root / CACHE, options.secret) if options.reuses else NOWHERE
    problems = Problems()
    edition = prepare(options, problems, Forgetful(cache), progress)
    if edition is None or problems.errors:
        return Result(problems, None)
    with listening(edition.library.content, options, cache) as tell:
        result = _make(edition, options, problems, progress, cache)
        tell(problems)
    if result.manifest is not None:
        cache.settle()
    progress.end()
    return result


def review(options: Options, memory: Forgetful = FORGETFUL) -> Problems:
    """What takes a while to find: faults of finished pages, texts in a wrong language; none beside errors."""
    content, found = Problems(), Problems()
    edition = prepare(options, content, memory)
    if edition is not None and not content.errors:
        audit(gather(edition, UNFILED, NOWHERE, Hands(options.jobs)).built, found)
        check_spoken(edition.library.content, found, memory)
    return found


def prepare(
    options: Options,
    problems: Problems,
    memory: Forgetful = FORGETFUL,
    progress: Progress = SILENT,
) -> Edition | None:
    """From files to the edition: everything that pages are made from. None when the site cannot be known.

    With a `Memory`, what the last run made from the same files is not made again; with a cache, neither is
    what a build on this disk made. The result is the same.
    """
    progress.begin("reading")
    theme = read_theme(options, memory)
    found = survey(options, problems, memory)
    if found is None:
        return None
    library = found.library
    if not options.pseudo:
        # The letters of pseudo-languages are in no font.
        check_letters(library.content, read_letters(theme.folders), problems)
    progress.begin("texts")
    texts = found.texts(options.scope)
    bodies = read_bodies(texts, library, found.links, problems, memory, options.jobs)
    progress.begin("dressing")
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


@contextmanager
def _hands(options: Options) -> Iterator[Hands]:
    """Who renders the pages of a build."""
    if options.executor:
        with cluster(options.scheduler, options.jobs) as executor:
            yield Hands(options.jobs, executor, returns=not options.is_shared)
    else:
        yield Hands(options.jobs)


def _make(edition: Edition, options: Options, problems: Problems, progress: Progress, cache: Cache) -> Result:
    """Render, audit, index and publish, unless a finished page has an error."""
    with staged(options.out, keeps=options.reuses) as stage:
        with _hands(options) as hands:
            site = gather(edition, stage, cache, hands, progress)
        progress.begin("audit")
        audit(site.built, problems)
        if not problems.errors:
            progress.begin("pictures")
            site.file(stage, pictures(edition, site.pictures, options, problems))
        if problems.errors:
            return Result(problems, None, len(site.built.pages))
        progress.begin("search")
        found = make_search(edition, site.pages_of(stage), cache) if options.search else NOT_ASKED
        site.file(stage, found.outputs)
        progress.begin("publishing")
        check_templates(edition.theme)
        stage.tidy(site.digests.keys())
        swap(stage)
    rendered = len(site.rendered & site.built.pages.keys())
    return Result(problems, site.manifest, len(site.built.pages), rendered, edition.routes, found.reason)
