"""Texts get the marks and spaces that their language asks for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombrelle.typography import typeset

N, W = "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Bonjour !", f"Bonjour{N}!"),
        ("Bonjour!", f"Bonjour{N}!"),
        ("Quoi ?!", f"Quoi{N}?!"),
        ("un ; deux", f"un{N}; deux"),
        ("un; deux", f"un{N}; deux"),
        ("Lyon : la ville", f"Lyon{W}: la ville"),
        ("Lyon: la ville", f"Lyon{W}: la ville"),
        (f"déjà{W}: là{N}!", f"déjà{W}: là{N}!"),
        ("« mot »", f"«{W}mot{W}»"),
        ("«mot»", f"«{W}mot{W}»"),
        ("l'été d'« un »", f"l’été d’«{W}un{W}»"),
        ("à 18:30", "à 18:30"),
        ("https://x.org/a?b=c;d", "https://x.org/a?b=c;d"),
        ("voir https://x.org/a !", f"voir https://x.org/a{N}!"),
        ("startup:cailabs", "startup:cailabs"),
        ("un smiley :) et ;)", "un smiley :) et ;)"),
        ("(vraiment ?)", f"(vraiment{N}?)"),
        ("5' et 6\"", "5' et 6\""),
    ],
)
def test_french(text: str, shown: str) -> None:
    """Each sign has the space before it that French asks for, unless it is within a word, time or address."""
    assert typeset(text, "fr") == shown
    assert typeset(text, "fr-CA") == shown


@given(st.text(alphabet="ab «»!?;:.'\u00a0\u202f\n/h"))
def test_typesetting_twice_changes_nothing_more(text: str) -> None:
    """A text that is typeset already stays as it is."""
    assert typeset(typeset(text, "fr"), "fr") == typeset(text, "fr")


@pytest.mark.parametrize(
    ("lang", "text", "shown"),
    [
        ("fr", 'Il dit "oui".', f"Il dit «{W}oui{W}»."),
        ("fr", 'Il dit "le "oui" du maire".', f"Il dit «{W}le “oui” du maire{W}»."),
        ("fr", 'l\'"été"', f"l’«{W}été{W}»"),
        ("en", 'She said "no" ("never").', "She said “no” (“never”)."),
        ("en", '"A "word" in it"', "“A ‘word’ in it”"),
        ("en", "it's the team's", "it’s the team’s"),
        ("en", 'a 6" pipe', 'a 6" pipe'),
        ("de", 'Das "Quartier" ist da.', "Das „Quartier“ ist da."),
        ("es", 'El "barrio" digital.', "El «barrio» digital."),
        ("ar", 'قال "نعم" و"لا"', "قال «نعم» و«لا»"),
        ("ja", '彼は"はい"と言った', "彼は「はい」と言った"),
        ("it", 'l\'"uno"', 'l\'"uno"'),
    ],
)
def test_quotation_marks(lang: str, text: str, shown: str) -> None:
    """Straight marks become those of the language, the second pair inside the first."""
    assert typeset(text, lang) == shown


@given(st.text(alphabet="ab 6\"'«“”.(ع"), st.sampled_from(["fr", "en", "de", "es", "ar", "ja"]))
def test_quoting_twice_changes_nothing_more(text: str, lang: str) -> None:
    """What is set already stays as it is, in every language."""
    assert typeset(typeset(text, lang), lang) == typeset(text, lang)


@given(st.text(st.characters(exclude_characters="\"'")), st.sampled_from(["en", "de", "es", "ar", "ja"]))
def test_other_signs_are_left_alone_in_other_languages(text: str, lang: str) -> None:
    """Only French has spaces set around its signs."""
    assert typeset(text, lang) == text


def test_a_text_that_goes_on_after_another() -> None:
    """The character before a text counts, and is not part of the result."""
    assert typeset(" !", "fr", before="a") == f"{N}!"
    assert typeset("'été", "fr", before="l") == "’été"
    assert typeset("!", "fr", before=" ") == "!"
