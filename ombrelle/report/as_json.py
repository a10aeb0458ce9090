"""Problems as a program reads them: a JSON array, in the order of the files."""

from __future__ import annotations

import json
from collections.abc import Iterable

from ombrelle.problems import Problem
from ombrelle.problems.wording import say


def format_json(problems: Iterable[Problem], language: str) -> str:
    """An array of `{code, severity, message, hint, path, line, column}`, sorted by place.

    Paths are from the root, with forward slashes; lines and columns count from 1, in characters.
    """
    told = [_tell(problem, language) for problem in sorted(problems, key=lambda each: each.location)]
    return json.dumps(told, indent=2)


def _tell(problem: Problem, language: str) -> dict[str, str | int]:
    said, place = say(problem, language), problem.location
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "message": said.message,
        "hint": said.hint,
        "path": place.path,
        "line": place.line,
        "column": place.column,
    }
