"""A text with errors of syntax is read as its messages propose to write it; the rest keeps its place."""

from __future__ import annotations

import pytest

from ombrelle.sources.recovery import MOST_ATTEMPTS, recover
from ombrelle.sources.yaml import parse


@pytest.mark.parametrize(
    ("text", "value", "code"),
    [
        ("a:x\nb: y", {"a": "x", "b": "y"}, "yaml-missing-space"),
        ("a: @x # z\nb: y", {"a": "@x", "b": "y"}, "yaml-special-character"),
        ("a: x y: z\nb: y", {"a": "x y: z", "b": "y"}, "yaml-colon-in-value"),
        ("a: 1 b: y\nc: z", {"a": "1", "b": "y", "c": "z"}, "yaml-two-fields"),
        ("- a: 1 b: y\n  c: z", [{"a": "1", "b": "y", "c": "z"}], "yaml-two-fields"),
        ("a: > x\n  y\nb: z", {"a": "x y\n", "b": "z"}, "yaml-text-after-sign"),
        ('a: "x\nb: "y"', {"a": "x", "b": "y"}, "yaml-unclosed-quote"),
        ("a: [x\nb: y", {"a": ["x"], "b": "y"}, "yaml-unclosed-bracket"),
        ('a: "\\q"\nb: y', {"a": "\\q", "b": "y"}, "yaml-backslash"),
        ("a: x\n b: y\nc: z", {"a": "x", "b": "y", "c": "z"}, "yaml-indentation"),
        ("a:\n\tb: y\nc: z", {"a": {"b": "y"}, "c": "z"}, "yaml-tab"),
        ("a: &x\n  b: y\nc: z", {"a": {"b": "y"}, "c": "z"}, "yaml-alias"),
        ("a: x\n---\nb: y", {"a": "x"}, "yaml-several-documents"),
        ("a:\u00a0x\nb: y", {"a": "x", "b": "y"}, "yaml-odd-space"),
        ("a:\n\u00a0\u00a0b: y\nc: z", {"a": {"b": "y"}, "c": "z"}, "yaml-odd-space"),
        ("a: x\nà relire\nb: y", {"a": "x", "b": "y"}, "yaml-missing-colon"),
        ("a: {{ x }}\nb: y", {"b": "y"}, "yaml-key-not-text"),
        ("a:\n  - b: ]\n    c: x\n  - b: y\nd: z", {"a": [{"b": "y"}], "d": "z"}, "yaml-syntax"),
        ("a:\n  b: ]\nc: z", {"c": "z"}, "yaml-syntax"),
    ],
)
def test_the_rest_is_read(text: str, value: object, code: str) -> None:
    """The line as its message proposes, else without what belongs to it; the error is told once."""
    found = recover(text)
    assert found.value == value
    assert [fault.code for fault in found.faults] == [code]


@pytest.mark.parametrize(
    ("text", "path", "place"),
    [
        ("a:x\nb: y", ("a",), (1, 3, 1, 4)),
        ("a: 1 b: y\nc: z", ("b",), (1, 9, 1, 10)),
        ("a: @x\nb: y", ("a",), (1, 4, 1, 6)),
        ("a:\n\tb: y", ("a", "b"), (2, 5, 2, 6)),
        (" x: 1\ny: 2\n z: 3", ("x",), (1, 5, 1, 6)),
        ("a: > x\nb: y", ("b",), (2, 4, 2, 5)),
        ("a: 'x\nb: y", ("a",), (1, 4, 1, 6)),
    ],
)
def test_a_value_of_a_mended_line_stands_where_it_is_written(
    text: str, path: tuple[str, ...], place: tuple[int, int, int, int]
) -> None:
    """Lines and columns are those of the file, not of the text that was read in its place."""
    reading = recover(text).reading
    assert reading is not None
    assert reading.places[path].value == place


def test_a_key_given_twice_is_told_beside_an_error() -> None:
    """At its line, below one that became two."""
    found = recover("a: 1 b: y\nc: z\nc: y")
    assert [(fault.code, fault.span[0]) for fault in found.faults] == [
        ("yaml-two-fields", 1),
        ("duplicate-key", 3),
    ]


def test_what_follows_from_a_line_left_out_is_not_told() -> None:
    """One error, not one for each line that it leaves without its place."""
    found = recover("a:\n  - ]\n   b: c\n  d\ne: f")
    assert [(fault.code, fault.span[0]) for fault in found.faults] == [("yaml-syntax", 2)]
    assert found.value["e"] == "f"


def test_a_text_is_read_a_bounded_number_of_times() -> None:
    """Of a text that is no YAML at all, the first errors are told."""
    found = recover("a: @\n" * 10_000)
    assert (len(found.faults), found.value) == (MOST_ATTEMPTS, None)


@pytest.mark.parametrize("text", ["", "a: b", "# a", "a: b\na: c", "a:\n  - b"])
def test_a_text_without_errors_is_read_as_it_is(text: str) -> None:
    """Nothing is tried, and nothing is said to be doubtful."""
    found, plain = recover(text), parse(text)
    assert (found.value, found.faults, found.reading) == (plain.value, plain.faults, None)
