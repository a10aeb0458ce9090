"""A free page: of the umbrella (about, invest, legal…) or of a district."""

from __future__ import annotations

from typing import Annotated

from ombrelle.kinds.actor import LayerId
from ombrelle.kinds.base import Facts, Kind, ProgrammeId, Source
from ombrelle.kinds.values import TermOf


class Page(Facts):
    """What a page shows besides its text: an entry point lists what its audience came for."""

    audience: Annotated[str, TermOf("audiences")] | None = None
    order: int = 0
    looking_for: tuple[Annotated[str, TermOf("looking-for")], ...] = ()
    layers: tuple[LayerId, ...] = ()
    programmes: tuple[ProgrammeId, ...] = ()
    contacts: Annotated[str, TermOf("contact-purposes")] | None = None
    totems: bool = False
    kits: bool = False
    sources: tuple[Source, ...] = ()


KIND = Kind(name="page", folder="pages", facts=Page, text_required=True, listed=False, schema_type="WebPage")
