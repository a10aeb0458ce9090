"""Whatever a document holds, its check ends soon, within bounded memory, and tells of the other files too."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from tests.support.tools import ROOT

SECONDS = 2
BYTES = 500_000_000
_SIZE = 300_000
_PATIENCE = 300
"""Seconds after which a document is taken to hang."""


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """What each hostile document cost, in a process of its own."""
    folder = tmp_path_factory.mktemp("bounds")
    command = [sys.executable, "-m", "tests.hostile.bounds", str(folder), str(_SIZE)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=_PATIENCE)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_each_document_is_read_soon(measured: list[dict[str, Any]]) -> None:
    """More than 150 of them, each within two seconds of processor, its report included."""
    documents = measured[:-1]
    assert len(documents) > 150
    assert [(each["name"], each["seconds"]) for each in documents if each["seconds"] > SECONDS] == []


def test_none_takes_the_memory(measured: list[dict[str, Any]]) -> None:
    """All of them one after the other need less than 500 MB."""
    assert 0 < measured[-1]["peak"] < BYTES


def test_none_hides_the_others(measured: list[dict[str, Any]]) -> None:
    """The fault of another file is told beside each."""
    documents = measured[:-1]
    assert [each["name"] for each in documents if not each["other"]] == []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("open brackets", "text-too-nested"),
        ("stars", "text-too-nested"),
        ("definitions", "text-too-long"),
        ("open lists", "yaml-too-deep"),
        ("unknown keys", "yaml-too-many-values"),
        ("long list", "yaml-too-many-values"),
        ("long value", "text-too-long-for-field"),
        ("aliases", "yaml-alias"),
        ("picture of four thousand million pixels", "picture-too-large"),
        ("drawing of drawings", "drawing-unsafe"),
        ("drawing that multiplies", "drawing-unsafe"),
    ],
)
def test_what_is_beyond_a_bound_says_so(measured: list[dict[str, Any]], name: str, code: str) -> None:
    """With the code of the bound, at the file."""
    (document,) = [each for each in measured[:-1] if each["name"] == name]
    assert code in document["codes"]
