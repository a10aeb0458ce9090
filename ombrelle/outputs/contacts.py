"""Contact cards to take into one's address book: a file per public contact and language."""

from __future__ import annotations

from collections.abc import Iterator

from ombrelle.i18n.phrase import Phrase
from ombrelle.kinds.base import Contact
from ombrelle.kinds.quartier import Quartier
from ombrelle.load.entry import Entry
from ombrelle.outputs.output import Output
from ombrelle.outputs.vcard import Card, vcard
from ombrelle.typography import typeset
from ombrelle.views.context import Context
from ombrelle.views.edition import Edition
from ombrelle.views.takeaway import card_url, umbrella_contacts


def outputs(edition: Edition) -> Iterator[Output]:
    """The cards of the umbrella and of each district, in each language."""
    for language in edition.library.languages:
        context = edition.context(language.code)
        homes: list[Entry | None] = [None, *edition.library.of_kind("quartier")]
        for card in (card for district in homes for card in cards_of(context, district).values()):
            path = card.address.removeprefix(edition.routes.base_url)
            yield Output(path.lstrip("/"), vcard(card))


def cards_of(context: Context, district: Entry | None) -> dict[str, Card]:
    """The cards of a district, or of the umbrella for None, by purpose."""
    page = context.routes.page(district.key if district else "home", context.lang)
    if page is None:
        return {}
    contacts = (
        district.facts_as(Quartier).contacts.by_purpose if district else umbrella_contacts(context.library)
    )
    owner = district.title(context.chain) if district else context.pick(context.library.site.name)
    return {
        purpose: _card(context, owner, page.url, purpose, contact) for purpose, contact in contacts.items()
    }


def _card(context: Context, owner: Phrase, home: str, purpose: str, contact: Contact) -> Card:
    site = context.pick(context.library.site.name)
    is_person = contact.name not in {None, site.text, owner.text}
    said = (owner, context.term("contact-purposes", purpose))
    page = context.routes.absolute(home)
    return Card(
        name=" · ".join(_said(context, phrase) for phrase in said if phrase),
        address=context.routes.absolute(card_url(home, purpose)),
        group=_said(context, site),
        person=(contact.name or "") if is_person else "",
        role=_said(context, context.pick(contact.role)),
        email=contact.email or "",
        phone=contact.phone or "",
        urls=tuple(url for url in (contact.url, page) if url),
    )


def _said(context: Context, phrase: Phrase) -> str:
    return typeset(phrase.text, phrase.lang or context.lang)
