"""Faults of the content, as values.

A stage never raises for what an editor wrote: it adds a `Problem` to the one `Problems` list of the run
and goes on. The words of a problem are not here but in the catalogue beside this module, in every language
in which the tool speaks, so that a code, its messages and its documentation have one source.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from ombrelle.problems.catalogue import Definition, definition

__all__ = ["Definition", "Location", "Problem", "Problems", "Severity", "Value", "definition"]


class Severity(StrEnum):
    """What a problem does to a release: stop it, be listed as a fault, or be listed for information."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a source file: lines and columns count from 1, in characters; the end is exclusive.

    `path` is relative to the root, with forward slashes. A whole file is `line=1, column=1, end=None`.
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 0
    end_column: int = 0


Value = str | int | float


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault: its permanent code, its place, and the values that its message names."""

    location: Location
    code: str
    values: tuple[tuple[str, Value], ...] = ()

    @property
    def severity(self) -> Severity:
        """The severity that the catalogue gives to the code."""
        return Severity(definition(self.code).severity)


@dataclass(slots=True)
class Problems:
    """The one list of a run, open to every stage. Reading it gives problems by place, each once."""

    _found: set[Problem] = field(default_factory=set)

    def add(self, code: str, location: Location, **values: Value) -> None:
        """Record a fault. `values` are the names that the message of `code` uses."""
        self._found.add(Problem(location, code, tuple(sorted(values.items()))))

    def extend(self, problems: Iterator[Problem] | tuple[Problem, ...] | list[Problem]) -> None:
        """Record faults that were found elsewhere, in a worker process for instance."""
        self._found.update(problems)

    def has(self, location: Location) -> bool:
        """Whether a fault is known at exactly this place."""
        return any(problem.location == location for problem in self._found)

    def __iter__(self) -> Iterator[Problem]:
        return iter(sorted(self._found, key=_by_place))

    def __len__(self) -> int:
        return len(self._found)

    @property
    def errors(self) -> int:
        """How many of them stop a release."""
        return sum(problem.severity is Severity.ERROR for problem in self._found)


def _by_place(problem: Problem) -> tuple[Location, str, str]:
    return problem.location, problem.code, repr(problem.values)
