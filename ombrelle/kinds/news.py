"""A dated piece of news: `<date>-<id>.<lang>.md`, and `<date>-<id>.yaml` for what all languages share."""

from __future__ import annotations

from ombrelle.kinds.base import Facts, Kind, QuartierId, Source, StartupId


class News(Facts):
    """The facts of a piece of news. Its date is in the name of its files."""

    districts: tuple[QuartierId, ...] = ()
    startups: tuple[StartupId, ...] = ()
    sources: tuple[Source, ...] = ()


KIND = Kind(
    name="news",
    folder="news",
    facts=News,
    route=("news",),
    dated=True,
    text_required=True,
    schema_type="NewsArticle",
)
