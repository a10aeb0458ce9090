"""Problems as workflow commands of GitHub Actions, which shows each at its line of the pull request.

The form: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands. The escapes are
those that the runner undoes: of a value `%`, CR and LF, of a property `:` and `,` too.
"""

from __future__ import annotations

from collections.abc import Iterable

from ombrelle.problems import Location, Problem, Severity, definition
from ombrelle.problems.wording import say
from ombrelle.report.excerpt import safe

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_OF_VALUES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_OF_PROPERTIES = {**_OF_VALUES, ":": "%3A", ",": "%2C"}


def format_annotations(problems: Iterable[Problem], language: str) -> str:
    """A line per problem, in `fr` or `en`; errors first, since GitHub shows the first ten of a severity."""
    order = list(Severity)
    found = sorted(problems, key=lambda each: (order.index(each.severity), each.location, each.code))
    return "\n".join(_command(problem, language) for problem in found)


def _command(problem: Problem, language: str) -> str:
    said = say(problem, language)
    title = f"{definition(problem.code).wordings[language].title} ({problem.code})"
    properties = {"file": safe(problem.location.path), **_place(problem.location), "title": title}
    listed = ",".join(f"{name}={_escaped(str(value), _OF_PROPERTIES)}" for name, value in properties.items())
    text = "\n".join(part for part in (said.message, said.hint) if part)
    return f"::{_COMMANDS[problem.severity]} {listed}::{_escaped(safe(text), _OF_VALUES)}"


def _place(place: Location) -> dict[str, int]:
    """Lines and columns; columns only within one line, since GitHub has no others."""
    lines = {"line": place.line}
    if not place.end_line:
        return lines if place.column == 1 else {**lines, "col": place.column}
    if place.end_line != place.line:
        return {**lines, "endLine": place.end_line}
    return {**lines, "col": place.column, "endLine": place.end_line, "endColumn": place.end_column}


def _escaped(text: str, escapes: dict[str, str]) -> str:
    return "".join(escapes.get(character, character) for character in text)
