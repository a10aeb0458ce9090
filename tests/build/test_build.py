"""The whole build: what it publishes, what it never does, and that processes change nothing of it."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ombrelle.build import build, check
from ombrelle.problems.wording import say
from tests.support.site import BASE_URL, DATE
from tests.support.small import SITES, command_of, copied, found, options, write
from tests.support.tools import ROOT

FILES = sorted(path.relative_to(SITES / "smallest") for path in (SITES / "smallest").rglob("*.yaml"))


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_what_is_published_is_what_the_manifest_says(tmp_path: Path) -> None:
    """Every file, its digest, and no other file; the lock alone is left beside the folder."""
    out = tmp_path / "public"
    result = build(options(SITES / "smallest", out))
    assert found(result.problems) == []
    digests = {path: hashlib.sha256(content).hexdigest() for path, content in tree(out).items()}
    assert digests == result.manifest
    assert {path.name for path in tmp_path.iterdir()} == {"public", ".public.lock"}
    assert result.pages == len([path for path in tree(out) if path.endswith(".html")]) - 1


def test_a_build_replaces_the_site_whole(tmp_path: Path) -> None:
    """A page that is gone leaves no file behind."""
    out = tmp_path / "public"
    root = copied("rich", tmp_path)
    build(options(root, out))
    assert (out / "fr/startups/beta/index.html").exists()
    (root / "quartiers/haute-rive/startups/beta.yaml").unlink()
    build(options(root, out))
    assert not (out / "fr/startups/beta").exists()


def test_an_error_publishes_nothing_and_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    """One fault in one file: not a byte of what visitors see has changed."""
    root, out = copied("smallest", tmp_path), tmp_path / "public"
    assert build(options(root, out)).manifest is not None
    before = tree(out)
    write(root, "quartiers/val-clair/startups/a.yaml", "name: A\nfounded: 2022-31-12\n")
    result = build(options(root, out))
    assert result.manifest is None
    assert "swapped-date" in {problem.code for problem in found(result.problems)}
    assert tree(out) == before


def test_an_error_publishes_nothing_where_nothing_was(tmp_path: Path) -> None:
    """No folder is made."""
    root = copied("smallest", tmp_path)
    (root / "quartiers/val-clair/quartier.yaml").write_text("name: [\n", encoding="utf-8")
    assert build(options(root)).manifest is None
    assert not (root / "public").exists()


def test_a_disk_that_refuses_leaves_the_site_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half of the files are written, the disk is full: the old site stays, and beside it the lock alone."""
    out = tmp_path / "public"
    build(options(SITES / "smallest", out))
    before = tree(out)
    written = count()

    def filling_up(path: Path, content: bytes) -> None:
        if next(written) == 20:
            raise OSError(28, "No space left on device")
        path.write_bytes(content)

    monkeypatch.setattr("ombrelle.stage._write", filling_up)
    with pytest.raises(OSError, match="No space left"):
        build(options(SITES / "rich", out))
    assert tree(out) == before
    assert {path.name for path in tmp_path.iterdir()} == {"public", ".public.lock"}


def test_a_preview_differs_only_by_its_option(tmp_path: Path) -> None:
    """Drafts are pages of a preview and of nothing else."""
    for drafts in (False, True):
        out = tmp_path / str(drafts)
        assert build(options(SITES / "rich", out, drafts=drafts)).manifest is not None
        assert (out / "fr/startups/ebauche/index.html").exists() is drafts


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(FILES),
    st.integers(0, 400),
    st.integers(0, 12),
    st.text(alphabet="\t\n\r :-{}[]#&*!|>'\"%@`,éa0\x00\ufeff\u200b", max_size=6),
)
def test_no_fault_of_the_content_is_a_traceback(name: Path, at: int, cut: int, put: str) -> None:
    """Whatever is cut from a file or typed into it, there are only problems, and each can be said."""
    with tempfile.TemporaryDirectory() as folder:
        root = copied("smallest", Path(folder))
        text = (root / name).read_text(encoding="utf-8")
        (root / name).write_text(text[:at] + put + text[at + cut :], encoding="utf-8", newline="")
        for problem in check(options(root)):
            for lang in ("fr", "en"):
                assert say(problem, lang).message


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"\x89PNG\r\n", b"- a\n- b\n", b"null\n", b"{}\n"])
@pytest.mark.parametrize("name", FILES, ids=str)
def test_no_file_is_too_strange(tmp_path: Path, name: Path, content: bytes) -> None:
    """Empty, binary, a list for a map: told, never a traceback."""
    root = copied("smallest", tmp_path)
    (root / name).write_bytes(content)
    for problem in check(options(root)):
        assert say(problem, "fr").message


def test_a_folder_where_a_file_is_meant_is_told(tmp_path: Path) -> None:
    """And a file where a folder is meant; and no content at all."""
    root = copied("smallest", tmp_path)
    (root / "quartiers/val-clair/quartier.fr.md").mkdir()
    (root / "content/news").write_text("", encoding="utf-8")
    assert all(say(problem, "fr").message for problem in check(options(root)))
    shutil.rmtree(root / "content")
    assert {problem.code for problem in check(options(root))} == {"site-missing"}


@pytest.mark.site
def test_the_number_of_processes_changes_nothing(
    real_site: Path, shared_folder: Path, tmp_path: Path
) -> None:
    """The real site by one process, under another hash seed, is the one that all of them built."""
    out = tmp_path / "alone"
    shared: list[str | Path] = [
        "--out",
        out,
        "--manifest",
        f"{out}.json",
        "--date",
        DATE,
        "--base-url",
        BASE_URL,
    ]
    alone = ("build", "--root", ROOT, *shared, "--jobs", "1")
    run = command_of(ROOT / "build.py", *alone, PYTHONHASHSEED="3", TZ="Asia/Tokyo")
    assert run.returncode == 0, run.stderr
    assert _manifest(out) == json.loads((shared_folder / "site.json").read_text(encoding="utf-8"))
    assert (out / "fr/index.html").read_bytes() == (real_site / "fr/index.html").read_bytes()


def _manifest(out: Path) -> dict[str, str]:
    read: dict[str, str] = json.loads(Path(f"{out}.json").read_text(encoding="utf-8"))
    return read
