"""Pages become views: the frozen values that templates read. The builders are listed here."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ombrelle.load.entry import Entry
from ombrelle.route import Page
from ombrelle.views import (
    of_brand,
    of_comparison,
    of_dated,
    of_directory,
    of_districts,
    of_ecosystem,
    of_events,
    of_search,
    of_startups,
    of_umbrella,
)
from ombrelle.views.context import Context, entry_template
from ombrelle.views.frame import chrome, frame
from ombrelle.views.parts import Chrome, View

__all__ = ["chrome", "make_view"]

_OF_ENTRIES: Mapping[str, Callable[[Context, Entry], object]] = {
    "quartier": of_districts.quartier_view,
    "startup": of_startups.startup_view,
    "actor": of_ecosystem.actor_view,
    "service": of_ecosystem.service_view,
    "programme": of_ecosystem.programme_view,
    "event": of_dated.event_view,
    "news": of_dated.article_view,
    "story": of_dated.article_view,
    "page": of_umbrella.free_page_view,
}
"""Builders of the page of an entry, by its kind; one that is not here has the general view."""

_OF_PAGES: Mapping[str, Callable[[Context, Page], object]] = {
    "chooser": of_umbrella.chooser_view,
    "home": of_umbrella.home_view,
    "not-found": of_umbrella.not_found_view,
    "districts": of_districts.districts_view,
    "compare": of_comparison.compare_view,
    "quartier-startups": of_directory.district_view,
    "quartier-actors": of_districts.section_view,
    "quartier-services": of_districts.services_view,
    "quartier-events": of_events.district_events_view,
    "quartier-news": of_districts.section_view,
    "quartier-contact": of_districts.contact_view,
    "startups": of_directory.startups_view,
    "startups-facet": of_directory.facet_view,
    "actors": of_ecosystem.actors_view,
    "services": of_ecosystem.services_view,
    "services-layer": of_ecosystem.layer_view,
    "events": of_events.events_view,
    "events-year": of_events.year_view,
    "news": of_dated.news_index_view,
    "brand": of_brand.brand_view,
    "patterns": of_brand.patterns_view,
    "patterns-family": of_brand.family_view,
    "data": of_umbrella.data_view,
    "search": of_search.search_view,
}
"""Builders of every other page, by its type; an index that is not here has the general view."""


def make_view(context: Context, around: Chrome, page: Page) -> View:
    """The view of a page."""
    context = context.borrowing(page.origin)
    return frame(context, around, page, _template(context, page), _main(context, page))


def _main(context: Context, page: Page) -> object:
    entry = page.own_entry
    if entry:
        return _OF_ENTRIES.get(entry.kind.name, of_umbrella.entry_view)(context, entry)
    return _OF_PAGES.get(page.type, of_umbrella.listing_view)(context, page)


def _template(context: Context, page: Page) -> str:
    """The template of a page's type, or the general one where the theme has none for it."""
    if page.own_entry:
        return entry_template(page.type, context.templates)
    if page.type.startswith("quartier-"):
        names = [f"{page.type}.html", "quartier-section.html"]
    else:
        names = [f"index-{page.type}.html", f"{page.type}.html", "listing.html"]
    return next((name for name in names if name in context.templates), names[-1])
