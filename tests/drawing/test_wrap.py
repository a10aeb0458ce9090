"""Titles in lines: few, even, and ending where their language lets them."""

from __future__ import annotations

import pytest

from ombrelle.drawing.wrap import balanced


@pytest.mark.parametrize(
    ("text", "wide", "lines"),
    [
        ("un deux trois quatre", 12, ["un deux", "trois quatre"]),
        ("Paris\u00a0: cent jours", 12, ["Paris\u00a0:", "cent jours"]),
        (
            "フランスのデジタル地区を、ひとつの傘の下に",
            14,
            ["フランスのデジタル地区を、", "ひとつの傘の下に"],
        ),
        ("Startups · Health", 12, ["Startups ·", "Health"]),
    ],
)
def test_lines_are_even_and_end_between_words(text: str, wide: float, lines: list[str]) -> None:
    """The fewest lines that fit, of nearly one length; signs that lean on a word stay with it."""
    assert balanced(text, len, wide, 4) == lines


@pytest.mark.parametrize("wide", range(4, 12))
def test_no_line_of_japanese_begins_with_what_may_not(wide: int) -> None:
    """Neither a comma, nor a closing bracket, nor a small kana, nor a long vowel begins a line."""
    title = "スタートアップのための「海外展開」支援、募集を開始しました。"
    for line in balanced(title, len, wide, 20, anywhere=True) or []:
        assert line[0] not in "、。」ッョー"
        assert line[-1] != "「"


def test_what_does_not_fit_is_not_set() -> None:
    """A word wider than the line, or more lines than allowed: nothing, so that the title is set smaller."""
    assert balanced("anticonstitutionnellement", len, 10, 4) is None
    assert balanced("un deux trois quatre", len, 6, 2) is None
    assert balanced("スタートアップ", len, 4, 4) is None
