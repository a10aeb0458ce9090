"""The types of fields: what each accepts, what it makes of it, and the code of each refusal."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from ombrelle.dates import PartialDate
from ombrelle.i18n.phrase import Phrase
from ombrelle.kinds.values import (
    Colour,
    Day,
    Email,
    Id,
    LanguageCode,
    LocalText,
    Moment,
    Siren,
    Slug,
    Url,
)

Refusal = tuple[str, dict[str, Any]]
LANGUAGES = {"languages": ("fr", "en", "ar")}


def accepted(kind: Any, text: Any) -> Any:
    """What a type makes of a text of the YAML."""
    return TypeAdapter(kind).validate_python(text, context=LANGUAGES)


def refused(kind: Any, text: Any) -> Refusal:
    """The code and the values with which a type refuses a text."""
    with pytest.raises(ValidationError) as raised:
        accepted(kind, text)
    (detail,) = raised.value.errors()
    return detail["type"], detail.get("ctx", {})


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from([4, 7, 10]))
def test_a_date_keeps_its_precision(day: date, length: int) -> None:
    """A year, a month or a day comes back as it was written, and begins and ends where it says."""
    written = day.isoformat()[:length]
    read = accepted(Day, written)
    assert str(read) == written
    assert read.first_day <= day <= read.last_day
    assert (read.month is None, read.day is None) == (length < 7, length < 10)


@given(st.text(max_size=12))
def test_any_text_is_a_date_or_is_refused(text: str) -> None:
    """No text makes the date type fail otherwise than by a refusal, and what it takes comes back the same."""
    try:
        outcome = str(accepted(Day, text))
    except ValidationError as refusal:
        outcome = refusal.errors()[0]["type"]
    assert outcome in {text, "date-form", "swapped-date", "no-such-day"}


@pytest.mark.parametrize(
    ("text", "code", "near"),
    [
        ("2022-31-12", "swapped-date", "2022-12-31"),
        ("2022-13-01", "swapped-date", "2022-01-13"),
        ("2022-06-31", "no-such-day", None),
        ("2023-02-29", "no-such-day", None),
        ("2022-13-13", "no-such-day", None),
        ("0000-01-01", "no-such-day", None),
        ("31/12/2022", "date-form", "2022-12-31"),
        ("1.2.2022", "date-form", "2022-02-01"),
        ("2022/3/4", "date-form", "2022-03-04"),
        ("2022-3", "date-form", "2022-03"),
        ("mars 2022", "date-form", ""),
        ("22", "date-form", ""),
    ],
)
def test_a_wrong_date_has_its_own_code_and_repair(text: str, code: str, near: str | None) -> None:
    """Swapped, not in the calendar or in another form: each is told apart, with the date meant."""
    found, values = refused(Day, text)
    assert found == code
    assert values.get("near") == near


def test_a_day_that_is_not_in_its_month_tells_the_last_one() -> None:
    """31 June is refused with the last day of June."""
    assert refused(Day, "2022-06-31")[1] == {"value": "2022-06-31", "month": "2022-06", "last": 30}


@given(st.datetimes(min_value=datetime.fromisoformat("1000-01-01")), st.sampled_from("T "))
def test_a_moment_is_a_day_and_a_time(moment: datetime, between: str) -> None:
    """Minutes are kept, with a T or a space between day and time."""
    assert accepted(Moment, moment.isoformat(between, "minutes")) == moment.replace(second=0, microsecond=0)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2026-05-12", "time-missing"),
        ("2026-05-12T25:00", "moment-form"),
        ("2026-31-12T09:00", "swapped-date"),
        ("2026-06-31T09:00", "no-such-day"),
        ("2026-05-12T09:00+02:00", "moment-form"),
        ("18:30", "moment-form"),
        ("", "moment-form"),
    ],
)
def test_a_wrong_moment_has_its_own_code(text: str, code: str) -> None:
    """A day without a time, an hour that no clock shows, a day that never was."""
    assert refused(Moment, text)[0] == code


@pytest.mark.parametrize("text", ["https://a.example", "http://a.example/b?c=d#e", "https://été.example/é"])
def test_an_address_stays_as_written(text: str) -> None:
    """A whole address is taken as it is."""
    assert accepted(Url, text) == text


@pytest.mark.parametrize(
    ("text", "code", "near"),
    [
        ("www.a.example", "url-without-scheme", "https://www.a.example"),
        ("//a.example", "url-without-scheme", "https://a.example"),
        ("https:&#x2F;&#x2F;a.example", "url-form", "https://a.example"),
        ("javascript:alert(1)", "url-form", ""),
        ("ftp://a.example", "url-form", ""),
        ("https://a b.example", "url-form", ""),
        ("https://", "url-form", None),
        ("https://localhost", "url-form", None),
        ("https://[", "url-form", ""),
        ("", "url-without-scheme", "https://"),
    ],
)
def test_a_wrong_address_has_its_own_code(text: str, code: str, near: str | None) -> None:
    """Without its scheme, pasted from HTML, of another scheme, without a host."""
    found, values = refused(Url, text)
    assert found == code
    assert values.get("near") == near


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


@pytest.mark.parametrize("text", ["#abc", "red", "a1b2c3", "#a1b2c3d4", "#a1b2cg", "#a1b2c3;"])
def test_a_wrong_colour_is_refused(text: str) -> None:
    """Short forms, names and anything that could leave its place in a style sheet."""
    assert refused(Colour, text) == ("colour-form", {"value": text})


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


@pytest.mark.parametrize("text", ["73282932", "7328293200", "73282932O", "²32829320", ""])
def test_what_is_not_nine_digits_is_no_siren(text: str) -> None:
    """Too short, too long, a letter for a digit, a digit that is not one."""
    assert refused(Siren, text)[0] == "siren-form"


@pytest.mark.parametrize("text", ["fr", "pt-BR", "zh-Hant", "ar"])
def test_a_language_is_a_tag_that_cldr_knows(text: str) -> None:
    """BCP 47 tags in their recommended case."""
    assert accepted(LanguageCode, text) == text


@pytest.mark.parametrize("text", ["FR", "french", "xx", "fr_FR", ""])
def test_a_wrong_language_is_refused(text: str) -> None:
    """Other cases, names, unknown codes."""
    assert refused(LanguageCode, text) == ("language-form", {"value": text})


@pytest.mark.parametrize(("text", "good"), [("a@b.example", True), ("a@b", False), ("a b@c.example", False)])
def test_an_e_mail_address_has_a_name_and_a_host(text: str, good: bool) -> None:
    """One @, no space, a host with a dot."""
    if good:
        assert accepted(Email, text) == text
    else:
        assert refused(Email, text) == ("email-form", {"value": text})


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
    assert (code, values["key"], values["near"]) == ("unknown-language", "eng", "en")


@pytest.mark.parametrize("value", [["a", "b"], {"fr": ["a"]}, {"fr": {"en": "a"}}])
def test_a_list_is_no_text(value: Any) -> None:
    """Where a text is asked, a list or a deeper map is refused."""
    assert refused(LocalText, value)[0] == "text-expected"


def test_a_date_of_the_model_is_left_as_it_is() -> None:
    """A value that is already a date passes unchanged."""
    assert accepted(Day, PartialDate(2013, 11)) == PartialDate(2013, 11)
