"""Small operations on text that several layers share."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

_LINE_ENDS = re.compile(r"[ \t]*[\t\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]+[ \t]*")
# Controls, halves of surrogate pairs, what Unicode keeps for programs (23.7): no format has a place for them.
_UNSPEAKABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "đ": "d", "ł": "l"})

MOST_MEANT = 100
"""Characters of a word for which a known one is sought: a longer one is no slip, and costs its square."""


@lru_cache(maxsize=1 << 14)
def slugify(text: str) -> str:
    """Lower-case ASCII words joined by hyphens: "L'été à Évry" gives "l-ete-a-evry"; "" when none is left."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    return _NOT_WORD.sub("-", "".join(c for c in plain if not unicodedata.combining(c))).strip("-")


def one_line(text: str) -> str:
    """A text on one line and without controls: whatever format it goes into sees no end of a line in it."""
    return _UNSPEAKABLE.sub("", _LINE_ENDS.sub(" ", text))


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that `word` most probably stands for, or "" when none is near.

    Case, accents and separators do not count as differences: "État" is near "etat".
    """
    if len(word) > MOST_MEANT:
        return ""
    by_slug = {slug: candidate for candidate in sorted(known) if (slug := slugify(candidate))}
    found = get_close_matches(slugify(word), list(by_slug), n=1, cutoff=0.7)
    return by_slug[found[0]] if found else ""
