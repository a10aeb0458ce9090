"""Styles, pictures and scripts of the theme, under names that change with their content."""

from __future__ import annotations

from collections.abc import Iterator

from ombrelle.outputs.output import Output
from ombrelle.views.edition import Edition


def outputs(edition: Edition) -> Iterator[Output]:
    """Every asset of the theme, and the favicon where browsers look for it unasked."""
    # Templates that show the same components share their styles: one file.
    for asset in dict.fromkeys(edition.assets.values()):
        yield Output(asset.path.lstrip("/"), asset.content)
    yield Output("favicon.svg", edition.assets["favicon.svg"].content)
