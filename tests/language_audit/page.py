"""What a page says of its languages, read from its HTML by a parser that follows the standard."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "button", "caption", "dd", "div", "dl", "dt"),
        *("fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header"),
        *("hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "td", "text", "th"),
        *("title", "tr", "ul"),
    )
)
_NO_TEXT = frozenset(("script", "style", "code", "pre", "template"))
_CHROME = frozenset(("header", "nav", "footer", "aside", "button"))


@dataclass(frozen=True, slots=True)
class Said:
    """A text, the language that it is said to be in, and the element that it stands in.

    `is_name` is a text that is set apart as one (`bdi`); `is_chrome` one of the frame of the page.
    """

    text: str
    lang: str
    element: str
    is_name: bool = False
    is_chrome: bool = False


@dataclass(frozen=True, slots=True)
class Switch:
    """A link of the choice of languages: what it says of itself, and where it leads."""

    lang: str
    direction: str
    hreflang: str
    href: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Notice:
    """What says that the page borrows: its language, where its links lead, and the language they promise."""

    lang: str
    links: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A page: `path` is its file; alternates are pairs of language and address, as they are written."""

    path: str
    lang: str
    direction: str
    canonical: tuple[str, ...]
    alternates: tuple[tuple[str, str], ...]
    is_indexed: bool
    switches: tuple[Switch, ...]
    notices: tuple[Notice, ...]
    anchors: tuple[str, ...]
    feeds: tuple[str, ...]
    structured: tuple[str, ...]
    said: tuple[Said, ...]


def read_page(path: str, html: str) -> Page:
    """Read a page."""
    tree = LexborHTMLParser(html)
    root = tree.root
    assert root is not None
    return Page(
        path=path,
        lang=_value(root, "lang"),
        direction=_value(root, "dir"),
        canonical=tuple(_value(node, "href") for node in tree.css('head link[rel="canonical"]')),
        alternates=tuple(
            (_value(node, "hreflang"), _value(node, "href"))
            for node in tree.css('head link[rel="alternate"][hreflang]')
        ),
        is_indexed=not any("noindex" in _value(node, "content") for node in tree.css('meta[name="robots"]')),
        switches=tuple(_switch(node) for node in tree.css("ul.switcher a")),
        notices=tuple(_notice(node) for node in tree.css("aside.notice")),
        anchors=tuple(_value(node, "id") for node in tree.css(".prose :is(h1, h2, h3, h4, h5, h6)[id]")),
        feeds=tuple(_value(node, "href") for node in tree.css('head link[type="application/atom+xml"]')),
        structured=tuple(_structured(tree)),
        said=tuple(_said(root)),
    )


def language(node: LexborNode | None) -> str:
    """The language that a browser takes the text of an element to be in."""
    while node is not None:
        if node.attributes.get("lang"):
            return _value(node, "lang")
        node = node.parent
    return ""


def _switch(node: LexborNode) -> Switch:
    current = "aria-current" in node.attributes
    return Switch(
        language(node), _value(node, "dir"), _value(node, "hreflang"), _value(node, "href"), current
    )


def _notice(node: LexborNode) -> Notice:
    links = tuple((_value(link, "hreflang"), _value(link, "href")) for link in node.css("a"))
    return Notice(language(node), links)


def _structured(tree: LexborHTMLParser) -> Iterator[str]:
    """The languages that nodes of JSON-LD say that they are in."""
    for script in tree.css('script[type="application/ld+json"]'):
        node = json.loads(script.text())
        if "inLanguage" in node:
            yield str(node["inLanguage"])


def _said(root: LexborNode) -> Iterator[Said]:
    """Every text: what stands in one block and one language is one, whatever elements part it."""
    runs: dict[tuple[int, str, bool], list[str]] = {}
    blocks: dict[tuple[int, str, bool], LexborNode] = {}
    for node in root.traverse(include_text=True):
        parent = node.parent
        if node.is_text_node and parent is not None:
            found = _around(parent)
            if found and (node.text_content or "").strip():
                block, is_name = found
                key = (block.mem_id, language(parent), is_name)
                runs.setdefault(key, []).append(node.text_content or "")
                blocks[key] = block
        elif node.tag == "meta" and node.attributes.get("name") == "description":
            yield Said(_value(node, "content"), language(node), "meta")
        elif node.tag == "img" and node.attributes.get("alt"):
            yield Said(_value(node, "alt"), language(node), "img", is_name=True)
    for key, texts in runs.items():
        way = set(_way(blocks[key]))
        is_chrome = "main" not in way and not way.isdisjoint(_CHROME)
        element = str(blocks[key].tag)
        text = " ".join(" ".join(texts).split())
        # A title is several texts: the page's, what it belongs to, the name of the site.
        for part in text.split(" · ") if element == "title" else [text]:
            yield Said(part, key[1], element, is_name=key[2], is_chrome=is_chrome)


def _around(node: LexborNode) -> tuple[LexborNode, bool] | None:
    """The block that a text stands in, and whether it is set apart as a name; None where nobody reads it."""
    is_name, each = False, node
    while True:
        if each.tag in _NO_TEXT:
            return None
        is_name = is_name or each.tag == "bdi"
        if each.tag in _BLOCKS or each.parent is None:
            return each, is_name
        each = each.parent


def _way(node: LexborNode | None) -> Iterator[str]:
    while node is not None:
        yield str(node.tag)
        node = node.parent


def _value(node: LexborNode, name: str) -> str:
    return node.attributes.get(name) or ""
