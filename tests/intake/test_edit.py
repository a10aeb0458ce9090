"""Values set in YAML that people wrote: its comments, its order and its forms stay."""

from __future__ import annotations

import pytest

from ombrelle.intake.edit import with_value
from ombrelle.scaffold.yaml_text import Tree
from ombrelle.sources.yaml import Path, parse

CASES: list[tuple[str, Path, Tree, str]] = [
    ("a: 1 # un\nb: 2\n", ("a",), "3", "a: 3 # un\nb: 2\n"),
    ("a: 1\n", ("b",), "Colloque : le retour", 'a: 1\nb: "Colloque : le retour"\n'),
    ("a: 1", ("b",), "2", "a: 1\nb: 2\n"),
    ("", ("b",), "2", "b: 2\n"),
    ("# rien\n", ("b",), "2", "# rien\nb: 2\n"),
    ("{a: 1}\n", ("b",), "2", "{a: 1, b: 2}\n"),
    ("a:\nb: 2\n", ("a",), "1", "a: 1\nb: 2\n"),
    ("a: # à dire\nb: 2\n", ("a",), "1", "a: 1 # à dire\nb: 2\n"),
    # Texts of several lines, and what stands below them.
    ("a: >\n  Un\n  texte\n\n# deux\nb: 2\n", ("a",), "1", "a: 1\n\n# deux\nb: 2\n"),
    ("a:\n  fr: |\n    # Un\n    texte\nb: 2\n", ("a", "fr"), "1", "a:\n  fr: 1\nb: 2\n"),
    ("a: Un\n  texte # ici\nb: 2\n", ("a",), "1", "a: 1 # ici\nb: 2\n"),
    ('a: "Un\n  texte" # ici\nb: 2\n', ("a",), "1", "a: 1 # ici\nb: 2\n"),
    # Lists: item by item where they need no quotes.
    ("a:\n  - x # ix\n  - y\n# deux\nb: 2\n", ("a",), ["x", "z"], "a:\n  - x # ix\n  - z\n# deux\nb: 2\n"),
    ("a: [x, y] # ici\n", ("a",), ["x", "z"], "a: [x, z] # ici\n"),
    ("a: [x, y]\n", ("a",), ["y", "x"], "a: [x, y]\n"),
    ("a:\n- x\n- y\n# deux\nb: 2\n", ("a",), ["d: e"], 'a: ["d: e"]\n# deux\nb: 2\n'),
    ("a: []\nb: 2\n", ("a",), ["x"], "a: [x]\nb: 2\n"),
    # Groups.
    ("a: {}\n", ("a", "b"), "1", "a: {b: 1}\n"),
    ("a: {b: 1} # ici\n", ("a", "c"), "2", "a: {b: 1, c: 2} # ici\n"),
    ("a:\nd: 4\n", ("a", "b"), "1", "a: {b: 1}\nd: 4\n"),
    ("d: 4\n", ("a", "b"), "1", "d: 4\na:\n  b: 1\n"),
    ("a:\n  # un\n  b: 1 # b\n  # fin\n", ("a", "c"), "2", "a:\n  # un\n  b: 1 # b\n  c: 2\n  # fin\n"),
    ("a:\n  b:\n    - x\nd: 4\n", ("a", "c"), "2", "a:\n  b:\n    - x\n  c: 2\nd: 4\n"),
    ("a: Texte\n", ("a",), {"fr": "Texte", "en": "Text"}, "a: {fr: Texte, en: Text}\n"),
    # Lists of groups.
    ("a:\n  - b: 1\n    c: 2\nd: 4\n", ("a", 0, "b"), "3", "a:\n  - b: 3\n    c: 2\nd: 4\n"),
    ("a:\n  - b: 1\nd: 4\n", ("a", 0, "c"), "2", "a:\n  - b: 1\n    c: 2\nd: 4\n"),
    ("a:\n  - {b: 1}\n", ("a", 0, "c"), "2", "a:\n  - {b: 1, c: 2}\n"),
    ("a: []\n", ("a", 0, "c"), "2", "a: [{c: 2}]\n"),
    ("d: 4\n", ("a", 0, "c"), "2", "d: 4\na:\n  - c: 2\n"),
    # What an editor of Windows left.
    ("\ufeffa: 1\r\nb: 2\r\n", ("a",), "3", "\ufeffa: 3\r\nb: 2\r\n"),
    ("\ufeffa:\r\n  b: é\r\n", ("a", "c"), "3", "\ufeffa:\r\n  b: é\r\n  c: 3\r\n"),
    ("a:\r\n  - x\r\n  - y\r\nb: 2\r\n", ("c",), ["x"], "a:\r\n  - x\r\n  - y\r\nb: 2\r\nc: [x]\r\n"),
    ("a: |\r\n  x\r\n  y\r\nb: 2\r\n", ("a",), "1", "a: 1\r\nb: 2\r\n"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0])
def test_only_the_lines_of_the_value_change(case: tuple[str, Path, Tree, str]) -> None:
    """Whatever the form in which the value is written."""
    text, path, value, expected = case
    assert with_value(text, path, value) == expected
    assert not parse(expected).faults


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0])
def test_a_value_that_is_there_changes_nothing(case: tuple[str, Path, Tree, str]) -> None:
    """The same change again gives the same text."""
    _, path, value, expected = case
    assert with_value(expected, path, value) == expected
