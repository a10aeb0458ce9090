"""A third of the translations missing at random: the site builds, and no text is said to be what it is not.

Each text of that site says its own language in itself, so that what pages say of it can be held against it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from ombrelle.build import Options, build
from tests.support.missing import TAG, with_missing
from tests.support.small import DAY
from tests.support.tools import ROOT

pytestmark = pytest.mark.site

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_UNMARKED = {"aria-label"}
"""Attributes whose language is that of their element, which holds other texts too: HTML cannot mark them."""


@pytest.fixture(scope="module")
def tagged(real_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site without a third of its translations, each text of which says its language."""
    assert real_site.is_dir(), "its pictures are used again"
    root = with_missing(ROOT, tmp_path_factory.mktemp("missing"), seed=4, share=1 / 3, tagged=True)
    result = build(Options(root, root / "public", DAY, search=False, cache=ROOT))
    assert result.manifest is not None, list(result.problems)
    return root / "public"


def language(node: LexborNode | None) -> str:
    """The language that a browser takes the text of an element to be in."""
    while node is not None:
        own = node.attributes.get("lang")
        if own:
            return own
        node = node.parent
    return ""


def texts(root: LexborNode) -> Iterator[tuple[str, str]]:
    """Every text of a page with the language that it is said to be in."""
    for node in root.traverse(include_text=True):
        parent = node.parent
        if node.is_text_node and parent is not None and parent.tag not in {"script", "style"}:
            yield node.text_content or "", language(parent)
        elif node.is_element_node:
            for name, value in node.attributes.items():
                if value and name not in _UNMARKED:
                    yield value, language(node)


def structured(node: Any, lang: Any) -> Iterator[tuple[str, str]]:
    """Every text of a JSON-LD node with its language."""
    if isinstance(node, str):
        yield node, lang
    elif isinstance(node, list):
        for item in node:
            yield from structured(item, lang)
    elif isinstance(node, dict):
        for item in node.values():
            yield from structured(item, node.get("@language", node.get("inLanguage", lang)))


def wrong(said: Iterator[tuple[str, str]]) -> list[tuple[str, str]]:
    """The texts that are said to be in another language than they are in."""
    return [(text, lang) for text, lang in said for found in TAG.finditer(text) if found[1] != lang]


def test_every_text_of_every_page_is_marked_with_its_language(tagged: Path) -> None:
    """Texts, titles, descriptions, words of the theme, those of the map: whatever is borrowed says so."""
    borrowed = 0
    for path in sorted(tagged.rglob("*.html")):
        root = LexborHTMLParser(path.read_text(encoding="utf-8")).root
        assert root is not None
        found = list(texts(root))
        assert wrong(iter(found)) == [], path.relative_to(tagged)
        page = language(root)
        borrowed += sum(lang != page for text, lang in found if TAG.search(text))
    assert borrowed > 5_000


def test_what_a_page_says_to_machines_is_marked_too(tagged: Path) -> None:
    """In JSON-LD, a text in another language than its node is a value with its language."""
    seen = 0
    for path in sorted(tagged.rglob("*.html")):
        page = LexborHTMLParser(path.read_text(encoding="utf-8"))
        for script in page.css('script[type="application/ld+json"]'):
            lang = language(script)
            found = list(structured(json.loads(script.text()), lang))
            assert wrong(iter(found)) == [], path.relative_to(tagged)
            seen += sum(TAG.search(text) is not None for text, _ in found)
    assert seen > 1_000


def test_what_a_feed_borrows_is_marked(tagged: Path) -> None:
    """In Atom, by `xml:lang` on the element."""
    seen = 0
    for path in sorted(tagged.rglob("feed.xml")):
        root = ET.parse(path).getroot()
        for element in root.iter():
            for found in TAG.finditer(element.text or ""):
                seen += 1
                assert element.get(_LANG, root.get(_LANG)) == found[1], path.relative_to(tagged)
    assert seen > 200


def test_no_text_is_empty_or_an_id(tagged: Path) -> None:
    """What a language lacks is found in another: headings, links and buttons all say something."""
    for path in sorted(tagged.rglob("*.html")):
        page = LexborHTMLParser(path.read_text(encoding="utf-8"))
        for node in page.css("title, h1, h2, h3, button, nav a, dt"):
            assert node.text().strip(), (path.relative_to(tagged), node.html)
