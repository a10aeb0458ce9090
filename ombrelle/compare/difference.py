"""What differs between two sides: pages, faults, sizes, translations left behind, files touched."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ombrelle.compare.snapshot import Snapshot
from ombrelle.problems import Problem, Value

NOTABLE_BYTES, NOTABLE_SHARE = 10_000, 0.2
"""A file grew notably by at least so many bytes and at least such a share of what it was."""

HEAVY_BYTES = 100_000
"""A new file is notable from so many bytes: no page of text weighs as much, a picture may."""

_PAGE = re.compile(r"(?P<lang>[a-z]{2,3}(?:-[A-Za-z0-9]+)*)/(?:.*/)?index\.html")
_TEXT = re.compile(r"(?P<stem>.*)\.(?P<lang>[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)\.md")


@dataclass(frozen=True, slots=True)
class PageChanges:
    """The pages of one language by their address; `moved` are former and present addresses."""

    changed: tuple[str, ...]
    added: tuple[str, ...]
    moved: tuple[tuple[str, str], ...]
    gone: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many pages differ."""
        return len(self.changed) + len(self.added) + len(self.moved) + len(self.gone)


@dataclass(frozen=True, slots=True)
class Growth:
    """An output that grew notably: its bytes before (0 for one that is new) and after."""

    path: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs. `pages` are by language; `stale` are translations whose source alone changed."""

    pages: Mapping[str, PageChanges]
    new_problems: tuple[Problem, ...]
    mended: int
    grown: tuple[Growth, ...]
    touched: tuple[str, ...]
    stale: tuple[str, ...]


def difference(before: Snapshot, after: Snapshot, source_language: str) -> Difference:
    """Compare two sides; `source_language` is the one from which texts are translated."""
    old, new = before.problems or (), after.problems or ()
    touched = _touched(before.sources, after.sources)
    return Difference(
        pages=_pages(before, after) if before.is_built and after.is_built else {},
        new_problems=_surplus(new, old),
        mended=len(_surplus(old, new)) if before.problems is not None else 0,
        grown=_grown(before.sizes, after.sizes),
        touched=touched,
        stale=tuple(_stale(touched, before.sources or {}, after.sources or {}, source_language)),
    )


def _pages(before: Snapshot, after: Snapshot) -> dict[str, PageChanges]:
    paths = {*before.outputs, *after.outputs}
    langs = sorted({page["lang"] for path in paths if (page := _PAGE.fullmatch(path))})
    found = {lang: _pages_of(lang, before, after) for lang in langs}
    return {lang: changes for lang, changes in found.items() if changes.count}


def _pages_of(lang: str, before: Snapshot, after: Snapshot) -> PageChanges:
    old, new = _addresses(before.outputs, lang), _addresses(after.outputs, lang)
    targets = {address: after.redirects.get(address.rstrip("/"), "") for address in sorted(old.keys() - new)}
    moved = {address: target for address, target in targets.items() if target}
    return PageChanges(
        changed=tuple(address for address in sorted(old.keys() & new) if old[address] != new[address]),
        added=tuple(address for address in sorted(new.keys() - old) if address not in moved.values()),
        moved=tuple(moved.items()),
        gone=tuple(address for address in targets if address not in moved),
    )


def _addresses(outputs: Mapping[str, str], lang: str) -> dict[str, str]:
    """The pages of a language: their hashes by their address from the root."""
    matches = (_PAGE.fullmatch(path) for path in outputs)
    return {
        f"/{page[0].removesuffix('index.html')}": outputs[page[0]]
        for page in matches
        if page and page["lang"] == lang
    }


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
    touched: Iterable[str], before: Mapping[str, str], after: Mapping[str, str], source: str
) -> Iterator[str]:
    """The translations that stay as they were while the text in the language of the sources changed."""
    changed = set(touched)
    sources = {
        f"{text['stem']}." for path in changed if (text := _TEXT.fullmatch(path)) and text["lang"] == source
    }
    known = {stem for stem in sources if f"{stem}{source}.md" in before and f"{stem}{source}.md" in after}
    for path in after:
        text = _TEXT.fullmatch(path)
        if text and f"{text['stem']}." in known and text["lang"] != source and path not in changed:
            yield path
