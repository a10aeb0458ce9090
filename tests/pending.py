"""Tests that cannot pass yet, each with what it waits for: the whole list, and the only one.

A test of this list must fail: the day it passes, the run says so, and its line is taken out. A name is that
of pytest, with or without its parameters.
"""

from __future__ import annotations

from collections.abc import Mapping

PENDING: Mapping[str, str] = {
    "tests/acceptance/test_keyboard.py::test_a_part_is_used_by_keyboard[search]": "the search",
    "tests/acceptance/test_tasks.py::test_which_districts_are_strong_in_health": "the new directory",
    "tests/acceptance/test_tasks.py::test_districts_side_by_side": "the comparison of districts",
    "tests/acceptance/test_tasks.py::test_an_investor_narrows_the_directory_and_takes_the_table": (
        "the new directory"
    ),
    "tests/acceptance/test_tasks.py::test_an_investor_combines_two_filters": "the new directory",
    "tests/acceptance/test_tasks.py::test_every_way_to_narrow_is_offered_without_scripts": (
        "the new directory"
    ),
}
