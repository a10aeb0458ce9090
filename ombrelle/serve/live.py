"""The site in memory: brought up to date at each save, and what it can show while a file is broken."""

from __future__ import annotations

import time
import traceback
from collections.abc import Collection, Iterator
from pathlib import Path
from secrets import token_hex

from ombrelle.build import Options, prepare
from ombrelle.memory import Memory
from ombrelle.problems import Problem, Problems, Severity
from ombrelle.route import Page
from ombrelle.serve.apart import districts_touched, names_of
from ombrelle.serve.behind import behind
from ombrelle.serve.outcome import Outcome
from ombrelle.serve.retouch import retouched
from ombrelle.serve.showing import Showing


class LiveSite:
    """The site of `options` as its files are; where they have errors, as it last was without.

    `now` is None until the site is known. `of_files` is what is wrong with the files, as of the last
    `refresh`; `of_pages` what was last found wrong with finished pages. `version` is another one whenever
    what is answered may be.
    """

    def __init__(self, options: Options) -> None:
        self._options = options
        self._memory = Memory()
        self._good: Showing | None = None
        self.now: Showing | None = None
        self._was_retouched, self._has_unread = False, False
        self._touched: frozenset[str] | None = None
        self.of_files: Outcome | None = None
        self._of_pages = Outcome()
        # Of no other run: a page that stayed open over a restart is told too.
        self._run, self._changes = token_hex(4), 0

    @property
    def version(self) -> str:
        """The name of what is answered now."""
        return f"{self._run}-{self._changes}"

    @property
    def of_pages(self) -> Outcome:
        """What was last found wrong with finished pages."""
        return self._of_pages

    @of_pages.setter
    def of_pages(self, outcome: Outcome) -> None:
        if outcome.problems != self._of_pages.problems:
            self._changes += 1
        self._of_pages = outcome

    def take(self, saved: Collection[Path]) -> bool:
        """Show saved files at once, if they are texts of which only the body changed.

        Whether all that was saved is shown; what is not waits for `refresh`.
        """
        if self._retouch(saved):
            self._was_retouched = True
        else:
            self._has_unread = True
        return not self._has_unread

    def _retouch(self, saved: Collection[Path]) -> bool:
        if self.now is None or self.now is not self._good:
            return False
        edition = retouched(self.now.edition, saved, self._memory)
        if edition is None:
            return False
        self.now = self._good = Showing(edition, self.now)
        self._changes += 1
        return True

    def refresh(self) -> Outcome:
        """Read what changed. Never raises: a bug of ours is in the outcome, and nothing else changes.

        Where all that was saved is shown already and nothing else is found, the version stays.
        """
        before, of_before = self.now, self.of_files
        was_shown, self._was_retouched, self._has_unread = (
            self._was_retouched and not self._has_unread,
            False,
            False,
        )
        outcome = self._read_again()
        is_same = was_shown and before is not None and self.now is not None and _is_same(before, self.now)
        if not is_same or of_before is None or outcome.problems != of_before.problems:
            self._changes += 1
        return outcome

    def _read_again(self) -> Outcome:
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
        elif edition and self._good:
            self._touched = districts_touched(self._good.edition, edition)
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
        """The page at an address as it may be shown, the best first: as it is now, or before its errors.

        An error in the files of some districts changes no page of the others: they stay as they were.
        """
        if self.now is None:
            return
        page, former = self.now.page(path), self._former(path)
        now = [(self.now, page)] if page else []
        before = [(self._good, former)] if self._good and former else []
        has_lost = page is None or (former is not None and former.origin != page.origin)
        if former and former.entry and self._stays(former.entry.district):
            yield from (*before, *now)
        elif former and has_lost:
            yield from (*before, *now) if self._is_broken(former) else now
        else:
            yield from (*now, *before)

    def showings(self, path: str) -> Iterator[Showing]:
        """Who may have a file that is no page, the best first.

        While only districts have errors, what names none of them stays as it was: a page of before finds its
        styles.
        """
        if self.now is None:
            return
        before = [self._good] if self._good and self._good is not self.now else []
        words = [name for it in before for id_ in self._touched or () for name in names_of(it.edition, id_)]
        is_theirs = self._touched is None or any(name in path for name in words)
        yield from (self.now, *before) if is_theirs else (*before, self.now)

    def _stays(self, district: str | None) -> bool:
        """Whether a district has nothing to do with the errors that there are now."""
        return district is not None and self._touched is not None and district not in self._touched

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


def _is_same(before: Showing, now: Showing) -> bool:
    """Whether a whole reading after a text was retouched has found nothing else to show."""
    one, other = before.edition, now.edition
    return one.bodies.fragments == other.bodies.fragments and one.aged == other.aged
