"""The types of fields: what each accepts, what it makes of it, and the code of each refusal."""

from __future__ import annotations

from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from ombrelle.i18n.phrase import Phrase
from ombrelle.kinds import KINDS
from ombrelle.kinds.base import Kind
from ombrelle.kinds.values import (
    Colour,
    Id,
    LanguageCode,
    LocalText,
    Siren,
    Slug,
)
from ombrelle.load.faults import CODES
from tests.kinds.taken import accepted, refused


@given(st.from_regex(r"[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,5}", fullmatch=True))
def test_an_id_is_words_and_hyphens(text: str) -> None:
    """Lower-case words and digits joined by single hyphens, up to 60 characters."""
    assert accepted(Id, text) == text


@pytest.mark.parametrize(
    ("text", "near"),
    [("Été 2026", "ete-2026"), ("a.b", "a-b"), ("a--b", "a-b"), ("../x", "x"), ("a" * 61, "a" * 60)],
)
def test_a_wrong_id_is_refused_with_a_right_one(text: str, near: str) -> None:
    """Capitals, accents, dots, slashes and length: the id that would do is proposed."""
    assert refused(Id, text) == ("id-form", {"value": text, "near": near})


def test_a_slug_is_an_id_in_each_language() -> None:
    """The word of an address may differ by language, and in none may it be a path."""
    assert accepted(Slug, {"fr": "a-propos", "en": "about"}).forms == {"fr": "a-propos", "en": "about"}
    assert accepted(Slug, "about").neutral == "about"
    assert refused(Slug, "../../etc") == ("id-form", {"value": "../../etc", "near": "etc"})
    assert refused(Slug, {"fr": "ici", "en": "a b"}) == (
        "id-form",
        {"value": "a b", "near": "a-b", "key": "en"},
    )


@pytest.mark.parametrize("text", ["#A1B2C3", "#000000"])
def test_a_colour_is_six_digits_in_lower_case(text: str) -> None:
    """Capitals are accepted and made one form."""
    assert accepted(Colour, text) == text.lower()


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("#abc", '"#aabbcc"'),
        ("a1b2c3", '"#a1b2c3"'),
        ("red", ""),
        ("#a1b2c3d4", ""),
        ("#a1b2cg", ""),
        ("#a1b2c3;", ""),
    ],
)
def test_a_wrong_colour_is_refused(text: str, near: str) -> None:
    """Short forms, names and anything that could leave its place in a style sheet."""
    assert refused(Colour, text) == ("colour-form", {"value": text, "near": near})


@pytest.mark.parametrize("text", ["732829320", "732 829 320"])
def test_a_siren_is_nine_digits_with_their_check(text: str) -> None:
    """The spaces with which it is printed are taken out."""
    assert accepted(Siren, text) == "732829320"


@given(st.integers(0, 8), st.integers(1, 9))
def test_a_siren_with_one_wrong_digit_is_refused(place: int, step: int) -> None:
    """The check digit finds any single digit that was mistyped."""
    digits = list("732829320")
    digits[place] = str((int(digits[place]) + step) % 10)
    assert refused(Siren, "".join(digits))[0] == "siren-form"


def test_the_number_of_a_place_gives_that_of_its_company() -> None:
    """A SIRET begins with a SIREN."""
    assert refused(Siren, "732 829 320 00074") == (
        "siren-form",
        {"value": "732 829 320 00074", "near": "732829320"},
    )


@pytest.mark.parametrize("text", ["73282932", "7328293200", "73282932O", "²32829320", ""])
def test_what_is_not_nine_digits_is_no_siren(text: str) -> None:
    """Too short, too long, a letter for a digit, a digit that is not one."""
    assert refused(Siren, text)[0] == "siren-form"


@pytest.mark.parametrize("text", ["fr", "pt-BR", "zh-Hant", "ar"])
def test_a_language_is_a_tag_that_cldr_knows(text: str) -> None:
    """BCP 47 tags in their recommended case."""
    assert accepted(LanguageCode, text) == text


@pytest.mark.parametrize(
    ("text", "near"),
    [("FR", "fr"), ("french", "fr"), ("Français", "fr"), ("fr_fr", "fr-FR"), ("xx", ""), ("", "")],
)
def test_a_wrong_language_is_refused(text: str, near: str) -> None:
    """Other cases, names, unknown codes: the one that is meant is proposed."""
    assert refused(LanguageCode, text) == ("language-form", {"value": text, "near": near})


def test_a_text_is_neutral_or_by_language() -> None:
    """A plain text stands in every language without a mark; a form says which language it is in."""
    plain, forms = accepted(LocalText, "Lyon"), accepted(LocalText, {"fr": "Londres", "en": "London"})
    assert plain.pick(("en", "fr")) == Phrase("Lyon")
    assert forms.pick(("en", "fr")) == Phrase("London", "en")
    assert forms.pick(("ar", "fr")) == Phrase("Londres", "fr")
    assert forms.pick(("ar",)) == Phrase("Londres", "fr")
    assert [text.has("ar") for text in (plain, forms)] == [True, False]


def test_a_text_in_a_language_that_the_site_lacks_is_refused() -> None:
    """The nearest language is proposed, and the way leads to the key."""
    code, values = refused(LocalText, {"fr": "Londres", "eng": "London"})
    assert (code, values["lang"], values["near"]) == ("unknown-language", "eng", "en")


def test_each_language_that_the_site_lacks_is_told() -> None:
    """Two wrong keys are two faults, and a name of a language is understood."""
    with pytest.raises(ValidationError) as raised:
        accepted(LocalText, {"anglais": "London", "FR": "Londres", "en": "London"})
    assert [(detail["loc"][0], detail["ctx"]["near"]) for detail in raised.value.errors()] == [
        ("anglais", "en"),
        ("FR", "fr"),
    ]


def test_a_text_that_its_colon_cut_is_no_map_of_languages() -> None:
    """YAML makes a map of an item such as « Transports : trois gares »."""
    assert refused(LocalText, {"Transports ": "trois gares"})[0] == "yaml-colon-in-value"


@pytest.mark.parametrize("value", [["a", "b"], {"fr": ["a"]}, {"fr": {"en": "a"}}])
def test_a_list_is_no_text(value: Any) -> None:
    """Where a text is asked, a list or a deeper map is refused."""
    assert CODES.get(found := refused(LocalText, value)[0], found) == "text-expected"


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if kind.facts.title_field], ids=lambda kind: kind.name
)
def test_a_title_has_an_end(kind: Kind) -> None:
    """Of every kind that has its title in its facts: it is drawn, and the time that takes has an end too."""
    info = kind.facts.model_fields[kind.facts.title_field]
    title = Annotated[info.annotation, *info.metadata]  # type: ignore[name-defined]
    assert accepted(title, "a" * 160)
    assert refused(title, "a" * 161) == ("text-too-long-for-field", {"length": 161, "most": 160})
