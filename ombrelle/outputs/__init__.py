"""What is published besides pages: one file per format, and the one tuple that lists them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ombrelle.outputs import (
    admin,
    assets,
    brand,
    calendars,
    catalogue,
    contacts,
    data,
    directory,
    embeds,
    feeds,
    headers,
    humans,
    icons,
    lockups,
    media,
    press,
    redirects,
    robots,
    security,
    share,
    sitemap,
    speculation,
    translations,
)
from ombrelle.outputs.output import Output
from ombrelle.outputs.pictures import names_in, picture, pictures, pictures_named
from ombrelle.views.edition import Edition

__all__ = [
    "FORMATS",
    "Format",
    "Output",
    "names_in",
    "other_outputs",
    "picture",
    "pictures",
    "pictures_named",
    "sheets",
]

Format = Callable[[Edition], Iterator[Output]]

FORMATS: tuple[Format, ...] = (
    admin.outputs,
    assets.outputs,
    brand.outputs,
    calendars.outputs,
    catalogue.outputs,
    contacts.outputs,
    data.outputs,
    directory.outputs,
    feeds.outputs,
    headers.outputs,
    humans.outputs,
    icons.outputs,
    lockups.outputs,
    media.outputs,
    press.outputs,
    redirects.outputs,
    robots.outputs,
    security.outputs,
    share.outputs,
    sitemap.outputs,
    speculation.outputs,
    translations.outputs,
)

sheets = embeds.sheets
"""The files of HTML besides pages, rendered with them."""


def other_outputs(edition: Edition) -> Iterator[Output]:
    """Every other file."""
    for outputs in FORMATS:
        yield from outputs(edition)
