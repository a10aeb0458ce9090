"""The same files give the same bytes on any machine, and none of them has to reach another."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.reproducible import MACHINES, OFFLINE, Made, has_namespaces, made
from tests.support.small import SITES
from tests.support.tools import ROOT

Both = tuple[Made, Made]


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Both:
    """The small site as two machines make it that cannot reach anything."""
    apart = has_namespaces()
    one, other = (
        made(replace(machine, is_namespaced=apart), SITES / "rich", tmp_path_factory.mktemp("machine"))
        for machine in MACHINES
    )
    return one, other


def test_two_machines_make_the_same_site(both: Both) -> None:
    """Another path, user, zone, locale, seed of hashes, mask, dates and order of files; no connection."""
    one, other = both
    facts = {"folder", "zone", "locale", "encoding", "seed", "hash", "order"}
    if has_namespaces():
        facts.add("user")
    assert {fact for fact in facts if one.facts[fact] == other.facts[fact]} == set()
    assert one.facts["reached"] == other.facts["reached"] == []
    assert one.manifest == other.manifest


def test_the_whole_site_is_compared(both: Both) -> None:
    """Drawings as pictures, fonts, press kits, the index of the search, data: nothing is left out."""
    paths = list(both[0].manifest)
    kinds = {Path(path).suffix for path in paths}
    assert {".html", ".png", ".svg", ".ico", ".woff2", ".zip", ".json", ".xml", ".ics", ".csv"} <= kinds
    assert any(path.startswith("search/") for path in paths)


def test_there_is_no_network_where_it_is_made(both: Both) -> None:
    """No interface but the one by which a machine speaks to itself, and that is down."""
    if not has_namespaces():
        pytest.skip("this system gives no namespaces of users and networks to whoever asks")
    assert [facts.facts["interfaces"] for facts in both] == [["lo"], ["lo"]]


@pytest.mark.parametrize("network", ["refused", ""])
def test_nothing_starts_where_the_network_can_be_used(tmp_path: Path, network: str) -> None:
    """Where there are no namespaces Python refuses each connection; without that, nothing is started."""
    program = tmp_path / "program.py"
    program.write_text("open('ran', 'w').close()\n", encoding="utf-8")
    arguments = (tmp_path / "facts.json", "022", program)
    run = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks/sealed.py"), *map(str, arguments)],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(OFFLINE), "MACHINE_NETWORK": network},
        check=False,
    )
    reached = json.loads(arguments[0].read_text(encoding="utf-8"))["reached"]
    assert (run.returncode == 0, (tmp_path / "ran").exists(), reached == []) == (bool(network),) * 3
