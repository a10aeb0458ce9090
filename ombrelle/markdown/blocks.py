"""The blocks of a text, as GitHub reads them: a tree for Python-Markdown, in place of its own block parser.

Authors preview on GitHub, which follows CommonMark: a list may follow a paragraph at once, nesting is given
by the column at which an item's text starts, a fence of code may stand anywhere. The two steps for each line
are those of the specification (CommonMark 0.31, appendix "A parsing strategy"): what of the open containers
goes on, then what begins. Its cost grows with the length of the text times the depth of nesting.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement

from ombrelle.markdown.containers import DEPTH, NOTE_WIDTH, Container, List, TooNestedError, tighten
from ombrelle.markdown.leaves import Code, Definitions, Fence, Html, Leaf, Paragraph, Table, Within
from ombrelle.markdown.spots import Spot, after_spaces, expanded
from ombrelle.markdown.tables import CELLS, aligned, cells

_ITEM = re.compile(r"([-*+]|([0-9]{1,9})[.)])([ ]+|$)")
_RULE = re.compile(r"([-*_])[ ]*(?:\1[ ]*){2,}")
_HEADING = re.compile(r"(#{1,6})(?:[ \t]|$)")
_UNDERLINE = re.compile(r"(?:(=+)|-+)[ \t]*")
_NOTE = re.compile(r"\[\^([^\]\s]+)\]:[ ]*")


class Blocks:
    """Reads lines into `root`; `definitions` receives what is said once and used elsewhere.

    `starts` are the lines, from 0, on which the outermost blocks and the items of outermost lists begin.
    Raises TooNestedError.
    """

    def __init__(self, root: Element, definitions: Definitions) -> None:
        self.starts: list[int] = []
        self._definitions = definitions
        self._containers = [Container(root)]
        self._leaf: Leaf | None = None
        self._lists: dict[Element, List] = {}
        self._index = 0
        self._blank = False
        self._lazy = 0
        self._cells = 0
        self._starts: Mapping[str, tuple[Callable[[Spot], int | None], ...]] = {
            ">": (self._quotation,),
            "#": (self._heading,),
            "`": (self._fence,),
            "~": (self._fence,),
            "<": (self._html,),
            "=": (self._underline,),
            "-": (self._underline, self._rule, self._item, self._table),
            "*": (self._rule, self._item, self._abbreviation),
            "_": (self._rule,),
            **dict.fromkeys("+0123456789", (self._item,)),
            "[": (self._note,),
            ":": (self._definition, self._table),
            "|": (self._table,),
        }

    def read(self, lines: Sequence[str]) -> None:
        """Read all lines, and close what is open at the end."""
        # A text that ends with a line feed has no line after it.
        for self._index, line in enumerate(lines[:-1] if lines and not lines[-1] else lines):
            self._line(expanded(line))
        self._close(1)
        for each in self._lists.values():
            if not each.loose:
                tighten(each.element)

    def _line(self, line: str) -> None:
        matched, at = self._continue(line)
        goes_on = matched == len(self._containers)
        leaf = self._leaf
        if isinstance(leaf, Code | Fence | Html) and goes_on and leaf.takes(line, at):
            if leaf.is_complete:
                self._end_leaf()
            self._blank = isinstance(leaf, Code) and not line[at:].strip()
            return
        lazy = not goes_on and isinstance(leaf, Paragraph)
        if not goes_on and not lazy:
            self._close(matched)
        self._begin(line, at, matched if lazy else 0)

    def _continue(self, line: str) -> tuple[int, int]:
        """How many of the open containers this line belongs to, and where their content starts in it."""
        at = 0
        for number, container in enumerate(self._containers[1:], start=1):
            start = after_spaces(line, at)
            if container.width:
                if start == len(line):
                    if self._leaf is None and not len(container.element) and not container.element.text:
                        return number, at  # an item may begin with one blank line, not with two
                    at = min(at + container.width, start)
                elif start - at >= container.width:
                    at += container.width
                else:
                    return number, at
            elif start < len(line) and line[start] == ">" and start - at < 4:
                at = start + 1 + line.startswith(" ", start + 1)
            else:
                return number, at
        return len(self._containers), at

    def _begin(self, line: str, at: int, lazy: int) -> None:
        """What begins at this line; `lazy` containers are its own if it may continue a paragraph."""
        self._lazy, before = lazy, at
        while (start := after_spaces(line, at)) < len(line):
            if start - at >= 4:
                if not isinstance(self._leaf, Paragraph):
                    self._open(Code(line[at + 4 :]))
                    return
                break
            found = self._start(Spot(line, at, start)) if line[start] in self._starts else None
            if found is None:
                break
            if found < 0:
                return
            at = found
        if start < len(line) or at == before:
            self._text(line, start)

    def _start(self, spot: Spot) -> int | None:
        """Where to read on after the beginning of a container, -1 when the line is read, None for a text."""
        for begin in self._starts[spot.sign]:
            found = begin(spot)
            if found is not None:
                return found
        return None

    def _text(self, line: str, start: int) -> None:
        if start == len(line):
            if self._lazy:
                self._close(self._lazy)
            self._end_leaf()
            innermost = self._containers[-1]
            self._blank = innermost.element.tag != "blockquote"
        elif isinstance(self._leaf, Paragraph):
            self._leaf.lines.append(line[start:])
        elif isinstance(self._leaf, Table):
            self._leaf.lines.append(line[start:])
            self._cells += len(self._leaf.header)
            if self._cells > CELLS:
                raise TooNestedError(self._index)
        else:
            self._open(Paragraph([line[start:]]))

    # What may begin at a spot with its sign. Each gives where to read on, -1 when the line is read, None when
    # it does not begin.

    def _quotation(self, spot: Spot) -> int:
        self._settle()
        self._enter(Container(SubElement(self._parent, "blockquote")))
        return spot.start + 1 + spot.is_followed_by_space

    def _heading(self, spot: Spot) -> int | None:
        match = _HEADING.match(spot.line, spot.start)
        if match is None:
            return None
        self._settle()
        SubElement(self._parent, f"h{len(match[1])}").text = _unhashed(spot.line[match.end() :].strip())
        return -1

    def _fence(self, spot: Spot) -> int | None:
        fence = Fence.at(spot.line, spot.start, spot.indent)
        if fence is None:
            return None
        self._open(fence)
        fence.line, fence.is_free = self._index, len(self._containers) == 1
        return -1

    def _html(self, spot: Spot) -> int | None:
        interrupts = isinstance(self._leaf, Paragraph)
        html = Html.at(spot.line[spot.at :], spot.indent, interrupts)
        if html is None:
            return None
        self._open(html)
        if html.is_complete:
            self._end_leaf()
        return -1

    def _underline(self, spot: Spot) -> int | None:
        if self._lazy or not isinstance(self._leaf, Paragraph):
            return None
        match = _UNDERLINE.fullmatch(spot.line, spot.start)
        text = self._leaf.text(self._definitions) if match else ""
        if match is None or not text:
            return None
        self._leaf = None
        SubElement(self._parent, "h1" if match[1] else "h2").text = text
        return -1

    def _rule(self, spot: Spot) -> int | None:
        if not _RULE.fullmatch(spot.line, spot.start):
            return None
        self._settle()
        SubElement(self._parent, "hr")
        return -1

    def _item(self, spot: Spot) -> int | None:
        match = _ITEM.match(spot.line, spot.start)
        if match is None:
            return None
        is_empty = match.end() == len(spot.line)
        if isinstance(self._leaf, Paragraph) and not self._lazy and (is_empty or match[2] not in {None, "1"}):
            return None  # no item within a sentence: "in\n1986. A year"
        blank = self._blank
        self._settle(joins_list=True)
        within = self._list(match, blank=blank)
        space = 1 if is_empty or len(match[3]) > 4 else len(match[3])
        width = spot.indent + len(match[1]) + space
        self._enter(Container(SubElement(within.element, "li"), width, within))
        return min(spot.at + width, len(spot.line))

    def _note(self, spot: Spot) -> int | None:
        match = _NOTE.match(spot.line, spot.start)
        if match is None:
            return None
        self._settle()
        note = Element("div")
        self._definitions.notes.setdefault(match[1], note)
        self._enter(Container(note, NOTE_WIDTH))
        return match.end()

    def _abbreviation(self, spot: Spot) -> int | None:
        if not spot.line.startswith("*[", spot.start) or not self._definitions.abbreviate(
            spot.line[spot.start :]
        ):
            return None
        self._settle()
        return -1

    def _definition(self, spot: Spot) -> int | None:
        if not spot.is_followed_by_space or self._lazy:
            return None
        within = self._terms()
        if within is None:
            return None
        self._blank = False
        self._enter(Container(SubElement(within.element, "dd"), NOTE_WIDTH, within))
        return spot.start + 2

    def _table(self, spot: Spot) -> int | None:
        if self._lazy or not isinstance(self._leaf, Paragraph):
            return None
        alignment = aligned(spot.line[spot.start :])
        header = cells(self._leaf.lines[-1]) if alignment else []
        if not alignment or len(header) != len(alignment):
            return None
        self._leaf.lines.pop()
        self._end_leaf()
        self._open(Table(header, alignment), above=1)
        return -1

    def _list(self, match: re.Match[str], *, blank: bool) -> List:
        """The list that an item with this sign goes on with, or a new one."""
        parent, kind = self._parent, match[1][-1]
        last = self._lists.get(parent[-1]) if len(parent) else None
        if last is not None and last.kind == kind:
            last.loose = last.loose or blank
            return last
        if blank:
            self._loosen()
        new = List(SubElement(parent, "ol" if match[2] else "ul"), kind)
        if match[2] and int(match[2]) != 1:
            new.element.set("start", str(int(match[2])))
        self._lists[new.element] = new
        return new

    def _terms(self) -> List | None:
        """The list of definitions to which the paragraph before a definition gives its terms."""
        parent, blank = self._parent, self._blank
        if isinstance(self._leaf, Paragraph):
            text, self._leaf = self._leaf.text(self._definitions), None
        elif len(parent) and parent[-1].tag == "dl":
            text = ""
        elif len(parent) and parent[-1].tag == "p":
            text = parent[-1].text or ""
            parent.remove(parent[-1])
        else:
            return None
        last = self._lists.get(parent[-1]) if len(parent) else None
        if last is None or last.kind != ":":
            last = List(SubElement(parent, "dl"), ":")
            self._lists[last.element] = last
        last.loose = last.loose or (blank and bool(text))
        for term in text.splitlines():
            SubElement(last.element, "dt").text = term
        return last

    @property
    def _parent(self) -> Element:
        return self._containers[-1].element

    def _enter(self, container: Container) -> None:
        self._containers.append(container)
        if len(self._containers) > DEPTH + 1:
            raise TooNestedError(self._index)

    def _open(self, leaf: Leaf, *, above: int = 0) -> None:
        self._settle(above=above)
        self._leaf = leaf

    def _settle(self, *, joins_list: bool = False, above: int = 0) -> None:
        """Before a block begins: end the paragraph before it, and note whether a blank line parts them.

        The block may have begun some lines `above` this one.
        """
        if self._lazy:
            self._close(self._lazy)
        self._end_leaf()
        self._lazy = 0
        if len(self._containers) == 1:
            self.starts.append(self._index - above)
        if self._blank and not joins_list:
            self._loosen()
        self._blank = False

    def _loosen(self) -> None:
        """A blank line stands before the block that begins: within an item, its list is loose."""
        innermost = self._containers[-1]
        if innermost.within is not None and len(innermost.element):
            innermost.within.loose = True

    def _close(self, kept: int) -> None:
        self._end_leaf()
        del self._containers[kept:]

    def _end_leaf(self) -> None:
        leaf, self._leaf = self._leaf, None
        if leaf is not None:
            leaf.write(Within(self._parent, self._definitions, len(self._containers) == 2))


def _unhashed(text: str) -> str:
    """The text of a heading without the hashes that may close it."""
    kept = text.rstrip("#")
    return kept.rstrip() if not kept or kept[-1].isspace() else text
