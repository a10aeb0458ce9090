"""A longer text about people, places and companies."""

from __future__ import annotations

from ombrelle.kinds.base import Facts, Kind, QuartierId, Source, StartupId
from ombrelle.kinds.values import Day


class Story(Facts):
    """The facts of a story."""

    written: Day | None = None
    districts: tuple[QuartierId, ...] = ()
    startups: tuple[StartupId, ...] = ()
    sources: tuple[Source, ...] = ()


KIND = Kind(
    name="story", folder="stories", facts=Story, route=("stories",), text_required=True, schema_type="Article"
)
