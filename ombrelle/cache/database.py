"""The file of the cache: SQLite, so that a build that is killed leaves what was there before, whole."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ombrelle.cache.recipes import Recipe, Rendering, changes

_TABLES = """
create table if not exists works (key text primary key, value blob, seal blob);
create table if not exists uses (key text primary key, build integer) without rowid;
create table if not exists recipes (path text primary key, recipe text, build integer, changed text);
create table if not exists builds (number integer primary key autoincrement);
"""
_BUILDS = 8
"""Builds after which what none of them used is forgotten: those of a few branches in turn."""

_LEVEL = 1
_SEAL = 16  # bytes


@dataclass(frozen=True, slots=True)
class Kept:
    """Bytes to be kept: compressed, and sealed with their key."""

    key: str
    value: bytes
    seal: bytes


class Cache:
    """A cache at a path; without one, it keeps nothing and knows nothing.

    With a secret, only who knows it can make a seal. Without, the seal tells damage alone.
    """

    def __init__(self, path: Path | None, secret: str = "") -> None:
        self._path = path
        self._secret = hashlib.sha256(secret.encode()).digest()
        self._reader: tuple[int, sqlite3.Connection | None] = (0, None)
        self._used: list[str] = []
        self._kept: list[Kept] = []
        self._recipes: dict[str, Recipe] = {}
        self._paths: set[str] = set()

    def __reduce__(self) -> tuple[object, ...]:
        return _again, (self._path, self._secret)

    def get(self, key: str) -> bytes | None:
        """The bytes that were kept for a key; None where there are none, or not those that were sealed."""
        row = self._row("select value, seal from works where key = ?", key)
        if row is None or not isinstance(row[0], bytes) or self._seal(key, row[0]) != row[1]:
            return None
        return zlib.decompress(row[0])

    @property
    def keeps(self) -> bool:
        """Whether it has a place to keep anything."""
        return self._path is not None

    def seal(self, key: str, content: bytes) -> Kept | None:
        """Bytes, ready to be kept, which any process may do; None where nothing is kept."""
        if not self.keeps:
            return None
        value = zlib.compress(content, _LEVEL)
        return Kept(key, value, self._seal(key, value))

    def rendering(self, path: str) -> Rendering | None:
        """What is known of a page from when it was last rendered."""
        row = self._row("select recipe, build, changed from recipes where path = ?", path)
        try:
            return Rendering(json.loads(row[0]), int(row[1]), tuple(json.loads(row[2]))) if row else None
        except (TypeError, ValueError):
            return None

    @property
    def builds(self) -> int:
        """The number of the last build that was kept; 0 where there was none."""
        row = self._row("select max(number) from builds where number > ?", 0)
        return int(row[0] or 0) if row else 0

    def use(self, key: str) -> bytes | None:
        """The same for who ends the build: what it uses is not forgotten."""
        content = self.get(key)
        if content is not None:
            self._used.append(key)
        return content

    def still_use(self, keys: Iterable[str]) -> None:
        """What these keys name is not forgotten, though this build had no need to look at it."""
        self._used += keys

    def keep(self, kept: Kept | None) -> None:
        """Keep something for the next build, once this one goes through."""
        if kept:
            self._kept.append(kept)

    def recall(self, key: str, make: Callable[[], bytes]) -> bytes:
        """The bytes of a key, made and kept where there are none."""
        content = self.use(key)
        if content is None:
            content = make()
            self.keep(self.seal(key, content))
        return content

    def note(self, used: Iterable[str], recipes: Mapping[str, Recipe], paths: Iterable[str]) -> None:
        """Note how the pages came about, for the end of the build.

        `used` are keys that other processes asked for, `recipes` those of the pages that were rendered,
        `paths` all the pages that there are.
        """
        if not self.keeps:
            return
        self._used += used
        self._recipes = dict(recipes)
        self._paths = set(paths)

    def settle(self) -> None:
        """End a build that went through: all is kept, or nothing. A disk that refuses is done without."""
        if self._path is None:
            return
        self.close()
        with suppress(OSError, sqlite3.Error), _writing(self._path) as database:
            number = database.execute("insert into builds default values").lastrowid or 0
            rows = ((it.key, it.value, it.seal) for it in self._kept)
            database.executemany("insert or replace into works values (?, ?, ?)", rows)
            used = {*self._used, *(it.key for it in self._kept)}
            database.executemany("insert or replace into uses values (?, ?)", ((key, number) for key in used))
            _forget(database, number - _BUILDS)
            _remember(database, self._recipes, self._paths, number)
        self._used, self._kept, self._recipes = [], [], {}

    def close(self) -> None:
        """Let go of the file."""
        connection = self._reader[1]
        if connection is not None and self._reader[0] == os.getpid():
            connection.close()
        self._reader = (0, None)

    def _seal(self, key: str, value: bytes) -> bytes:
        seal = hashlib.blake2b(key.encode() + b"\0", key=self._secret, digest_size=_SEAL)
        seal.update(value)
        return seal.digest()

    def _row(self, query: str, value: object) -> tuple[Any, ...] | None:
        connection = self._connection()
        if connection is None:
            return None
        try:
            row: tuple[Any, ...] | None = connection.execute(query, (value,)).fetchone()
        except sqlite3.Error:
            return None
        return row

    def _connection(self) -> sqlite3.Connection | None:
        """A connection of this process: one that came along in a fork is not its own."""
        if self._path is None:
            return None
        if self._reader[0] != os.getpid():
            self._reader = (os.getpid(), _reading(self._path))
        return self._reader[1]


NOWHERE = Cache(None)
"""The cache of a run that keeps nothing."""


def _again(path: Path | None, secret: bytes) -> Cache:
    """The same cache in another process."""
    cache = Cache(path)
    cache._secret = secret
    return cache


def _reading(path: Path) -> sqlite3.Connection | None:
    """To read, but as who may write: what a build that was killed left half done must be taken back first.

    https://sqlite.org/lockingv3.html#dealing_with_hot_journals
    """
    try:
        return sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)
    except sqlite3.Error:
        return None


@contextmanager
def _writing(path: Path) -> Iterator[sqlite3.Connection]:
    """The file, open for one transaction; one that is no database is made anew."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        database = _opened(path)
    except sqlite3.DatabaseError:
        path.unlink(missing_ok=True)
        database = _opened(path)
    try:
        with database:
            yield database
    finally:
        database.close()


def _opened(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path)
    try:
        database.executescript(_TABLES)
    except sqlite3.Error:
        database.close()
        raise
    return database


def _forget(database: sqlite3.Connection, number: int) -> None:
    """Forget what no build after one of a number used. What is large is apart from what each build writes."""
    old = database.execute("select key from uses where build <= ?", (number,)).fetchall()
    for table in ("works", "uses"):
        database.executemany(f"delete from {table} where key = ?", old)  # noqa: S608 names of ours


def _remember(
    database: sqlite3.Connection, recipes: Mapping[str, Recipe], paths: set[str], number: int
) -> None:
    """Note what the rendered pages were made from, and forget the pages that are gone."""
    known = {path for (path,) in database.execute("select path from recipes")}
    database.executemany("delete from recipes where path = ?", ((path,) for path in known - paths))
    for path, recipe in recipes.items():
        row = database.execute("select recipe from recipes where path = ?", (path,)).fetchone()
        changed = changes(recipe, json.loads(row[0]) if row else None)
        values = (path, json.dumps(recipe), number, json.dumps(changed))
        database.execute("insert or replace into recipes values (?, ?, ?, ?)", values)
