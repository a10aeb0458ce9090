"""Marks for words that are written in Python but said later, in the language of a page.

`WORD = pgettext_noop("route", "districts")` lists the word among those to translate; where the language is
known, `catalogue.pgettext("route", WORD)` says it.
"""

from __future__ import annotations


def gettext_noop(message: str) -> str:
    """The message itself, listed among the words to translate."""
    return message


def pgettext_noop(context: str, message: str) -> str:
    """The message itself, listed with its context among the words to translate."""
    return message
