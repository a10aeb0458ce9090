"""What templates may do with a value: say it in the language of the page. Every filter is a pure function."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from ombrelle.dates import PartialDate
from ombrelle.i18n.formats import Formats
from ombrelle.i18n.languages import Languages
from ombrelle.i18n.phrase import Phrase
from ombrelle.typography import typeset
from ombrelle.views.illustrations import element
from ombrelle.views.parts import Body, Passage, Picture

_COMPOUND = re.compile(r"(?<![\w-])\w+(?:-\w+)+(?![^<]*>)")
"""Words joined by hyphens, outside tags."""


def filters(lang: str, languages: Languages) -> Mapping[str, Callable[..., Any]]:
    """The filters of the pages of a language, by the name that templates use."""
    formats = Formats(lang)
    speaker = _Speaker(lang, languages)
    return {
        "say": speaker.say,
        "plain": speaker.plain,
        "marks": speaker.marks,
        "prose": speaker.prose,
        "picture": speaker.picture,
        "date": formats.date,
        "moment": formats.moment,
        "period": formats.period,
        "number": formats.number,
        "compact": formats.compact,
        "money": formats.money,
        "kilometres": lambda value: formats.unit(value, "kilometer"),
        "listing": _listing(formats),
        "language_name": formats.language,
        "territory": formats.territory,
        "iso": _iso,
        "host": _host,
        "compounds": _compounds,
        "json_ld": Markup,
        "script": Markup,
    }


class _Speaker:
    """Says phrases to readers of a language, and marks those that are in another."""

    def __init__(self, lang: str, languages: Languages) -> None:
        self._lang = lang
        self._directions = {language.code: language.direction for language in languages}
        self._is_leftward = self._directions.get(lang) == "rtl"
        self.say = lru_cache(maxsize=20_000)(self._say)

    def _say(self, phrase: Phrase) -> Markup:
        text = escape(self.plain(phrase))
        if phrase.lang is None:
            return Markup("<bdi>{}</bdi>").format(text) if self._is_leftward and text else text
        marks = self.marks(phrase)
        return Markup("<span{}>{}</span>").format(marks, text) if marks else text

    def plain(self, phrase: Phrase) -> str:
        return typeset(phrase.text, phrase.lang or self._lang)

    def marks(self, phrase: Phrase) -> Markup:
        """The attributes of an element that holds the phrase alone; none for the language of the page."""
        if phrase.lang in {None, self._lang}:
            return Markup()
        return Markup(' lang="{}" dir="{}"').format(phrase.lang, self._direction(str(phrase.lang)))

    def prose(self, body: Body | Passage) -> Markup:
        """A text, or a passage of it; one that goes on after something else says so."""
        html = Markup(body.html)  # noqa: S704 sanitised when it was converted
        more = Markup(" data-more") if isinstance(body, Passage) and body.is_more else Markup()
        if body.lang == self._lang:
            return Markup('<div class="prose"{}>\n{}\n</div>').format(more, html)
        return Markup('<div class="prose"{} lang="{}" dir="{}">\n{}\n</div>').format(
            more, body.lang, body.direction, html
        )

    def picture(self, picture: Picture, sizes: str, *, first: bool = False) -> Markup:
        """The element `<picture>` of a picture that stands as wide as `sizes` says, as in HTML."""
        words = picture.alternative
        html = element(picture, self.plain(words), sizes, rest=self.marks(words), is_first=first)
        return Markup(html)  # noqa: S704 written by `element`, which escapes

    def _direction(self, lang: str) -> str:
        return self._directions.get(lang, "ltr")


def _listing(formats: Formats) -> Callable[[Iterable[str]], Markup]:
    """Joins names, or what `say` has made of them, as in a sentence."""

    def listing(items: Iterable[str]) -> Markup:
        made = formats.listing(tuple(map(apart, items)))
        return Markup(made)  # noqa: S704 each item is escaped or markup

    def apart(item: str) -> str:
        return str(item) if isinstance(item, Markup) else formats.isolate(str(escape(item)))

    return listing


def _iso(value: PartialDate | date | datetime) -> str:
    """A date for machines."""
    return value.isoformat() if isinstance(value, date) else str(value)


def _compounds(html: Markup) -> Markup:
    """Text in which words joined by hyphens are elements, so that a title can keep them on one line."""
    return Markup(_COMPOUND.sub(r"<span>\g<0></span>", str(html)))  # noqa: S704 nothing is added but tags


def _host(url: str) -> str:
    """The host of an address, as people write it."""
    return (urlsplit(url).hostname or url).removeprefix("www.")
