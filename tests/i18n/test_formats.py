"""Values as readers of each language write them."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombrelle.dates import PartialDate
from ombrelle.i18n import dates, formats, numbers
from ombrelle.i18n.formats import Formats

SIX = ("fr", "en", "de", "es", "ar", "ja")
PARIS = ZoneInfo("Europe/Paris")
THIN, NARROW, NO_BREAK = "\u2009", "\u202f", "\u00a0"


def _each(*texts: str) -> list[tuple[str, str]]:
    return list(zip(SIX, texts, strict=True))


def _plain(text: str) -> str:
    """The text with every kind of space as a simple one, for claims that are not about spaces."""
    return text.replace(THIN, " ").replace(NARROW, " ").replace(NO_BREAK, " ")


@pytest.mark.parametrize(("lang", "text"), _each("2013", "2013", "2013", "2013", "2013", "2013年"))
def test_a_year_stays_a_year(lang: str, text: str) -> None:
    """A date of which only the year is known shows the year."""
    assert Formats(lang).date(PartialDate(2013)) == text


@pytest.mark.parametrize(
    ("lang", "text"),
    _each(
        "novembre 2013", "November 2013", "November 2013", "noviembre de 2013", "نوفمبر 2013", "2013年11月"
    ),
)
def test_a_month_stays_a_month(lang: str, text: str) -> None:
    """A date of which the month is known shows the month and the year."""
    assert Formats(lang).date(PartialDate(2013, 11)) == text


@pytest.mark.parametrize(
    ("lang", "text"),
    _each(
        "27 novembre 2013",
        "November 27, 2013",
        "27. November 2013",
        "27 de noviembre de 2013",
        "27 نوفمبر 2013",
        "2013年11月27日",
    ),
)
def test_a_day(lang: str, text: str) -> None:
    """A day is written in full, from a date or from a partial date alike."""
    assert Formats(lang).date(date(2013, 11, 27)) == text
    assert Formats(lang).date(PartialDate(2013, 11, 27)) == text


def test_the_first_of_a_month_in_french() -> None:
    """« 1er » stands for the first day and for no other, in French alone."""
    assert Formats("fr").date(date(2019, 4, 1)) == "1er avril 2019"
    assert Formats("fr").date(date(2019, 4, 1), "medium") == "1er avr. 2019"
    assert Formats("fr").date(date(2019, 4, 11)) == "11 avril 2019"
    assert Formats("en").date(date(2019, 4, 1)) == "April 1, 2019"


@pytest.mark.parametrize(
    ("lang", "text"),
    _each(
        "1er–3 avril 2026",
        "April 1 – 3, 2026",
        "1.–3. April 2026",
        "1–3 de abril de 2026",
        "1–3 أبريل 2026",
        "2026年4月1日～3日",
    ),
)
def test_days_of_one_month(lang: str, text: str) -> None:
    """A period within a month says the month and the year once."""
    assert _plain(Formats(lang).period(date(2026, 4, 1), date(2026, 4, 3))) == text


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ("2026-04-30", "2026-05-01", "30 avril – 1er mai 2026"),
        ("2025-12-30", "2026-01-01", "30 décembre 2025 – 1er janvier 2026"),
        ("2026-04-02", "2026-04-02", "2 avril 2026"),
        ("2015-01", "2015-03", "janvier – mars 2015"),
        ("2015-01", "2016", "2015–2016"),
        ("2015-01-12", "2015", "2015"),
        ("2015", "2018", "2015–2018"),
    ],
)
def test_periods(start: str, end: str, text: str) -> None:
    """A period has the coarser precision of its ends and collapses when both are the same."""
    written = Formats("fr").period(PartialDate.parse(start), PartialDate.parse(end))
    assert _plain(written) == text


@pytest.mark.parametrize(
    ("lang", "text"),
    _each(
        "1er avril 2026, 18:30 UTC+2",
        "April 1, 2026, 6:30 PM GMT+2",
        "1. April 2026, 18:30 MESZ",
        "1 de abril de 2026, 18:30 CEST",
        "1 أبريل 2026، 6:30 م غرينتش+2",
        "2026年4月1日 18:30 GMT+2",
    ),
)
def test_a_moment_names_its_zone(lang: str, text: str) -> None:
    """A moment is in its own zone, which has its short name in the language or else its offset."""
    assert _plain(Formats(lang).moment(datetime(2026, 4, 1, 18, 30, tzinfo=PARIS))) == text


@pytest.mark.parametrize(
    ("lang", "text"),
    _each(
        "1er avril 2026, 09:30 – 20:00 UTC+2",
        "April 1, 2026, 9:30 AM – 8:00 PM GMT+2",
        "1. April 2026, 09:30–20:00 Uhr MESZ",
        "1 de abril de 2026, 9:30–20:00 CEST",
        "1 أبريل 2026، 9:30 ص – 8:00 م غرينتش+2",
        "2026年4月1日 9時30分～20時00分 GMT+2",
    ),
)
def test_hours_of_one_day(lang: str, text: str) -> None:
    """A period within a day says the day and the zone once."""
    start = datetime(2026, 4, 1, 9, 30, tzinfo=PARIS)
    assert _plain(Formats(lang).period(start, start.replace(hour=20, minute=0))) == text


def test_zones() -> None:
    """Winter, summer, half hours and the universal time are told apart; a time without zone is refused."""
    speak = Formats("fr").moment
    winter, summer = datetime(2026, 1, 5, 9, tzinfo=PARIS), datetime(2026, 7, 5, 9, tzinfo=PARIS)
    india = timezone(timedelta(hours=5, minutes=30))
    assert speak(winter).endswith("09:00 UTC+1")
    assert speak(summer).endswith("09:00 UTC+2")
    assert speak(winter.replace(tzinfo=india)).endswith("09:00 UTC+5:30")
    assert speak(winter.replace(tzinfo=UTC)).endswith("09:00 TU")
    with pytest.raises(ValueError, match="without zone"):
        speak(winter.replace(tzinfo=None))


def test_equal_instants_of_two_zones_read_differently() -> None:
    """The cache does not take one instant for another zone's, nor the two hours when clocks go back."""
    there = datetime(2026, 4, 1, 18, 30, tzinfo=PARIS)
    speak = Formats("en").moment
    assert "6:30" in speak(there)
    assert "4:30" in speak(there.astimezone(UTC))
    again = datetime(2026, 10, 25, 2, 30, tzinfo=PARIS)
    assert speak(again).endswith("GMT+2")
    assert speak(again.replace(fold=1)).endswith("GMT+1")


