"""What several tests of outputs read."""

from __future__ import annotations

import pytest

from ombrelle.outputs import other_outputs
from ombrelle.views.edition import Edition
from tests.support.small import SITES, edition_of


@pytest.fixture(scope="session")
def outputs(rich: Edition) -> dict[str, bytes]:
    """Every file of the small site that is not a page, by path."""
    return {output.path: output.content for output in other_outputs(rich)}


@pytest.fixture(scope="session")
def preview_outputs() -> dict[str, bytes]:
    """The same in a preview."""
    preview = edition_of(SITES / "rich", drafts=True)
    return {output.path: output.content for output in other_outputs(preview)}


@pytest.fixture(scope="session")
def sub_path_outputs() -> dict[str, bytes]:
    """The same for a site that stands under a path."""
    below = edition_of(SITES / "rich", base_url="https://essai.example/sous/chemin")
    return {output.path: output.content for output in other_outputs(below)}
