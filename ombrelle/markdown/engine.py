"""Python-Markdown, set up for the texts of a site, and bounded in the work that one text may ask for."""

from __future__ import annotations

import threading
from collections.abc import Callable
from re import Match
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor

from ombrelle.markdown.blocks import normalise

WORK = 2_500_000
"""How many characters may lie behind the spots where inline patterns are tried, added up over one text."""


class TooMuchWorkError(Exception):
    """The inline patterns of a text were tried more often than `WORK` allows."""


def to_html(lines: tuple[str, ...]) -> str:
    """The HTML of a text's lines, not yet sanitised.

    Raises TooNestedError, TooMuchWorkError or RecursionError for a text that is none for people.
    """
    if not hasattr(_LOCAL, "engine"):
        _LOCAL.engine = _Engine()
    engine: _Engine = _LOCAL.engine
    return engine.convert(lines)


# One engine a thread, since making one costs a fifth of a conversion.
_LOCAL = threading.local()


class _Blocks(Preprocessor):
    """Lists and fences as on GitHub."""

    def run(self, lines: list[str]) -> list[str]:
        return [*normalise(lines, self.md.htmlStash.store), "", ""]


class _Engine:
    """One Python-Markdown; it keeps nothing of a text once the next one starts."""

    def __init__(self) -> None:
        self._work = 0
        self._markdown = Markdown(extensions=_extensions())
        # After white space is in order, before raw HTML is put aside.
        self._markdown.preprocessors.register(_Blocks(self._markdown), "ombrelle_blocks", 25)
        for pattern in self._markdown.inlinePatterns:
            if isinstance(pattern, InlineProcessor):
                self._meter(pattern)

    def convert(self, lines: tuple[str, ...]) -> str:
        self._work = WORK
        self._markdown.reset()
        return self._markdown.convert("\n".join(lines))

    def _meter(self, pattern: InlineProcessor) -> None:
        """Count the work of a pattern: each try may read the text to its end."""
        handle: Callable[[Match[str], str], Any] = pattern.handleMatch

        def metered(match: Match[str], data: str) -> Any:
            self._spend(len(data) - match.start())
            found = handle(match, data)
            if isinstance(found[0], Element):
                # One definition may be written out at many places.
                self._spend(sum(len(value) for value in found[0].attrib.values()))
            return found

        pattern.handleMatch = metered  # type: ignore[assignment, method-assign]

    def _spend(self, work: int) -> None:
        self._work -= work
        if self._work < 0:
            raise TooMuchWorkError


def _extensions() -> list[Any]:
    return [
        TableExtension(use_align_attribute=True),  # the site's policy lets no style attribute through
        FootnoteExtension(BACKLINK_TITLE=""),
        AttrListExtension(),
        DefListExtension(),
        AbbrExtension(),
        SaneListExtension(),
    ]
