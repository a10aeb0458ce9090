"""Python-Markdown, set up for the texts of a site, and bounded in the work that one text may ask for."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from re import Match
from typing import Any
from xml.etree.ElementTree import Element, ElementTree, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from ombrelle.markdown.blocks import Blocks
from ombrelle.markdown.inline import Inline
from ombrelle.markdown.leaves import Definitions, Typed
from ombrelle.markdown.spans import Spans

WORK = 2_500_000
"""How many characters may lie behind the spots where inline patterns are tried, added up over one text."""

ELEMENTS = 50_000
"""How many elements of HTML a text may become: an abbreviation is one wherever it stands."""


class TooMuchWorkError(Exception):
    """A text has its inline patterns tried more often than `WORK` allows, or more than `ELEMENTS`."""


def to_html(lines: tuple[str, ...]) -> tuple[str, tuple[Typed, ...]]:
    """The HTML of a text's lines, not yet sanitised, and the fences of its typed blocks.

    Raises TooNestedError, TooMuchWorkError or RecursionError for a text that is none for people.
    """
    if not hasattr(_LOCAL, "engine"):
        _LOCAL.engine = _Engine()
    engine: _Engine = _LOCAL.engine
    return engine.convert(lines)


# One engine a thread, since making one costs a fifth of a conversion.
_LOCAL = threading.local()


class _Parser(BlockParser):
    """Python-Markdown's place for a parser of blocks, with ours in it."""

    def __init__(self, md: Markdown, footnotes: FootnoteExtension, abbreviations: dict[str, str]) -> None:
        super().__init__(md)
        self._footnotes, self._abbreviations = footnotes, abbreviations
        self._notes: dict[str, Element] = {}
        self.typed: tuple[Typed, ...] = ()

    def parseDocument(self, lines: Iterable[str]) -> ElementTree:  # noqa: N802 - the name is Python-Markdown's
        """The tree of a text's blocks."""
        self.root = Element(self.md.doc_tag)
        definitions = Definitions(self.md.references, self._abbreviations, self.md.htmlStash.store)
        Blocks(self.root, definitions).read(list(lines))
        self._notes, self.typed = definitions.notes, tuple(definitions.typed)
        for name in definitions.notes:
            self._footnotes.setFootnote(name, name)
        return ElementTree(self.root)

    def parseChunk(self, parent: Element, text: str) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Give the extension of footnotes the blocks of the note of that name, read in their place."""
        parent.extend(self._notes[text])
        if not len(parent):
            SubElement(parent, "p").text = ""


class _UsedNotes(Treeprocessor):
    """Leaves out the footnotes to which nothing refers, as GitHub does: their way back would lead nowhere."""

    def __init__(self, footnotes: FootnoteExtension) -> None:
        super().__init__()
        self._footnotes = footnotes

    def run(self, root: Element) -> None:
        """Drop the items of unused notes, and the frame when none is left."""
        notes = root.find("./div[@class='footnote']") if self._footnotes.footnotes else None
        if notes is None:
            return
        used = {self._footnotes.makeFootnoteId(name) for name in self._footnotes.footnote_order}
        for items in notes.findall("ol"):
            for item in items.findall("li"):
                if item.get("id") not in used:
                    items.remove(item)
        if not used:
            root.remove(notes)


class _LineFeeds(Treeprocessor):
    """A line of its own for each block, so that texts stay apart when tags are taken out."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._blocks = frozenset(md.block_level_elements)

    def run(self, root: Element) -> None:
        """Put a line feed behind blocks and breaks."""
        for element in root.iter():
            if element.tag == "br":
                element.tail = f"\n{element.tail or ''}"
            elif element.tag == "li" and len(element):
                self._part(element)
            if not element.tail and element.tag in self._blocks:
                element.tail = "\n"

    def _part(self, item: Element) -> None:
        """Between the texts and the blocks of an item of a tight list."""
        is_block = [child.tag in self._blocks for child in item]
        if is_block[0] and item.text:
            item.text += "\n"
        for child, is_before, is_after in zip(item, is_block, [*is_block[1:], False], strict=True):
            start, end = "\n" if is_before else "", "\n" if is_after and not is_before else ""
            child.tail = f"{start}{child.tail or ''}{end}"


class _Bound(Treeprocessor):
    """Ends a text that has become too many elements, before they are written, cleaned and finished."""

    def run(self, root: Element) -> None:
        """Raise TooMuchWorkError for it."""
        if sum(1 for _ in root.iter()) > ELEMENTS:
            raise TooMuchWorkError


class _Engine:
    """One Python-Markdown; it keeps nothing of a text once the next one starts."""

    def __init__(self) -> None:
        self._work = 0
        self._markdown = md = Markdown()
        footnotes = FootnoteExtension(
            BACKLINK_TITLE="", BACKLINK_TEXT="&#8617;&#65038;", USE_DEFINITION_ORDER=False
        )
        abbreviations = AbbrExtension()
        explained: dict[str, str] = abbreviations.abbrs  # type: ignore[attr-defined] # missing in the stubs
        md.parser = self._parser = _Parser(md, footnotes, explained)
        md.registerExtensions([footnotes, AttrListExtension(), abbreviations, Inline(explained)], {})
        for name in ("normalize_whitespace", "html_block"):
            md.preprocessors.deregister(name)  # our parser reads the lines as they are
        md.treeprocessors.register(_UsedNotes(footnotes), "used_notes", 18)
        md.treeprocessors.register(_LineFeeds(md), "prettify", 10)
        md.treeprocessors.register(_Bound(md), "bound", 5)  # after abbreviations
        spans = Spans(md)
        md.treeprocessors.register(spans, "inline", 20)
        for pattern in md.inlinePatterns:
            if isinstance(pattern, InlineProcessor):
                self._meter(pattern)
        spans.settle()

    def convert(self, lines: tuple[str, ...]) -> tuple[str, tuple[Typed, ...]]:
        self._work, self._parser.typed = WORK, ()
        self._markdown.reset()
        return self._markdown.convert("\n".join(lines)), self._parser.typed

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
