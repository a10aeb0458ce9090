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

from ombrelle.dates import PartialDate
from ombrelle.i18n.phrase import NOTHING, Phrase
from ombrelle.theme.labels import Label
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
class Body:
    """A long text as HTML, in its language."""

    html: str
    lang: str
    direction: str


@dataclass(frozen=True, slots=True)
class Picture:
    """An image of the site."""

    url: str
    alternative: str
    credit: str = ""


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
    size: tuple[int, int] = (0, 0)
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

    items: tuple[Company, ...]
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
class MapPoint:
    """Where a district stands on the map, in the units of its view box.

    `reach` is the radius within which a touch is meant for it. `towns` are its other places; `canopy` is SVG
    path data: a rib from the seat to each of them, with the fabric between. `label` is None where there is
    no room for a name.
    """

    x: float
    y: float
    reach: float
    towns: tuple[tuple[float, float], ...]
    canopy: str
    label: Label | None


@dataclass(frozen=True, slots=True)
class MapDistrict:
    """A district of the map and of its twin in words; `point` is None off the map.

    `number` stands for its name where there is no room for names. `matches` are the values of the lights
    (`sector=health`, `layer=fund`) under which it is lit.
    """

    id: str
    number: int
    name: Phrase
    url: str
    places: tuple[str, ...]
    matches: tuple[str, ...]
    point: MapPoint | None


@dataclass(frozen=True, slots=True)
class MapInset:
    """The frame of a region overseas, with its name; `is_inhabited`: a district stands in it."""

    x: float
    y: float
    width: float
    height: float
    name: Phrase
    is_inhabited: bool


@dataclass(frozen=True, slots=True)
class Light:
    """What the map can light: a sector or a layer, as `name=term`, with how many districts are lit by it."""

    value: str
    label: Phrase
    count: int


@dataclass(frozen=True, slots=True)
class MapView:
    """The map of the districts: `land_url` is the drawing of the country, over which the points lie.

    `sectors` and `layers` are what can be lit, empty on a map that is not for that.
    """

    width: float
    height: float
    land_url: str
    districts: tuple[MapDistrict, ...]
    insets: tuple[MapInset, ...]
    sectors: tuple[Light, ...] = ()
    layers: tuple[Light, ...] = ()


@dataclass(frozen=True, slots=True)
class LocalPlace:
    """A town of a district on its local map; `kilometres` are those from the seat, None for itself."""

    name: str
    x: float
    y: float
    is_seat: bool
    kilometres: int | None
    label: Label | None


@dataclass(frozen=True, slots=True)
class LocalTotem:
    """The totem building of a district: on the map at its own coordinates, or at its town.

    `x` and `y` are None where neither is known; `town` is that in which it is.
    """

    name: Phrase
    url: str
    town: str
    is_exact: bool
    x: float | None
    y: float | None


@dataclass(frozen=True, slots=True)
class MapName:
    """The name of a department in the middle of what is seen of it."""

    x: float
    y: float
    name: str


@dataclass(frozen=True, slots=True)
class LocalMap:
    """A district's towns and totem over the outlines of the departments around them.

    `frame` is where the map lies on that of the country, `country_url`: x, y, width, height in the units of
    the latter. `bar` are the kilometres of the scale and its length in units.
    """

    width: float
    height: float
    land_url: str
    country_url: str
    country: tuple[float, float]
    frame: tuple[float, float, float, float]
    places: tuple[LocalPlace, ...]
    canopy: str
    departments: tuple[MapName, ...]
    totem: LocalTotem | None
    bar: tuple[int, float]


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
    """What every page of a language has around it."""

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
    touch_icon: str
    manifest: str
    mark: Mark
    is_preview: bool


@dataclass(frozen=True, slots=True)
class View:
    """All that a page shows. `main` is one of the values of `ombrelle.views.pages`, which `template` reads.

    `district` is the id of the district whose accent the page wears, "" for the umbrella's own.
    `section` is the id of the navigation link under which the page stands.
    """

    template: str
    lang: str
    direction: str
    chrome: Chrome
    head: Head
    section: str
    district: str
    switcher: tuple[LanguageLink, ...]
    breadcrumbs: tuple[Link, ...]
    notice: Notice | None
    title: Phrase
    is_demo: bool
    is_draft: bool
    main: object
