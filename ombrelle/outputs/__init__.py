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
from ombrelle.views.edition import Edition

__all__ = ["FORMATS", "Format", "Output", "other_outputs"]

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
    embeds.outputs,
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


def other_outputs(edition: Edition) -> Iterator[Output]:
    """Every file that is not a page."""
    for outputs in FORMATS:
        yield from outputs(edition)
