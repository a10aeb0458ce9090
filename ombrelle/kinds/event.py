"""Something that happens at a time, somewhere or online."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, model_validator
from pydantic_core import PydanticCustomError

from ombrelle.kinds.base import ActorId, Address, Facts, Kind, Name, QuartierId, Source
from ombrelle.kinds.values import LanguageCode, LocalText, Moment, TermOf, Url


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        raise PydanticCustomError("time-zone-form", "not a time zone", {"value": name}) from None
    return name


class Event(Facts):
    """The facts of an event; `starts` and `ends` are local to `timezone`."""

    title_field: ClassVar[str] = "title"
    summary_field: ClassVar[str] = "summary"

    title: Name
    summary: LocalText | None = None
    starts: Moment
    ends: Moment
    timezone: Annotated[str, AfterValidator(_zone)]
    place: Address | None = None
    online: Url | None = None
    kind: Annotated[str, TermOf("event-kinds")]
    languages: tuple[LanguageCode, ...] = ()
    price: LocalText | None = None
    registration: Url | None = None
    organiser: ActorId | None = None
    districts: tuple[QuartierId, ...] = ()
    status: Annotated[Literal["scheduled", "postponed", "cancelled"], TermOf("event-statuses")] = "scheduled"
    source: Source | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Event:
        if self.ends < self.starts:
            raise PydanticCustomError(
                "end-before-start",
                "ends before it starts",
                {
                    "key": "ends",
                    "starts": self.starts.isoformat(timespec="minutes"),
                    "value": self.ends.isoformat(timespec="minutes"),
                },
            )
        return self


KIND = Kind(name="event", folder="events", facts=Event, route=("events",), schema_type="Event")
