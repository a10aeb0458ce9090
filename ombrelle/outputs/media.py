"""Drawings and other files beside the texts, copied as they are. Photographs are not: see `pictures`."""

from __future__ import annotations

from collections.abc import Iterator

from ombrelle.outputs.output import Output
from ombrelle.route.links import media_url
from ombrelle.views.edition import Edition


def outputs(edition: Edition) -> Iterator[Output]:
    """Every file of the `media/` folders but photographs, which may say where they were taken."""
    for medium in edition.library.media:
        if medium.original is None or medium.original.is_drawing:
            yield Output(media_url(medium.path).lstrip("/"), (edition.root / medium.path).read_bytes())
