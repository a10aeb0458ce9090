"""What builds keep: found by its key, believed by its seal, whole or not there."""

from __future__ import annotations

import pickle
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombrelle.cache import NOWHERE, Cache
from ombrelle.cache.recipes import NEW, recipe_of
from ombrelle.render import Renderer
from ombrelle.views.edition import Edition

KEPT = {"a" * 32: b"one", "b" * 32: b"two" * 1000, "c" * 32: b""}


def filled(path: Path, secret: str = "") -> Cache:
    cache = Cache(path, secret)
    for key, content in KEPT.items():
        cache.keep(cache.seal(key, content))
    cache.note((), {"fr/index.html": {"title": "1", "main": "2"}}, ["fr/index.html"])
    cache.settle()
    return cache


def test_what_was_kept_is_found(tmp_path: Path) -> None:
    """By the next build, by another process, and nothing else is."""
    cache = filled(tmp_path / "build.db")
    for each in (cache, Cache(tmp_path / "build.db"), pickle.loads(pickle.dumps(cache))):  # noqa: S301 our own
        assert {key: each.get(key) for key in KEPT} == KEPT
        assert each.get("d" * 32) is None


def test_nothing_is_kept_before_the_build_went_through(tmp_path: Path) -> None:
    """A build that ends before leaves what was there."""
    cache = Cache(tmp_path / "build.db")
    cache.keep(cache.seal("a" * 32, b"one"))
    assert Cache(tmp_path / "build.db").get("a" * 32) is None
    assert not (tmp_path / "build.db").exists()


def test_what_no_build_uses_any_more_is_forgotten(tmp_path: Path) -> None:
    """After eight builds; what is used stays."""
    filled(tmp_path / "build.db")
    cache = NOWHERE
    for _ in range(8):
        cache = Cache(tmp_path / "build.db")
        assert cache.use("a" * 32) == b"one"
        cache.settle()
    assert [key for key in KEPT if cache.get(key) is not None] == ["a" * 32]


@given(st.binary(max_size=40))
def test_a_file_that_is_no_cache_is_done_without(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    """Whatever stands there, nothing is found, nothing is raised, and the next build has a cache again."""
    path = tmp_path_factory.mktemp("cache") / "build.db"
    path.write_bytes(content)
    assert Cache(path).get("a" * 32) is None
    assert Cache(path).builds == 0
    assert filled(path).get("a" * 32) == b"one"


@given(st.integers(0, 40_000), st.integers(1, 255))
def test_a_damaged_file_gives_what_was_kept_or_nothing(
    tmp_path_factory: pytest.TempPathFactory, at: int, change: int
) -> None:
    """One byte anywhere: a value is that which was kept, or is made anew."""
    path = tmp_path_factory.mktemp("cache") / "build.db"
    filled(path)
    content = bytearray(path.read_bytes())
    content[at % len(content)] ^= change
    path.write_bytes(content)
    cache = Cache(path)
    assert all(cache.get(key) in {value, None} for key, value in KEPT.items())
    cache.rendering("fr/index.html")
    cache.close()
    filled(path)


@pytest.mark.parametrize("value", [b"\x78\x01", None, 5, "text"])
def test_what_was_not_sealed_is_not_used(tmp_path: Path, value: object) -> None:
    """A row that someone wrote, with the seal of another, is as if it were not there."""
    path = tmp_path / "build.db"
    filled(path)
    with sqlite3.connect(path) as database:
        database.execute("update works set value = ?", (value,))
    database.close()
    assert [Cache(path).get(key) for key in KEPT] == [None] * 3


def test_who_does_not_know_the_secret_cannot_put_anything_in(tmp_path: Path) -> None:
    """A cache that others sealed has nothing to say."""
    filled(tmp_path / "build.db", "theirs")
    assert [Cache(tmp_path / "build.db", "ours").get(key) for key in KEPT] == [None] * 3
    assert Cache(tmp_path / "build.db", "theirs").get("a" * 32) == b"one"


def test_a_disk_that_refuses_is_done_without(tmp_path: Path) -> None:
    """A build ends well where its cache cannot be written."""
    (tmp_path / "file").write_text("")
    assert filled(tmp_path / "file/build.db").get("a" * 32) is None
    assert filled(tmp_path).get("a" * 32) is None


def test_a_build_that_was_killed_while_it_kept_is_taken_back(tmp_path: Path) -> None:
    """What was there before is found, though half of something else has been written over it."""
    path, journal = tmp_path / "build.db", tmp_path / "build.db-journal"
    filled(path)
    writing = sqlite3.connect(path, isolation_level=None)
    writing.execute("pragma cache_size = 1")
    writing.execute("begin immediate")
    writing.execute("update works set value = zeroblob(100000), seal = zeroblob(16)")
    spoiled, undo = path.read_bytes(), journal.read_bytes()
    writing.execute("rollback")
    writing.close()
    assert spoiled != path.read_bytes()
    path.write_bytes(spoiled)
    journal.write_bytes(undo)
    assert {key: Cache(path).get(key) for key in KEPT} == KEPT


def test_a_run_without_a_cache_keeps_nothing() -> None:
    """It asks for nothing and leaves nothing."""
    NOWHERE.keep(NOWHERE.seal("a" * 32, b"one"))
    NOWHERE.note(["b" * 32], {"fr/index.html": {"title": "1"}}, ["fr/index.html"])
    before = pickle.dumps(vars(Cache(None)))
    assert pickle.dumps(vars(NOWHERE)) == before
    NOWHERE.settle()
    assert NOWHERE.get("a" * 32) is None
    assert NOWHERE.builds == 0


def test_what_changed_in_a_page_is_known(tmp_path: Path) -> None:
    """New, then the parts that differ; a page that is gone is forgotten."""
    path = tmp_path / "build.db"
    cache = filled(path)
    first = cache.rendering("fr/index.html")
    assert first is not None
    assert (first.build, first.changed) == (1, (NEW,))
    cache.note((), {"fr/index.html": {"title": "1", "main": "3", "more": "4"}}, ["fr/index.html"])
    cache.settle()
    second = cache.rendering("fr/index.html")
    assert second is not None
    assert (second.build, second.changed) == (2, ("main", "more"))
    cache.note((), {}, [])
    cache.settle()
    assert cache.rendering("fr/index.html") is None


def test_a_recipe_names_each_part_of_a_view(rich: Edition) -> None:
    """What a page shows is there part by part, that of its own view too."""
    page = rich.routes.page("startup:alpha", "fr")
    assert page is not None
    recipe = recipe_of({"program": "1"}, Renderer(rich).view(page), {})
    assert recipe["program"] == "1"
    assert {"title", "chrome", "head", "main.pitch"} <= recipe.keys()
