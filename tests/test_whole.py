"""Files that are written whole: the old one or the new one, whatever befalls who writes."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from ombrelle.whole import sweep, write_whole
from tests.support.tools import ROOT

IN_PLACE = re.compile(r"\.write_(?:text|bytes)\(|open\([^)]*[\"'][wax]")
BESIDE = {
    "compare/checkout.py": "a folder of its own, which goes away",
    "report/fields.py": "pages of the documentation",
    "report/pages.py": "pages of the documentation",
    "search/program.py": "a folder of its own, which goes away",
    "stage.py": "a site that nobody reads yet",
    "whole.py": "what all others use",
}
"""The modules that write otherwise, and into what."""


def test_nothing_that_people_keep_is_written_in_place() -> None:
    """Content, ledgers, records, schemas, caches: whoever writes them writes them whole."""
    package = ROOT / "ombrelle"
    found = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if IN_PLACE.search(path.read_text(encoding="utf-8"))
    }
    assert found == set(BESIDE)


def test_a_file_is_written_with_its_folder(tmp_path: Path) -> None:
    """Over another too, for everybody to read, and nothing beside it."""
    path = tmp_path / "a/b.json"
    for content in (b"one", b"two"):
        write_whole(path, content)
        assert path.read_bytes() == content
    assert path.stat().st_mode & 0o777 == 0o644
    assert list(path.parent.iterdir()) == [path]


def test_a_disk_that_refuses_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error names the file, nothing is left beside."""
    path = tmp_path / "a.json"
    write_whole(path, b"one")

    def refused(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(OSError, match=r"a\.json"):
        write_whole(path, b"two")
    assert path.read_bytes() == b"one"
    assert list(tmp_path.iterdir()) == [path]


def test_an_interruption_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is left beside it either."""
    path = tmp_path / "a.json"
    write_whole(path, b"one")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(path, b"two")
    assert path.read_bytes() == b"one"
    assert list(tmp_path.iterdir()) == [path]


def test_what_the_killed_left_is_swept(tmp_path: Path) -> None:
    """In a folder and the next ones; what is being written now stays, and so does all else."""
    for name in (".new-old", "a/.new-old", "a/.new-young", "a/kept"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
        moment = 2_000 if name.endswith("young") else 1_000
        os.utime(tmp_path / name, ns=(moment, moment))
    sweep(tmp_path, 2_000)
    assert sorted(path.name for path in tmp_path.rglob("*")) == [".new-young", "a", "kept"]
    sweep(tmp_path / "none", 2_000)
