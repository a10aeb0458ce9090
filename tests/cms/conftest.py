"""The content manager of a site whose repository is known."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ombrelle.build import build
from tests.support.small import SITES, options
from tests.support.tools import ROOT

REPOSITORY = "repository: https://github.com/exemple/ombrelle\n"


def site_with_repository(folder: Path) -> Path:
    """A copy of the small rich site, beside the scripts and packages that make the content manager."""
    shutil.copytree(SITES / "rich", folder)
    with (folder / "content/site.yaml").open("a", encoding="utf-8") as site:
        site.write(REPOSITORY)
    shutil.copytree(ROOT / "scripts/admin", folder / "scripts/admin")
    shutil.copy(ROOT / "package-lock.json", folder)
    (folder / "node_modules").symlink_to(ROOT / "node_modules", target_is_directory=True)
    return folder


@pytest.fixture(scope="session")
def managed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of such a site, built into `public`: look, do not touch."""
    folder = site_with_repository(tmp_path_factory.mktemp("managed") / "site")
    result = build(options(folder, folder / "public"))
    if result.manifest is None:
        pytest.fail("\n".join(map(repr, result.problems)), pytrace=False)
    return folder
