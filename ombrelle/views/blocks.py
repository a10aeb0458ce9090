"""The contract with the templates of typed blocks: what a text holds between its passages.

Each has its `type`, by which `components/blocks/blocks.html` chooses its dress, and the `level` of headings
that stand in it.
"""

from __future__ import annotations

from dataclasses import dataclass

from ombrelle.dates import PartialDate
from ombrelle.i18n.phrase import Phrase
from ombrelle.views.map_parts import MapView
from ombrelle.views.parts import Card, Contact, Figure, Link, Picture, Source


@dataclass(frozen=True, slots=True)
class Figures:
    """Numbers with their sources."""

    type: str
    level: int
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Cards:
    """Entries that were named."""

    type: str
    level: int
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Startups:
    """The first of the companies that meet some conditions; `all` leads to the others where there are any."""

    type: str
    level: int
    cards: tuple[Card, ...]
    all: Link | None


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said; `text` knows its own language."""

    type: str
    level: int
    text: Phrase
    who: str
    role: Phrase
    source: Source


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture with what is said of it."""

    picture: Picture
    caption: Phrase


@dataclass(frozen=True, slots=True)
class Gallery:
    """Pictures side by side."""

    type: str
    level: int
    pictures: tuple[Shot, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A moment of a timeline; `link` leads to the entry that tells more."""

    date: PartialDate
    title: Phrase
    text: Phrase
    link: Link | None
    source: Source | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """Moments, one after the other."""

    type: str
    level: int
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class CallToAction:
    """A link that asks to be followed."""

    type: str
    level: int
    label: Phrase
    url: str
    text: Phrase


@dataclass(frozen=True, slots=True)
class Map:
    """A map, and the same in words: its districts, and the names of its own places."""

    type: str
    level: int
    map: MapView
    districts: tuple[Link, ...]
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Video:
    """A film on another site, "" for a duration or a language that is not known."""

    type: str
    level: int
    url: str
    title: Phrase
    picture: Picture
    duration: str
    language: str


@dataclass(frozen=True, slots=True)
class Contacts:
    """Whom to write to."""

    type: str
    level: int
    contacts: tuple[Contact, ...]


BlockView = Figures | Cards | Startups | Quote | Gallery | Timeline | CallToAction | Map | Video | Contacts
