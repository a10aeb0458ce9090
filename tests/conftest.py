"""Fixtures for every test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from ombrelle.build import build
from ombrelle.views.edition import Edition
from tests.pending import PENDING
from tests.support.browser import launched
from tests.support.server import serving
from tests.support.site import built_once
from tests.support.small import SITES, edition_of, options

# The same examples on every run, and no clock: a failure here is a failure everywhere.
settings.register_profile("repeatable", derandomize=True, deadline=None, database=None)
settings.load_profile("repeatable")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Expect the failure of what cannot pass yet; one that passes fails the run."""
    for item in items:
        reason = PENDING.get(item.nodeid) or PENDING.get(item.nodeid.partition("[")[0])
        if reason:
            item.add_marker(pytest.mark.xfail(reason=reason, strict=True))


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A temporary folder of this run, the same for all workers."""
    own = tmp_path_factory.getbasetemp()
    # Workers have their folders side by side in the run's.
    return own if worker_id == "master" else own.parent


@pytest.fixture(scope="session")
def real_site(shared_folder: Path) -> Path:
    """The folder of the real site, built once per run: look, do not touch."""
    return built_once(shared_folder)


@pytest.fixture(scope="session")
def real_address(real_site: Path) -> Iterator[str]:
    """The base address of the real site, served on this machine."""
    with serving(real_site) as address:
        yield address


@pytest.fixture(scope="session")
def rich() -> Edition:
    """The small site that has a bit of everything, ready to be shown."""
    return edition_of(SITES / "rich")


@pytest.fixture(scope="session")
def rich_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, built once per worker: look, do not touch."""
    out = tmp_path_factory.mktemp("rich") / "public"
    result = build(options(SITES / "rich", out))
    if result.manifest is None:
        pytest.fail("\n".join(map(repr, result.problems)), pytrace=False)
    return out


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Headless Chromium, one per worker; see `tests.support.browser.visiting`."""
    with launched() as browser:
        yield browser
