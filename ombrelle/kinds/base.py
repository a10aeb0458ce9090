"""What every kind of content has: facts common to all, the front matter of its texts, its description."""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from ombrelle.kinds.moments import in_order
from ombrelle.kinds.values import (
    Country,
    Day,
    Email,
    Id,
    LocalText,
    Media,
    Phone,
    RefersTo,
    Slug,
    TermOf,
    Url,
)

TITLE_LENGTH = 160
"""Characters of a name or a title: it is drawn, stands in menus and is said aloud."""


def in_title(value: str, key: str = "") -> str:
    """A title that has room; PydanticCustomError for a longer one."""
    if len(value) > TITLE_LENGTH:
        values = {"length": len(value), "most": TITLE_LENGTH, **({"key": key} if key else {})}
        raise PydanticCustomError("text-too-long-for-field", "too long", values)
    return value


def _named(value: LocalText) -> LocalText:
    for lang, form in {"": value.neutral or "", **value.forms}.items():
        in_title(form, lang)
    return value


Title = Annotated[str, AfterValidator(in_title)]
Name = Annotated[LocalText, AfterValidator(_named)]
"""The name or title of an entry, in one form or one per language."""


class Model(BaseModel):
    """A group of fields as an editor writes them: frozen, and a key that it does not know is a fault."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Picture(Model):
    """A picture with what must be known of it: what it shows, in words, and whose it is."""

    file: Media
    alt: LocalText
    credit: LocalText
    licence: str | None = None
    consent_until: Day | None = None

    @field_validator("alt")
    @classmethod
    def _in_a_language(cls, alt: LocalText, info: ValidationInfo) -> LocalText:
        if alt.neutral is not None:
            source = next(iter((info.context or {}).get("languages", ())), "fr")
            near = f"{{{source}: {json.dumps(alt.neutral, ensure_ascii=False)}}}"
            values = {"value": alt.neutral, "near": near}
            raise PydanticCustomError("alternative-without-language", "in no language", values)
        return alt


class Facts(Model):
    """The facts of an entry: what stands in its `.yaml` and is the same in every language."""

    title_field: ClassVar[str] = ""
    """The field that names the entry; empty for kinds whose texts carry their title."""
    summary_field: ClassVar[str] = ""
    """The field that says the entry in a sentence."""

    picture: Picture | None = None
    slug: Slug | None = None
    redirect_from: tuple[str, ...] = ()
    draft: bool = False
    demo: bool = False
    publish_on: Day | None = None
    consent_until: Day | None = None
    extra: dict[str, Any] = {}


class FrontMatter(Model):
    """The head of a text `<id>.<lang>.md`: words of that language, and nothing that is a fact."""

    title: Title = ""
    summary: str = ""
    slug: Id | None = None
    draft: bool = False
    extra: dict[str, Any] = {}


class TitledFrontMatter(FrontMatter):
    """The head of a text that carries the title of its entry."""

    title: Title


class Source(Model):
    """Where a fact was found."""

    title: str
    url: Url | None = None


Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]

# Metropolitan France with its islands, to half a degree (its extreme points, as IGN gives them).
_LATITUDES, _LONGITUDES = (41.0, 51.5), (-5.5, 10.0)


def not_swapped() -> Any:
    """A check for a model with `lat` and `lon`: they are not the wrong way round for a place in France."""

    def check(model: Any) -> Any:
        lat, lon = model.lat, model.lon
        if lat is not None and lon is not None and _in_france(lon, lat) and not _in_france(lat, lon):
            context = {"key": "lat", "value": f"{lat:g}", "lat": f"{lon:g}", "lon": f"{lat:g}"}
            raise PydanticCustomError("swapped-coordinates", "swapped", context)
        return model

    return model_validator(mode="after")(check)


def _in_france(lat: float, lon: float) -> bool:
    return _LATITUDES[0] <= lat <= _LATITUDES[1] and _LONGITUDES[0] <= lon <= _LONGITUDES[1]


class Place(Model):
    """A point on the map: a town, or a building where the address is known."""

    name: str
    lat: Latitude
    lon: Longitude
    role: Annotated[str, TermOf("place-roles")] = "seat"
    _order = not_swapped()


class Address(Model):
    """Where somebody is, as far as it is known."""

    name: str | None = None
    street: str | None = None
    postcode: str | None = None
    city: str
    country: Country = "FR"
    lat: Latitude | None = None
    lon: Longitude | None = None
    _order = not_swapped()


class FormerName(Model):
    """A name of the past, with the dates between which it was in use."""

    model_config = ConfigDict(populate_by_name=True)

    name: LocalText
    since: Day | None = Field(None, alias="from")
    until: Day | None = Field(None, alias="to")
    _order = in_order("since", "until", key="to")


class Contact(Model):
    """Whom to write to. At least one way is given."""

    name: str | None = None
    role: LocalText | None = None
    email: Email | None = None
    phone: Phone | None = None
    url: Url | None = None

    @model_validator(mode="after")
    def _reachable(self) -> Contact:
        if not (self.email or self.phone or self.url):
            raise PydanticCustomError("contact-without-way", "no way to write to it")
        return self


class Figure(Model):
    """A number that never stands alone: what it counts, when, and who says so."""

    label: LocalText
    value: Decimal
    unit: Annotated[str, TermOf("units")] | None = None
    as_of: Day
    source: Source


SectorId = Annotated[str, TermOf("sectors")]
ActorId = Annotated[str, RefersTo("actor")]
StartupId = Annotated[str, RefersTo("startup")]
QuartierId = Annotated[str, RefersTo("quartier")]
ProgrammeId = Annotated[str, RefersTo("programme")]


class Scope(StrEnum):
    """Whose folder an entry may lie in."""

    UMBRELLA = "umbrella"
    DISTRICT = "district"


@dataclass(frozen=True, slots=True)
class Kind:
    """All that the generator knows of a kind of content. A new kind is one of these and its model.

    `folder` holds its files, below `content/` or a district, according to `scopes`.
    `route` are the words of its address before the slug, ids of the vocabulary `sections`; () is the root.
    `dated` kinds have files named `<date>-<id>`; `text_required` kinds cannot do without a text.
    """

    name: str
    folder: str
    facts: type[Facts]
    route: tuple[str, ...] = ()
    scopes: frozenset[Scope] = frozenset(Scope)
    dated: bool = False
    text_required: bool = False
    schema_type: str = "Thing"
    has_page: bool = True
    listed: bool = True
    """Whether the kind has an index page of its own."""
