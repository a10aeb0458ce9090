"""The record as a file: what is written is read again; what was cut or left in conflict is not believed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombrelle.problems import Problems
from ombrelle.translations.blocks import has_words, normal
from ombrelle.translations.record import Made, parse, written

PATH = "content/pages/.sources/about.en.md.txt"
CODE = "```\n  a\n\n    b\n```"
ABOUT = (
    Made("title", "À propos", "0123abcd"),
    Made("body", CODE, ""),
    Made("body", "> Cité\n\net suite", "89abcdef"),
)
LINES = written(ABOUT).split("\n")

_TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), min_size=1).filter(
    has_words
)


@given(
    st.lists(
        st.builds(Made, st.sampled_from(["title", "body", "strengths[].title"]), _TEXTS, st.just("0123abcd"))
    )
)
def test_what_is_written_is_read_again(made: list[Made]) -> None:
    """Any text, with lines that look like those of the record itself."""
    record = parse(written(made), PATH, Problems())
    assert record.is_sound
    assert [(each.place, normal(each.text)) for each in record.made] == [
        (each.place, normal(each.text)) for each in made
    ]


def test_a_record_can_be_read_by_a_person() -> None:
    """The source stands in it as it was written, quoted, under its place."""
    assert parse(written(ABOUT), PATH, Problems()).made == ABOUT
    assert "\n> À propos\n" in written(ABOUT)
    assert "\n> ```\n>   a\n>\n>     b\n> ```\n" in written(ABOUT)


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_line_ends_do_not_matter(ends: str) -> None:
    """Git may write those of the machine."""
    assert parse(written(ABOUT).replace("\n", ends), PATH, Problems()).made == ABOUT


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("\n".join([*LINES[:3], "<<<<<<< HEAD", *LINES[3:]]), 4),
        ("\n".join([*LINES[:5], "=======", *LINES[5:]]), 6),
        ("\n".join(LINES[:3]), 3),
        ("\n".join(LINES[:8]), 6),
        (written(ABOUT).replace("propos", "prpos"), 3),
        ("\n".join([*LINES[:4], "", *LINES[3:]]), 6),
        ("autre chose", 1),
    ],
)
def test_a_damaged_record_is_told_and_not_believed(text: str, line: int) -> None:
    """Marks of a conflict, a cut, a hand that mended it: with the line, and nothing of it counts."""
    problems = Problems()
    record = parse(text, PATH, problems)
    assert (record.made, record.is_sound) == ((), False)
    assert [(each.code, each.location.path, each.location.line) for each in problems] == [
        ("record-damaged", PATH, line)
    ]
