"""Workflow commands: what GitHub's runner reads back is the problem, whatever a file holds."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombrelle.problems import Location, Problem
from ombrelle.problems.wording import say
from ombrelle.report.annotations import format_annotations
from ombrelle.report.excerpt import safe

EMPTY = Problem(Location("a/b.yaml", 2, 3, 2, 9), "empty-value", (("field", "status"),))
SPREAD = Problem(Location("a/b.yaml", 2, 3, 4, 1), "empty-value", (("field", "menu"),))
WHOLE = Problem(Location("a/c.yml"), "wrong-extension", (("near", "c.yaml"),))


def read_back(line: str) -> tuple[str, dict[str, str], str]:
    """A command as the runner reads it: its name, its properties, its text."""
    command = re.fullmatch(r"::(\w+) ([^\n\r]*?)::([^\n\r]*)", line)
    assert command, line
    properties = dict(part.split("=", 1) for part in command[2].split(","))
    return command[1], {name: unquote(value) for name, value in properties.items()}, unquote(command[3])


def test_a_problem_is_an_annotation() -> None:
    """The place from start to end, the title with its code, the message, the repair on its own line."""
    assert read_back(format_annotations([EMPTY], "en")) == (
        "warning",
        {
            "file": "a/b.yaml",
            "line": "2",
            "col": "3",
            "endLine": "2",
            "endColumn": "9",
            "title": "Empty field (empty-value)",
        },
        '"status" is left empty: nothing will be shown.\nWrite a value, or remove the line.',
    )


def test_columns_are_given_within_one_line_only() -> None:
    """GitHub has no columns for what spreads over lines; a whole file is told at its first line."""
    _, spread, _ = read_back(format_annotations([SPREAD], "fr"))
    _, whole, _ = read_back(format_annotations([WHOLE], "fr"))
    assert {name: value for name, value in spread.items() if name not in {"file", "title"}} == {
        "line": "2",
        "endLine": "4",
    }
    assert set(whole) == {"file", "line", "title"}


def test_errors_come_first() -> None:
    """GitHub shows the first of each severity, and an error must not be lost behind warnings."""
    names = [read_back(line)[0] for line in format_annotations([EMPTY, WHOLE], "fr").split("\n")]
    assert names == ["error", "warning"]


@pytest.mark.parametrize("language", ["fr", "en"])
@given(st.text(), st.text(min_size=1))
def test_nothing_in_a_file_is_a_command(language: str, value: str, path: str) -> None:
    """Line ends, `::`, `%0A` and commas of a value or of a name stay text of the one command."""
    problem = Problem(Location(path, 2, 1), "url-form", (("value", value),))
    (line,) = format_annotations([problem], language).split("\n")
    name, properties, text = read_back(line)
    assert name == "error"
    assert set(properties) == {"file", "line", "title"}
    assert text.startswith(safe(say(problem, language).message))


def test_no_problem_is_no_line() -> None:
    """Nothing is said where nothing is wrong."""
    assert format_annotations([], "fr") == ""
