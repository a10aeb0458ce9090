"""Whether a mended file holds: what was repaired is gone, and nothing came with it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from ombrelle.problems import Problem, Severity, definition

_OF_READING = frozenset({"files", "yaml"})


def is_sound(
    path: str, before: Iterable[Problem], after: Iterable[Problem], repaired: Collection[Problem]
) -> bool:
    """Whether a file may be written as it was mended. No line of it moved.

    A repair that only took a warning away brings nothing new. One that took an error away may show what the
    error hid, the fault of a value that could not be read for instance; but the file can be read, and a line
    that was mended does not turn out to be no field.
    """
    had = [problem for problem in before if problem.location.path == path]
    has = [problem for problem in after if problem.location.path == path]
    if {_told(problem) for problem in repaired} & {_told(problem) for problem in has}:
        return False
    known = {_place(problem) for problem in had}
    new = [problem for problem in has if _place(problem) not in known]
    if all(problem.severity is not Severity.ERROR for problem in repaired):
        return not new
    lines = {problem.location.line for problem in repaired}
    return not any(_is_worse(problem, lines) for problem in new)


def _is_worse(problem: Problem, lines: Collection[int]) -> bool:
    if definition(problem.code).group in _OF_READING:
        return True
    return problem.code == "unknown-key" and problem.location.line in lines


def _told(problem: Problem) -> tuple[str, int, object]:
    return problem.code, problem.location.line, problem.values


def _place(problem: Problem) -> tuple[str, int]:
    return problem.code, problem.location.line
