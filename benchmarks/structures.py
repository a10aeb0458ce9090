"""What a reader sees of a text's structure, taken out of its HTML, so that two renderings can be compared."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote

_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_VOID = frozenset({"br", "hr", "img", "col", "wbr"})
_LISTS = frozenset({"ul", "ol"})
_ALIGNED = {"align-start": "left", "align-center": "center", "align-end": "right"}
_ALERT = re.compile(r"\[!(note|tip|important|warning|caution)\](?:\s|$)", re.IGNORECASE)

KINDS = {
    "p": "paragraph",
    "li": "list item",
    "td": "table cell",
    "th": "table cell",
    **dict.fromkeys(sorted(_HEADINGS), "heading"),
    "pre": "code block",
    "code": "code",
    "a": "link",
    "img": "image",
    "em": "emphasis",
    "strong": "strong",
    "del": "strikethrough",
    "blockquote": "quotation",
    "alert": "alert",
    "note": "footnote",
    "br": "hard break",
    "hr": "rule",
}
"""The kinds that are counted, by the name that an element has here."""


@dataclass(frozen=True, slots=True)
class Structure:
    """One structure: its kind, what makes it what it is (level, address, place in a list…) and its text."""

    kind: str
    what: str
    text: str


@dataclass(slots=True)
class _Open:
    """An element that is open: its name here, what tells it from others, and its text so far."""

    name: str
    tag: str
    what: str = ""
    text: list[str] = field(default_factory=list)


def structures(html: str, *, under_title: bool = False) -> Counter[Structure]:
    """Every structure of a text, as often as it stands there.

    The site's HTML and that of cmark-gfm say the same in different ways: alerts, tasks, footnotes, alignment
    and the languages of code are read in both. With `under_title`, headings count as the site shows them:
    from the first of level 1 on, a level lower, as the page's title is above them.
    """
    reader = _Reader(under_title=under_title)
    reader.feed(html)
    reader.close()
    return Counter(reader.found())


class _Reader(HTMLParser):
    def __init__(self, *, under_title: bool) -> None:
        super().__init__()
        self._under_title = under_title
        self._shift = 0
        self._open: list[_Open] = []
        self._found: list[Structure] = []

    def found(self) -> Iterator[Structure]:
        """The structures, those that nothing closed included."""
        while self._open:
            self._end()
        yield from self._found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "input":
            self._task("checked" in values)
            return
        each = _Open(tag, tag)
        self._describe(each, values)
        self._open.append(each)
        if tag in _VOID:
            self._end()

    def handle_endtag(self, tag: str) -> None:
        if any(each.tag == tag for each in self._open):
            while self._end() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not any(each.name == "" for each in self._open):
            for each in self._open:
                each.text.append(data)

    def _describe(self, each: _Open, values: dict[str, str]) -> None:
        """What tells this element from others of its kind; one without a name is no part of the text."""
        classes = values.get("class", "").split()
        if each.tag in _HEADINGS:
            each.what = self._level(int(each.tag[1]))
        elif each.tag in {"a", "img"}:
            self._address(each, values, classes)
        elif each.tag in {"li", "p", "hr"}:
            self._place(each, classes)
        elif each.tag == "code":
            self._language(classes)
        elif each.tag == "aside":
            each.name, each.what = "blockquote", classes[-1].removeprefix("alert-")
        elif each.tag in _TOLD:
            each.what = _TOLD[each.tag](values)

    def _place(self, each: _Open, classes: list[str]) -> None:
        if each.tag == "li":
            each.what = " > ".join(f"{o.name}{o.what}" for o in self._open if o.name in _LISTS)
        elif each.tag == "p":
            each.name = "" if "alert-title" in classes else "p"
            each.what = " > ".join(o.name for o in self._open if o.name in {"li", "blockquote"})
        elif any(o.what == "footnote" for o in self._open):
            each.name = ""

    def _address(self, each: _Open, values: dict[str, str], classes: list[str]) -> None:
        if "footnote-backref" in classes:
            each.name = ""
        elif "footnote-ref" in classes or "data-footnote-ref" in values:
            each.name = "note"
        else:
            each.what = unquote(values.get("href", values.get("src", ""))) + values.get("alt", "")
            each.what += f" {values['title']}" if values.get("title") else ""

    def _language(self, classes: list[str]) -> None:
        for each in self._open[-1:]:
            if each.name == "pre" and classes:
                each.what = classes[0].removeprefix("language-")

    def _level(self, written: int) -> str:
        if not self._under_title:
            return str(written)
        self._shift = self._shift or int(written == 1)
        return str(min(6, max(2, written + self._shift)))

    def _task(self, is_done: bool) -> None:
        item = next((each for each in reversed(self._open) if each.name == "li"), None)
        if item is not None:
            item.what += " done" if is_done else " open"

    def _end(self) -> str:
        each = self._open.pop()
        text = "".join(each.text)
        if each.name != "pre":
            text = " ".join(text.split())
        if each.name == "p" and len(self._open) == 1 and (match := _ALERT.match(text)):
            # What cmark-gfm leaves as a quotation, GitHub shows as an alert.
            quote = self._open[0]
            quote.what, text = match[1].lower(), text[match.end() :]
            quote.text = [_ALERT.sub("", "".join(quote.text).strip())]
        is_code_block = each.name == "code" and any(other.name == "pre" for other in self._open)
        if each.name in KINDS and not is_code_block and (text or each.name != "p"):
            kind = "alert" if each.name == "blockquote" and each.what else KINDS[each.name]
            self._found.append(Structure(kind, each.what, text))
        return each.tag


def _alignment(values: dict[str, str]) -> str:
    return values.get("align", "") or _ALIGNED.get(values.get("class", ""), "")


_TOLD: dict[str, Callable[[dict[str, str]], str]] = {
    "ol": lambda values: values.get("start", "1"),
    "td": _alignment,
    "th": lambda values: f"header {_alignment(values)}",
    "pre": lambda values: values.get("lang", ""),
    "div": lambda values: values.get("class", ""),
}
