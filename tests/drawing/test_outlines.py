"""Text becomes outlines: shaped, in the order in which it is seen, from the font that has each letter."""

from __future__ import annotations

import pytest

from ombrelle.drawing.faces import Faces, open_faces
from ombrelle.drawing.order import visual_runs
from ombrelle.drawing.outlines import outline
from ombrelle.theme.fonts import read_letters
from ombrelle.theme.theme import load_theme
from tests.support.small import THEME


@pytest.fixture(scope="module")
def faces() -> Faces:
    return open_faces(load_theme(THEME).fonts)


def wide(text: str, faces: Faces, lang: str = "fr") -> float:
    return outline(text, faces, lang=lang, size=100, right_to_left=lang == "ar").width


def test_letters_stand_closer_where_the_font_says_so(faces: Faces) -> None:
    """A pair that the font kerns is narrower than its letters side by side."""
    assert wide("AV", faces) < wide("A", faces) + wide("V", faces) - 1


def test_arabic_letters_join(faces: Faces) -> None:
    """A word is not the row of its letters as they stand alone: those in its middle have another form."""
    word = "ليل"
    assert wide(word, faces, "ar") != pytest.approx(sum(wide(letter, faces, "ar") for letter in word), abs=1)


def test_arabic_begins_on_the_right(faces: Faces) -> None:
    """What is read first stands rightmost: a line that ends in a narrow letter has it at its left."""
    alone = outline("ا", faces, lang="ar", size=100, right_to_left=True)
    line = outline("سسس ا", faces, lang="ar", size=100, right_to_left=True)
    assert line.path.startswith(alone.path)


@pytest.mark.parametrize(
    ("text", "base", "seen"),
    [
        ("French حي Tech", 0, ["French ", "حي", " Tech"]),
        ("حي Lyon 2026", 1, ["Lyon 2026", "حي "]),
        ("(Lyon) 2026", 1, ["2026", ") ", "Lyon", "("]),
        ("Lyon (حي)", 0, ["Lyon (", "حي", ")"]),
    ],
)
def test_a_mixed_line_is_seen_in_its_order(text: str, base: int, seen: list[str]) -> None:
    """The pieces of a line stand from left to right as Unicode orders them, brackets in pairs."""
    runs = [piece for piece, _ in visual_runs(text, base)]
    assert runs == seen


def test_each_letter_comes_from_a_font_that_has_it(faces: Faces) -> None:
    """Latin, Arabic and Japanese in one line are all drawn, and nothing is said to be lacking."""
    drawn = outline("Lyon リヨン ليون Łódź", faces, lang="ja", size=50)
    assert drawn.lacking == ()
    assert drawn.width > wide("Lyon", faces) / 2


def test_a_letter_that_no_font_has_is_told_and_left_out(faces: Faces) -> None:
    """No empty box stands for it: the line is drawn as without it."""
    drawn = outline("Lyon🚀", faces, lang="fr", size=100)
    assert drawn.lacking == ("🚀",)
    assert drawn.path == outline("Lyon", faces, lang="fr", size=100).path


def test_the_list_of_characters_is_that_of_the_fonts(faces: Faces) -> None:
    """What a check believes of the fonts without opening them is what they have."""
    listed = {chr(code) for first, last in read_letters((THEME,)).ranges for code in range(first, last + 1)}
    assert listed == set().union(*(face.characters for face in faces.all))
