"""The contract with the templates: what each kind of page shows, one value per template.

`home.html` reads `view.main`, a `Home`, and so on. A field that may be missing is None, empty or falsy, and the
template leaves its place out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from ombrelle.dates import PartialDate
from ombrelle.i18n.phrase import Phrase
from ombrelle.views.parts import (
    Body,
    Card,
    Contact,
    FacetGroup,
    Figure,
    Former,
    Group,
    LanguageLink,
    Link,
    MapView,
    Picture,
    Source,
)


@dataclass(frozen=True, slots=True)
class Chooser:
    """`chooser.html`: the root of the site, which offers the languages. `taglines` are in their order."""

    languages: tuple[LanguageLink, ...]
    taglines: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Home:
    """`home.html`. `counts` are links to the directories with how many entries each has."""

    tagline: Phrase
    summary: Phrase
    map: MapView
    districts: tuple[Card, ...]
    entry_points: tuple[Card, ...]
    news: tuple[Card, ...]
    events: tuple[Card, ...]
    stories: tuple[Card, ...]
    counts: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """`listing.html`, and the index of any kind: groups of cards, one without title where they are not grouped."""

    introduction: Phrase
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Districts:
    """`districts.html`."""

    introduction: Phrase
    map: MapView
    cards: tuple[Card, ...]


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
    map: MapView
    body: Body | None
    source: Source | None


@dataclass(frozen=True, slots=True)
class QuartierSection:
    """`quartier-startups.html`, `-actors`, `-services`, `-events`, `-news`: a section of a district."""

    sections: tuple[Link, ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class QuartierContact:
    """`quartier-contact.html`."""

    sections: tuple[Link, ...]
    contacts: tuple[Contact, ...]
    access: tuple[Access, ...]
    totem: Card | None
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Startups:
    """`startups.html` and `startups-facet.html`: the directory, whole or narrowed to one term.

    `all_url` leads back to the whole; `csv_url` to the same companies as data.
    """

    cards: tuple[Card, ...]
    facets: tuple[FacetGroup, ...]
    all_url: str
    csv_url: str


@dataclass(frozen=True, slots=True)
class Round:
    """Money raised."""

    date: PartialDate
    amount: Decimal
    currency: str
    source: Source


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


@dataclass(frozen=True, slots=True)
class Award:
    """A company taken into a programme, seen from either side; `source` may be absent."""

    link: Link
    year: PartialDate | None
    source: Source | None


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
class Services:
    """`services.html`: the layers, each with who offers something in it (cards cut to a few)."""

    introduction: Phrase
    layers: tuple[Group, ...]
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ServicesLayer:
    """`services-layer.html`: one layer across districts; a group per district, the umbrella's last."""

    summary: Phrase
    groups: tuple[Group, ...]
    layers: tuple[Link, ...]


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
class Events:
    """`events.html`: what is to come, then what is past on the day of the build."""

    upcoming: tuple[Card, ...]
    past: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """`event.html`. `starts` and `ends` carry their time zone."""

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
    """`page.html`: a free text; an entry point also lists what its audience came for."""

    summary: Phrase
    audience: Phrase
    body: Body | None
    sources: tuple[Source, ...]
    startups: tuple[Card, ...]
    offers: tuple[Group, ...]
    programmes: tuple[Card, ...]
    contacts: tuple[Contact, ...]
    totems: tuple[Card, ...]
    entry_points: tuple[Link, ...]
    sections: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """Any kind without a view of its own: `<kind>.html` reads its summary, its text and its districts."""

    summary: Phrase
    body: Body | None
    districts: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Lockup:
    """A district's place in the mark: its id, its name, its accent."""

    district: str
    name: Phrase
    url: str
    accent: str


@dataclass(frozen=True, slots=True)
class Brand:
    """`brand.html`: the mark, its colours, each district's lock-up, what to download."""

    lockups: tuple[Lockup, ...]
    colours: tuple[str, ...]
    downloads: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Dataset:
    """A file of open data in its forms; `section` is the id of its section, for its name."""

    name: Phrase
    count: int
    json_url: str
    csv_url: str
    geojson_url: str
    schema_url: str


@dataclass(frozen=True, slots=True)
class Data:
    """`data.html`."""

    datasets: tuple[Dataset, ...]
    licence: Link


@dataclass(frozen=True, slots=True)
class NotFound:
    """`not-found.html`."""

    links: tuple[Link, ...]
