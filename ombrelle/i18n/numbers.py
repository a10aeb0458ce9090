"""Numbers, amounts, shares and measures as readers of a language write them, after CLDR.

Values are shown with the digits that they were given: nothing is rounded but what is compact.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Context, Decimal
from functools import lru_cache
from typing import Any, Literal

from babel import numbers as babel_numbers
from babel import units as babel_units

from ombrelle.i18n.languages import cldr

Number = int | float | Decimal
UnitLength = Literal["long", "short", "narrow"]

_CACHED = 4096

# CLDR's minimumGroupingDigits is 2 for these: "1200", but "12.000". Babel does not have this datum.
_GROUPED_FROM_FIVE_DIGITS = ("es", "pl", "pt_PT")


def exact(value: Number) -> Decimal:
    """The one decimal by which a value is formatted and cached: 1, 1.0 and Decimal("1.00") are the same."""
    normal = Decimal(str(value)).normalize()
    return normal.quantize(Decimal(1)) if normal == normal.to_integral() else normal


@lru_cache(_CACHED)
def format_number(lang: str, value: Decimal) -> str:
    """A number: 1 234,5."""
    return str(
        babel_numbers.format_decimal(
            value, locale=cldr(lang), decimal_quantization=False, group_separator=_grouped(lang, value)
        )
    )


@lru_cache(_CACHED)
def format_compact(lang: str, value: Decimal) -> str:
    """A number in few characters: 1,2 M. Plain where the language has no short form."""
    rounded = _rounded(value)
    if not _has_short_form(cldr(lang).compact_decimal_formats, rounded):
        return format_number(lang, value)
    return str(babel_numbers.format_compact_decimal(rounded, locale=cldr(lang), fraction_digits=1))


@lru_cache(_CACHED)
def format_money(lang: str, amount: Decimal, currency: str) -> str:
    """An amount in an ISO 4217 currency, with its cents only when there are any: 12 500 €."""
    whole = amount == amount.to_integral()
    pattern = cldr(lang).currency_formats["standard"].pattern
    return str(
        babel_numbers.format_currency(
            amount,
            currency,
            format=pattern.replace("0.00", "0") if whole else pattern,
            locale=cldr(lang),
            currency_digits=not whole,
            group_separator=_grouped(lang, amount),
        )
    )


@lru_cache(_CACHED)
def format_compact_money(lang: str, amount: Decimal, currency: str) -> str:
    """An amount in few characters: 12,5 M €."""
    rounded = _rounded(amount)
    if not _has_short_form(cldr(lang).compact_currency_formats, rounded):
        return format_money(lang, amount, currency)
    return str(babel_numbers.format_compact_currency(rounded, currency, locale=cldr(lang), fraction_digits=1))


@lru_cache(_CACHED)
def format_percent(lang: str, share: Decimal) -> str:
    """A share of one as a percentage: 0.125 is 12,5 %."""
    return str(babel_numbers.format_percent(share, locale=cldr(lang), decimal_quantization=False))


@lru_cache(_CACHED)
def format_unit(lang: str, value: Decimal, unit: str, length: UnitLength) -> str:
    """A measure with its unit, by CLDR's name of it ("square-meter"); ValueError for others."""
    pattern = None if _grouped(lang, value) else "0.###"
    return str(babel_units.format_unit(value, unit, length, format=pattern, locale=cldr(lang)))


def _grouped(lang: str, value: Decimal) -> bool:
    return abs(value) >= 10_000 or str(cldr(lang)) not in _GROUPED_FROM_FIVE_DIGITS


def _rounded(value: Decimal) -> Decimal:
    """Three significant digits. Rounding first makes 999 999 "1 M"; after, Babel makes it "1000 k"."""
    return exact(Context(prec=3).plus(value))


def _has_short_form(formats: Mapping[str, Any], value: Decimal) -> bool:
    """Whether CLDR has a pattern that shortens numbers as large as this one."""
    pattern = formats["short"]["other"].get(str(10 ** value.adjusted())) if abs(value) >= 1 else None
    return pattern is not None and bool(pattern.pattern.replace("¤", "").strip("0 \u00a0"))
