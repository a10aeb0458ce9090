"""A build that reuses is the build that starts from nothing, whatever was edited and befell the last."""

from __future__ import annotations

import multiprocessing
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.incremental import Trials
from ombrelle.build import build
from ombrelle.progress import Progress
from ombrelle.publish import alone
from tests.build.test_build import tree
from tests.support.small import SITES, copied, options

EDITS = 10
"""Here; `python -m benchmarks.incremental` makes hundreds."""


@pytest.mark.parametrize("seed", range(2))
def test_after_any_edits_a_build_is_a_clean_one(tmp_path: Path, seed: int) -> None:
    """The same manifest, the same problems; on the disk, other files only where the content is another."""
    trials = Trials(tmp_path, seed)
    found = [trials.edit() for _ in range(EDITS)]
    assert [(trial.edit, trial.fault) for trial in found if trial.fault] == []
    assert any(trial.rendered < trial.pages for trial in found)


def test_what_one_number_of_processes_kept_another_uses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One process, two, four, forked or begun from nothing: one manifest, and nothing is rendered twice."""
    monkeypatch.setattr("ombrelle.processes.WORTH_SHARING", 1)
    root = copied("rich", tmp_path)
    first = build(options(root, reuses=True, jobs=2))
    assert first.rendered == first.pages
    for jobs in (1, 4):
        again = build(options(root, reuses=True, jobs=jobs))
        assert (again.manifest, again.rendered) == (first.manifest, 0)
    whole = multiprocessing.get_context("spawn")
    monkeypatch.setattr("ombrelle.processes.multiprocessing.get_context", lambda _: whole)
    assert build(options(root, tmp_path / "spawned", jobs=2)).manifest == first.manifest


def test_a_text_is_rendered_on_the_pages_that_show_it(tmp_path: Path) -> None:
    """One word of a text: its page in each language that shows it, no other; their files alone are new."""
    root = copied("rich", tmp_path)
    build(options(root, reuses=True))
    before = {path: (root / "public" / path).stat().st_ino for path in tree(root / "public")}
    text = next((root / "quartiers").glob("*/startups/alpha.fr.md"))
    text.write_text(text.read_text(encoding="utf-8") + "\nUn mot de plus.\n", encoding="utf-8")
    result = build(options(root, reuses=True))
    assert 0 < result.rendered <= 3
    after = {path: (root / "public" / path).stat().st_ino for path in tree(root / "public")}
    assert len([path for path in after if after[path] != before.get(path)]) < 20


def test_a_branch_finds_what_another_left(tmp_path: Path) -> None:
    """Back on the first state of the files, nothing is rendered."""
    root = copied("rich", tmp_path)
    build(options(root, reuses=True))
    page = root / "quartiers/haute-rive/quartier.yaml"
    before = page.read_text(encoding="utf-8")
    page.write_text(before.replace("Haute", "Basse"), encoding="utf-8")
    assert build(options(root, reuses=True)).rendered > 0
    page.write_text(before, encoding="utf-8")
    assert build(options(root, reuses=True)).rendered == 0


@pytest.mark.parametrize("reuses", [True, False])
def test_a_second_build_waits_for_the_first(tmp_path: Path, *, reuses: bool) -> None:
    """It says so, begins when the other has ended, and both are right."""
    root = copied("smallest", tmp_path)
    waited, done = threading.Event(), []

    class Waiting(Progress):
        def wait(self) -> None:
            waited.set()

    made = options(root, reuses=reuses)
    first = build(made)
    with alone(made.out, lambda: None):
        second = threading.Thread(target=lambda: done.append(build(made, Waiting())))
        second.start()
        assert waited.wait(60)
        assert done == []
    second.join()
    assert done[0].manifest == first.manifest


def test_a_cache_of_another_program_is_left_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another version made is not used."""
    root = copied("rich", tmp_path)
    first = build(options(root, reuses=True))
    for module in ("ombrelle.render", "ombrelle.render.base", "ombrelle.markdown.kept"):
        monkeypatch.setattr(f"{module}.program_digest", lambda: "another")
    again = build(options(root, reuses=True))
    assert again.rendered == again.pages
    assert again.manifest == first.manifest


def test_a_cache_without_the_site_that_it_was_made_for_gives_it_back(tmp_path: Path) -> None:
    """As on a machine that keeps the cache alone: all files are there again, from what was kept."""
    root = copied("rich", tmp_path)
    first = build(options(root, reuses=True))
    again = build(replace(options(root, reuses=True), out=tmp_path / "elsewhere"))
    assert (again.rendered, again.manifest) == (0, first.manifest)
    assert tree(tmp_path / "elsewhere") == tree(root / "public")
    assert build(options(SITES / "rich", tmp_path / "clean")).manifest == first.manifest
