"""Whom to write to: the contacts of districts and of the umbrella, each with its card and its press kit."""

from __future__ import annotations

from dataclasses import replace

from ombrelle.kinds.quartier import Quartier
from ombrelle.load.entry import Entry
from ombrelle.views.context import Context
from ombrelle.views.parts import Contact, Link
from ombrelle.views.takeaway import card_url, districts_with_kit, has_kit, kit_url, umbrella_contacts

_PRESS = "press"


def district_contact(context: Context, district: Entry, purpose: str, *, kit: bool = False) -> Contact:
    """A district's contact for a purpose, its general one where it has none; `kit` adds the press kit."""
    contacts = district.facts_as(Quartier).contacts
    own = contacts.by_purpose.get(purpose)
    page = context.routes.page(district.key, context.lang)
    card = context.routes.link(card_url(page.url, purpose if own else "general")) if page else ""
    return replace(
        context.contact(own or contacts.general, purpose),
        card=card,
        kit=context.routes.link(kit_url(context.library, context.lang, district.id))
        if kit and has_kit(district)
        else "",
    )


def contacts_of(context: Context, district: Entry) -> tuple[Contact, ...]:
    """Every contact of a district, the general one first; one of them has the press kit."""
    purposes = district.facts_as(Quartier).contacts.by_purpose
    holder = _PRESS if _PRESS in purposes else "general"
    return tuple(district_contact(context, district, purpose, kit=purpose == holder) for purpose in purposes)


def contacts_for(context: Context, purpose: str) -> tuple[Contact, ...]:
    """The umbrella's contact for a purpose where it has one of its own, then each district's."""
    districts = context.sorted(context.library.of_kind("quartier"))
    found = (
        replace(district_contact(context, district, purpose), district=context.link(district))
        for district in districts
    )
    return (*_umbrella(context, purpose), *found)


def _umbrella(context: Context, purpose: str) -> tuple[Contact, ...]:
    contact = umbrella_contacts(context.library).get(purpose)
    if contact is None:
        return ()
    card = context.routes.link(card_url(f"/{context.lang}/", purpose))
    return (replace(context.contact(contact, purpose), card=card),)


def kits(context: Context) -> tuple[Link, ...]:
    """The press kits in the reader's language: the umbrella's first, then each district's by name."""
    link, library = context.routes.link, context.library
    own = Link(context.pick(library.site.name), link(kit_url(library, context.lang)))
    districts = context.sorted(districts_with_kit(library))
    return (
        own,
        *(
            Link(it.title(context.chain), link(kit_url(library, context.lang, it.id)), it.id)
            for it in districts
        ),
    )
