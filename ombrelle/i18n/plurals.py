"""The plural forms of a message in each language, by CLDR's rules for whole numbers.

Babel's own table for catalogues is not used: in Arabic it has the last two forms the other way round than GNU
gettext and the editors of `.po` files.
"""

from __future__ import annotations

from functools import cache

from babel.plural import PluralRule, to_gettext

from ombrelle.i18n.languages import cldr

_ORDER = ("zero", "one", "two", "few", "many", "other")

# CLDR gives French, Spanish and others a form for whole millions alone ("1 000 000 de …"), which the gettext
# world does not have. A form counts when a number below this bound takes it; for such numbers the rules of
# CLDR look at the last two digits, and at no more.
_EVERYDAY = 200


def plural_forms(lang: str) -> int:
    """How many plural forms a message has: 2 in French, 6 in Arabic, 1 in Japanese."""
    return len(_categories(lang))


def plural_form(lang: str, n: int) -> int:
    """Which of the forms, from 0, goes with a number."""
    categories = _categories(lang)
    category = cldr(lang).plural_form(n)
    return categories.index(category) if category in categories else len(categories) - 1


def plural_examples(lang: str) -> dict[str, int]:
    """A number of each plural category of CLDR that everyday numbers have: `{"one": 1, "other": 0}`."""
    rule = cldr(lang).plural_form
    return {rule(n): n for n in reversed(range(_EVERYDAY))}


def plural_header(lang: str) -> str:
    """The rule as the header of a `.po` file states it, for the programs in which people translate."""
    rules = cldr(lang).plural_form.rules
    # The last form is the one for every other number: it needs no rule.
    return str(to_gettext(PluralRule({name: rules[name] for name in _categories(lang)[:-1]})))


@cache
def _categories(lang: str) -> tuple[str, ...]:
    rule = cldr(lang).plural_form
    taken = {rule(n) for n in range(_EVERYDAY)}
    return tuple(name for name in _ORDER if name in taken)
