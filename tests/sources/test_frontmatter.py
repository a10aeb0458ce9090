"""Head and body of a text are told apart, and what stands in the head is found in the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombrelle.problems import Problems
from ombrelle.sources.document import read_document
from ombrelle.sources.frontmatter import Split, split

Told = list[tuple[str, int]]


def parted(text: str) -> tuple[Split, Told]:
    problems = Problems()
    found = split("a.md", text, problems)
    return found, [(each.code, each.location.line) for each in problems]


def test_a_text_is_parted() -> None:
    """The head gives values, the body begins after the second line of hyphens, and its line is known."""
    found, told = parted("---\ntitle: Été\n---\n\nBonjour\n")
    assert told == []
    assert found.head is not None
    assert found.head.data == {"title": "Été"}
    assert (found.body, found.body_line) == ("\nBonjour\n", 4)


def test_a_value_of_the_head_is_placed_in_the_file() -> None:
    """Lines count from the first of the file, not of the head."""
    found, _ = parted("\n\n---\ntitle: a\nslug: b\n---\n")
    assert found.head is not None
    place = found.head.locate(("slug",))
    assert (place.line, place.column, place.end_column) == (5, 7, 8)


def test_a_fault_of_the_head_is_placed_in_the_file() -> None:
    """So is what is wrong with its YAML."""
    assert parted("---\ntitle: a\ntitle: b\n---\n")[1] == [("duplicate-key", 3)]
    found, told = parted("---\na: x\ntitle: b : c\n---\nBonjour")
    assert told == [("yaml-colon-in-value", 3)]
    assert (found.body, found.is_sound) == ("Bonjour", False)


@pytest.mark.parametrize(
    ("text", "told", "body"),
    [
        ("---\ntitle: a\n\nBonjour\n", ("front-matter-unclosed", 1), ("\nBonjour\n", 3)),
        ("---\ntitle: a\nBonjour\n", ("front-matter-unclosed", 1), ("Bonjour\n", 3)),
        ("Relu\n\n---\ntitle: a\n---\nBonjour", ("front-matter-not-first", 3), ("Bonjour", 6)),
        ("Relu\n\n---\ntitle: a\n\nBonjour", ("front-matter-not-first", 3), ("\nBonjour", 5)),
        ("title: a\n---\n\nBonjour\n", ("front-matter-unopened", 1), ("\nBonjour\n", 3)),
        ("title: a\n\nBonjour\n", ("front-matter-unopened", 1), ("\nBonjour\n", 2)),
    ],
)
def test_a_head_that_is_not_marked_off(text: str, told: tuple[str, int], body: tuple[str, int]) -> None:
    """The line of hyphens that is missing or misplaced is told; head and body are checked, not used."""
    found, faults = parted(text)
    assert faults == [told]
    assert found.head is not None
    assert (found.head.data, found.is_sound) == ({"title": "a"}, False)
    assert (found.body, found.body_line) == body


@pytest.mark.parametrize(
    "text", ["", "Bonjour\n", "Un texte\n\n---\n\nUn autre\n", "Un titre\n---\n\nDu texte.\n", "# Titre\n"]
)
def test_a_text_without_a_head_is_all_body(text: str) -> None:
    """A rule or a title underlined with hyphens does not make a head."""
    found, told = parted(text)
    assert told == []
    assert found.head is not None
    assert (found.body, found.body_line, found.head.data) == (text, 1, {})


def test_an_empty_head_is_a_head() -> None:
    """Two lines of hyphens and nothing between them."""
    found, told = parted("---\n---\nBonjour")
    assert (told, found.body) == ([], "Bonjour")


@given(
    st.lists(st.sampled_from(["---", "a: b", "title: x", "", "text", "- c", "--- ", "[", "'"]), max_size=8)
)
def test_any_text_is_parted(lines: list[str]) -> None:
    """What is not sound is told, and the body is the end of its file."""
    text = "\n".join(lines)
    found, told = parted(text)
    assert found.is_sound or told
    assert text.endswith(found.body)
    assert found.body_line == text[: len(text) - len(found.body)].count("\n") + 1 or not found.body


@pytest.mark.parametrize("text", ["un texte seul", "- a\n- b", "[]"])
def test_a_file_of_fields_is_a_map(text: str) -> None:
    """A list or a lone text where fields are expected is told, and nothing is made of it."""
    problems = Problems()
    assert read_document("a.yaml", text, problems) is None
    assert [each.code for each in problems] == ["map-expected"]
