"""The contract with the templates of entries: what `startup.html`, `event.html` and the others read.

A field that may be missing is None, empty or falsy, and the template leaves its place out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from ombrelle.dates import PartialDate
from ombrelle.i18n.phrase import Phrase
from ombrelle.views.embeds import Snippet
from ombrelle.views.map_parts import LocalMap
from ombrelle.views.parts import (
    Body,
    Card,
    Companies,
    Contact,
    FacetGroup,
    Figure,
    Former,
    Group,
    Link,
    Picture,
    Source,
)


@dataclass(frozen=True, slots=True)
class Label:
    """A step in the life of a district's label."""

    kind: Phrase
    date: PartialDate
    name: Phrase
    source: Source


@dataclass(frozen=True, slots=True)
class Access:
    """A way to come."""

    means: Phrase
    text: Phrase


@dataclass(frozen=True, slots=True)
class Quartier:
    """`quartier.html`: a district. `sections` are its own pages; the cards are the first of each list."""

    tagline: Phrase
    summary: Phrase
    status: Phrase
    emblem: Picture | None
    places: tuple[str, ...]
    region: Phrase
    labels: tuple[Label, ...]
    former_names: tuple[Former, ...]
    figures: tuple[Figure, ...]
    counts: tuple[Link, ...]
    strengths: tuple[Phrase, ...]
    sectors: tuple[Link, ...]
    carriers: tuple[Phrase, ...]
    totem: Card | None
    contact: Contact
    sections: tuple[Link, ...]
    pages: tuple[Link, ...]
    startups: tuple[Card, ...]
    actors: tuple[Card, ...]
    news: tuple[Card, ...]
    events: tuple[Card, ...]
    partners: tuple[Source, ...]
    map: LocalMap | None
    compare_url: str
    body: Body | None
    source: Source | None


@dataclass(frozen=True, slots=True)
class Round:
    """Money raised."""

    date: PartialDate
    amount: Decimal
    currency: str
    source: Source


@dataclass(frozen=True, slots=True)
class Award:
    """A company taken into a programme, seen from either side; `source` may be absent."""

    link: Link
    year: PartialDate | None
    source: Source | None


@dataclass(frozen=True, slots=True)
class Startup:
    """`startup.html`. `languages` and `markets` are codes; `awards` are programmes with their year."""

    pitch: Phrase
    logo: Picture | None
    districts: tuple[Link, ...]
    city: str
    country: str
    website: str
    founded: PartialDate | None
    former_names: tuple[Former, ...]
    status: Phrase
    sectors: tuple[Link, ...]
    stage: Link | None
    headcount: Phrase
    business_model: Phrase
    funding: tuple[Round, ...]
    markets: tuple[str, ...]
    looking_for: tuple[Link, ...]
    languages: tuple[str, ...]
    jobs: str
    awards: tuple[Award, ...]
    hosts: tuple[Link, ...]
    siren: str
    wikidata: str
    source: Source
    as_of: PartialDate
    body: Body | None
    related: tuple[Card, ...]
    embed: Snippet


@dataclass(frozen=True, slots=True)
class Actor:
    """`actor.html`. `hosted` are the startups that it hosts, `events` those that it organises."""

    summary: Phrase
    kind: Phrase
    districts: tuple[Link, ...]
    is_national: bool
    address: tuple[str, ...]
    country: str
    website: str
    services: tuple[Link, ...]
    sectors: tuple[Link, ...]
    figures: tuple[Figure, ...]
    former_names: tuple[Former, ...]
    opened: PartialDate | None
    closed: PartialDate | None
    hosted: tuple[Card, ...]
    offers: tuple[Card, ...]
    source: Source
    as_of: PartialDate
    body: Body | None


@dataclass(frozen=True, slots=True)
class Service:
    """`service.html`."""

    summary: Phrase
    layer: Link
    provider: Link | None
    districts: tuple[Link, ...]
    audiences: tuple[Phrase, ...]
    cost: Phrase
    languages: tuple[str, ...]
    contact: Contact | None
    body: Body | None


@dataclass(frozen=True, slots=True)
class Programme:
    """`programme.html`."""

    summary: Phrase
    kind: Phrase
    operator: str
    eligibility: Phrase
    opens: PartialDate | None
    closes: PartialDate | None
    website: str
    awards: tuple[Award, ...]
    source: Source | None
    body: Body | None


@dataclass(frozen=True, slots=True)
class Event:
    """`event.html`. `starts` and `ends` carry their time zone; `calendar` is its file for calendars."""

    summary: Phrase
    kind: Phrase
    status: Phrase
    is_past: bool
    is_scheduled: bool
    starts: datetime
    ends: datetime
    place: tuple[str, ...]
    online: str
    languages: tuple[str, ...]
    price: Phrase
    registration: str
    calendar: str
    organiser: Link | None
    districts: tuple[Link, ...]
    source: Source | None
    body: Body | None


@dataclass(frozen=True, slots=True)
class Article:
    """`news.html` (an item) and `story.html`: a dated text with what it speaks of and its sources."""

    summary: Phrase
    date: PartialDate | None
    districts: tuple[Link, ...]
    startups: tuple[Link, ...]
    sources: tuple[Source, ...]
    body: Body | None
    others: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class FreePage:
    """`page.html`: a free text; an entry point also lists what its audience came for.

    `companies` are those that look for its audience, `narrower` the links to parts of that list,
    `narrower_url` to the list in the directory, "" where they look for several things.
    """

    summary: Phrase
    audience: Phrase
    body: Body | None
    sources: tuple[Source, ...]
    companies: Companies
    narrower: tuple[FacetGroup, ...]
    narrower_url: str
    offers: tuple[Group, ...]
    programmes: tuple[Card, ...]
    contacts: tuple[Contact, ...]
    kits: tuple[Link, ...]
    totems: tuple[Card, ...]
    entry_points: tuple[Link, ...]
    sections: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """Any kind without a view of its own: `<kind>.html` reads its summary, its text and its districts."""

    summary: Phrase
    body: Body | None
    districts: tuple[Link, ...]
