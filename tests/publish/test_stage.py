"""The folder in which a site is gathered: only what changed is written, and nothing in it is believed."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Event, Thread

import pytest

from ombrelle.publish import staged, swap
from tests.build.test_build import tree

OLD, NEW = {"fr/index.html": b"before", "a.css": b"same"}, {"fr/index.html": b"after", "a.css": b"same"}


def publish(out: Path, files: dict[str, bytes], *, keeps: bool = True) -> None:
    with staged(out, keeps=keeps) as stage:
        for path, content in files.items():
            stage.put(path, content)
        stage.tidy(files.keys())
        swap(stage)


def numbers(out: Path) -> dict[str, int]:
    return {path: (out / path).stat().st_ino for path in tree(out)}


def test_a_file_with_the_same_bytes_stays_the_same_file(tmp_path: Path) -> None:
    """Its time stamp and its number on the disk too, in build after build; what changed is a new file."""
    out = tmp_path / "public"
    publish(out, OLD)
    before = numbers(out)
    for files in (NEW, OLD, NEW, NEW):
        publish(out, files)
        assert tree(out) == files
        assert numbers(out)["a.css"] == before["a.css"]
    assert numbers(out)["fr/index.html"] != before["fr/index.html"]


def test_what_was_published_is_never_written_into(tmp_path: Path) -> None:
    """Who reads an old file, opened before, reads it to its end."""
    out = tmp_path / "public"
    publish(out, OLD)
    with (out / "fr/index.html").open("rb") as reader:
        publish(out, NEW)
        publish(out, NEW | {"fr/index.html": b"later"})
        assert reader.read() == b"before"


def test_what_is_gone_leaves_no_file(tmp_path: Path) -> None:
    """A file, a folder with all in it, a file where a folder was and the other way round."""
    out = tmp_path / "public"
    sites: list[dict[str, bytes]] = [
        {"a/b/c.html": b"1", "d.html": b"2"},
        {"a": b"3"},
        {"d.html/e.html": b"4", "a/b": b"5"},
        {"f.html": b"6"},
    ]
    for files in (*sites, *reversed(sites)):
        publish(out, files)
        assert tree(out) == files


@pytest.mark.parametrize("place", ["public", ".public-spare"])
def test_nothing_is_believed_of_either_folder(tmp_path: Path, place: str) -> None:
    """Changed by hand with its old size and time, replaced by a link, by a folder, added: all is mended."""
    out = tmp_path / "public"
    publish(out, NEW)
    publish(out, OLD)
    secret = tmp_path / "secret"
    secret.write_bytes(b"before")
    page = tmp_path / place / "fr/index.html"
    times = page.stat()
    page.unlink()
    page.write_bytes(b"AFTER!"[: times.st_size])
    os.utime(page, ns=(times.st_atime_ns, times.st_mtime_ns))
    style = tmp_path / place / "a.css"
    style.unlink()
    style.symlink_to(secret)
    (tmp_path / place / "added.html").write_bytes(b"x")
    publish(out, OLD)
    assert tree(out) == OLD
    assert not (out / "a.css").is_symlink()
    assert secret.read_bytes() == b"before"


def test_without_keeping_nothing_is_left_beside(tmp_path: Path) -> None:
    """A build that is asked to keep nothing leaves the site alone."""
    out = tmp_path / "public"
    for files in (OLD, NEW):
        publish(out, files, keeps=False)
        assert tree(out) == files
        assert list(tmp_path.iterdir()) == [out]


def test_a_disk_without_links_holds_the_same_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where files cannot be linked they are written."""

    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("ombrelle.stage.os.link", refused)
    out = tmp_path / "public"
    for files in (OLD, NEW, OLD):
        publish(out, files)
        assert tree(out) == files


def test_where_folders_cannot_be_exchanged_they_are_renamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same site, and nothing else beside it."""
    monkeypatch.setattr("ombrelle.publish.staging._exchanged", lambda *_: False)
    out = tmp_path / "public"
    for files in (OLD, NEW, OLD):
        publish(out, files)
        assert tree(out) == files
    assert sorted(path.name for path in tmp_path.iterdir()) == [".public-spare", "public"]


def test_a_build_that_was_killed_between_two_renames_is_made_good(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The site that it had taken away is back before the next build begins, even where that one fails."""
    monkeypatch.setattr("ombrelle.publish.staging._exchanged", lambda *_: False)
    out = tmp_path / "public"
    publish(out, OLD)
    out.rename(tmp_path / ".public-old")
    with staged(out, keeps=True):
        assert tree(out) == OLD
    assert tree(out) == OLD


def test_a_reader_finds_a_site_at_every_moment(tmp_path: Path) -> None:
    """While sites follow one another, a reader beside finds the page each time, and whole."""
    out = tmp_path / "public"
    publish(out, OLD)
    is_over, missed = Event(), []

    def look() -> None:
        while not is_over.is_set():
            try:
                if (out / "fr/index.html").read_bytes() not in {b"before", b"after"}:
                    missed.append("a part")
            except OSError as error:
                missed.append(str(error))

    reader = Thread(target=look)
    reader.start()
    for files in (NEW, OLD) * 40:
        publish(out, files)
    is_over.set()
    reader.join()
    assert missed == []
