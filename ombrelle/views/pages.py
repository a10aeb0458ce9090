"""The contract with the templates of all other pages: home, indexes, sections of districts, brand, data.

`home.html` reads `view.main`, a `Home`, and so on. A field that may be missing is None, empty or
falsy, and the template leaves its place out.
"""

from __future__ import annotations

from dataclasses import dataclass

from ombrelle.i18n.phrase import Phrase
from ombrelle.views.entries import Access
from ombrelle.views.parts import Card, Contact, FacetGroup, Group, LanguageLink, Link, MapView


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
    """`districts.html`."""

    introduction: Phrase
    map: MapView
    cards: tuple[Card, ...]


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
class Events:
    """`index-events.html`: what is to come, then what is past on the day of the build.

    `calendar` is the address of all of them for one's own calendar.
    """

    upcoming: tuple[Card, ...]
    past: tuple[Card, ...]
    calendar: str


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
class Search:
    """`search.html`: the address of the index, the kinds to narrow to, and ways that need no script."""

    index: str
    kinds: tuple[Link, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class NotFound:
    """`not-found.html`."""

    links: tuple[Link, ...]
