"""Changes of files: all of them or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from ombrelle import changes
from ombrelle.changes import Changes, apply
from ombrelle.whole import write_whole

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


def test_an_interruption_leaves_every_file_as_it_was(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C behind the second file that is written."""
    before, written = state(root), list[Path]()

    def interrupted(path: Path, content: bytes) -> None:
        write_whole(path, content)
        written.append(path)
        if len(written) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(changes, "write_whole", interrupted)
    with pytest.raises(KeyboardInterrupt):
        apply(root, Changes({"content/media/b.txt": "content/c.txt"}, {"content/a.yaml": "a: 2\n"}))
    assert len(written) > 2
    assert state(root) == before
