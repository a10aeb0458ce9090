"""Changes of files: all of them or none."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from types import FrameType

import pytest

from ombrelle.changes import Changes, apply

BEFORE = {"content/a.yaml": b"a: 1\r\n", "content/media/b.txt": b"b"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, data in BEFORE.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return tmp_path


def state(root: Path) -> tuple[dict[str, bytes], set[str]]:
    """Every file with its bytes, and every folder."""
    paths = {path.relative_to(root).as_posix(): path for path in root.rglob("*")}
    files = {name: path.read_bytes() for name, path in paths.items() if path.is_file()}
    return files, {name for name, path in paths.items() if path.is_dir()}


def test_files_are_written_moved_and_their_empty_folders_dropped(root: Path) -> None:
    """A move takes the file along, and the folder that it was alone in."""
    apply(root, Changes({"content/media/b.txt": "content/other/c.txt"}, {"content/new/d.md": "d"}))
    files, folders = state(root)
    assert files == {
        "content/a.yaml": b"a: 1\r\n",
        "content/other/c.txt": b"b",
        "content/new/d.md": b"d",
    }
    assert folders == {"content", "content/other", "content/new"}


def test_a_disk_that_refuses_leaves_every_file_as_it_was(root: Path) -> None:
    """Those written before it are put back, and new folders are gone."""
    before = state(root)
    texts = {"content/a.yaml": "a: 2\n", "content/new/d.md": "d", "content/a.yaml/no": "a file is no folder"}
    with pytest.raises(OSError, match=r"a\.yaml"):
        apply(root, Changes({"content/media/b.txt": "content/c.txt"}, texts))
    assert state(root) == before


def test_an_interruption_leaves_every_file_as_it_was(root: Path) -> None:
    """Ctrl-C while the second file is written: here one that waits for a reader who never comes."""

    def interrupt(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    os.mkfifo(root / "content/fifo")
    handler = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, 0.2)
    try:
        with pytest.raises(KeyboardInterrupt):
            apply(root, Changes({}, {"content/a.yaml": "a: 2\n", "content/fifo": "x"}))
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, handler)
    assert state(root)[0] == BEFORE
