"""From sanitised HTML to a fragment: one pass over its tags and texts.

The HTML comes from the sanitiser, so it is well-formed and a tag holds no `<` or `>` of its own. Here links
and pictures become safe addresses or placeholders, headings get their level and id, tables a frame
to scroll in, and texts their typography.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from html import escape, unescape

from ombrelle.markdown import outline
from ombrelle.markdown.fragment import Fragment, Source, TypedBlock
from ombrelle.markdown.furniture import Furniture
from ombrelle.markdown.marks import BLOCK, HEADING, LANGUAGE, Place, is_marked, without
from ombrelle.markdown.outline import Ids, Outline
from ombrelle.markdown.placeholders import block_placeholder
from ombrelle.markdown.sanitise import TAGS
from ombrelle.markdown.targets import Targets
from ombrelle.markdown.typed import Read, tell_within
from ombrelle.problems import Problems
from ombrelle.typography import typeset

_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"</?([a-z0-9]+)")
_ATTRIBUTE = re.compile(r'([^\s"=<>]+)="([^"]*)"')
_WORDS = re.compile(r"(?<!\S)\S*?\w\S*")

_PHRASING = """
    a abbr b bdi bdo cite code del dfn em i img ins kbd mark q ruby s samp small span strong sub sup time u
    var wbr
"""
_INLINE = frozenset(_PHRASING.split())
_BARE = {f"<{slash}{name}>": name for name in TAGS for slash in ("", "/")}
_VOID = frozenset({"br", "col", "hr", "img", "wbr"})
# Text that is no prose: code, what is typed or printed, variables.
_VERBATIM = frozenset({"code", "pre", "kbd", "samp", "var"})
_ALIGNED = {"left": "align-start", "center": "align-center", "right": "align-end"}


def finish(
    html: str,
    source: Source,
    places: tuple[Place, ...],
    problems: Problems,
    anchors: Sequence[str],
    typed: Sequence[Read] = (),
) -> Fragment:
    """The fragment that sanitised HTML makes; faults of links, pictures and headings go to `problems`.

    `typed` are the blocks of the text, as their marks count.
    """
    run = _Finish(source, places, problems, typed)
    for index, token in enumerate(_TAG.split(html)):
        if index % 2:
            run.tag(token)
        elif token:
            run.text(token)
    return run.fragment(anchors)


@dataclass(slots=True)
class _Finish:
    source: Source
    places: tuple[Place, ...]
    problems: Problems
    typed: Sequence[Read] = ()
    blocks: list[TypedBlock] = field(default_factory=list)
    depth: int = 0
    framed: bool = False
    parts: list[str] = field(default_factory=list)
    words: int = 0
    before: str = ""
    verbatim: int = 0
    ids: Ids = field(default_factory=Ids)
    tables: list[tuple[int, int]] = field(default_factory=list)
    outline: Outline = field(init=False)
    targets: Targets = field(init=False)
    furniture: Furniture = field(init=False)
    box: str = ""
    labelled: bool = False
    quotes: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.outline = Outline(self.source, self.problems)
        self.targets = Targets(self.source, self.places, self.problems)
        self.furniture = Furniture(self.source.lang)

    def fragment(self, anchors: Sequence[str]) -> Fragment:
        """The result, once all tokens are read."""
        headings = self.outline.headings(anchors, self.ids)
        for part, heading in zip(self.outline.parts, headings, strict=True):
            self.parts[part] = f'<h{heading.level} id="{escape(heading.id)}"{self.parts[part]}>'
        for part, number in self.tables:
            self.parts[part] = _frame(headings[number - 1].id if number else "")
        self.targets.check_anchors(self.ids.taken)
        html, links = "".join(self.parts), tuple(self.targets.links)
        return Fragment(html, headings, links, self.words, tuple(self.blocks))

    def text(self, token: str) -> None:
        """A text between two tags."""
        text = unescape(token) if "&" in token else token
        if text.isspace():
            self._blank(text)
            return
        if is_marked(text):
            if match := BLOCK.fullmatch(text):
                self._block(self.typed[int(match[1])])
                return
            text = self._unmarked(text)
        if self.box and text.strip():
            self._label()
        self.words += len(_WORDS.findall(text))
        if not self.verbatim:
            text = typeset(text, self.source.lang, before=self.before)
        self.outline.text(text)
        self.before = text[-1:] or self.before
        self.parts.append(_escaped(text))

    def _blank(self, text: str) -> None:
        """White space between two tags."""
        self.outline.text(text)
        self.before = text[-1]
        self.parts.append(text)

    def _unmarked(self, text: str) -> str:
        """A text without its marks, each of which says something of what stands here."""
        if self.outline.open and (match := HEADING.match(text)):
            self.outline.place(self.places[int(match[1])])
            text = text[match.end() :]
        if match := LANGUAGE.match(text):
            self._code(match[1])
            text = text[match.end() :]
        return without(text)

    def tag(self, token: str) -> None:
        """A tag; nh3 leaves no other markup."""
        name = _name(token)
        if name not in _INLINE:
            self.before = ""
            if name != "br":
                self._unlabel(name)
        elif self.box:
            self._label()
        if token.startswith("</"):
            self.depth -= 1
            self._close(name, token)
        else:
            self.depth += name not in _VOID
            self._open(name, token, dict(self._attributes(token)) if "=" in token else {})

    def _attributes(self, token: str) -> Iterator[tuple[str, str]]:
        for name, value in _ATTRIBUTE.findall(token):
            plain = unescape(value)
            yield name, plain if name in {"href", "src"} else without(plain)

    def _open(self, name: str, token: str, attributes: dict[str, str]) -> None:
        if name not in _VOID and (self.verbatim or name in _VERBATIM or self._is_foreign(attributes)):
            self.verbatim += 1
        if attributes:
            self._identify(attributes, is_heading=name in outline.TAGS)
        if "title" in attributes:
            self._title(attributes)
        if name in outline.TAGS:
            self._heading(int(name[1]), attributes)
        elif name in _OPENERS:
            _OPENERS[name](self, attributes)
        elif not attributes:
            self.parts.append(token)
        else:
            _classify(attributes)
            self.parts.append(f"<{name}{written(attributes)}>")

    def _close(self, name: str, token: str) -> None:
        if self.framed:
            self.framed = False
            return
        if self.verbatim:
            self.verbatim -= 1
        if name in outline.TAGS:
            self.parts.append(f"</h{self.outline.end()}>")
        elif name == "a":
            self.parts.append(self.targets.link_end())
        elif name == "table":
            self.parts.append("</table></div>")
        elif name == "blockquote":
            self.parts.append(self.quotes.pop())
        else:
            self.parts.append(token)

    def _link(self, attributes: dict[str, str]) -> None:
        self.parts.append(self.targets.link(attributes, self.furniture.note_label(attributes)))

    def _heading(self, level: int, attributes: dict[str, str]) -> None:
        self.outline.start(level, attributes.pop("id", ""), len(self.parts))
        self.parts.append(written(attributes))

    def _table(self, attributes: dict[str, str]) -> None:
        self.tables.append((len(self.parts), self.outline.count))
        self.parts += ["", f"<table{written(attributes)}>"]

    def _item(self, attributes: dict[str, str]) -> None:
        self.box = self.furniture.box(attributes.get("class", ""))
        if self.box:
            attributes["class"] = "task"
        self.parts.append(f"<li{written(attributes)}>")

    def _quote(self, attributes: dict[str, str]) -> None:
        """A quotation, or the alert that it stands for."""
        alert = self.furniture.alert(attributes.get("class", ""))
        self.quotes.append("</aside>" if alert else "</blockquote>")
        self.parts.append(alert or f"<blockquote{written(attributes)}>")

    def _block(self, read: Read) -> None:
        """The place of a typed block, in the frame that was put around its mark; nothing within HTML."""
        self.parts.pop()
        self.framed = True
        if read.block is None:
            return
        if self.depth > 1:
            tell_within(self.source, read, self.problems)
            return
        self.parts.append(block_placeholder(len(self.blocks)))
        self.blocks.append(read.block)

    def _label(self) -> None:
        """The box of a task before the text that names it."""
        self.parts.append(f"<label>{self.box}")
        self.box, self.labelled = "", True

    def _unlabel(self, name: str) -> None:
        """At a tag of a block the text of a task ends; with the item, the wait for it."""
        if self.labelled:
            self.parts.append("</label>")
            self.labelled = False
        if name == "li":
            self.box = ""

    def _code(self, language: str) -> None:
        """Name the language of the code that has just begun, as HTML suggests (section 4.5.15)."""
        if self.parts and self.parts[-1] == "<code>":
            self.parts[-1] = f'<code class="language-{escape(language)}">'

    def _image(self, attributes: dict[str, str]) -> None:
        alternative = typeset(attributes.get("alt", "").strip(), self.source.lang)
        self.parts.append(self.targets.image(attributes, alternative))
        self.before = "x"

    def _title(self, attributes: dict[str, str]) -> None:
        title = typeset(attributes.pop("title").strip(), self.source.lang)
        if title:
            attributes["title"] = title

    def _is_foreign(self, attributes: dict[str, str]) -> bool:
        """Whether a part in another language starts, whose typography is its own."""
        lang = attributes.get("lang")
        return lang is not None and lang.partition("-")[0] != self.source.lang.partition("-")[0]

    def _identify(self, attributes: dict[str, str], *, is_heading: bool) -> None:
        """Keep an id that an author gave, without white space; a heading's is made unique, others go."""
        if "id" not in attributes:
            return
        wanted = outline.without_space(attributes["id"])
        if is_heading and wanted:
            wanted = self.ids.free(wanted)
        if not wanted or wanted in self.ids.taken:
            del attributes["id"]
            return
        attributes["id"] = wanted
        self.ids.taken.add(wanted)


