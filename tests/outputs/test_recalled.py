"""Files that follow from the base of a site are taken from where they are published, while they are right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ombrelle.cache import Cache
from ombrelle.outputs.output import Output
from ombrelle.outputs.recalled import Recall
from ombrelle.stage import Stage
from ombrelle.views.edition import Edition


class Maker:
    """Makes two files, and counts how often; with `asks`, one of them shows a text."""

    def __init__(self, *, asks: bool = False) -> None:
        self.times, self._asks = 0, asks

    def __call__(self, edition: Edition) -> Iterator[Output]:
        self.times += 1
        if self._asks:
            edition.bodies.fragments.get("content/pages/about.fr.md")
        yield Output("data/a.json", b"1")
        yield Output("data/b.json", b"2")


@pytest.fixture
def published(tmp_path: Path) -> Path:
    folder = tmp_path / "public"
    (folder / "data").mkdir(parents=True)
    (folder / "data/a.json").write_bytes(b"1")
    (folder / "data/b.json").write_bytes(b"2")
    return folder


def run(make: Maker, published: Path, edition: Edition, base: str = "a base") -> list[Output]:
    """The files of a build, after which the cache is settled."""
    cache = Cache(published.parent / "build.db")
    recall = Recall(cache, Stage(published.parent / "spare", published), base)
    found = list(recall.files("data", make, edition))
    cache.settle()
    return found


def test_they_are_made_once(published: Path, rich: Edition) -> None:
    """On the same base they are read; on another one they are made."""
    make = Maker()
    first = run(make, published, rich)
    assert (run(make, published, rich), make.times) == (first, 1)
    assert (run(make, published, rich, "another"), make.times) == (first, 2)


@pytest.mark.parametrize("harm", ["changed", "gone", "a folder"])
def test_a_file_that_is_not_what_was_made_is_made_again(harm: str, published: Path, rich: Edition) -> None:
    """Whoever changed it, whatever stands there."""
    make = Maker()
    first = run(make, published, rich)
    spoilt = published / "data/b.json"
    spoilt.unlink()
    if harm == "changed":
        spoilt.write_bytes(b"3")
    elif harm == "a folder":
        spoilt.mkdir()
    assert (run(make, published, rich), make.times) == (first, 2)


def test_what_shows_a_text_is_made_each_time(published: Path, rich: Edition) -> None:
    """The words of texts are not of the base."""
    make = Maker(asks=True)
    run(make, published, rich)
    run(make, published, rich)
    assert make.times == 2


def test_nothing_is_read_outside_of_what_is_published(published: Path, tmp_path: Path) -> None:
    """A cache that somebody else wrote names no other file."""
    (tmp_path / "secret").write_bytes(b"1")
    stage = Stage(tmp_path / "spare", published)
    one = "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b"
    assert stage.published("data/a.json", one) == b"1"
    assert stage.published("../secret", one) is None
    assert stage.published(str(tmp_path / "secret"), one) is None
