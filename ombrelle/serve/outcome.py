"""What came of one look at the site that is served: of its files at a save, of its pages a little later."""

from __future__ import annotations

from dataclasses import dataclass

from ombrelle.problems import Problem, Severity


@dataclass(frozen=True, slots=True)
class Outcome:
    """`pages` is how many the site has. `bug` is the traceback of a fault of ours, "" when there was none."""

    problems: tuple[Problem, ...] = ()
    pages: int = 0
    seconds: float = 0.0
    bug: str = ""

    @property
    def is_sound(self) -> bool:
        """Whether the site could be published as it is."""
        return not self.bug and all(problem.severity is not Severity.ERROR for problem in self.problems)
