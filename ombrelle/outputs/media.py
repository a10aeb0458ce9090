"""Drawings and other files beside the texts, copied as they are. Photographs are not: see `pictures`."""

from __future__ import annotations

from collections.abc import Iterator

from ombrelle.outputs.output import Output
from ombrelle.pictures.original import read_again
from ombrelle.route.links import media_url
from ombrelle.views.edition import Edition


def outputs(edition: Edition) -> Iterator[Output]:
    """Every file of the `media/` folders but photographs, which may say where they were taken."""
    for medium in edition.library.media:
        path, original = edition.root / medium.path, medium.original
        if original is None or original.is_drawing:
            content = read_again(path, original.digest) if original else path.read_bytes()
            yield Output(media_url(medium.path).lstrip("/"), content)
