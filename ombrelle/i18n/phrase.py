"""A text that knows its language, so that what a reader is shown is never said to be what it is not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text and its language; `lang` is None for what is the same in every language, as names are."""

    text: str
    lang: str | None = None

    def __bool__(self) -> bool:
        return bool(self.text)


NOTHING = Phrase("")


def first_of(forms: Mapping[str, str], chain: Sequence[str]) -> Phrase:
    """The form in the first language of `chain` that has one, else in any language; empty without forms."""
    for lang in (*chain, *forms):
        if forms.get(lang):
            return Phrase(forms[lang], lang)
    return NOTHING
