"""Pictures and other files beside the texts, copied as they are."""

from __future__ import annotations

from collections.abc import Iterator

from ombrelle.outputs.output import Output
from ombrelle.route.links import media_url
from ombrelle.views.edition import Edition


def outputs(edition: Edition) -> Iterator[Output]:
    """Every file of the `media/` folders."""
    for medium in edition.library.media:
        yield Output(media_url(medium.path).lstrip("/"), (edition.root / medium.path).read_bytes())
