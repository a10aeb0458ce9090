"""The site in memory: brought up to date at each save, and what it can show while a file is broken."""

from __future__ import annotations

import time
import traceback
from collections.abc import Iterator

from ombrelle.build import Options, prepare
from ombrelle.memory import Memory
from ombrelle.problems import Problem, Problems, Severity
from ombrelle.route import Page
from ombrelle.serve.behind import behind
from ombrelle.serve.outcome import Outcome
from ombrelle.serve.showing import Showing


class LiveSite:
    """The site of `options` as its files are; where they have errors, as it last was without.

    `now` is None until the site is known. `of_files` is what is wrong with the files, as of the last
    `refresh`; `of_pages` what was last found wrong with finished pages.
    """

    def __init__(self, options: Options) -> None:
        self._options = options
        self._memory = Memory()
        self._good: Showing | None = None
        self.now: Showing | None = None
        self.of_files: Outcome | None = None
        self.of_pages = Outcome()

    def refresh(self) -> Outcome:
        """Read what changed. Never raises: a bug of ours is in the outcome, and nothing else changes."""
        started, problems = time.perf_counter(), Problems()
        try:
            edition = prepare(self._options, problems, self._memory)
        except Exception:
            # Whatever it is, it is told, and the next save is tried.
            self.of_files = Outcome(bug=traceback.format_exc(), seconds=time.perf_counter() - started)
            return self.of_files
        if edition:
            self.now = Showing(edition, self.now)
        pages = len(edition.routes.pages) if edition else 0
        self.of_files = Outcome(tuple(problems), pages, time.perf_counter() - started)
        if edition and self.of_files.is_sound:
            self._good = self.now
        return self.of_files

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that is known to be wrong, files first."""
        of_files = self.of_files.problems if self.of_files else ()
        return (*of_files, *self.of_pages.problems)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Those of the problems that stop a release."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)

    @property
    def bug(self) -> str:
        """The traceback of a fault of ours, "" while there is none."""
        return (self.of_files.bug if self.of_files else "") or self.of_pages.bug

    def candidates(self, path: str) -> Iterator[tuple[Showing, Page]]:
        """The page at an address as it may be shown, the best first: as it is now, or before its errors."""
        if self.now is None:
            return
        page, former = self.now.page(path), self._former(path)
        now = [(self.now, page)] if page else []
        before = [(self._good, former)] if self._good and former else []
        has_lost = page is None or (former is not None and former.origin != page.origin)
        if former and has_lost:
            yield from (*before, *now) if self._is_broken(former) else now
        else:
            yield from (*now, *before)

    def _former(self, path: str) -> Page | None:
        """The page of before the errors, None when there are none."""
        return self._good.page(path) if self._good and self._good is not self.now else None

    def _is_broken(self, former: Page) -> bool:
        """Whether a page of before lacks something because a file of its own has an error."""
        assert self.now is not None
        assert self._good is not None
        watched = behind(self._good.edition, former).watched
        is_known = former.entry is not None and former.entry.key in self.now.edition.library.content.broken
        return is_known or any(problem.location.path in watched for problem in self.errors)
