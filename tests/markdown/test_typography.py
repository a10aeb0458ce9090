"""Texts get the spaces and apostrophes that French asks for."""

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


@given(st.text(), st.sampled_from(["en", "de", "es", "ar", "ja"]))
def test_other_languages_are_left_alone(text: str, lang: str) -> None:
    """A text in another language is not changed."""
    assert typeset(text, lang) == text


def test_a_text_that_goes_on_after_another() -> None:
    """The character before a text counts, and is not part of the result."""
    assert typeset(" !", "fr", before="a") == f"{N}!"
    assert typeset("'été", "fr", before="l") == "’été"
    assert typeset("!", "fr", before=" ") == "!"
