"""Every text of the real site has the marks and spaces of the language that it is said to be in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.html import Element, read

APART = {"script", "style", "svg", "code", "pre", "kbd", "bdi"}
"""What is no text, and names (`bdi`), which keep the marks of their own language."""

_BEFORE_A_SPACE = r"(?=\s|$)"
_ARABIC, _JAPANESE = r"[\u0620-\u064a]", r"[\u3040-\u30ff\u4e00-\u9fff]"

MISTAKES = {
    "fr": {
        "straight apostrophe": r"[^\W\d_]'[^\W\d_]",
        "straight quotation mark": r'(?<!\d)"',
        "no narrow space before a high mark": rf"(?<![\u202f!?…(])[;!?]{_BEFORE_A_SPACE}",
        "no space before a colon": rf"(?<!\u00a0):{_BEFORE_A_SPACE}",
        "no space inside guillemets": r"«(?!\u00a0)|(?<!\u00a0)»",
    },
    "en": {
        "straight apostrophe": r"[^\W\d_]'[^\W\d_]",
        "straight quotation mark": r'(?<!\d)"',
        "space before a mark": rf"\s[;:!?,.]{_BEFORE_A_SPACE}",
        "quotation mark of another language": "[«»„]",
    },
    "de": {
        "straight quotation mark": r'(?<!\d)"',
        "space before a mark": rf"\s[;:!?,.]{_BEFORE_A_SPACE}",
        "quotation mark of another language": r"[«»”]|“(?=\w)",
    },
    "es": {
        "straight quotation mark": r'(?<!\d)"',
        "space before a mark": rf"\s[;:!?,.]{_BEFORE_A_SPACE}",
        "quotation mark of another language": "„",
        "no opening mark": r"^[^¿]*\?|^[^¡]*!",
    },
    "ar": {
        "straight quotation mark": r'(?<!\d)"',
        "Latin mark": rf"{_ARABIC}\s*[,;?]",
        "space before a mark": rf"\s[،؛؟:.]{_BEFORE_A_SPACE}",
    },
    "ja": {
        "straight quotation mark": r'(?<!\d)"',
        "Latin mark": rf"{_JAPANESE}[,.;?!:](?!\w)",
        "space before a mark": r"\s[、。：]",
        "quotation mark of another language": "[«»„“”]",
    },
}


@pytest.mark.site
def test_each_language_is_set_as_it_should_be(real_site: Path) -> None:
    """No text, title or label of any page has a mark or a space of another language."""
    found = {fault for page in real_site.glob("*/**/*.html") for fault in mistakes(read(page))}
    assert found == set()


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Pourquoi ?"),
        ("fr", "l'été"),
        ("fr", "Lyon : la ville"),
        ("fr", "un «mot»"),
        ("en", "the «word»"),
        ("en", "why ?"),
        ("de", "das “Wort”"),
        ("es", "Cuándo?"),
        ("ar", "متى?"),
        ("ja", "はい."),
        ("ja", "言語:"),
    ],
)
def test_a_mistake_is_found(lang: str, text: str) -> None:
    """Each rule finds what it is for, in a text and in a label."""
    page = f'<p lang="{lang}">{text}</p><p lang="{lang}" aria-label="{text}"></p>'
    assert {fault[2] for fault in mistakes(read(page.encode()))} == {text}
    assert len(list(mistakes(read(page.encode())))) == 2


def mistakes(element: Element, lang: str = "") -> Iterator[tuple[str, str, str]]:
    """The language, the mistake and the text of each mistake below an element."""
    own = element.attributes.get("lang", lang)
    if element.tag in APART:
        return
    said = [element.attributes.get(name, "") for name in _said(element)]
    for text in (*said, *(child for child in element.children if isinstance(child, str))):
        for mistake, pattern in MISTAKES.get(own, {}).items():
            if re.search(pattern, text.strip("\n")):
                yield own, mistake, text
    for child in element.children:
        if isinstance(child, Element):
            yield from mistakes(child, own)


def _said(element: Element) -> tuple[str, ...]:
    """The attributes of an element that a person hears or reads."""
    if element.tag == "meta":
        return ("content",) if element.attributes.get("name") == "description" else ()
    return "aria-label", "title", "alt"
