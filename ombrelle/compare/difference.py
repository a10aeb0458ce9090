"""What differs between two sides: pages, faults, sizes, translations left behind, files touched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ombrelle.compare.pages import ChangedPage, changed_pages
from ombrelle.compare.snapshot import Passage, Snapshot, Translation
from ombrelle.problems import Problem, Value

NOTABLE_BYTES, NOTABLE_SHARE = 10_000, 0.2
"""A file grew notably by at least so many bytes and at least such a share of what it was."""

HEAVY_BYTES = 100_000
"""A new file is notable from so many bytes: no page of text weighs as much, a picture may."""


@dataclass(frozen=True, slots=True)
class Growth:
    """An output that grew notably: its bytes before (0 for one that is new) and after."""

    path: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Stale:
    """A translation of which some passages have another source than it was made from."""

    path: str
    language: str
    passages: int


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs. `stale` are the translations that are so by the change."""

    pages: tuple[ChangedPage, ...]
    new_problems: tuple[Problem, ...]
    mended: int
    grown: tuple[Growth, ...]
    touched: tuple[str, ...]
    stale: tuple[Stale, ...]


def difference(before: Snapshot, after: Snapshot) -> Difference:
    """Compare two sides."""
    old, new = before.problems or (), after.problems or ()
    touched = _touched(before.sources, after.sources)
    are_built = before.is_built and after.is_built
    return Difference(
        pages=changed_pages(before, after, touched) if are_built else (),
        new_problems=_surplus(new, old),
        mended=len(_surplus(old, new)) if before.problems is not None else 0,
        grown=_grown(before.sizes, after.sizes),
        touched=touched,
        stale=tuple(_stale(before.stale, after.stale)) if before.sources is not None else (),
    )


def _surplus(these: Iterable[Problem], those: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems of one side that the other has not, wherever in its file each stands."""
    known = Counter(map(_identity, those))
    found = []
    for problem in these:
        if known[_identity(problem)]:
            known[_identity(problem)] -= 1
        else:
            found.append(problem)
    return tuple(found)


def _identity(problem: Problem) -> tuple[str, str, tuple[tuple[str, Value], ...]]:
    return problem.location.path, problem.code, problem.values


def _grown(before: Mapping[str, int], after: Mapping[str, int]) -> tuple[Growth, ...]:
    """The heaviest growth first; nothing where the sizes of before are not known."""
    if not before:
        return ()
    grown = [Growth(path, before.get(path, 0), size) for path, size in after.items()]
    notable = [each for each in grown if each.after - each.before >= _least(each.before)]
    return tuple(sorted(notable, key=lambda each: (each.before - each.after, each.path)))


def _least(before: int) -> float:
    return max(NOTABLE_BYTES, NOTABLE_SHARE * before) if before else HEAVY_BYTES


def _touched(before: Mapping[str, str] | None, after: Mapping[str, str] | None) -> tuple[str, ...]:
    if before is None or after is None:
        return ()
    return tuple(path for path in sorted({*before, *after}) if before.get(path) != after.get(path))


def _stale(
    before: Mapping[Translation, frozenset[Passage]], after: Mapping[Translation, frozenset[Passage]]
) -> Iterator[Stale]:
    """The translations of which more is to be looked at again than before."""
    for (path, language), passages in after.items():
        new = passages - before.get((path, language), frozenset())
        if new:
            yield Stale(path, language, len(new))
