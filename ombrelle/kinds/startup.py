"""A company of a district."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from ombrelle.kinds.base import (
    ActorId,
    Address,
    Facts,
    FormerName,
    Kind,
    Model,
    ProgrammeId,
    QuartierId,
    Scope,
    SectorId,
    Source,
    Title,
)
from ombrelle.kinds.values import Country, Day, LanguageCode, LocalText, Media, Siren, TermOf, Url

PITCH_LENGTH = 140


class Round(Model):
    """Money raised, as published."""

    date: Day
    amount: Decimal
    currency: Annotated[str, Field(pattern="^[A-Z]{3}$")] = "EUR"
    source: Source


class Identifiers(Model):
    """Numbers by which other registers know the company."""

    siren: Siren | None = None
    wikidata: Annotated[str, Field(pattern=r"^Q\d+$")] | None = None


class Startup(Facts):
    """The facts of a company: `quartiers/<district>/startups/<id>.yaml`.

    Only what a source supports is required. A founding year or a sector that nobody has published is
    left out rather than guessed.
    """

    title_field: ClassVar[str] = "name"
    summary_field: ClassVar[str] = "pitch"

    name: Title
    former_names: tuple[FormerName, ...] = ()
    districts: tuple[QuartierId, ...] = ()
    place: Address | None = None
    website: Url
    founded: Day | None = None
    status: Annotated[Literal["active", "acquired", "listed", "closed"], TermOf("startup-statuses")]
    sectors: Annotated[tuple[SectorId, ...], Field(max_length=3)] = ()
    stage: Annotated[str, TermOf("stages")] | None = None
    headcount: Annotated[str, TermOf("headcounts")] | None = None
    funding: tuple[Round, ...] = ()
    markets: tuple[Country, ...] = ()
    business_model: Annotated[str, TermOf("business-models")] | None = None
    pitch: LocalText
    looking_for: tuple[Annotated[str, TermOf("looking-for")], ...] = ()
    working_languages: tuple[LanguageCode, ...] = ()
    jobs: Url | None = None
    logo: Media | None = None
    programmes: tuple[ProgrammeId, ...] = ()
    hosted_by: tuple[ActorId, ...] = ()
    identifiers: Identifiers = Identifiers()
    source: Source
    as_of: Day

    @field_validator("pitch")
    @classmethod
    def _short(cls, pitch: LocalText) -> LocalText:
        for lang, form in {"": pitch.neutral or "", **pitch.forms}.items():
            if len(form) > PITCH_LENGTH:
                raise PydanticCustomError(
                    "text-too-long-for-field",
                    "too long",
                    {"key": lang, "length": len(form), "most": PITCH_LENGTH},
                )
        return pitch


KIND = Kind(
    name="startup",
    folder="startups",
    facts=Startup,
    route=("startups",),
    scopes=frozenset({Scope.DISTRICT}),
    schema_type="Organization",
)
