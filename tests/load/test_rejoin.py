"""What a comma between braces cut apart is read, and told, as the one text that it was."""

from __future__ import annotations

import pytest

from ombrelle.load.rejoin import rejoin, tell_cuts
from ombrelle.problems import Problems
from ombrelle.sources.document import read_document


def rejoined(text: str) -> tuple[object, list[object]]:
    """The data of a file, and its faults with the repair of each."""
    problems = Problems()
    document = read_document("a.yaml", text, problems)
    assert document is not None
    found = rejoin(document, problems)
    tell_cuts(found.cuts, problems)
    told: list[object] = [
        (each.code, each.location.line, each.location.column, dict(each.values)["near"]) for each in problems
    ]
    return found.data, told


@pytest.mark.parametrize(
    ("text", "data", "told"),
    [
        (
            "a: {fr: un, deux, trois, en: one}",
            {"a": {"fr": "un, deux, trois", "en": "one"}},
            [("comma-in-braces", 1, 9, 'fr: "un, deux, trois"')],
        ),
        (
            'a: {t: "un", deux}',
            {"a": {"t": '"un", deux'}},
            [("comma-in-braces", 1, 8, 't: "\\"un\\", deux"')],
        ),
        (
            "a:\n  - {t: un, deux}\n  - {t: trois}",
            {"a": [{"t": "un, deux"}, {"t": "trois"}]},
            [("comma-in-braces", 2, 9, 't: "un, deux"')],
        ),
        ("a: {lat: 45,7}", {"a": {"lat": "45,7"}}, [("comma-in-braces", 1, 10, 'lat: "45,7"')]),
        ("a: {t:un}", {"a": {"t": "un"}}, [("yaml-missing-space", 1, 5, "t: un")]),
    ],
)
def test_a_text_is_put_together_again(text: str, data: object, told: list[object]) -> None:
    """With the repair: quotes around the whole text, or a space behind the name of the field."""
    assert rejoined(text + "\n") == (data, told)


@pytest.mark.parametrize(
    "text", ["a: {fr: , en: one}", "a:\n  fr:\n  en: one", "a: {un, deux: x}", "a: {t: [x], un}"]
)
def test_what_is_empty_or_has_nothing_before_it_stays(text: str) -> None:
    """A field whose colon is there is empty; a word behind no text belongs to none."""
    problems = Problems()
    document = read_document("a.yaml", text + "\n", problems)
    assert document is not None
    assert rejoin(document, problems).data == document.data
    assert list(problems) == []


def test_a_number_of_which_something_is_said_is_no_text() -> None:
    """A decimal with a comma is told once, as the number that it should have been."""
    problems = Problems()
    document = read_document("a.yaml", "a: {lat: 45,7}\n", problems)
    assert document is not None
    found = rejoin(document, problems)
    problems.add("number-expected", found.cuts[0].place, field="lat", value="45,7")
    tell_cuts(found.cuts, problems)
    assert [each.code for each in problems] == ["number-expected"]
