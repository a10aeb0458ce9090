"""netlify.toml as Netlify reads it."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.specifiers import SpecifierSet

from tests.support.tools import ROOT, netlify

PREVIEWS = ("deploy-preview", "branch-deploy")


def read(context: str) -> dict[str, Any]:
    config: dict[str, Any] = netlify("config", ROOT / "netlify.toml", {"CONTEXT": context, "BRANCH": "any"})
    return config


@pytest.mark.parametrize("context", ["production", *PREVIEWS])
def test_every_context_publishes_public(context: str) -> None:
    """What Netlify puts online is the folder that the build publishes."""
    assert read(context)["build"]["publish"] == str(ROOT / "public")


def test_production_has_the_site_s_address_and_no_draft() -> None:
    """Production is built for the site's own address, without drafts."""
    command = read("production")["build"]["command"]
    assert '--base-url $URL"' in command
    assert "--drafts" not in command


@pytest.mark.parametrize("context", PREVIEWS)
def test_previews_have_their_own_address_and_drafts(context: str) -> None:
    """A preview shows drafts, and its links stay within it."""
    command = read(context)["build"]["command"]
    assert "--drafts" in command
    assert "--base-url $DEPLOY_PRIME_URL" in command


def test_the_python_of_netlify_is_one_that_the_package_takes() -> None:
    """The Python asked of Netlify satisfies requires-python."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    version = read("production")["build"]["environment"]["PYTHON_VERSION"]
    assert version in SpecifierSet(project["requires-python"])


def test_headers_and_redirects_come_from_the_build_alone(tmp_path: Path) -> None:
    """No rule of the toml stands beside those of _headers and _redirects."""
    # The parser adds the rules of a site that was built beside the toml: here it finds none.
    alone = Path(shutil.copy(ROOT / "netlify.toml", tmp_path))
    config = netlify("config", alone, {"CONTEXT": "production", "BRANCH": "any"})
    assert (config["headers"], config["redirects"]) == ([], [])


def test_the_cache_plugin_is_in_the_repository() -> None:
    """The build plugin that the toml names is a folder of ours with a manifest and a program."""
    for plugin in read("production")["plugins"]:
        folder = ROOT / plugin["package"].lstrip("/")
        assert (folder / "manifest.yml").is_file()
        assert (folder / "index.js").is_file()
