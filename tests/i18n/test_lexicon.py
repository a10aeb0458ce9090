"""Terms that are not in their right form are found in each script, and nothing else is."""

from __future__ import annotations

from time import process_time

import pytest

from ombrelle.i18n.lexicon import Lexicon, Rule

DISTRICT = Rule(("digital district",), ("digital quarter", "numeric district"))
NAME = Rule(("Station F",), ("StationF", "ステーションF", "محطة إف"), exact_case=True)
COMPANY = Rule(("iAdvize",), ("I-Advize",), exact_case=True)
TOTEM = Rule(("مبنى رمزي",), ("مبنى رمز", "المبنى الرمز"))
QUARTIER = Rule(("digitales Quartier", "digitale Quartiere"), ("digitaler Bezirk", "digitale Bezirke"))
LABEL = Rule(("ラベル",), ("レーベル", "認証"))
LEXICON = Lexicon.of([DISTRICT, NAME, COMPANY, TOTEM, QUARTIER, LABEL])


def told(text: str, lexicon: Lexicon = LEXICON) -> list[tuple[str, tuple[str, ...]]]:
    """What is found, read from the text by its place, and what should stand there."""
    return [(text[slip.start : slip.end], slip.right) for slip in lexicon.slips(text)]


@pytest.mark.parametrize(
    ("text", "found", "right"),
    [
        ("in a digital quarter.", "digital quarter", "digital district"),
        ("Digital quarter", "Digital quarter", "Digital district"),
        ("a numeric\n  district", "numeric\n  district", "digital district"),
        ("at station f,", "station f", "Station F"),
        ("(StationF)", "StationF", "Station F"),
        ("on I-Advize", "I-Advize", "iAdvize"),
        ("IADVIZE", "IADVIZE", "iAdvize"),
        ("زيارة وstation F اليوم", "station F", "Station F"),
        ("パリのstation Fは", "station F", "Station F"),
        ("ステーションFは", "ステーションF", "Station F"),
        ("في مبنى رمز.", "مبنى رمز", "مبنى رمزي"),
        ("ومبنى رمز", "مبنى رمز", "مبنى رمزي"),
        ("بمَبنى رَمز", "مَبنى رَمز", "مبنى رمزي"),
        ("وبالمحطة", "", ""),
        ("للمبنى الرمز", "", ""),
        ("والمبنى الرمز", "المبنى الرمز", "مبنى رمزي"),
        ("このレーベルを", "レーベル", "ラベル"),
        ("認証された", "認証", "ラベル"),
    ],
)
def test_a_wrong_form_is_found_where_it_stands(text: str, found: str, right: str) -> None:
    """Alone in its words: after an Arabic prefix, beside a Japanese particle, over the end of a line."""
    assert told(text) == ([(found, (right,))] if found else [])


@pytest.mark.parametrize(
    "text",
    [
        "digital district, Digital District",
        "digital quarters and numeric districts",
        "predigital quarter",
        "Station F, station Fuel",
        "substation f",
        "iAdvize",
        "مبنى رمزي والمبنى الرمزي",
        "レーベルズ、Gレーベルー",
        "digitale Quartiere",
    ],
)
def test_what_is_right_or_another_word_is_left_alone(text: str) -> None:
    """A right form in any case, but for a name; a longer word that only contains a form."""
    assert told(text) == []


def test_the_longest_form_is_taken() -> None:
    """A right form protects the wrong ones inside it; a wrong one goes before a shorter right one."""
    lexicon = Lexicon.of(
        [Rule(("Tech",), ("la Tech",)), Rule(("la Tech 120",)), Rule(("X",), ("Techの首都",))]
    )
    assert told("la Tech 120, la Tech", lexicon) == [("la Tech", ("Tech",))]
    assert told("Techの首都", lexicon) == [("Techの首都", ("X",))]


def test_several_right_forms_are_a_choice() -> None:
    """Of one term with several right forms, and of terms that share a wrong one; a form is given once."""
    assert told("ein digitaler Bezirk") == [
        ("digitaler Bezirk", ("digitales Quartier", "digitale Quartiere"))
    ]
    shared = Lexicon.of([Rule(("a b",), ("z",)), Rule(("c", "a b"), ("z",))])
    assert told("z", shared) == [("z", ("a b", "c"))]


def test_what_is_right_for_one_term_is_not_wrong_for_another() -> None:
    """Whichever of the two comes first."""
    rules = [Rule(("sello",), ("marca",)), Rule(("marca",))]
    assert told("marca", Lexicon.of(rules)) == told("marca", Lexicon.of(reversed(rules))) == []


def test_kinds_of_apostrophes_and_spaces_do_not_count() -> None:
    """As an author types them, and as print sets them."""
    lexicon = Lexicon.of([Rule(("val d’Or",), ("vallée de l'Or",))])
    assert told("la vallée\u00a0de l’Or, la vallée de l'Or", lexicon) == [
        ("vallée\u00a0de l’Or", ("val d’Or",)),
        ("vallée de l'Or", ("val d’Or",)),
    ]


def test_places_hold_after_letters_whose_small_form_is_longer() -> None:
    """İ has two signs when it is small."""
    assert told("İİİ station f") == [("station f", ("Station F",))]


def test_no_terms_find_nothing() -> None:
    """A language of which the glossary says nothing."""
    assert told("digital quarter", Lexicon.of([])) == []


def test_time_grows_with_the_text() -> None:
    """Four times the text takes about four times as long, even where every word begins a term."""
    words = ["digital", "station", "numeric", "مبنى", "ステーション", "quarter", "f"]
    chosen = [words[n * n % 31 % len(words)] for n in range(20_000)]

    def seconds(count: int) -> float:
        text = " ".join(chosen[:count])
        start = process_time()
        list(LEXICON.slips(text))
        return process_time() - start

    once = min(seconds(5_000) for _ in range(5))
    assert min(seconds(20_000) for _ in range(5)) < 8 * once + 0.01
