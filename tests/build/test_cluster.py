"""Pages rendered elsewhere: by any executor, by a cluster, by one that loses a worker: the same site."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from distributed import Client, LocalCluster

from ombrelle.build import Options, build
from ombrelle.cache import NOWHERE
from ombrelle.cli import main
from ombrelle.cluster import answers
from ombrelle.gather import gather
from ombrelle.processes import sent
from ombrelle.render import Hands
from ombrelle.stage import Stage
from ombrelle.views.edition import Edition
from tests.build.test_build import tree
from tests.support.small import SITES, options

CALLS: Any = (LocalCluster, Client)


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The manifest of the small site as one process makes it."""
    manifest = build(options(SITES / "rich", tmp_path_factory.mktemp("alone") / "public")).manifest
    assert manifest is not None
    return dict(manifest)


@pytest.fixture(scope="module")
def workers() -> Iterator[Any]:
    """A cluster of three processes."""
    local, _ = CALLS
    with local(n_workers=3, threads_per_worker=1, host="127.0.0.1", dashboard_address=None) as found:
        yield found


@pytest.mark.parametrize("shared", [False, True], ids=["returned", "filed"])
def test_a_cluster_makes_the_same_site(
    tmp_path: Path, workers: Any, alone: dict[str, str], shared: bool
) -> None:
    """Whether its workers return the pages or file them; a second build uses what it kept."""
    asked = _asked(tmp_path, workers, shared=shared)
    assert build(asked).manifest == alone
    assert len(tree(asked.out)) == len(alone)


def test_a_worker_that_is_lost_loses_nothing(
    tmp_path: Path, workers: Any, alone: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed while it renders: others do what it had been given."""
    _, connect = CALLS
    with connect(workers, set_as_default=False) as client:
        victim = min(client.run(os.getpid).values())

    def losing(*given: Any, **named: Any) -> Iterator[Any]:
        for number, each in enumerate(sent(*given, **named, chunk=5)):
            if number == 0:
                os.kill(victim, signal.SIGKILL)
            yield each

    monkeypatch.setattr("ombrelle.render.sent", losing)
    assert build(_asked(tmp_path, workers, shared=False)).manifest == alone


@pytest.mark.parametrize("make", [ThreadPoolExecutor, ProcessPoolExecutor])
def test_any_executor_makes_the_same_pages(tmp_path: Path, rich: Edition, make: Any) -> None:
    """Threads of this process, or processes begun from nothing."""
    named = {"mp_context": get_context("spawn")} if make is ProcessPoolExecutor else {}
    found = {}
    with make(2, **named) as executor:
        for name, hands in {"own": Hands(), "sent": Hands(executor=executor)}.items():
            found[name] = gather(rich, Stage(tmp_path / name, tmp_path / "none"), NOWHERE, hands).digests
    assert found["sent"] == found["own"]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_where_no_scheduler_answers_it_is_said(
    tmp_path: Path, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """At once, with what to do, and nothing is built."""
    address = "tcp://127.0.0.1:9"
    site = ["--root", str(SITES / "smallest"), "--out", str(tmp_path / "public"), "--lang", lang]
    theme = str(options(SITES / "smallest").theme_folder)
    assert main(["build", *site, "--theme", theme, "--executor", "dask", "--scheduler", address]) == 2
    assert "--scheduler" in capsys.readouterr().err
    assert not answers("nonsense")
    assert not (tmp_path / "public").exists()


def _asked(tmp_path: Path, workers: Any, *, shared: bool) -> Options:
    asked = options(SITES / "rich", tmp_path / "public")
    return replace(asked, executor="dask", scheduler=workers.scheduler_address, is_shared=shared)
