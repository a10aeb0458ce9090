"""Fixtures of the tests that look at the built site in a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.host import hosting
from tests.support.kinds import Sample, samples_of_real_site


@pytest.fixture(scope="session")
def hosted(real_site: Path) -> Iterator[str]:
    """The base address of the real site, answered as its host does: compressed, with its own headers."""
    with hosting(real_site) as address:
        yield address


@pytest.fixture(scope="session")
def kinds(real_site: Path, shared_folder: Path) -> list[Sample]:
    """One page of each kind in each language of the real site."""
    return samples_of_real_site(real_site, shared_folder)
