"""What pages of one kind are made of, besides parts that many share: strengths, nearest offers, months."""

from __future__ import annotations

from dataclasses import dataclass

from ombrelle.dates import PartialDate
from ombrelle.views.parts import Card, Link


@dataclass(frozen=True, slots=True)
class StrongDistrict:
    """A district in a sector: whether it names it among its own, and how many of its companies are listed."""

    link: Link
    is_declared: bool
    companies: int


@dataclass(frozen=True, slots=True)
class StrongSector:
    """A sector with the districts that are strong in it; the link leads to its companies."""

    sector: Link
    districts: tuple[StrongDistrict, ...]


@dataclass(frozen=True, slots=True)
class Nearest:
    """The nearest district that offers what one lacks; `link` leads to what it offers.

    `kilometres` are those between the seats, rounded; `is_overseas`: there is a sea between. `is_demo`: all
    that is offered there are invented examples.
    """

    link: Link
    kilometres: int
    is_overseas: bool
    is_demo: bool


@dataclass(frozen=True, slots=True)
class Lacking:
    """What is not offered and where it is: `link` leads to the layer, or to the district that lacks it.

    `is_everywhere`: it is also offered for all districts.
    """

    link: Link
    nearest: Nearest | None
    is_everywhere: bool


@dataclass(frozen=True, slots=True)
class Month:
    """The events that begin in a month."""

    date: PartialDate
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Subscription:
    """A calendar of events to follow: `url` is its file, `address` the same in whole, for a calendar program.

    `webcal` is the address that opens such a program.
    """

    url: str
    address: str
    webcal: str
