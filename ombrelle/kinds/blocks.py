"""The typed blocks that a text may hold: what each says in YAML. The words are those of the text's language.

A block is written in a text between two fences, ```` ```ombrelle figures ````. Its fields are words, numbers,
names and files, never HTML: how it looks is the theme's affair.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from ombrelle.kinds.addresses import check_url
from ombrelle.kinds.base import Latitude, Longitude, Model, QuartierId, SectorId, Source, not_swapped
from ombrelle.kinds.values import Day, InWords, LanguageCode, LeadsTo, Media, TermOf

MOST_ITEMS = 24
"""Cards, pictures, companies or contacts of one block: more of them are a page of their own."""

WORDS, SENTENCES = 160, 1200
"""Characters of a short text, and of a longer one."""


def _at_most(length: int) -> AfterValidator:
    def check(value: str) -> str:
        if len(value) > length:
            values = {"length": len(value), "most": length}
            raise PydanticCustomError("text-too-long-for-field", "too long", values)
        return value

    return AfterValidator(check)


def _https(value: str) -> str:
    check_url(value)
    if not value.startswith("https://"):
        near = f"https://{value.partition('://')[2]}"
        raise PydanticCustomError("https-expected", "not https", {"value": value, "near": near})
    return value


def _https_or_target(value: str) -> str:
    return _https(value) if re.match(r"(?:https?:/|www\.)", value) else value


Words = Annotated[str, _at_most(WORDS), InWords()]
Sentences = Annotated[str, _at_most(SENTENCES), InWords()]
Name = Annotated[str, _at_most(WORDS)]
Https = Annotated[str, AfterValidator(_https)]
Duration = Annotated[str, Field(pattern=r"^\d{1,3}:[0-5]\d(:[0-5]\d)?$")]

EntryKey = Annotated[str, LeadsTo(only_entries=True)]
"""An entry as links name it: `startup:cailabs`, `page:visit`."""

Anywhere = Annotated[str, AfterValidator(_https_or_target), LeadsTo()]
"""What a link of a text may name, or a whole address."""


class Block(Model):
    """What a block says."""


class FigureItem(Model):
    """A number of a block, which never stands alone either."""

    label: Words
    value: Decimal
    unit: Annotated[str, TermOf("units")] | None = None
    as_of: Day
    source: Source


class FiguresBlock(Block):
    """Numbers with their sources: those of some entries, those that stand here, or both."""

    of: Annotated[tuple[EntryKey, ...], Field(max_length=12)] = ()
    figures: Annotated[tuple[FigureItem, ...], Field(max_length=12)] = ()

    @model_validator(mode="after")
    def _some(self) -> FiguresBlock:
        if not (self.of or self.figures):
            raise PydanticCustomError("missing-field", "no figures", {"key": "figures"})
        return self


class CardsBlock(Block):
    """Entries of any kind, as lists show them."""

    entries: Annotated[tuple[EntryKey, ...], Field(min_length=1, max_length=MOST_ITEMS)]


class StartupsBlock(Block):
    """The companies that meet every condition given, as they are on the day of the build."""

    sector: SectorId | None = None
    stage: Annotated[str, TermOf("stages")] | None = None
    district: QuartierId | None = None
    looking_for: Annotated[str, TermOf("looking-for")] | None = None
    limit: Annotated[int, Field(ge=1, le=MOST_ITEMS)] = 6
    sort: Literal["name", "newest"] = "name"


class QuoteBlock(Block):
    """What somebody said, with who says that they did."""

    text: Sentences
    who: Name
    role: Words | None = None
    lang: LanguageCode | None = None
    source: Source


class GalleryPicture(Model):
    """A picture of the folder `media` beside the text's entry."""

    file: Media
    alt: Words
    credit: Name
    caption: Words | None = None


class GalleryBlock(Block):
    """Pictures side by side."""

    pictures: Annotated[tuple[GalleryPicture, ...], Field(min_length=1, max_length=MOST_ITEMS)]


class Step(Model):
    """A moment of a timeline."""

    date: Day
    title: Words
    text: Sentences | None = None
    to: EntryKey | None = None
    source: Source | None = None


class TimelineBlock(Block):
    """What happened, one moment after the other, in the order in which it is written."""

    steps: Annotated[tuple[Step, ...], Field(min_length=1, max_length=50)]


class CallToActionBlock(Block):
    """A link that asks to be followed."""

    label: Words
    to: Anywhere
    text: Sentences | None = None


class MapPlace(Model):
    """A place on the map of a block."""

    name: Name
    lat: Latitude
    lon: Longitude
    _order = not_swapped()


class MapBlock(Block):
    """The map with the districts named, or all of them; and places of its own."""

    districts: tuple[QuartierId, ...] = ()
    places: Annotated[tuple[MapPlace, ...], Field(max_length=MOST_ITEMS)] = ()


class VideoBlock(Block):
    """A film on another site: a picture that leads there. Nothing is loaded from it."""

    url: Https
    title: Words
    picture: Media
    alt: Words
    credit: Name
    duration: Duration | None = None
    lang: LanguageCode | None = None


class ContactsBlock(Block):
    """Whom to write to in some districts, for one purpose."""

    districts: Annotated[tuple[QuartierId, ...], Field(min_length=1, max_length=MOST_ITEMS)]
    purpose: Annotated[str, TermOf("contact-purposes")] = "general"


@dataclass(frozen=True, slots=True)
class BlockType:
    """A type of block: the word that begins it, and its model."""

    name: str
    model: type[Block]

    @property
    def word(self) -> str:
        """What messages call it, a word of the catalogue."""
        return f"block-{self.name}"


BLOCKS: tuple[BlockType, ...] = (
    BlockType("figures", FiguresBlock),
    BlockType("cards", CardsBlock),
    BlockType("startups", StartupsBlock),
    BlockType("quote", QuoteBlock),
    BlockType("gallery", GalleryBlock),
    BlockType("timeline", TimelineBlock),
    BlockType("call-to-action", CallToActionBlock),
    BlockType("map", MapBlock),
    BlockType("video", VideoBlock),
    BlockType("contacts", ContactsBlock),
)

BLOCK_BY_NAME = {block.name: block for block in BLOCKS}
