"""The blocks that hold no blocks: paragraphs, code, tables and HTML, and what paragraphs define."""

from __future__ import annotations

import re
from collections.abc import Callable, MutableMapping
from dataclasses import dataclass, field
from html import unescape
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString, code_escape

from ombrelle.markdown.marks import block_mark, language, without
from ombrelle.markdown.tables import cells

ALERTS = ("note", "tip", "important", "warning", "caution")
"""The kinds of alerts, as GitHub has them."""

_ALERT = re.compile(rf"\[!({'|'.join(ALERTS)})\][ \t]*(?:\n|$)", re.IGNORECASE)
_TASK = re.compile(r"\[([ xX])\][ \t]+(?=\S)")
_REFERENCE = re.compile(
    r"""\[(?!\s*\])(?P<label>(?:\\.|[^\[\]\\])+)\]:[ \t]*\n?[ \t]*
        (?:\ufdd0[0-9]+\ufdd1)?(?:<[^<>\n]*>|[^\s<]\S*)
        (?:(?:[ \t]+|[ \t]*\n[ \t]*)(?P<title>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\)))?
        [ \t]*(?:\n|$)""",
    re.VERBOSE,
)
_TARGET = re.compile(r"\]:\s*(\ufdd0[0-9]+\ufdd1)?(?:<([^<>\n]*)>|(\S+))")
_ABBREVIATION = re.compile(r"\*\[([^\]\\]+)\][ ]?:[ ]*(\S.*)")
_FENCE = re.compile(r"(?:(`{3,})([^`]*)|(~{3,})(.*))")
_LANGUAGE = re.compile(r"[\w+#.-]+")
_TYPED = re.compile(r"ombrelle(?![\w.+#])(?P<name>.*)", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")

_BLOCK_TAGS = """
    address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div
    dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe
    legend li link main menu menuitem nav noframes ol optgroup option p param search section summary table
    tbody td tfoot th thead title tr track ul
"""
_ATTRIBUTES = r"""(?:\s+[^\s"'=<>/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*+"""
# How HTML begins, and how it ends: at a sign, or at a blank line.
_HTML = tuple(
    (re.compile(begins, re.IGNORECASE), re.compile(ends, re.IGNORECASE) if ends else None)
    for begins, ends in (
        (r"<(?:pre|script|style|textarea)(?:\s|>|$)", r"</(?:pre|script|style|textarea)>"),
        (r"<!--", r"-->"),
        (r"<\?", r"\?>"),
        (r"<![a-z]", r">"),
        (r"<!\[CDATA\[", r"\]\]>"),
        (rf"</?(?:{'|'.join(_BLOCK_TAGS.split())})(?:\s|/?>|$)", ""),
    )
)
_ALONE = re.compile(rf"<(?:/[a-zA-Z][a-zA-Z0-9-]*\s*|[a-zA-Z][a-zA-Z0-9-]*{_ATTRIBUTES}\s*/?)>\s*")


@dataclass(frozen=True, slots=True)
class Typed:
    """A fence that holds a typed block: the name behind its sign, as written, and its lines.

    `line` is that of the opening fence, `end` that of the closing one, from 0. `is_free`: it stands by
    itself, in no list, quotation or footnote.
    """

    name: str
    line: int
    end: int
    is_free: bool


@dataclass(slots=True)
class Definitions:
    """What a text says once and uses elsewhere, its typed blocks, and the stash that keeps HTML as it is."""

    references: MutableMapping[str, tuple[str, str]]
    abbreviations: MutableMapping[str, str]
    put_aside: Callable[[str], str]
    notes: dict[str, Element] = field(default_factory=dict)
    typed: list[Typed] = field(default_factory=list)

    def abbreviate(self, line: str) -> bool:
        """Keep the abbreviation that a line explains; whether it does."""
        match = _ABBREVIATION.fullmatch(line)
        if match:
            self.abbreviations[match[1].strip()] = without(match[2]).strip()
        return match is not None

    def refer(self, match: re.Match[str]) -> None:
        """Keep the target of a reference, the first one of its name."""
        target = _TARGET.match(match[0], match.end("label") - match.start())
        if target is None:
            return
        title = match["title"]
        mark, address = target[1] or "", target[2] if target[2] is not None else target[3]
        plain = _plain(title[1:-1]) if title else ""
        label = " ".join(match["label"].split()).lower()
        self.references.setdefault(label, (mark + _plain(address), plain))


@dataclass(frozen=True, slots=True)
class Within:
    """Where a block is written. `is_outer`: it stands directly in an outermost container."""

    parent: Element
    definitions: Definitions
    is_outer: bool


@dataclass(slots=True)
class Paragraph:
    """Lines of text, and the definitions of references that may stand before it."""

    lines: list[str]

    def text(self, definitions: Definitions) -> str:
        """The text, without the definitions at its beginning."""
        text, at = "\n".join(self.lines), 0
        while text.startswith("[", at) and (match := _REFERENCE.match(text, at)):
            definitions.refer(match)
            at = match.end()
        return text[at:].strip()

    def write(self, within: Within) -> None:
        """A paragraph; the first of a quotation may tell its kind, the first of an item that it is a task."""
        text, parent = self.text(within.definitions), within.parent
        if not text:
            return
        if text[0] == "[" and not len(parent):
            text = _opening(text, parent, is_outer=within.is_outer)
        if text:
            SubElement(parent, "p").text = text


@dataclass(slots=True)
class Code:
    """Code by its indentation of four columns."""

    first: str
    lines: list[str] = field(default_factory=list)
    is_complete: bool = False

    def takes(self, line: str, at: int) -> bool:
        """Lines that are indented, and blank ones."""
        if line[at : at + 4].strip(" ") and line[at:].strip():
            return False
        self.lines.append(line[at + 4 :])
        return True

    def write(self, within: Within) -> None:
        """The code without the blank lines around it."""
        lines = [self.first, *self.lines]
        while not lines[-1].strip():
            lines.pop()
        _write_code(within.parent, "".join(f"{line}\n" for line in lines))


@dataclass(slots=True)
class Fence:
    """Code between fences, which are `sign`s, at least `length`; its lines lose up to `indent` spaces.

    `name` is that of a typed block, None for code. `line` is that of the opening fence, from 0; `is_free`
    says whether it stands in no container.
    """

    sign: str
    length: int
    indent: int
    language: str
    name: str | None
    line: int = 0
    is_free: bool = False
    lines: list[str] = field(default_factory=list)
    is_complete: bool = False

    @classmethod
    def at(cls, line: str, start: int, indent: int) -> Fence | None:
        """The fence that begins at a spot of a line."""
        match = _FENCE.fullmatch(line, start)
        if match is None:
            return None
        fence, info = match[1] or match[3], match[2] or match[4] or ""
        said = _plain(without(info).strip())
        named, typed = _LANGUAGE.match(said), _TYPED.fullmatch(said)
        name = typed["name"].strip() if typed else None
        return cls(fence[0], len(fence), indent, named[0] if named else "", name)

    def takes(self, line: str, at: int) -> bool:
        """Every line, up to the closing fence."""
        text = line[at:].strip(" \t")
        indent = len(line) - at - len(line[at:].lstrip(" "))
        if len(text) >= self.length and indent < 4 and text == self.sign * len(text):
            self.is_complete = True
        else:
            self.lines.append(line[at + min(indent, self.indent) :])
        return True

    def write(self, within: Within) -> None:
        """The code and the name of its language; for a typed block the sign of its place."""
        if self.name is not None and self.is_complete:
            typed = within.definitions.typed
            SubElement(within.parent, "div").text = AtomicString(block_mark(len(typed)))
            typed.append(Typed(self.name, self.line, self.line + len(self.lines) + 1, self.is_free))
            return
        text = "".join(f"{line}\n" for line in self.lines)
        _write_code(within.parent, (language(self.language) if self.language else "") + text)


@dataclass(slots=True)
class Html:
    """HTML as its author wrote it, up to a line with the sign `end`, or else to a blank line."""

    end: re.Pattern[str] | None
    lines: list[str]
    is_complete: bool = False

    @classmethod
    def at(cls, line: str, start: int, is_text_before: bool) -> Html | None:
        """The HTML that begins at a spot of a line."""
        for begins, ends in _HTML:
            if begins.match(line, start):
                return cls(ends, [line], ends is not None and ends.search(line, start) is not None)
        alone = None if is_text_before else _ALONE.fullmatch(line, start)
        return cls(None, [line]) if alone else None

    def takes(self, line: str, at: int) -> bool:
        """Lines up to the end."""
        if self.end is None and not line[at:].strip():
            return False
        self.lines.append(line[at:])
        self.is_complete = self.end is not None and self.end.search(line, at) is not None
        return True

    def write(self, within: Within) -> None:
        """What stands for the HTML until the text is converted."""
        html = within.definitions.put_aside("\n".join(self.lines).lstrip())
        SubElement(within.parent, "p").text = AtomicString(html)


@dataclass(slots=True)
class Table:
    """A table: the cells of its header, the alignment of its columns, its rows as `lines`."""

    header: list[str]
    alignment: list[str]
    lines: list[str] = field(default_factory=list)

    def write(self, within: Within) -> None:
        """The table; each row has as many cells as the header."""
        table = SubElement(within.parent, "table")
        self._row(SubElement(table, "thead"), "th", self.header)
        body = SubElement(table, "tbody") if self.lines else table
        for row in self.lines:
            found = cells(row)[: len(self.header)]
            self._row(body, "td", found + [""] * (len(self.header) - len(found)))

    def _row(self, part: Element, tag: str, texts: list[str]) -> None:
        row = SubElement(part, "tr")
        for text, side in zip(texts, self.alignment, strict=True):
            SubElement(row, tag, {"align": side} if side else {}).text = text


Leaf = Paragraph | Code | Fence | Html | Table
"""A block that is being read."""


def _opening(text: str, parent: Element, *, is_outer: bool) -> str:
    """The first paragraph of a quotation or an item, without what tells the kind of the container."""
    if parent.tag == "blockquote" and is_outer and (match := _ALERT.match(text)):
        parent.set("class", f"alert-{match[1].lower()}")
        return text[match.end() :]
    if parent.tag == "li" and (match := _TASK.match(text)):
        parent.set("class", "task-open" if match[1] == " " else "task-done")
        return text[match.end() :]
    return text


def _write_code(parent: Element, text: str) -> None:
    SubElement(SubElement(parent, "pre"), "code").text = AtomicString(code_escape(text))


def _plain(text: str) -> str:
    """A text with its escapes and entities resolved."""
    return unescape(_ESCAPED.sub(r"\1", text))
