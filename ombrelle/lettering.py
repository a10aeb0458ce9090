"""Whether the fonts of the theme can draw the names and titles, told before anything is drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from ombrelle.kinds.values import LocalText
from ombrelle.load.entry import Content, Entry
from ombrelle.problems import Location, Problems
from ombrelle.sources.document import Document
from ombrelle.theme.fonts import Letters


def check_letters(content: Content, letters: Letters, problems: Problems) -> None:
    """Tell each name and title with a character that no font has; nothing for a theme without fonts."""
    if not letters.ranges:
        return
    for text, locate in (*_of_site(content), *(pair for entry in content.entries for pair in _titles(entry))):
        lacking = letters.lacking(text)
        if lacking:
            problems.add("letter-without-font", locate(), value=" ".join(lacking))


_Placed = tuple[str, Callable[[], Location]]
"""A text, and what finds its place: only that of a fault is looked for."""


def _of_site(content: Content) -> Iterator[_Placed]:
    """What stands on every picture, and on that of the home page."""
    for field in ("name", "tagline"):
        yield from _forms(getattr(content.site, field), content.site_document, field)


def _titles(entry: Entry) -> Iterator[_Placed]:
    """The titles of an entry in each language."""
    field = entry.kind.facts.title_field
    value = getattr(entry.facts, field) if field else None
    if isinstance(value, str):
        yield value, partial(entry.locate, field)
    elif isinstance(value, LocalText) and entry.document:
        yield from _forms(value, entry.document, field)
    for text in entry.texts.values():
        head = text.head
        yield text.title, partial(head.locate, ("title",)) if head else partial(Location, text.path)


def _forms(value: LocalText, document: Document, field: str) -> Iterator[_Placed]:
    if value.neutral:
        yield value.neutral, partial(document.locate, (field,))
    for lang, form in value.forms.items():
        yield form, partial(document.locate, (field, lang))
