"""What says nothing is left out and told; what is only untidy is tidied and told."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombrelle.load.hygiene import check_trackers, tell, tidy
from ombrelle.problems import Problems
from ombrelle.sources.document import read_document

TREE = st.recursive(
    st.text(max_size=5) | st.sampled_from(["", " ", "à venir", "null"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


def is_field(path: tuple[str | int, ...]) -> bool:
    return path[-1] != "unknown"


def tidied(text: str) -> tuple[object, list[tuple[str, int, int]]]:
    problems = Problems()
    document = read_document("a.yaml", text, problems)
    assert document is not None
    found = tidy(document.data, is_field)
    tell(found, document, problems)
    return found.data, [(each.code, each.location.line, each.location.column) for each in problems]


@pytest.mark.parametrize("written", ["", '""', '"  "', '"\N{NO-BREAK SPACE}"'])
def test_a_field_left_empty_is_left_out(written: str) -> None:
    """The rest of the file is kept, and the place is the field's."""
    assert tidied(f"a: b\nc: {written}\n") == ({"a": "b"}, [("empty-value", 2, 1)])


@pytest.mark.parametrize(
    "written", ["undefined", "null", "~", "TODO", "À venir", "x", "xxx", "Lorem ipsum dolor"]
)
def test_a_word_for_a_value_to_come_is_left_out(written: str) -> None:
    """The place is the value's."""
    assert tidied(f"a: b\nc: {written}\n") == ({"a": "b"}, [("placeholder-value", 2, 4)])


@pytest.mark.parametrize("written", ["", "à venir"])
def test_what_is_no_field_is_not_left_out(written: str) -> None:
    """That it is unknown is to be told, rather than that it is empty."""
    assert tidied(f"a: b\nunknown: {written}\n") == ({"a": "b", "unknown": written}, [])


@pytest.mark.parametrize("written", ["X", "no", "0", "none of them", "xerox", "NA", "test", "à venir en mai"])
def test_a_word_that_is_a_value_stays(written: str) -> None:
    """A network called X, Norway, zero and Namibia are values."""
    assert tidied(f"c: {written}\n") == ({"c": written}, [])


def test_spaces_around_a_value_are_taken_off() -> None:
    """In fields and in lists, with a word; the line end of a text on several lines needs none."""
    assert tidied('a: " b"\nc: ["d "]\ne: |\n  f\n  g\n') == (
        {"a": "b", "c": ["d"], "e": "f g"},
        [("surrounding-spaces", 1, 4), ("surrounding-spaces", 2, 5)],
    )


@pytest.mark.parametrize(
    ("written", "value"),
    [
        (r"b\x1b[2Jc", "b[2Jc"),
        (r"b\0c", "bc"),
        (r"b\u202ec", "bc"),
        (r"b\u2066c", "bc"),
        (r"b\uffffc", "bc"),
        (r"b\ufdd00c", "b0c"),
        (r"b\x9bc", "bc"),
    ],
)
def test_a_control_that_an_escape_wrote_is_told_and_goes_no_further(written: str, value: str) -> None:
    """At the value; as it stands in no file, only there can it be seen."""
    assert tidied(f'a: b\nc: ["{written}"]\n') == (
        {"a": "b", "c": [value]},
        [("control-character", 2, 5)],
    )


@pytest.mark.parametrize("end", [r"\n", r"\r\n", r"\r", r"\N", r"\P", r"\L", r" \n\n\t", r"\v", r"\x1c"])
def test_a_value_is_one_line(end: str) -> None:
    """A line end, however written, is a space: no field begins a line of a file that holds it."""
    assert tidied(f'a: "b{end}X-Header: c"\n')[0] == {"a": "b X-Header: c"}


def test_a_value_that_is_a_whole_text_is_cut_and_told() -> None:
    """What is longer than any field needs is told with its length, and goes no further whole."""
    assert tidied(f"a: b\nc: {'d' * 1001}\ne: {'f' * 1000}\n") == (
        {"a": "b", "c": "d" * 1000, "e": "f" * 1000},
        [("text-too-long-for-field", 2, 4)],
    )


@given(st.text())
def test_no_value_holds_what_a_format_would_obey(text: str) -> None:
    """Whatever stands in a value, it leaves on one line, without controls or marks that turn text."""
    made = tidy({"a": [text]}, is_field).data["a"][0]
    assert len(made.splitlines()) <= 1
    assert not [letter for letter in made if unicodedata.category(letter) == "Cc" or letter in "\u202e\u2066"]


def test_a_colour_that_became_a_remark_is_told() -> None:
    """What follows # is not read, and the repair is to quote it."""
    assert tidied("accent: #c8102e\n") == ({}, [("colour-unquoted", 1, 1)])


def test_a_field_left_empty_between_braces_is_told() -> None:
    """At its name, in quotes or not."""
    assert tidied('a: {fr: , en: one, "de": }\n')[1] == [("empty-value", 1, 5), ("empty-value", 1, 20)]


@given(st.dictionaries(st.text(max_size=5), TREE, max_size=4))
def test_what_is_tidy_stays_as_it_is(data: dict[str, object]) -> None:
    """Tidying what was tidied changes nothing more."""
    once = tidy(data, is_field)
    again = tidy(once.data, is_field)
    assert again.data == once.data
    assert (again.left_out, again.spaced) == ({}, [])


@pytest.mark.parametrize(
    ("address", "near"),
    [
        ("https://a.example/?utm_source=b&utm_medium=c", "https://a.example/"),
        ("https://a.example/p?id=3&fbclid=x#part", "https://a.example/p?id=3#part"),
        ("https://a.example/?gclid=x&id=3", "https://a.example/?id=3"),
    ],
)
def test_what_follows_visitors_is_told_with_the_bare_address(address: str, near: str) -> None:
    """In a field or in a Markdown link, with what the page itself needs kept."""
    problems = Problems()
    check_trackers("a.md", f"Un mot.\nVoir [ici]({address}) et là.", problems)
    (told,) = problems
    assert (told.code, told.location.line, told.location.column) == ("tracking-parameters", 2, 12)
    assert dict(told.values) == {"near": near}


@pytest.mark.parametrize("text", ["https://a.example/?id=3", "utm_source=x", "https://a.example/utm_source"])
def test_an_address_that_follows_nobody_is_left_alone(text: str) -> None:
    """Only known parameters of an address count."""
    problems = Problems()
    check_trackers("a.md", text, problems)
    assert len(problems) == 0
