"""A body of the ecosystem: research, training, workspace, funder… It may serve several districts."""

from __future__ import annotations

from typing import Annotated, ClassVar

from ombrelle.kinds.base import Address, Facts, Figure, FormerName, Kind, Name, QuartierId, SectorId, Source
from ombrelle.kinds.moments import in_order
from ombrelle.kinds.values import Day, LocalText, TermOf, Url

LayerId = Annotated[str, TermOf("layers")]


class Actor(Facts):
    """The facts of an actor. One that serves several districts is one entry, on all their pages."""

    title_field: ClassVar[str] = "name"
    summary_field: ClassVar[str] = "summary"

    name: Name
    former_names: tuple[FormerName, ...] = ()
    kind: Annotated[str, TermOf("actor-kinds")]
    districts: tuple[QuartierId, ...] = ()
    national: bool = False
    place: Address | None = None
    website: Url | None = None
    summary: LocalText
    services: tuple[LayerId, ...] = ()
    sectors: tuple[SectorId, ...] = ()
    figures: tuple[Figure, ...] = ()
    opened: Day | None = None
    closed: Day | None = None
    _order = in_order("opened", "closed")
    source: Source
    as_of: Day


SCHEMA_TYPES = {
    "research": "ResearchOrganization",
    "university": "CollegeOrUniversity",
    "training": "EducationalOrganization",
    "funder": "FinancialService",
    "authority": "GovernmentOrganization",
    "agency": "GovernmentOrganization",
    "coworking": "LocalBusiness",
    "incubator": "LocalBusiness",
    "nursery": "LocalBusiness",
    "accelerator": "LocalBusiness",
    "fablab": "LocalBusiness",
    "totem": "Place",
}
"""schema.org types by kind of actor; any other is an Organization."""

KIND = Kind(name="actor", folder="actors", facts=Actor, route=("actors",), schema_type="Organization")
