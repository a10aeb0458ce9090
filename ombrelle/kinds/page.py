"""A free page: of the umbrella (about, invest, legal…) or of a district."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ombrelle.kinds.actor import LayerId
from ombrelle.kinds.base import Facts, Kind, ProgrammeId, Source
from ombrelle.kinds.values import TermOf


class Page(Facts):
    """What a page shows besides its text: an entry point lists what its audience came for."""

    audience: Annotated[str, TermOf("audiences")] | None = Field(
        None, description="Makes it an entry point of the home page."
    )
    order: int = Field(0, description="Its rank among the entry points.")
    looking_for: tuple[Annotated[str, TermOf("looking-for")], ...] = Field(
        (), description="Lists the startups that look for these."
    )
    layers: tuple[LayerId, ...] = Field((), description="Lists who offers services of these layers.")
    programmes: tuple[ProgrammeId, ...] = ()
    contacts: Annotated[str, TermOf("contact-purposes")] | None = Field(
        None, description="Lists each district's contact for it."
    )
    totems: bool = Field(False, description="Lists the totem buildings.")
    sources: tuple[Source, ...] = ()


KIND = Kind(name="page", folder="pages", facts=Page, text_required=True, listed=False, schema_type="WebPage")
