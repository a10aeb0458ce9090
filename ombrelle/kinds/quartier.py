"""A district: a territory under the umbrella, with its places, names, label, strengths and contacts."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from ombrelle.kinds.base import (
    ActorId,
    Contact,
    Facts,
    Figure,
    FormerName,
    Kind,
    Model,
    Name,
    Place,
    Scope,
    SectorId,
    Source,
)
from ombrelle.kinds.values import Colour, Day, Id, LocalText, Media, TermOf, Url


class Label(Model):
    """A step in the life of the label, with its source."""

    kind: Annotated[str, TermOf("label-kinds")]
    date: Day
    name: LocalText | None = None
    source: Source


class Contacts(Model):
    """Whom to write to, by purpose."""

    general: Contact
    investors: Contact | None = None
    press: Contact | None = None
    talent: Contact | None = None
    settle: Contact | None = None
    visit: Contact | None = None

    @property
    def by_purpose(self) -> dict[str, Contact]:
        """Those that are given, the general one first."""
        return {purpose: contact for purpose, contact in self if contact}


class Access(Model):
    """A way to come."""

    means: Annotated[str, TermOf("access-means")]
    text: LocalText


class Partner(Model):
    """A body that supports the district."""

    name: str
    url: Url | None = None


class Quartier(Facts):
    """The facts and short texts of a district: `quartiers/<id>/quartier.yaml`."""

    title_field: ClassVar[str] = "name"
    summary_field: ClassVar[str] = "summary"

    name: Name
    former_names: tuple[FormerName, ...] = ()
    status: Annotated[Literal["candidate", "labelled", "renewed", "withdrawn"], TermOf("quartier-statuses")]
    labels: tuple[Label, ...] = ()
    places: Annotated[tuple[Place, ...], Field(min_length=1)]
    region: str | None = Field(None, pattern=r"^\d[\dAB]$")
    accent: Colour | None = None
    emblem: Media | None = None
    totem: ActorId | None = None
    tagline: LocalText | None = None
    summary: LocalText
    strengths: Annotated[tuple[LocalText, ...], Field(max_length=6)] = ()
    sectors: tuple[SectorId, ...] = ()
    carriers: tuple[Annotated[str, TermOf("carriers")], ...] = ()
    figures: tuple[Figure, ...] = ()
    contacts: Contacts
    access: tuple[Access, ...] = ()
    partners: tuple[Partner, ...] = ()
    menu: Annotated[tuple[Id, ...], Field(max_length=3)] = ()
    source: Source | None = None

    @property
    def seat(self) -> Place:
        """Its main place: the first declared as seat, or the first of all."""
        return next((place for place in self.places if place.role == "seat"), self.places[0])

    @property
    def has_panel(self) -> bool:
        """Whether it has its panel in the mark: it is labelled today."""
        return self.status in {"labelled", "renewed"}


KIND = Kind(
    name="quartier",
    folder="",
    facts=Quartier,
    route=("districts",),
    scopes=frozenset({Scope.DISTRICT}),
    schema_type="AdministrativeArea",
)
