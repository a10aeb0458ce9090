"""Lists and fences as authors see them on GitHub, written the way Python-Markdown reads them.

Authors preview on GitHub, which follows CommonMark: a list may follow a paragraph at once, its nesting is
given by the column at which an item's text starts, and a fence of code may stand anywhere. Python-Markdown
wants a blank line, four spaces a level, and fences in the first column. So lines are rewritten: four
spaces for each level, blank lines where a block starts, and code put aside.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from html import escape

DEPTH = 30
"""How deep lists and quotations may be nested; deeper ones are no text for people."""

_ITEM = re.compile(r"([-*+]|[0-9]{1,9}[.)])([ ]+|$)(.*)")
_RULE = re.compile(r"([-*_])[ ]*(?:\1[ ]*){2,}")
_FENCE = re.compile(r"(?P<fence>`{3,})[^`]*|(?P<tilde>~{3,}).*")
_UNDERLINE = re.compile(r"=+[ ]*")
_HEADING = re.compile(r"#{1,6}(?:[ ]|$)")
_TIGHT_HASH = re.compile(r"#{1,6}[^#\s]")
_NOTE = re.compile(r"\[\^[^\]]+\]:|:[ ]")
_VERBATIM = re.compile(r"<(pre|script|style|textarea)\b", re.IGNORECASE)
_OPENERS = re.compile(r"(?:[ ]*(?:>|[-*+][ ]|[0-9]{1,9}[.)][ ]))*")
_OPENER = re.compile(r">|[-*+.)][ ]")


class TooNestedError(Exception):
    """Lists and quotations go deeper than `DEPTH`; `index` is the line, from 0."""

    def __init__(self, index: int) -> None:
        super().__init__(index)
        self.index = index


def normalise(lines: Sequence[str], put_aside: Callable[[str], str]) -> list[str]:
    """The lines as Python-Markdown reads them; `put_aside` keeps HTML and gives what stands for it."""
    return _Walk([line.expandtabs(4) for line in lines], put_aside).run()


@dataclass(slots=True)
class _Item:
    """A container of blocks: its text starts at column `offset`; `fresh` until its first paragraph ends."""

    offset: int
    kind: str
    fresh: bool = True


@dataclass(slots=True)
class _Walk:
    lines: list[str]
    put_aside: Callable[[str], str]
    first: int = 0
    depth: int = 0
    at: int = 0
    out: list[str] = field(default_factory=list)
    items: list[_Item] = field(default_factory=list)

    def run(self) -> list[str]:
        while self.at < len(self.lines):
            line = self.lines[self.at]
            self.at += 1
            if line.strip():
                self._line(line)
            else:
                self._blank()
        return self.out

    def _line(self, line: str) -> None:
        text = line.lstrip(" ")
        indent = len(line) - len(text)
        starts = self._starts_block(text)
        left = self._leave(indent) if starts or self._after_blank() else []
        relative = indent - (self.items[-1].offset if self.items else 0)
        if relative >= 4:
            self._write(" " * (relative if self._after_blank() else 0) + text)
        elif not starts:
            self._write(text)
            if _UNDERLINE.fullmatch(text):
                self._blank()
        elif match := _FENCE.fullmatch(text.rstrip()):
            self._separate(self._fenced(match["fence"] or match["tilde"], indent))
        elif text.startswith(">"):
            self._quotation(indent)
        elif _RULE.fullmatch(text):
            self._rule(text)
        elif match := _ITEM.fullmatch(text):
            self._item(match, indent, left)
        else:
            self._other(text)

    def _other(self, text: str) -> None:
        """A heading, a footnote, a definition or HTML whose text is kept as it is."""
        if _HEADING.match(text):
            self._separate(text)
        elif match := _VERBATIM.match(text):
            self._verbatim(text, f"</{match[1].lower()}>")
        else:
            self._write(text)
            self.items = [_Item(4, "note")]

    def _starts_block(self, text: str) -> bool:
        if _FENCE.fullmatch(text.rstrip()) or text.startswith(">") or _HEADING.match(text):
            return True
        if _RULE.fullmatch(text) or _NOTE.match(text) or _VERBATIM.match(text):
            return True
        match = _ITEM.fullmatch(text)
        return match is not None and (self.items != [] or self._after_blank() or _interrupts(match))

    def _leave(self, indent: int) -> list[_Item]:
        """Leave the items to whose text a line at this column does not belong, the outermost last."""
        left = []
        while self.items and indent < self.items[-1].offset:
            left.append(self.items.pop())
        return left

    def _item(self, match: re.Match[str], indent: int, left: list[_Item]) -> None:
        marker, space, content = match.groups()
        kind = "ul" if marker in "-*+" else "ol"
        # Within a paragraph of an item only a list that may interrupt it starts; a sibling always does.
        if not left and not self._after_blank() and not _interrupts(match):
            self._write(match[0])
            return
        if left:
            apart = left[-1].kind != kind or not all(item.fresh for item in left)
        else:
            apart = not (self.items and self.items[-1].fresh)
        if apart:
            self._blank()
        self._enter(len(self.items) + 1)
        width = len(space) if content and len(space) <= 4 else 1
        offset = indent + len(marker) + width
        if fence := _FENCE.fullmatch(content.rstrip()):
            content = self._fenced(fence["fence"] or fence["tilde"], offset)
        # A dash alone would underline the line before it as a heading.
        shown = marker.replace(")", ".") if content else marker.replace("-", "*")
        self._write(f"{shown} {' ' * (len(space) - width) if content else ''}{content}")
        self.items.append(_Item(offset, kind))

    def _enter(self, levels: int) -> None:
        openers = _OPENERS.match(self.lines[self.at - 1])
        inside = len(_OPENER.findall(openers[0])) if openers else 0
        if self.depth + levels > DEPTH or inside > DEPTH:
            raise TooNestedError(self.first + self.at - 1)

    def _quotation(self, indent: int) -> None:
        """The lines of a quotation, rewritten as a text of their own."""
        start = self.at - 1
        self._enter(1)
        inner = [_unquoted(self.lines[start])]
        while self.at < len(self.lines) and self.lines[self.at].lstrip(" ").startswith(">"):
            if self.items and len(self.lines[self.at]) - len(self.lines[self.at].lstrip(" ")) < indent:
                break
            inner.append(_unquoted(self.lines[self.at]))
            self.at += 1
        walk = _Walk(inner, self.put_aside, self.first + start, self.depth + len(self.items) + 1)
        if self.items:
            self._blank()
        for line in walk.run():
            self._write(f"> {line}".rstrip(" ") if not line else f"> {line}")

    def _rule(self, text: str) -> None:
        """A rule, or at the outermost level the underline of a heading, which stays with its line."""
        if self.items:
            self._blank()
        self._write(text)
        self._blank()

    def _fenced(self, fence: str, indent: int) -> str:
        """The code up to the closing fence or the end of the item, put aside as HTML."""
        closing = re.compile(rf"[ ]{{0,3}}{re.escape(fence[0])}{{{len(fence)},}}[ ]*")
        floor = self.items[-1].offset if self.items else 0
        code = []
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if line.strip() and len(line) - len(line.lstrip(" ")) < floor:
                break
            self.at += 1
            if closing.fullmatch(line[floor:]):
                break
            code.append(line[min(indent, len(line) - len(line.lstrip(" "))) :])
        text = "".join(f"{line}\n" for line in code)
        return self.put_aside(f"<pre><code>{escape(text, quote=False)}</code></pre>")

    def _verbatim(self, text: str, end: str) -> None:
        self._write(text)
        while end not in text.lower() and self.at < len(self.lines):
            text = self.lines[self.at]
            self.out.append(text)
            self.at += 1

    def _separate(self, text: str) -> None:
        """Write a block between blank lines."""
        self._blank()
        self._write(text)
        self._blank()

    def _blank(self) -> None:
        if self.items:
            self.items[-1].fresh = False
        if not self._after_blank():
            self.out.append("")

    def _after_blank(self) -> bool:
        return not self.out or not self.out[-1]

    def _write(self, text: str) -> None:
        # GitHub takes "#word" for text; Python-Markdown would make it a heading.
        shown = f"\\{text}" if _TIGHT_HASH.match(text) else text
        self.out.append(" " * 4 * len(self.items) + shown)


def _interrupts(item: re.Match[str]) -> bool:
    """Whether a list that starts so may follow a paragraph without a blank line (CommonMark 0.31, 5.3)."""
    return bool(item[3]) and item[1] in {"-", "*", "+", "1.", "1)"}


def _unquoted(line: str) -> str:
    return line.lstrip(" ")[1:].removeprefix(" ")
