"""The contract with the templates of all other pages: home, indexes, sections of districts, brand, data.

`home.html` reads `view.main`, a `Home`, and so on. A field that may be missing is None, empty or
falsy, and the template leaves its place out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ombrelle.dates import PartialDate
from ombrelle.i18n.phrase import Phrase
from ombrelle.theme.mark import Mark
from ombrelle.theme.tokens import Token
from ombrelle.views.entries import Access
from ombrelle.views.map_parts import MapView
from ombrelle.views.page_parts import Lacking, Month, StrongSector, Subscription
from ombrelle.views.parts import (
    Applied,
    Card,
    Companies,
    Contact,
    FacetGroup,
    Figure,
    Group,
    LanguageLink,
    Link,
    Pager,
    Picture,
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
    """`listing.html`, and the index of any kind: groups of cards, or one group without a title."""

    introduction: Phrase
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Districts:
    """`index-districts.html`. `compare_url` leads to all of them side by side, "" where one is alone."""

    introduction: Phrase
    map: MapView
    cards: tuple[Card, ...]
    sectors: tuple[StrongSector, ...]
    compare_url: str = ""


@dataclass(frozen=True, slots=True)
class QuartierSection:
    """`quartier-actors.html`, `-news`: a section of a district."""

    sections: tuple[Link, ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class QuartierServices:
    """`quartier-services.html`: what a district offers, by layer, then where the rest is nearest."""

    sections: tuple[Link, ...]
    groups: tuple[Group, ...]
    lacking: tuple[Lacking, ...]


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
    """The directory: `index-startups.html` whole, `startups-facet.html` narrowed, `quartier-startups.html`.

    `count` is how many companies the list has, on all its pages. `applied` are the filters that are on,
    `facets` how to narrow it further. `all_url` leads to the whole, `first_url` to the first page of this
    list, `csv_url` to the same companies as a table, `all_csv_url` to all of them. `index_url` is what the
    script reads, `fixed` the terms that it must keep: `sectors/health`. `strong` are the districts that are
    strong in the sector of the page, `sections` the other pages of the district.
    """

    companies: Companies
    count: int
    pager: Pager | None
    applied: tuple[Applied, ...]
    facets: tuple[FacetGroup, ...]
    all_url: str
    first_url: str
    csv_url: str
    all_csv_url: str
    index_url: str
    fixed: str
    strong: tuple[Link, ...] = ()
    sections: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """A district as a column of the comparison. `sectors` count its companies, `since` is its first label."""

    link: Link
    tagline: Phrase
    status: Phrase
    since: PartialDate | None
    places: tuple[str, ...]
    strong: tuple[Link, ...]
    startups: Link
    sectors: tuple[Link, ...]
    figures: tuple[Figure, ...]
    totem: Link | None
    totem_address: tuple[str, ...]
    layers: tuple[Link, ...]
    contact: Contact


@dataclass(frozen=True, slots=True)
class Compare:
    """`compare.html`: every district side by side."""

    districts: tuple[Compared, ...]


@dataclass(frozen=True, slots=True)
class Services:
    """`index-services.html`: the layers, each with who offers something in it (cards cut to a few).

    `counts` are how many offers each has, `districts` those in which there is one.
    """

    introduction: Phrase
    layers: tuple[Group, ...]
    counts: tuple[int, ...]
    districts: tuple[tuple[Link, ...], ...]


@dataclass(frozen=True, slots=True)
class ServicesLayer:
    """`services-layer.html`: one layer across districts; a group per district, the umbrella's last.

    `lacking` are the districts that offer nothing in it, each with the nearest that does.
    """

    summary: Phrase
    groups: tuple[Group, ...]
    layers: tuple[Link, ...]
    lacking: tuple[Lacking, ...]


@dataclass(frozen=True, slots=True)
class Events:
    """`index-events.html`: what is to come on the day of the build, by month.

    `years` lead to what is over, `districts` to the events of a district to come; each with how many.
    """

    months: tuple[Month, ...]
    years: tuple[Link, ...]
    districts: tuple[Link, ...]
    calendar: Subscription


@dataclass(frozen=True, slots=True)
class EventsYear:
    """`events-year.html`: what is over of a year, by month, the latest first. `years` are all of them."""

    months: tuple[Month, ...]
    years: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class QuartierEvents:
    """`quartier-events.html`: the events of a district to come and those that are over, by month."""

    sections: tuple[Link, ...]
    months: tuple[Month, ...]
    past: tuple[Month, ...]
    calendar: Subscription


@dataclass(frozen=True, slots=True)
class LockupFile:
    """A lock-up in a dress, `colour`, `mono` or `negative`; `png` is "" where no pictures are drawn."""

    dress: str
    svg: str
    png: str


@dataclass(frozen=True, slots=True)
class LockupForm:
    """A lock-up in a form, `one-line` or `two-lines`, in each dress."""

    form: str
    files: tuple[LockupFile, ...]


@dataclass(frozen=True, slots=True)
class Lockup:
    """A district's place in the mark: its id, its name, its accent; the files of its lock-up."""

    district: str
    name: Phrase
    url: str
    accent: str
    forms: tuple[LockupForm, ...] = ()


@dataclass(frozen=True, slots=True)
class BrandColour:
    """An accent as it reads on the light ground and on the dark one, with its contrast there, WCAG 2.2.

    `district` is "" and `name` empty for the umbrella's.
    """

    name: Phrase
    light: str
    light_ratio: Decimal
    dark: str
    dark_ratio: Decimal
    district: str = ""


@dataclass(frozen=True, slots=True)
class Construction:
    """How the mark is made: `room` is the space around it in its units; the least sizes are its own."""

    mark: Mark
    room: float
    least_pixels: int
    least_millimetres: int


@dataclass(frozen=True, slots=True)
class Brand:
    """`brand.html`: the mark and its construction, colours, lock-ups, patterns; what to download."""

    lockups: tuple[Lockup, ...]
    umbrella: tuple[LockupForm, ...]
    colours: tuple[BrandColour, ...]
    ink: str
    downloads: tuple[Link, ...]
    patterns: tuple[Link, ...]
    components: Link
    construction: Construction


@dataclass(frozen=True, slots=True)
class Patterns:
    """`patterns.html`: the families of the components, and the design tokens."""

    families: tuple[Link, ...]
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class PatternsFamily:
    """`patterns-family.html`: the components of a family, by name, with a picture for their examples.

    `types` is what its styles and scripts are asked for by, as with the blocks of a text.
    """

    summary: Phrase
    components: tuple[str, ...]
    families: tuple[Link, ...]
    picture: Picture
    types: tuple[str, ...]


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
    """`data.html`. What machines read of the whole: a Data Package, a DCAT catalogue, a log of changes."""

    datasets: tuple[Dataset, ...]
    licence: Link
    updated: date
    package_url: str
    catalogue_url: str
    changes_url: str


@dataclass(frozen=True, slots=True)
class Search:
    """`search.html`: the address of the index, the kinds to narrow to, and ways that need no script."""

    index: str
    kinds: tuple[Link, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class NotFound:
    """`not-found.html`."""

    links: tuple[Link, ...]
