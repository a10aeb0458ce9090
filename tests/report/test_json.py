"""The report for programs: one array, the same names in every language, the order of the files."""

from __future__ import annotations

import json

from ombrelle.problems import Location, Problem
from ombrelle.report.as_json import format_json

FIRST = Problem(Location("a.yaml", 2, 3, 2, 9), "empty-value", (("field", "status"),))
SECOND = Problem(Location("b.yml"), "wrong-extension", (("near", "b.yaml"),))


def test_each_problem_has_its_seven_fields() -> None:
    """A problem is its code, severity, message, hint, path, line and column, and nothing else."""
    assert json.loads(format_json([FIRST], "en")) == [
        {
            "code": "empty-value",
            "severity": "warning",
            "message": '"status" is left empty: nothing will be shown.',
            "hint": "Write a value, or remove the line.",
            "path": "a.yaml",
            "line": 2,
            "column": 3,
        }
    ]


def test_problems_are_in_the_order_of_the_files() -> None:
    """Whatever the order in which they were found."""
    assert [each["path"] for each in json.loads(format_json([SECOND, FIRST], "fr"))] == ["a.yaml", "b.yml"]


def test_no_problem_is_an_empty_array() -> None:
    """A program always gets an array."""
    assert json.loads(format_json([], "fr")) == []


def test_any_name_of_a_file_can_be_written() -> None:
    """A name that is not UTF-8 on the disk is escaped, so that any output takes the text."""
    told = format_json([Problem(Location("a\udcff.yml"), "wrong-extension", (("near", "a.yaml"),))], "fr")
    assert told.encode("ascii")
