"""What is said when the disk refuses: what happened, where, and how the site is now."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from ombrelle.cli import main
from ombrelle.cli.disk import PublishedError, words_of
from ombrelle.cli.words import words
from tests.build.test_build import tree
from tests.support.small import THEME, copied

Caught = pytest.CaptureFixture[str]


def build(root: Path, *options: str) -> int:
    dress = ("--theme", str(THEME), "--no-drawings", "--no-search")
    return main(["build", "--root", str(root), "--lang", "en", *dress, *options])


@pytest.mark.parametrize(
    ("number", "french", "english"),
    [
        (errno.ENOSPC, "Le disque est plein", "Make room"),
        (errno.EROFS, "en lecture seule", "--out"),
        (errno.EACCES, "pas le droit", "no right"),
        (errno.ENOENT, "Il manque", "Missing"),
        (errno.ESTALE, "a disparu ou changé", "changed while it was being read"),
        (errno.EIO, "Le disque refuse", "The disk refuses"),
    ],
)
def test_each_cause_has_its_words(number: int, french: str, english: str) -> None:
    """With the place, and the word that what was published has not changed."""
    error = OSError(number, os.strerror(number), "/a/page.html")
    for language, said, ending in (
        ("fr", french, "Le site publié auparavant n’a pas changé."),
        ("en", english, "The site published before has not changed."),
    ):
        text = words_of(error, words(language))
        assert said in text
        assert "/a/page.html" in text
        assert text.endswith(ending)


def test_what_is_missing_once_the_site_is_published_is_told_so() -> None:
    """Nobody is told that the old site is there where it is the new one."""
    error = PublishedError(errno.ENOSPC, "full")
    assert words_of(error, words("en")).endswith("The new site has been published: only this is missing.")


def test_a_manifest_that_cannot_be_written_is_told_and_the_site_is_published(
    tmp_path: Path, capsys: Caught
) -> None:
    """The file is named."""
    root = copied("smallest", tmp_path)
    assert build(root, "--manifest", str(root / "content/site.yaml/manifest.json")) == 2
    said = capsys.readouterr().err
    assert "The new site has been published" in said
    assert "site.yaml" in said
    assert (root / "public/_headers").is_file()


def test_a_full_disk_names_the_file_and_leaves_the_last_site(
    tmp_path: Path, capsys: Caught, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A write that finds no room does not say by itself what it was to write; room is made again."""
    root = copied("smallest", tmp_path)
    assert build(root) == 0
    before = tree(root / "public")
    site = root / "content/site.yaml"
    site.write_text(site.read_text(encoding="utf-8").replace("Petite", "Grande"), encoding="utf-8")

    def full(path: Path, mode: str = "r", **_: object) -> object:
        if mode == "xb":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return original(path, mode)

    original = Path.open
    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", full)
        assert build(root) == 2
    said = capsys.readouterr().err
    assert "The disk is full" in said
    assert ".public-spare" in said
    assert tree(root / "public") == before
    assert not (root / ".public-spare").exists()
    assert build(root) == 0


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    """The site is published; no manifest of an earlier one is left to be believed."""
    root = copied("smallest", tmp_path)
    (root / ".cache/manifest.json/x").mkdir(parents=True)
    (root / ".cache/build.json/x").mkdir(parents=True)
    (root / ".cache/build.db").mkdir()
    assert build(root) == 0
    assert (root / "public/_headers").is_file()
