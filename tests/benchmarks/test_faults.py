"""Faulty files of every kind: nearly all of their faults are told at their place, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.faults.__main__ import ASKED, share
from benchmarks.faults.judging import SITES, Verdict, false_alarms, judge
from benchmarks.faults.reading import Case, Fault, cases, read
from ombrelle.problems.catalogue import SPOKEN


@pytest.fixture(scope="module")
def verdicts() -> list[Verdict]:
    return list(judge(cases()))


@pytest.mark.parametrize("lang", SPOKEN)
def test_faults_are_told_at_their_place_with_a_repair(verdicts: list[Verdict], lang: str) -> None:
    """At least 95 of 100, by code, line and column; those that are not are listed by the benchmark."""
    assert len(verdicts) >= 150
    assert share(verdicts, lang) >= ASKED


def test_little_is_told_besides(verdicts: list[Verdict]) -> None:
    """What is false or a mere consequence is less than one in a hundred."""
    faults = sum(len(verdict.case.faults) for verdict in verdicts)
    assert sum(len(verdict.surplus) for verdict in verdicts) < faults / 100


def test_the_site_under_the_cases_is_sound() -> None:
    """Each fault is one of its case."""
    (verdict,) = judge([Case("none", "nothing", {}, frozenset())])
    assert verdict.told == frozenset()


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_what_is_right_is_not_told(site: Path) -> None:
    """The real content and the sites of the tests raise no alarm."""
    assert false_alarms(site) == []


def test_a_case_is_read_as_it_is_drawn() -> None:
    """A caret marks the character above it, counted without escapes; below a name, the whole file."""
    text = "# Un cas\n@ a.yaml\n  ^ un\n| b: c\n     ^ deux\n\\ \\u00a0d\n        ^ trois\n> e/:1:1 quatre\n"
    (case,) = read("sujet", text)
    assert case.files == {"a.yaml": "b: c\n\u00a0d\n".encode()}
    assert case.faults == {
        Fault("a.yaml", 1, 1, "un"),
        Fault("a.yaml", 1, 4, "deux"),
        Fault("a.yaml", 2, 2, "trois"),
        Fault("e/", 1, 1, "quatre"),
    }


@pytest.mark.parametrize("line", ["sans signe", "| a\n          ^ trop-loin"])
def test_a_case_that_is_badly_drawn_is_refused(line: str) -> None:
    """A line of no form, a caret under nothing: with the line of the file of cases."""
    with pytest.raises(ValueError, match=r"sujet\.txt:\d:"):
        list(read("sujet", f"# Un cas\n@ a.yaml\n{line}\n"))
