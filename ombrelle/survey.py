"""From files to routes and texts: all that the content says, with every fault of it told.

    discover ─► load ─► relate ─► route ─► convert

What a build does before anything is shown, and all that a check does: nothing of views, templates or outputs
is imported for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ombrelle.library import Library
from ombrelle.library.relate import relate
from ombrelle.load import read_all
from ombrelle.load.discover import discover
from ombrelle.memory import FORGETFUL, Forgetful
from ombrelle.options import Options
from ombrelle.problems import Problems
from ombrelle.route import Routes
from ombrelle.route.links import LinkIndex, check_links, check_navigation
from ombrelle.route.routes import make_routes
from ombrelle.route.vanished import check_vanished

if TYPE_CHECKING:
    from ombrelle.markdown.bodies import Bodies


@dataclass(frozen=True, slots=True)
class Survey:
    """What a site holds and where each of its pages stands."""

    library: Library
    routes: Routes
    links: LinkIndex
    bodies: Bodies


def survey(options: Options, problems: Problems, memory: Forgetful = FORGETFUL) -> Survey | None:
    """Read the content, relate it and give it addresses. None when the site cannot be known.

    Where the options have a scope, only the texts that it reaches are converted.
    """
    content = read_all(options.root, discover(options.root, problems), problems, memory)
    if content is None:
        return None
    if options.pseudo:
        from ombrelle.load.pseudo import with_pseudo_languages

        content = with_pseudo_languages(content)
    library = relate(content, options.today, problems, drafts=options.drafts)
    routes = make_routes(library, options.base_url or content.site.base_url, problems)
    links = LinkIndex(content, routes)
    from ombrelle.markdown.bodies import convert_all

    bodies = convert_all(options.scope.narrowed(content), problems, memory)
    check_links(content, links, bodies.links(), problems)
    check_navigation(library, routes, problems)
    check_vanished(library, routes, problems)
    return Survey(library, routes, links, bodies)
