"""Texts that are plainly in their language, known by its small words: for them no model is asked.

A third of the words of a text are such. What is in doubt is left to the model (`ombrelle.i18n.detection`).
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[^\W\d_]+")
_KANA = re.compile(r"[\u3041-\u30fa]")
_LETTER = re.compile(r"[^\W\d_]")

_FEWEST = 4
"""Small words that a text needs, however short it is."""

_SHARE = 0.15
"""Of its words, or of its letters for a script that no other language has."""

_AHEAD = 3
"""How many times more it has of its own language than of any other."""


def is_plainly(lang: str, text: str) -> bool:
    """Whether a text is in a language beyond doubt; False says nothing."""
    if lang == "ja":
        return len(_KANA.findall(text)) > _SHARE * len(_LETTER.findall(text))
    words = _WORD.findall(text.lower())
    small = _languages()
    counts = Counter(language for word in words if word in small for language in small[word])
    own = counts.pop(lang, 0)
    return own >= max(_FEWEST, _SHARE * len(words)) and own >= _AHEAD * max(counts.values(), default=0)


@cache
def _languages() -> dict[str, tuple[str, ...]]:
    """The languages of each small word."""
    text = (files("ombrelle.i18n") / "small_words.toml").read_text(encoding="utf-8")
    found: dict[str, tuple[str, ...]] = {}
    for lang, words in tomllib.loads(text).items():
        for word in words.split():
            found[word] = (*found.get(word, ()), lang)
    return found
