"""What a page says of itself to machines: JSON-LD in the vocabulary of schema.org."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from ombrelle.kinds import actor, event, page, quartier, startup
from ombrelle.kinds.base import Address
from ombrelle.load.entry import Entry
from ombrelle.route import Page
from ombrelle.views.cards import moments
from ombrelle.views.context import Context
from ombrelle.views.json_ld import Node, datasets, organisation, say
from ombrelle.views.parts import Link

_WORKS = {"Article", "Event", "NewsArticle", "WebPage"}
"""Types that may say in which language they are (https://schema.org/inLanguage): works and events."""


def structured(context: Context, page: Page, breadcrumbs: tuple[Link, ...]) -> tuple[str, ...]:
    """The JSON-LD of a page, each text safe inside a script element."""
    nodes = [*_subjects(context, page), _breadcrumb(context, breadcrumbs)]
    return tuple(_safe({"@context": "https://schema.org", **node}) for node in nodes if node)


def _safe(node: Node) -> str:
    """JSON that cannot end the script element that holds it."""
    text = json.dumps(node, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _subjects(context: Context, page: Page) -> list[Node | None]:
    if page.type == "home":
        return [_site(context, page)]
    if page.type == "data":
        return list(datasets(context, page))
    return [_subject(context, page)]


def _subject(context: Context, page: Page) -> Node | None:
    entry = page.own_entry
    if entry is None or entry.facts.demo:
        return None
    chain = context.library.languages[page.origin].chain
    # What has no language of its own is told in that of the page, and marked wherever it is in another.
    is_work = entry.kind.schema_type in _WORKS
    lang = page.origin if is_work else page.lang
    node: Node = {
        "@type": entry.kind.schema_type,
        "name": say(entry.title(chain), lang),
        "url": context.routes.absolute(page.url),
    }
    if is_work:
        node["inLanguage"] = lang
    summary = entry.summary(chain)
    if summary:
        node["description"] = say(summary, lang)
    more = _MORE.get(entry.kind.name)
    return node | (more(context, entry, lang) if more else {})


def _site(context: Context, page: Page) -> Node:
    site = context.library.site
    chain = context.library.languages[page.origin].chain
    return {
        "@type": "WebSite",
        "name": say(site.name.pick(chain), page.origin),
        "description": say(site.summary.pick(chain), page.origin),
        "url": context.routes.absolute(page.url),
        "inLanguage": page.origin,
        "publisher": {
            "@type": "Organization",
            "name": say(site.publisher.pick(chain), page.origin),
            "sameAs": [account.url for account in site.accounts],
        },
    }


def _breadcrumb(context: Context, breadcrumbs: tuple[Link, ...]) -> Node | None:
    if len(breadcrumbs) < 2:
        return None
    items = [
        {"@type": "ListItem", "position": position, **_step(context, link)}
        for position, link in enumerate(breadcrumbs, 1)
        if link.url
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _step(context: Context, link: Link) -> Node:
    """A step to a page: its name, or, where that is borrowed, the page as a work that says its language."""
    url = context.routes.absolute_link(link.url)
    label = link.label
    if label.lang in {None, context.lang}:
        return {"name": label.text, "item": url}
    return {"item": {"@type": "WebPage", "@id": url, "name": label.text, "inLanguage": label.lang}}


def _of_quartier(context: Context, entry: Entry, lang: str) -> Node:
    facts = entry.facts_as(quartier.Quartier)
    seat = facts.seat
    return {
        "containsPlace": [{"@type": "City", "name": place.name} for place in facts.places],
        "geo": {"@type": "GeoCoordinates", "latitude": seat.lat, "longitude": seat.lon},
    }


def _of_startup(context: Context, entry: Entry, lang: str) -> Node:
    facts = entry.facts_as(startup.Startup)
    node: Node = {"url": facts.website}
    if facts.founded:
        node["foundingDate"] = str(facts.founded)
    if facts.place:
        node["address"] = _address(facts.place)
    if facts.identifiers.wikidata:
        node["sameAs"] = [f"https://www.wikidata.org/entity/{facts.identifiers.wikidata}"]
    districts = context.library.districts_of(entry)
    chain = context.library.languages[lang].chain
    if districts:
        node["memberOf"] = [
            {"@type": "Organization", "name": say(district.title(chain), lang)} for district in districts
        ]
    return node


def _of_actor(context: Context, entry: Entry, lang: str) -> Node:
    facts = entry.facts_as(actor.Actor)
    node: Node = {"@type": actor.SCHEMA_TYPES.get(facts.kind, "Organization")}
    if facts.website:
        node["url"] = facts.website
    if facts.place:
        node["address"] = _address(facts.place)
    return node


def _of_event(context: Context, entry: Entry, lang: str) -> Node:
    facts = entry.facts_as(event.Event)
    starts, ends = moments(facts)
    statuses = {"scheduled": "EventScheduled", "postponed": "EventPostponed", "cancelled": "EventCancelled"}
    node: Node = {
        "startDate": starts.isoformat(),
        "endDate": ends.isoformat(),
        "eventStatus": f"https://schema.org/{statuses[facts.status]}",
    }
    if facts.place:
        node["location"] = {
            "@type": "Place",
            "name": facts.place.name or facts.place.city,
            "address": _address(facts.place),
        }
    elif facts.online:
        node["location"] = {"@type": "VirtualLocation", "url": facts.online}
    return node


def _of_news(context: Context, entry: Entry, lang: str) -> Node:
    chain = context.library.languages[lang].chain
    publisher = {"@type": "Organization", "name": say(context.library.site.publisher.pick(chain), lang)}
    return {"headline": say(entry.title(chain), lang), "publisher": publisher} | (
        {"datePublished": str(entry.date)} if entry.date else {}
    )


def _of_page(context: Context, entry: Entry, lang: str) -> Node:
    """The page of the general contacts is that of the umbrella's own."""
    if entry.facts_as(page.Page).contacts != "general" or entry.district:
        return {}
    return {"@type": "ContactPage", "mainEntity": organisation(context, lang)}


def _address(place: Address) -> Node:
    parts = {
        "streetAddress": place.street,
        "postalCode": place.postcode,
        "addressLocality": place.city,
        "addressCountry": place.country,
    }
    return {"@type": "PostalAddress"} | {key: value for key, value in parts.items() if value}


_MORE: Mapping[str, Callable[[Context, Entry, str], Node]] = {
    "quartier": _of_quartier,
    "startup": _of_startup,
    "actor": _of_actor,
    "event": _of_event,
    "news": _of_news,
    "story": _of_news,
    "page": _of_page,
}
