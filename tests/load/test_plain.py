"""Signs in values that visitors would read as they stand, and texts that are right with them."""

from __future__ import annotations

import pytest

from ombrelle.load.plain import check_plain
from ombrelle.problems import Problems
from ombrelle.sources.document import read_document


def told(text: str) -> list[tuple[str, int, int, object]]:
    """The faults of a file, each with its repair."""
    problems = Problems()
    document = read_document("a.yaml", text + "\n", problems)
    assert document is not None
    check_plain(document, problems)
    return [
        (each.code, each.location.line, each.location.column, dict(each.values)["near"]) for each in problems
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("name: “Exemple”", ("quotes-in-value", 1, 7, 'name: "Exemple"')),
        ("a: [‘un’, deux]", ("quotes-in-value", 1, 5, '"un"')),
        ("name: Caf&eacute; &amp; Co", ("markup-in-value", 1, 7, "Café & Co")),
        ("a:\n  fr: Un <b>mot</b>.", ("markup-in-value", 2, 7, "Un mot.")),
        ("name: Un [lien](https://a.example)", ("markup-in-value", 1, 7, "Un lien")),
        ("name: Un **mot**", ("markup-in-value", 1, 7, "Un mot")),
        ("name: Exemple #1", ("hash-in-value", 1, 15, 'name: "Exemple #1"')),
        ("- name: Exemple #1".replace("- ", "a:\n  - "), ("hash-in-value", 2, 19, '- name: "Exemple #1"')),
    ],
)
def test_a_sign_that_would_be_read_is_told(text: str, fault: object) -> None:
    """With the text that says the same without it."""
    assert told(text) == [fault]


@pytest.mark.parametrize(
    "text",
    [
        "name: Le « grand » soir",
        "name: “Un” et “deux”",
        'name: "Exemple #1"',
        "name: Exemple # une remarque",
        'accent: "#c8102e"',
        "url: https://a.example/?a=1&b=2#c",
        "name: A < B > C",
        "name: 2 ** 3 ** 4",
        "name: Balise </script>",
        "name: C#",
        "extra: {html: <b>un</b>}",
        "a: [un, deux]",
    ],
)
def test_a_text_that_is_right_is_left_alone(text: str) -> None:
    """Quotations within a sentence, remarks, addresses, signs of arithmetic, fields that are free."""
    assert told(text) == []


def test_a_value_of_which_something_is_said_is_not_told_twice() -> None:
    """An address escaped by a form is no address: that is enough."""
    problems = Problems()
    document = read_document("a.yaml", "url: https:&#x2F;&#x2F;a.example\n", problems)
    assert document is not None
    problems.add("url-form", document.locate(("url",)), value="", near="")
    check_plain(document, problems)
    assert [each.code for each in problems] == ["url-form"]
