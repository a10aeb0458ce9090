"""Words of the theme that a language lacks, and borrows: marked with their own language wherever they stand.

A template cannot know which of its words a catalogue lacks, nor a catalogue where a word will stand. So a
borrowed word goes through the template between two signs that no text has, and what is around it in the page
decides. Among text it becomes an element with its `lang` and `dir`; the text of an option is marked on the
option; in an attribute, a title or a script, where nothing can be marked, the signs are left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ombrelle.i18n.catalogues import Catalogue
from ombrelle.i18n.languages import Languages
from ombrelle.i18n.phrase import Phrase

# Private use: https://www.unicode.org/faq/private_use.html.
_OPEN, _TOLD, _CLOSE = "\ue000", "\ue001", "\ue002"
_PLACEHOLDER = re.compile(r"(%\(\w+\)[sd])")
_PART = re.compile(
    rf"(?P<choice><option\b[^>]*)>{_OPEN}(?P<spoken>[A-Za-z-]+){_TOLD}(?P<name>[^{_CLOSE}]*){_CLOSE}(?=</option>)"
    rf"|(?P<raw><(?P<tag>script|style|title|option|textarea)\b.*?</(?P=tag)>)|(?P<inside><[^>]*>)"
    rf"|{_OPEN}(?P<lang>[A-Za-z-]+){_TOLD}(?P<text>[^{_CLOSE}]*){_CLOSE}",
    re.DOTALL,
)
_SIGNS = re.compile(rf"{_OPEN}[A-Za-z-]+{_TOLD}|{_CLOSE}")


@dataclass(frozen=True, slots=True)
class Words:
    """What templates ask a catalogue, as Jinja calls it: each word that is borrowed carries its signs."""

    catalogue: Catalogue

    def gettext(self, message: str) -> str:
        """The message."""
        return self._signed(self.catalogue.word(None, message))

    def pgettext(self, context: str, message: str) -> str:
        """The message in a context."""
        return self._signed(self.catalogue.word(context, message))

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """The form that goes with `n`."""
        return self._signed(self.catalogue.form(None, singular, plural, n))

    def npgettext(self, context: str, singular: str, plural: str, n: int) -> str:
        """The form that goes with `n`, in a context."""
        return self._signed(self.catalogue.form(context, singular, plural, n))

    def _signed(self, word: Phrase) -> str:
        """What is filled in is the page's own: only the words around it are borrowed."""
        if word.lang == self.catalogue.lang:
            return word.text
        parts = _PLACEHOLDER.split(word.text)
        said = (
            part if index % 2 or not part else f"{_OPEN}{word.lang}{_TOLD}{part}{_CLOSE}"
            for index, part in enumerate(parts)
        )
        return "".join(said)


def marker(languages: Languages) -> Callable[[str], str]:
    """What turns the signs of a page into marks; a page without any is given back as it is."""
    directions = {language.code: language.direction for language in languages}

    def mark(html: str) -> str:
        return _PART.sub(one, html) if _OPEN in html else html

    def one(part: re.Match[str]) -> str:
        if part["choice"]:
            return f"{_SIGNS.sub('', part['choice'])}{marks(part['spoken'])}>{part['name']}"
        if part["lang"] is None:
            return _SIGNS.sub("", part[0])
        return f"<span{marks(part['lang'])}>{part['text']}</span>"

    def marks(lang: str) -> str:
        return f' lang="{lang}" dir="{directions.get(lang, "ltr")}"'

    return mark


def unmarked(text: str) -> str:
    """A text in which nothing can be marked, without the signs of what it borrows."""
    return _SIGNS.sub("", text)
