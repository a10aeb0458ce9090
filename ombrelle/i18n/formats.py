"""Every way in which a value becomes text for the readers of one language, after CLDR.

Each result is a function of the language and the value alone, and is kept: nothing is read from the locale,
the clock or the time zone of the machine.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Literal

from babel import lists as babel_lists

from ombrelle.dates import PartialDate
from ombrelle.i18n import dates, numbers
from ombrelle.i18n.languages import cldr, label

Day = date | PartialDate
ListStyle = Literal["standard", "or"]

_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"

# Classes of UAX #9 that a text of the other direction would reorder.
_RIGHT_TO_LEFT = {"R", "AL", "AN"}
_LEFT_TO_RIGHT = {"L", "EN", "AN"}


@dataclass(frozen=True, slots=True)
class Formats:
    """Values as readers of `lang` write them."""

    lang: str

    def date(self, value: Day, length: dates.Length = "long") -> str:
        """A date in the precision that it was given: "2013", "novembre 2013", "1er avril 2019"."""
        return dates.format_date(self.lang, _partial(value), length)

    def moment(self, value: datetime) -> str:
        """A day and a time with the short name of the zone of `value`; ValueError when it has none."""
        return dates.format_moment(self.lang, value)

    def period(self, start: Day, end: Day) -> str:
        """From `start` to `end`, two dates or two moments, saying once what they share."""
        if isinstance(start, datetime) and isinstance(end, datetime):
            return dates.format_moments(self.lang, start, end)
        return dates.format_days(self.lang, _partial(start), _partial(end))

    def number(self, value: numbers.Number) -> str:
        """A number with all the digits that it was given."""
        return numbers.format_number(self.lang, numbers.exact(value))

    def compact(self, value: numbers.Number) -> str:
        """A number in few characters: "1,2 M"."""
        return numbers.format_compact(self.lang, numbers.exact(value))

    def money(self, amount: numbers.Number, currency: str, *, compact: bool = True) -> str:
        """An amount in an ISO 4217 currency: "12,5 M €", or "12 500 000 €" when not compact."""
        write = numbers.format_compact_money if compact else numbers.format_money
        return write(self.lang, numbers.exact(amount), currency)

    def percent(self, share: numbers.Number) -> str:
        """A share of one: 0.125 is "12,5 %"."""
        return numbers.format_percent(self.lang, numbers.exact(share))

    def unit(self, value: numbers.Number, unit: str, length: numbers.UnitLength = "short") -> str:
        """A measure, its unit by CLDR's name: "1 200 m²" for "square-meter"."""
        return numbers.format_unit(self.lang, numbers.exact(value), unit, length)

    def listing(self, items: Sequence[str], style: ListStyle = "standard") -> str:
        """Items joined as in a sentence: "Lyon, Nice et Lille"; "" when there are none."""
        return _listing(self.lang, tuple(items), style)

    def language(self, code: str) -> str:
        """The name of a language, given by its BCP 47 tag, as a label: "Anglais"."""
        return _language(self.lang, code)

    def territory(self, code: str) -> str:
        """The name of a territory by its ISO 3166-1 code, in English where the language has none.

        KeyError for a code that CLDR does not have.
        """
        return str(cldr(self.lang).territories.get(code) or cldr("en").territories[code])

    def isolate(self, text: str) -> str:
        """The text as it may stand in an attribute, its direction kept apart from that of the sentence.

        U+2068 and U+2069 (UAX #9, section 2.4.2) stand around it when some of it runs the other way.
        """
        other = _LEFT_TO_RIGHT if cldr(self.lang).text_direction == "rtl" else _RIGHT_TO_LEFT
        if any(unicodedata.bidirectional(character) in other for character in text):
            return f"{_FIRST_STRONG_ISOLATE}{text}{_POP_ISOLATE}"
        return text


@lru_cache(4096)
def _listing(lang: str, items: tuple[str, ...], style: ListStyle) -> str:
    text = str(babel_lists.format_list(items, style, locale=cldr(lang)))
    if len(items) > 1 and cldr(lang).language == "es":
        return _spanish(text, items[-1])
    return text


def _spanish(text: str, last: str) -> str:
    """Before the same sound, « y » is « e » and « o » is « u » (Ortografía de la lengua española)."""
    plain = "".join(c for c in unicodedata.normalize("NFD", last.lower()) if not unicodedata.combining(c))
    head = text.removesuffix(last)
    if re.match(r"h?i(?![aeo])", plain):
        return re.sub(r" y $", " e ", head) + last
    if re.match(r"h?o|8|11\b", plain):
        return re.sub(r" o $", " u ", head) + last
    return text


@cache
def _language(lang: str, code: str) -> str:
    return label(str(cldr(code).get_display_name(cldr(lang)) or code))


def _partial(value: Day) -> PartialDate:
    return value if isinstance(value, PartialDate) else PartialDate(value.year, value.month, value.day)
