"""The bill of materials: current, whole, and made from the locks alone."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from scripts.bill import FILE, bill, written
from tests.support.tools import ROOT


@pytest.fixture(scope="module")
def made() -> dict[str, Any]:
    return bill(ROOT)


def test_the_committed_bill_is_current() -> None:
    """`make lock` writes it anew with the locks."""
    assert (ROOT / FILE).read_text(encoding="utf-8") == written(ROOT)


def test_it_has_every_package_that_the_site_is_built_with(made: dict[str, Any]) -> None:
    """Each of the lock of Python with its version and hashes, and those of npm that are not of the tests."""
    named = {each["bom-ref"]: each for each in made["components"]}
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    pinned = {
        f"pkg:pypi/{line.split()[0].replace('==', '@')}" for line in lines if re.match(r"[\w.-]+==", line)
    }
    assert pinned == {reference for reference in named if reference.startswith("pkg:pypi/")}
    hashes = {each["content"] for reference in pinned for each in named[reference]["hashes"]}
    assert hashes == set(re.findall(r"sha256:([0-9a-f]{64})", "\n".join(lines)))
    npm = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    used = {
        (path.rpartition("node_modules/")[2], each["version"])
        for path, each in npm.items()
        if path and not each.get("dev")
    }
    assert len(named) == len(made["components"]) == len(pinned) + len(used)
    assert "pkg:npm/%40sveltia/cms@" in "".join(named)


def test_it_says_what_needs_what(made: dict[str, Any]) -> None:
    """Every package is named, and reached from the site; nothing is needed that is not there."""
    needs = {each["ref"]: each["dependsOn"] for each in made["dependencies"]}
    known = {each["bom-ref"] for each in made["components"]} | {"ombrelle"}
    assert set(needs) == known
    reached, waiting = set(), ["ombrelle"]
    while waiting:
        reference = waiting.pop()
        if reference not in reached:
            reached.add(reference)
            waiting += needs[reference]
    assert reached == known


def test_hashes_have_the_length_of_their_algorithm(made: dict[str, Any]) -> None:
    """SHA-256 in 64 digits, SHA-512 in 128."""
    digits = {"SHA-256": 64, "SHA-512": 128}
    for component in made["components"]:
        assert all(len(each["content"]) == digits[each["alg"]] for each in component["hashes"])
