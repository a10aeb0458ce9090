"""A service that somebody offers to companies and newcomers, in one of the layers."""

from __future__ import annotations

from typing import Annotated, ClassVar

from ombrelle.kinds.actor import LayerId
from ombrelle.kinds.base import ActorId, Contact, Facts, Kind, Name, QuartierId
from ombrelle.kinds.values import LanguageCode, LocalText, TermOf


class Service(Facts):
    """The facts of a service."""

    title_field: ClassVar[str] = "title"
    summary_field: ClassVar[str] = "summary"

    title: Name
    layer: LayerId
    summary: LocalText
    provider: ActorId | None = None
    districts: tuple[QuartierId, ...] = ()
    audience: tuple[Annotated[str, TermOf("audiences")], ...] = ()
    cost: LocalText | None = None
    languages: tuple[LanguageCode, ...] = ()
    contact: Contact | None = None


KIND = Kind(name="service", folder="services", facts=Service, route=("services",), schema_type="Service")