_OPENERS: dict[str, Callable[[_Finish, dict[str, str]], None]] = {
    "a": _Finish._link,
    "blockquote": _Finish._quote,
    "img": _Finish._image,
    "li": _Finish._item,
    "table": _Finish._table,
}


def _name(token: str) -> str:
    """The name of a tag: nearly all have no attributes, and are one of a few."""
    name = _BARE.get(token)
    if name is None:
        match = _NAME.match(token)
        name = match[1] if match else ""
    return name


def written(attributes: dict[str, str]) -> str:
    """Attributes as they stand in a tag, each with a space before it."""
    return "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())


def _escaped(text: str) -> str:
    return escape(text, quote=False)


def _classify(attributes: dict[str, str]) -> None:
    """A class instead of `align`, which HTML no longer has, and no empty one."""
    align = _ALIGNED.get(attributes.pop("align", ""), "")
    classes = f"{attributes.pop('class', '')} {align}".strip()
    if classes:
        attributes["class"] = classes


def _frame(heading: str) -> str:
    """The frame in which a wide table scrolls. With a name it can be reached by keyboard.

    A group and not a region: regions are landmarks, and a page of tables would drown its own.
    """
    if not heading:
        return '<div class="table">'
    return f'<div class="table" role="group" aria-labelledby="{escape(heading)}" tabindex="0">'
