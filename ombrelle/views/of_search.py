"""The search page: the form, and the ways to everything without it."""

from __future__ import annotations

from ombrelle.route import Page
from ombrelle.views.context import Context
from ombrelle.views.pages import Search
from ombrelle.views.parts import Link

INDEX = "search/index.json"
"""Where the published index says what it holds, from the root of the site."""

PARTS = "search/parts"
"""The folder of its files, those of each language below their digest."""


def search_view(context: Context, page: Page) -> Search:
    """The kinds that a search may be narrowed to, and every section and page of the menus."""
    site = context.library.site
    links = (context.target_link(target) for target in (*site.navigation, *site.footer))
    return Search(
        index=context.routes.link(f"/{INDEX}"),
        kinds=_kinds(context),
        links=tuple(link for link in links if link and link.id != page.key),
    )


def _kinds(context: Context) -> tuple[Link, ...]:
    """The sections that list entries, in the order in which kinds are declared."""
    kinds = (entries[0].kind for entries in context.library.entries.values() if entries)
    return tuple(context.section_link(kind.route[-1]) for kind in kinds if kind.has_page and kind.route)
