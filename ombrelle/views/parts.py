"""What several templates read: links, cards, bodies, the head of a page, its frame.

Every value is frozen and complete: a template reads its view and asks for nothing else. A `Phrase` knows its
language, and the filter `say` marks it where that is not the page's. Dates, numbers and codes are raw: the
filters of the page's language format them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from ombrelle.dates import PartialDate
from ombrelle.i18n.phrase import NOTHING, Phrase
from ombrelle.theme.mark import Mark


@dataclass(frozen=True, slots=True)
class Link:
    """Somewhere to go. `id` is the section, term or entry that it leads to; `count` how many wait there."""

    label: Phrase
    url: str
    id: str = ""
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was found; `url` may be empty."""

    title: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a long text between two typed blocks, as HTML; `is_more` where something stands before it."""

    html: str
    lang: str
    direction: str
    is_more: bool = False
    type: str = "prose"


@dataclass(frozen=True, slots=True)
class Body:
    """A long text as HTML, in its language.

    `parts` are its passages and, between them, its typed blocks (values of `ombrelle.views.blocks`, told
    apart by `type`); `html` is the text alone. `types` are those of the blocks, each once, in order.
    """

    html: str
    lang: str
    direction: str
    parts: tuple[Any, ...] = ()
    types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """An image of the site. `width` and `height` are in pixels, so that its place is kept before it is there.

    `url` and `srcset` are in the format that every browser shows; `sources` are the same in better ones, the
    best first: a type and its `srcset`. A drawing has neither. The filter `picture` writes it.
    """

    url: str
    alternative: Phrase
    width: int
    height: int
    srcset: str = ""
    sources: tuple[tuple[str, str], ...] = ()
    caption: Phrase = NOTHING
    credit: Phrase = NOTHING
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """What a network shows of a page that somebody shares; `image` is its absolute address, "" without one.

    `type` and `locale` are words of the Open Graph protocol: `article`, `fr_FR`.
    """

    title: Phrase
    site_name: Phrase
    type: str
    locale: str
    image: str = ""
    alternative: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """An entry as lists show it. `kind` and `district` (an id, "" for the umbrella's) choose its dress.

    `detail` is a short neutral or translated word beside the title: a city, a kind of actor, a sector.
    `date` is that of news, `starts`/`ends` those of an event; `is_borrowed` says that its page is in another
    language than this one.
    """

    kind: str
    title: Phrase
    url: str
    summary: Phrase = NOTHING
    district: str = ""
    district_name: Phrase = NOTHING
    detail: Phrase = NOTHING
    tags: tuple[Link, ...] = ()
    date: PartialDate | None = None
    starts: datetime | None = None
    ends: datetime | None = None
    is_demo: bool = False
    is_draft: bool = False
    is_borrowed: bool = False
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Cards under a title; `url` leads to the page of the group, "" when it has none."""

    title: Phrase
    cards: tuple[Card, ...]
    id: str = ""
    url: str = ""
    summary: Phrase = NOTHING


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """A way to narrow a directory: the terms of one field with how many entries each has."""

    id: str
    title: Phrase
    links: tuple[Link, ...]
    current: str = ""


@dataclass(frozen=True, slots=True)
class Applied:
    """A filter that is on: its facet, its term, and the address of the list without it."""

    facet: Phrase
    label: Phrase
    url: str


@dataclass(frozen=True, slots=True)
class Pager:
    """A long list in pages: `links` are the first, the last and those around; "" where there is no other."""

    number: int
    count: int
    previous: str
    next: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Company:
    """A company as a line of the directory.

    `places` are its city and its district, the district alone where its name says the city.
    """

    name: Phrase
    url: str
    pitch: Phrase
    sectors: tuple[Phrase, ...]
    district: str
    places: tuple[Phrase, ...]
    stage: Phrase
    seeks: tuple[Phrase, ...]
    is_demo: bool
    is_draft: bool


@dataclass(frozen=True, slots=True)
class Companies:
    """Lines of the directory; `seeks` is the name of what they look for, as it stands before them."""

    lines: tuple[Company, ...]
    seeks: Phrase


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its label, unit, date and source."""

    label: Phrase
    value: Decimal
    unit: Phrase
    as_of: PartialDate
    source: Source


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to write to, for a purpose (a term of `contact-purposes`).

    `card` is the address of its file for address books, `kit` that of the press kit that it answers for.
    """

    purpose: Phrase
    name: str
    role: Phrase
    email: str
    phone: str
    url: str
    district: Link | None = None
    card: str = ""
    kit: str = ""


@dataclass(frozen=True, slots=True)
class Former:
    """A name of the past."""

    name: Phrase
    since: PartialDate | None
    until: PartialDate | None


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """The same page in another language. `is_borrowed`: its text is not in that language yet."""

    lang: str
    direction: str
    autonym: str
    url: str
    is_current: bool
    is_borrowed: bool


@dataclass(frozen=True, slots=True)
class Notice:
    """This page borrows its text, or has an older one: the language and the address of the original."""

    origin: str
    url: str
    is_aged: bool = False


@dataclass(frozen=True, slots=True)
class Alternate:
    """An alternate for search engines: `x-default` or a language, and a whole address."""

    hreflang: str
    href: str


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a page says: whole addresses, JSON-LD that is safe inside a script element.

    `title` and `description` are each in one language, the page's own unless the page borrows them.
    """

    title: Phrase
    description: Phrase
    canonical: str
    alternates: tuple[Alternate, ...]
    is_indexed: bool
    feed: Link | None
    structured: tuple[str, ...]
    share: Share


@dataclass(frozen=True, slots=True)
class Chrome:
    """What every page of a language has around it.

    `assets` are addresses by name; `early` is the script that stands in the page itself.
    """

    site_name: Phrase
    tagline: Phrase
    home: str
    navigation: tuple[Link, ...]
    footer: tuple[Link, ...]
    search: Link
    districts: tuple[Link, ...]
    publisher: Phrase
    email: str
    licence: Link
    feed: str
    assets: Mapping[str, str]
    early: str
    touch_icon: str
    manifest: str
    mark: Mark
    is_preview: bool


@dataclass(frozen=True, slots=True)
class View:
    """All that a page shows. `main` is one of the values of `ombrelle.views.pages`, which `template` reads.

    `district` is the id of the district whose accent the page wears, "" for the umbrella's own.
    `sheet` names the styles and scripts of its template with the blocks that its text has.
    `section` is the id of the navigation link under which the page stands; `picture` that of its entry.
    """

    template: str
    lang: str
    direction: str
    chrome: Chrome
    head: Head
    section: str
    district: str
    sheet: str
    switcher: tuple[LanguageLink, ...]
    breadcrumbs: tuple[Link, ...]
    notice: Notice | None
    title: Phrase
    picture: Picture | None
    is_demo: bool
    is_draft: bool
    main: object
