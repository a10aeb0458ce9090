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
from ombrelle.outputs.recalled import NOTHING, Recall
from ombrelle.views.edition import Edition

__all__ = [
    "FORMATS",
    "Format",
    "Output",
    "Recall",
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

_FOLLOWING = frozenset(
    {
        calendars.outputs,
        contacts.outputs,
        data.outputs,
        directory.outputs,
        feeds.outputs,
        icons.outputs,
        lockups.outputs,
        press.outputs,
        sitemap.outputs,
    }
)
"""Those that read nothing besides the edition and its fonts, and cost more than to look whether they are
still the same."""

sheets = embeds.sheets
"""The files of HTML besides pages, rendered with them."""


def other_outputs(edition: Edition, recall: Recall = NOTHING) -> Iterator[Output]:
    """Every other file, made or taken from where it is published."""
    for outputs in FORMATS:
        if outputs in _FOLLOWING:
            yield from recall.files(outputs.__module__, outputs, edition)
        else:
            yield from outputs(edition)
