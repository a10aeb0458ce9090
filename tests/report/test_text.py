"""The report for people: what stands where, and nothing of a file obeyed by the terminal."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombrelle.problems import Location, Problem
from ombrelle.report.excerpt import MOST_COLUMNS, excerpt
from ombrelle.report.text import format_text

NB = "\N{NO-BREAK SPACE}"
FILE = ["name: Exemple", "status: active", "founded: 2022-31-12"]
SWAPPED = Problem(
    Location("a/b.yaml", 3, 10, 3, 20),
    "swapped-date",
    (("month", "31"), ("near", "2022-12-31"), ("repair", "founded: 2022-12-31"), ("value", "2022-31-12")),
)
UNCHANGED = "Nothing was published: the site online has not changed."
EMPTY = Problem(Location("a/c.yaml", 2, 1, 2, 7), "empty-value", (("field", "status"),))


def told(*problems: Problem, lines: list[str] | None = FILE, language: str = "fr") -> str:
    return format_text(problems, lambda _: lines, language, colour=False)


def test_a_problem_reads_as_the_design_says() -> None:
    """Place, severity, code; the line with its caret; what is wrong; what to write; what it comes to."""
    assert told(SWAPPED) == "\n".join(
        [
            "a/b.yaml:3:10  erreur  swapped-date",
            "  3 | founded: 2022-31-12",
            "    |          ^^^^^^^^^^",
            f"  Il n’y a pas de mois 31{NB}: le jour et le mois semblent inversés.",
            f"  Écrivez{NB}: founded: 2022-12-31",
            "",
            f"1 fichier, 1 erreur. Rien n’a été publié{NB}: le site en ligne n’a pas changé.",
        ]
    )


@pytest.mark.parametrize(
    ("problems", "language", "last"),
    [
        ((SWAPPED, EMPTY), "en", "2 files, 1 error, 1 warning. " + UNCHANGED),
        ((EMPTY,), "fr", "1 fichier, 1 avertissement."),
        ((EMPTY,), "en", "1 file, 1 warning."),
        ((), "fr", "Aucun défaut."),
        ((), "en", "No fault."),
    ],
)  # fmt: skip
def test_the_last_line_counts(problems: tuple[Problem, ...], language: str, last: str) -> None:
    """Files and severities are counted, and only an error says that nothing was published."""
    assert told(*problems, language=language).split("\n")[-1] == last


def test_a_file_that_cannot_be_shown_is_told_without_its_line() -> None:
    """A file that is gone, or a place that is a whole file, has no excerpt."""
    assert " | " not in told(SWAPPED, lines=None)
    assert " | " not in told(Problem(Location("a.yml"), "wrong-extension", (("near", "a.yaml"),)))


def test_a_fault_beyond_the_last_line_is_told() -> None:
    """A file that changed since it was read does not break its report."""
    assert "swapped-date" in told(SWAPPED, lines=["name: Exemple"])


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a\x1b[31mb", "a␛[31mb"),
        ("a\x07\x7fb", "a␇␡b"),
        ("a\u202eb", "a<U+202E>b"),
        ("a\x9bb", "a<U+009B>b"),
        ("a\u200bb", "a<U+200B>b"),
        ("a\udcffb", "a\N{REPLACEMENT CHARACTER}b"),
        ("a\tb", "a→   b"),
    ],
)
def test_controls_of_a_file_are_shown(written: str, shown: str) -> None:
    """A terminal receives the name of a control character and not the character."""
    quoted = excerpt(Location("f", 1, 2), lambda _: [written])
    assert quoted is not None
    assert quoted.text == shown


def test_a_path_cannot_give_orders_to_the_terminal() -> None:
    """The name of a file is as foreign as what it holds."""
    report = told(Problem(Location("a\x1b[2J\udcff.yaml"), "wrong-extension", (("near", "b\x1b.yaml"),)))
    assert "\x1b" not in report
    report.encode()


def test_carets_stand_below_wide_and_combining_characters() -> None:
    """Carets are placed by cells of the terminal: two for a kanji, none for a mark on a letter."""
    quoted = excerpt(Location("f", 1, 4, 1, 6), lambda _: ["日本:é\N{COMBINING ACUTE ACCENT}x"])
    assert quoted is not None
    assert (quoted.start, quoted.width) == (5, 1)


def test_a_long_line_is_cut_around_its_fault() -> None:
    """What is underlined is what is at fault, with some of what stands before it."""
    line = "a" * 500 + "FAULT" + "b" * 500
    quoted = excerpt(Location("f", 1, 501, 1, 506), lambda _: [line])
    assert quoted is not None
    assert quoted.text[quoted.start : quoted.start + quoted.width] == "FAULT"
    assert quoted.text.startswith("…a")
    assert quoted.text.endswith("b…")
    assert len(quoted.text) <= MOST_COLUMNS + 2


def test_a_fault_over_several_lines_is_underlined_to_the_end_of_its_first() -> None:
    """Only the first line is shown, and all that is at fault of it."""
    quoted = excerpt(Location("f", 1, 3, 4, 1), lambda _: ["a: b c", "", "", "d"])
    assert quoted is not None
    assert quoted.lines() == ("1 | a: b c", "  |   ^^^^")


@given(st.text(), st.integers(1, 40), st.integers(0, 40))
def test_any_line_can_be_shown(line: str, column: int, width: int) -> None:
    """Whatever a line holds and wherever a fault is placed, what is shown is one printable line."""
    quoted = excerpt(Location("f", 1, column, 1, column + width), lambda _: [line])
    if quoted:
        written, carets = quoted.lines()
        assert not re.search(r"[\x00-\x1f\x7f-\x9f]", written + carets)
        assert "^" in carets


def test_colours_change_nothing_but_colours() -> None:
    """Without its escape sequences a coloured report is the plain one."""
    coloured = format_text([SWAPPED, EMPTY], lambda _: FILE, "fr", colour=True)
    assert "\x1b[31m" in coloured
    assert re.sub(r"\x1b\[\d+m", "", coloured) == told(SWAPPED, EMPTY)
