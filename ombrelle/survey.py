"""From files to routes: what the content holds and where it stands, with the faults of both told.

    discover ─► load ─► relate ─► route

What a build does before anything is shown, and a check too: nothing of Markdown, views, templates or outputs
is imported for it.
"""

from __future__ import annotations

from dataclasses import dataclass

from ombrelle.library import Library
from ombrelle.library.relate import relate
from ombrelle.load import read_all
from ombrelle.load.discover import discover
from ombrelle.load.entry import Content
from ombrelle.load.scope import EVERYTHING, Scope
from ombrelle.memory import FORGETFUL, Forgetful
from ombrelle.options import Options
from ombrelle.problems import Problems
from ombrelle.route import Routes
from ombrelle.route.links import LinkIndex, check_navigation
from ombrelle.route.routes import make_routes
from ombrelle.route.vanished import check_vanished


@dataclass(frozen=True, slots=True)
class Survey:
    """What a site holds and where each of its pages stands."""

    library: Library
    routes: Routes
    links: LinkIndex

    def texts(self, scope: Scope) -> Content:
        """The content with the entries alone whose texts the files of a scope hold or can break."""
        return scope.narrowed(self.library.content, self.links.leads)


def survey(
    options: Options, problems: Problems, memory: Forgetful = FORGETFUL, reading: Scope = EVERYTHING
) -> Survey | None:
    """Read the content, relate it and give it addresses. None when the site cannot be known.

    With a scope of `reading`, only the entries are read that its files can break.
    """
    content = read_all(options.root, discover(options.root, problems), problems, memory, reading)
    if content is None:
        return None
    if options.pseudo:
        from ombrelle.load.pseudo import with_pseudo_languages

        content = with_pseudo_languages(content)
    library = relate(content, options.today, problems, drafts=options.drafts)
    routes = make_routes(library, options.base_url or content.site.base_url, problems)
    check_navigation(library, routes, problems)
    check_vanished(library, routes, problems)
    return Survey(library, routes, LinkIndex(content, routes))
