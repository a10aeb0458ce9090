"""Pages become views: the frozen values that templates read. One builder per type of page, listed here."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ombrelle.route import Page
from ombrelle.views import of_dated, of_districts, of_ecosystem, of_startups, of_umbrella
from ombrelle.views.context import Context
from ombrelle.views.frame import chrome, frame
from ombrelle.views.parts import Chrome, View

__all__ = ["Builder", "chrome", "make_view"]

Builder = Callable[[Context, Page], object]

_BUILDERS: Mapping[str, Builder] = {
    "chooser": of_umbrella.chooser_view,
    "home": of_umbrella.home_view,
    "not-found": of_umbrella.not_found_view,
    "districts": of_districts.districts_view,
    "quartier": of_districts.quartier_view,
    "quartier-startups": of_districts.section_view,
    "quartier-actors": of_districts.section_view,
    "quartier-services": of_districts.section_view,
    "quartier-events": of_districts.section_view,
    "quartier-news": of_districts.section_view,
    "quartier-contact": of_districts.contact_view,
    "startups": of_startups.startups_view,
    "startups-facet": of_startups.facet_view,
    "startup": of_startups.startup_view,
    "actors": of_ecosystem.actors_view,
    "actor": of_ecosystem.actor_view,
    "services": of_ecosystem.services_view,
    "services-layer": of_ecosystem.layer_view,
    "service": of_ecosystem.service_view,
    "programme": of_ecosystem.programme_view,
    "events": of_dated.events_view,
    "event": of_dated.event_view,
    "news": of_dated.news_index_view,
    "story": of_dated.article_view,
    "page": of_umbrella.free_page_view,
    "brand": of_umbrella.brand_view,
    "data": of_umbrella.data_view,
}
"""Builders by type of page; a kind or index that is not here has the general view."""


def make_view(context: Context, around: Chrome, page: Page) -> View:
    """The view of a page."""
    return frame(context, around, page, _template(context, page), _builder(page)(context, page))


def _is_entry(page: Page) -> bool:
    return page.entry is not None and page.key == page.entry.key


def _builder(page: Page) -> Builder:
    if _is_entry(page):
        return (
            of_dated.article_view if page.type == "news" else _BUILDERS.get(page.type, of_umbrella.entry_view)
        )
    return _BUILDERS.get(page.type, of_umbrella.listing_view)


def _template(context: Context, page: Page) -> str:
    """The template of a page's type, or the general one where the theme has none for it."""
    if _is_entry(page):
        names = [f"{page.type}.html", "entry.html"]
    elif page.type.startswith("quartier-"):
        names = [f"{page.type}.html", "quartier-section.html"]
    else:
        names = [f"index-{page.type}.html", f"{page.type}.html", "listing.html"]
    return next((name for name in names if name in context.templates), names[-1])
