"""Mechanical repairs of what the check found: `check --fix`.

check ─► repairs (what mends it) ─► a copy, checked again, until nothing more can be mended ─► sound?

An error of syntax hides the faults behind it, so that there may be several rounds. Nothing is written into
the project here: `changes.apply` does it with what this gives.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from ombrelle.build import DEFAULT_THEME, Options, prepare
from ombrelle.changes import Changes, apply, copy_content
from ombrelle.load import read_all
from ombrelle.load.discover import CONTENT, QUARTIERS, discover
from ombrelle.load.scope import EVERYTHING
from ombrelle.memory import Memory
from ombrelle.problems import Problem, Problems
from ombrelle.repair.https import secured
from ombrelle.repair.repairs import changes_something, repair_for
from ombrelle.repair.soundness import is_sound
from ombrelle.sources.edits import Edit, edited, read_raw
from ombrelle.sources.files import read_text
from ombrelle.spoken import listening
from ombrelle.translations.carry import carried
from ombrelle.translations.record import check_records

__all__ = ["Repaired", "repair"]

MOST_ROUNDS = 100
"""Faults of syntax come one at a time; a file that has more of them is not mended line by line."""

Wanted = Callable[[str], bool]
"""Whether a file is to be mended, by its path from the root."""


@dataclass(frozen=True, slots=True)
class Repaired:
    """The mended files by path, how many repairs each has, and the problems of the scope with them."""

    texts: Mapping[str, str]
    repairs: Mapping[str, int]
    problems: tuple[Problem, ...]


def repair(options: Options, wanted: Wanted, *, https: bool = False) -> Repaired:
    """Work out what can be mended with certainty, and try it in a copy.

    A file holds all of its repairs or, when it is not sound with them, none. `https`: the author says that
    the addresses in those files answer to https.
    """
    options = replace(options, theme=options.theme or options.root / DEFAULT_THEME)
    memory = Memory()
    found = _checked(options, memory)
    with tempfile.TemporaryDirectory(prefix="ombrelle-") as name:
        trial = _Trial(options, Path(name), wanted, memory, found)
        trial.mend(https=https)
        if https:
            trial.secure()
            trial.mend(https=True)
        return trial.result()


@dataclass(slots=True)
class _Trial:
    """A copy of the site in which the repairs are made; `found` is what it has, `first` what it had."""

    options: Options
    folder: Path
    wanted: Wanted
    memory: Memory
    first: tuple[Problem, ...]
    found: tuple[Problem, ...] = ()
    texts: dict[str, str] = field(default_factory=dict)
    mended: dict[str, list[Problem]] = field(default_factory=dict)
    edits: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.found = self.first

    def mend(self, *, https: bool) -> None:
        """Repair until nothing is left that can be."""
        for _ in range(MOST_ROUNDS):
            plan = self._plan(https=https)
            if not plan:
                return
            for path, repairs in plan.items():
                self.mended.setdefault(path, []).extend(repairs.values())
            self.make({path: list(repairs) for path, repairs in plan.items()})

    def secure(self) -> None:
        """Put https in place of http, once mended: a fault of syntax hides what is behind it."""
        paths = filter(self.wanted, _readable(self.options.root))
        edits = {path: list(secured(path, self._text(path))) for path in paths}
        self.make({path: changes for path, changes in edits.items() if changes})

    def make(self, edits: Mapping[str, list[Edit]]) -> None:
        """Change the files of the copy, and check it again."""
        if not edits:
            return
        for path, changes in edits.items():
            self.texts[path] = edited(self._text(path), changes)
            self.edits[path] = self.edits.get(path, 0) + len(changes)
        self._write(self.texts)

    def result(self) -> Repaired:
        """The repairs of the files that are sound with them."""
        unsound = {path for path in self.texts if not self._is_sound(path)}
        if unsound:
            self._write({path: read_raw(self.options.root, path) for path in unsound})
        texts = {path: text for path, text in self.texts.items() if path not in unsound}
        every = (*self.found, *_in_other_languages(self._now(), self.memory))
        found = tuple(problem for problem in every if self.options.scope.concerns(problem))
        return Repaired({**texts, **self._records(texts)}, {path: self.edits[path] for path in texts}, found)

    def _records(self, texts: Mapping[str, str]) -> dict[str, str]:
        """What translations were made from, as it is with these texts: nobody has to look at them again."""
        roots = (self.options.root, self.folder) if texts else ()
        contents = [read_all(root, discover(root, Problems()), Problems(), self.memory) for root in roots]
        before, after = contents or (None, None)
        return dict(carried(self.folder, before, after, texts, str)) if before and after else {}

    def _plan(self, *, https: bool) -> dict[str, dict[Edit, Problem]]:
        """The next repairs by file. Of two that overlap the second waits: the first may have mended both."""
        plan: dict[str, dict[Edit, Problem]] = {}
        for problem in self.found:
            path = problem.location.path
            edit = self._edit(problem, https=https) if _is_content(path) and self.wanted(path) else None
            if edit and not any(_overlap(edit, other) for other in plan.get(path, ())):
                plan.setdefault(path, {})[edit] = problem
        return plan

    def _edit(self, problem: Problem, *, https: bool) -> Edit | None:
        mend = repair_for(problem.code, https=https)
        if mend is None:
            return None
        text = self._text(problem.location.path)
        edit = mend(text, problem)
        return edit if edit and changes_something(text, edit) else None

    def _is_sound(self, path: str) -> bool:
        return is_sound(path, self.first, self.found, self.mended.get(path, ()))

    def _text(self, path: str) -> str:
        return self.texts[path] if path in self.texts else read_raw(self.options.root, path)

    def _now(self) -> Options:
        """What checks the files as they are now: the copy, once there is one."""
        return replace(self.options, root=self.folder) if any(self.folder.iterdir()) else self.options

    def _write(self, texts: Mapping[str, str]) -> None:
        if not any(self.folder.iterdir()):
            copy_content(self.options.root, self.folder)
        apply(self.folder, Changes({}, texts))
        again = _checked(replace(self.options, root=self.folder), self.memory)
        elsewhere = (problem for problem in self.first if not _is_content(problem.location.path))
        inside = (problem for problem in again if _is_content(problem.location.path))
        self.found = (*elsewhere, *inside)


def _checked(options: Options, memory: Memory) -> tuple[Problem, ...]:
    problems = Problems()
    prepare(options, problems, memory)
    check_records(options.root, problems)
    return tuple(problems)


def _in_other_languages(options: Options, memory: Memory) -> tuple[Problem, ...]:
    """What is judged beside a check of all files: no repair comes of it, so once is enough."""
    problems = Problems()
    edition = prepare(options, Problems(), memory) if options.scope is EVERYTHING else None
    if edition:
        with listening(edition.library.content, options) as tell:
            tell(problems)
    return tuple(problems)


def _readable(root: Path) -> Iterator[str]:
    """The files of the content that can be read, facts and texts."""
    for top in (CONTENT, QUARTIERS):
        for file in sorted((root / top).rglob("*.*")):
            path = file.relative_to(root).as_posix()
            if file.suffix not in {".yaml", ".md"} or not file.is_file() or file.is_symlink():
                continue
            if read_text(root, path, Problems()) is not None:
                yield path


def _is_content(path: str) -> bool:
    return path.partition("/")[0] in {CONTENT, QUARTIERS}


def _overlap(one: Edit, other: Edit) -> bool:
    """Whether two changes touch: then the order in which they are made would count."""
    start, end = max(one, other, key=_start), min(one, other, key=_end)
    return _start(start) <= _end(end)


def _start(edit: Edit) -> tuple[int, int]:
    return edit.line, edit.column


def _end(edit: Edit) -> tuple[int, int]:
    return edit.end_line, edit.end_column
