"""What GitHub reads within a line and Python-Markdown does not: struck text, bare addresses, hard breaks.

GitHub Flavored Markdown 0.29, sections 6.5 (strikethrough) and 6.9 (extended autolinks); CommonMark 0.31,
section 6.7 (hard line breaks).
"""

from __future__ import annotations

import re
from html import unescape
from string import punctuation
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import (
    AutolinkInlineProcessor,
    InlineProcessor,
    SimpleTagInlineProcessor,
    SubstituteTagInlineProcessor,
)
from markdown.util import HTML_PLACEHOLDER_RE, AtomicString

_BREAK = r"(?: {2,}|\\)\n[ ]*"
_STRUCK = r"(?<!~)(~{1,2})(?![~\s])(.+?)(?<![~\s])\1(?!~)"
_ANGLES = r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)>"
# An address ends at white space, which may be French, at a tag, or where something was put aside (\x02).
_BARE = r"""(?x)
    (?<![^\W_]) (?: https?:// | (?<![^\s*_~(«“]) www\. ) [\w-]+ (?:\.[\w-]+)* [^\s<\x02\x03]*
  | (?<![\w.+-]) [\w.+-]+ @ [A-Za-z0-9_-]+ (?:\.[A-Za-z0-9_-]+)*\.[A-Za-z0-9_-]*[A-Za-z0-9] (?![\w-])
"""
_TRAILING = re.compile(r"""(?:[?!.,:*_~'"»”’…]|&[a-zA-Z0-9]+;|;)$""")


class Inline(Extension):
    """Adds to Python-Markdown what GitHub reads within a line."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Register the patterns; their order is that of the specifications."""
        md.ESCAPED_CHARS = list(punctuation)
        patterns = md.inlinePatterns
        patterns.register(AutolinkInlineProcessor(_ANGLES, md), "autolink", 120)
        patterns.register(SubstituteTagInlineProcessor(_BREAK, "br"), "linebreak", 100)
        patterns.register(_BareAddress(_BARE, md), "bare_address", 85)
        patterns.register(SimpleTagInlineProcessor(_STRUCK, "del"), "struck", 65)


class _BareAddress(InlineProcessor):
    """An address of the web or of mail that stands in the text as it is."""

    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the name is Python-Markdown's
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """The link, and where it starts and ends; an address within a link of HTML stays text."""
        text = _trimmed(m[0])
        if self._is_within_link(data, m.start()) or text.endswith("://"):
            return None, None, None
        link = Element("a", {"href": _scheme(text) + unescape(text)})
        link.text = AtomicString(unescape(text))
        return link, m.start(), m.start() + len(text)

    def _is_within_link(self, data: str, at: int) -> bool:
        """Whether a link that its author wrote as HTML is open at a spot."""
        tags = [str(self.md.htmlStash.rawHtmlBlocks[int(n)]) for n in HTML_PLACEHOLDER_RE.findall(data, 0, at)]
        opened = [tag for tag in tags if tag[:2].lower() == "<a" and not tag[2:3].isalnum()]
        return len(opened) > sum(tag.lower().startswith("</a") for tag in tags)


def _scheme(text: str) -> str:
    if text.startswith("www."):
        return "http://"
    return "" if text.startswith("http") and "://" in text else "mailto:"


def _trimmed(text: str) -> str:
    """The address without the signs of the sentence around it."""
    while True:
        if text.endswith(")") and text.count(")") > text.count("("):
            text = text[:-1]
        elif match := _TRAILING.search(text):
            text = text[: match.start()]
        else:
            return text
