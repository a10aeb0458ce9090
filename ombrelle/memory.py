"""What one run learnt for the next: values by what they were made from, with the faults told on the way.

A run is handed a `Memory`, or `FORGETFUL`, which makes everything anew. Only what is made from its key and
its files alone may be remembered, and nothing may change it afterwards.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from ombrelle.cache import NOWHERE, Cache
from ombrelle.problems import Problem, Problems

T = TypeVar("T")


class Forgetful:
    """Remembers nothing of the last run: what is asked for is made, or found in the cache on the disk."""

    def __init__(self, cache: Cache = NOWHERE) -> None:
        self.cache = cache

    def recall(self, key: Hashable, make: Callable[[Problems], T], problems: Problems) -> T:  # noqa: ARG002
        """What `make` gives for `key`; the faults that it tells go to `problems`, now and each time after."""
        return make(problems)

    def read(
        self,
        key: Hashable,  # noqa: ARG002
        files: Iterable[Path],  # noqa: ARG002
        make: Callable[[Problems], T],
        problems: Problems,
    ) -> T:
        """The same for what is made from the content of `files` too."""
        return make(problems)

    def settle(self) -> None:
        """End a run that went through: what it did not ask for is forgotten."""


FORGETFUL = Forgetful()


@dataclass(frozen=True, slots=True)
class _Made:
    value: Any
    problems: tuple[Problem, ...]


class Memory(Forgetful):
    """Remembers what the last run that went through asked for. For one thread."""

    def __init__(self) -> None:
        super().__init__()
        self._made: dict[Hashable, _Made] = {}
        self._used: set[Hashable] = set()

    def recall(self, key: Hashable, make: Callable[[Problems], T], problems: Problems) -> T:
        """What was made for `key`, else what `make` gives now."""
        made = self._made.get(key) or self._keep(key, make)
        value: T = self._give(key, made, problems)
        return value

    def read(
        self, key: Hashable, files: Iterable[Path], make: Callable[[Problems], T], problems: Problems
    ) -> T:
        """The same while no file changed; what was read while one did is not remembered."""
        paths = tuple(files)
        stamped = (key, _stamps(paths))
        made = self._made.get(stamped)
        if made is None:
            made = self._keep(stamped, make)
            if _stamps(paths) != stamped[1]:
                del self._made[stamped]
        value: T = self._give(stamped, made, problems)
        return value

    def settle(self) -> None:
        """Forget what was not asked for since the last time."""
        self._made = {key: made for key, made in self._made.items() if key in self._used}
        self._used.clear()

    def _keep(self, key: Hashable, make: Callable[[Problems], T]) -> _Made:
        own = Problems()
        value = make(own)
        made = self._made[key] = _Made(value, tuple(own))
        return made

    def _give(self, key: Hashable, made: _Made, problems: Problems) -> Any:
        self._used.add(key)
        problems.extend(made.problems)
        return made.value


def _stamps(paths: Iterable[Path]) -> tuple[tuple[str, str], ...]:
    return tuple((str(path), _stamp(path)) for path in paths)


def _stamp(path: Path) -> str:
    """The digest of a file's bytes; why there is none for one that cannot be read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        return type(error).__name__
