"""The contract with the templates of all other pages: home, indexes, sections of districts, brand, data.

`home.html` reads `view.main`, a `Home`, and so on. A field that may be missing is None, empty or
falsy, and the template leaves its place out.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ombrelle.i18n.phrase import Phrase
from ombrelle.theme.mark import Mark
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
    """How the mark is made: `clear` is the room around it in its units; the least sizes are its own."""

    mark: Mark
    clear: float
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
    construction: Construction


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