@pytest.mark.parametrize(
    ("lang", "text"),
    _each(f"12{NARROW}345,5", "12,345.5", "12.345,5", "12.345,5", "12,345.5", "12,345.5"),
)
def test_numbers(lang: str, text: str) -> None:
    """A number has the separators of the language, Western digits in Arabic, and all its digits."""
    assert Formats(lang).number(Decimal("12345.5")) == text


def test_four_digits_in_spanish_are_not_grouped() -> None:
    """Spanish groups from five digits on, in numbers, amounts and measures."""
    spanish = Formats("es")
    assert (spanish.number(1234), spanish.number(12345)) == ("1234", "12.345")
    assert _plain(spanish.money(1234, "EUR", compact=False)) == "1234 €"
    assert _plain(spanish.unit(1200, "square-meter")) == "1200 m²"


@pytest.mark.parametrize(("lang", "text"), _each("1,2 M", "1.2M", "1,2 Mio.", "1,2 M", "1.2 مليون", "123万"))
def test_compact_numbers(lang: str, text: str) -> None:
    """A large number is shortened by the words of the language."""
    assert _plain(Formats(lang).compact(1_234_567)) == text


def test_compact_numbers_round_into_the_next_word() -> None:
    """A number just below a million is a million, and one that has no short form is whole."""
    assert _plain(Formats("fr").compact(999_999)) == "1 M"
    assert Formats("fr").compact(999) == "999"
    assert Formats("de").compact(1234) == "1.234"
    assert Formats("fr").compact(0) == "0"
    assert _plain(Formats("fr").compact(-1_234_567)) == "-1,2 M"


@pytest.mark.parametrize(
    ("lang", "text"), _each("12,5 M €", "€12.5M", "12,5 Mio. €", "12,5 M€", "12.5 مليون €", "€1250万")
)
def test_amounts(lang: str, text: str) -> None:
    """An amount is compact by default."""
    assert _plain(Formats(lang).money(12_500_000, "EUR")) == text


def test_cents_only_when_there_are_any() -> None:
    """A whole amount has no decimals, another has two."""
    write = Formats("fr").money
    assert _plain(write(12_500_000, "EUR", compact=False)) == "12 500 000 €"
    assert _plain(write(12.5, "EUR", compact=False)) == "12,50 €"


@pytest.mark.parametrize(("lang", "text"), _each("12,5 %", "12.5%", "12,5 %", "12,5 %", "12.5%", "12.5%"))
def test_percentages(lang: str, text: str) -> None:
    """A share of one is a percentage with all its digits."""
    assert _plain(Formats(lang).percent(0.125)).replace("\u200e", "") == text


@pytest.mark.parametrize(
    ("lang", "text"), _each("1 200 m²", "1,200 m²", "1.200 m²", "1200 m²", "1,200 م²", "1,200 m²")
)
def test_units(lang: str, text: str) -> None:
    """A measure has its unit in the language."""
    assert _plain(Formats(lang).unit(1200, "square-meter")) == text


