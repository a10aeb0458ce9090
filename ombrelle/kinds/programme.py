"""A programme that companies can join, and the companies that did."""

from __future__ import annotations

from typing import Annotated, ClassVar

from ombrelle.kinds.base import Facts, Kind, Model, Name, Scope, Source, StartupId
from ombrelle.kinds.moments import in_order
from ombrelle.kinds.values import Day, LocalText, TermOf, Url


class Award(Model):
    """A company taken into the programme."""

    startup: StartupId
    year: Day
    source: Source


class Programme(Facts):
    """The facts of a programme: `content/programmes/<id>.yaml`."""

    title_field: ClassVar[str] = "title"
    summary_field: ClassVar[str] = "summary"

    title: Name
    kind: Annotated[str, TermOf("programme-kinds")]
    operator: str | None = None
    summary: LocalText
    eligibility: LocalText | None = None
    opens: Day | None = None
    closes: Day | None = None
    _order = in_order("opens", "closes")
    website: Url | None = None
    awards: tuple[Award, ...] = ()
    source: Source | None = None


KIND = Kind(
    name="programme",
    folder="programmes",
    facts=Programme,
    route=("programmes",),
    scopes=frozenset({Scope.UMBRELLA}),
    schema_type="Service",
)