@pytest.mark.parametrize(
    ("lang", "text"),
    _each("A, B et C", "A, B, and C", "A, B und C", "A, B y C", "A وB وC", "A、B、C"),
)
def test_lists(lang: str, text: str) -> None:
    """Items are joined as in a sentence; one stands alone, and none give nothing."""
    assert Formats(lang).listing(["A", "B", "C"]) == text
    assert Formats(lang).listing(["A"]) == "A"
    assert Formats(lang).listing([]) == ""


@pytest.mark.parametrize(
    ("items", "style", "text"),
    [
        (["Francia", "Italia"], "standard", "Francia e Italia"),
        (["Francia", "Índice y más"], "standard", "Francia e Índice y más"),
        (["agua", "hielo"], "standard", "agua y hielo"),
        (["siete", "ocho"], "or", "siete u ocho"),
        (["uno", "dos"], "or", "uno o dos"),
    ],
)
def test_spanish_conjunctions(items: list[str], style: formats.ListStyle, text: str) -> None:
    """« y » and « o » change before their own sound, and not before a diphthong."""
    assert Formats("es").listing(items, style) == text


@pytest.mark.parametrize(
    ("lang", "language", "territory"),
    [
        ("fr", "Anglais", "Allemagne"),
        ("en", "English", "Germany"),
        ("de", "Englisch", "Deutschland"),
        ("es", "Inglés", "Alemania"),
        ("ar", "الإنجليزية", "ألمانيا"),
        ("ja", "英語", "ドイツ"),
    ],
)
def test_names(lang: str, language: str, territory: str) -> None:
    """Languages, as labels, and territories have their names in each language."""
    assert Formats(lang).language("en") == language
    assert Formats(lang).territory("DE") == territory


def test_languages_of_which_little_is_known() -> None:
    """Where CLDR lacks a name or a pattern the text is plainer, and an unknown code is refused."""
    assert Formats("smj").territory("FR") == "France"
    start, end = PartialDate(2013, 1), PartialDate(2013, 3)
    whole = Formats("fa").period(start, end)
    assert Formats("fa").date(start) in whole
    assert Formats("fa").date(end) in whole
    with pytest.raises(KeyError):
        Formats("fr").territory("ZZZ")


def test_isolation() -> None:
    """A text that runs the other way is isolated, in both directions; one that runs the same way is not."""
    assert Formats("ar").isolate("Lyon (69)") == "\u2068Lyon (69)\u2069"
    assert Formats("ar").isolate("ليون") == "ليون"
    assert Formats("fr").isolate("ليون") == "\u2068ليون\u2069"
    assert Formats("fr").isolate("Lyon (69)") == "Lyon (69)"


@given(st.sampled_from(SIX), st.decimals(-(10**12), 10**12, places=3))
def test_cached_numbers_equal_uncached_ones(lang: str, value: Decimal) -> None:
    """What the cache gives is what a fresh computation gives, however the number was written."""
    exact = numbers.exact(value)
    for cached in (numbers.format_number, numbers.format_compact, numbers.format_percent):
        cached(lang, exact)
        assert cached(lang, numbers.exact(Decimal(f"{value}000"))) == cached.__wrapped__(lang, exact)


@given(st.sampled_from(SIX), st.dates(), st.sampled_from([1, 2, 3]))
def test_cached_dates_equal_uncached_ones(lang: str, day: date, precision: int) -> None:
    """What the cache gives for a date is what a fresh computation gives."""
    value = PartialDate(*(day.year, day.month, day.day)[:precision])
    dates.format_date(lang, value, "long")
    assert dates.format_date(lang, value, "long") == dates.format_date.__wrapped__(lang, value, "long")


_PROGRAM = """
from datetime import date, datetime
from zoneinfo import ZoneInfo
from ombrelle.i18n.collation import collation_key
from ombrelle.i18n.formats import Formats
for lang in ("fr", "en", "de", "es", "ar", "ja"):
    speak = Formats(lang)
    print(ascii([
        speak.date(date(2026, 4, 1)),
        speak.moment(datetime(2026, 4, 1, 18, 30, tzinfo=ZoneInfo("Europe/Paris"))),
        speak.number(1234.5), speak.compact(1234567), speak.money(10**7, "EUR"), speak.percent(0.5),
        speak.unit(3, "kilometer"), speak.listing("abc"), speak.language("fr"), speak.territory("FR"),
        sorted(["Zoé", "Élan", "eau", "ñu", "nube"], key=collation_key(lang)),
    ]))
"""


def _said(**machine: str) -> str:
    environ = {"PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join(sys.path), **machine}
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM], env=environ, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_independence_from_the_machine() -> None:
    """Every format is the same under other locales, time zones and hash seeds."""
    here = _said(LC_ALL="C", TZ="UTC", PYTHONHASHSEED="0")
    assert "1er avril 2026" in here
    assert _said(LC_ALL="ar_EG.UTF-8", LANG="ja_JP", TZ="Asia/Tokyo", PYTHONHASHSEED="1") == here
    assert _said(LC_ALL="nowhere", TZ="Nowhere/City", PYTHONHASHSEED="2") == here
