"""What GitHub reads within a line and Python-Markdown does not, or not so.

Struck text and bare addresses (GitHub Flavored Markdown 0.29, sections 6.5 and 6.9), where emphasis begins
and ends, and hard breaks (CommonMark 0.31, sections 6.2 and 6.7).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
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
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE, AtomicString

_BREAK = r"(?: {2,}|\\)\n[ ]*"
_STRUCK = r"(?<!~)(~{1,2})(?![~\s])([^~]+)(?<![~\s])\1(?!~)"
_ANGLES = r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)>"
# An address ends at white space, which may be French, at a tag, or where something was put aside (\x02).
_BARE = r"""(?x)
    (?<![^\W_]) (?: https?:// | (?<![^\s*_~(«“]) www\. ) [\w-]+ (?:\.[\w-]+)* [^\s<\x02\x03]*
  | (?<![\w.+-]) [\w.+-]+ @ [A-Za-z0-9_-]+ (?:\.[A-Za-z0-9_-]+)*\.[A-Za-z0-9_-]*[A-Za-z0-9] (?![\w-])
"""
_SPECIAL = re.compile(r"[\\`*_~\[<&@]|://|www\.| {2}\n")
_EMPHASISED = re.compile(r"(?<![\w*_])(\*{1,3}|_{1,3}|~~)(?=\S)([^*_~]+)(?<=\S)\1(?![\w*_])")
_TRAILING = frozenset("?!.,:*_~'\"»”’…")
_ENTITY = re.compile(r"&[a-zA-Z0-9]+;\Z")
_ENTITY_LENGTH = 40  # the longest name of a character in HTML has 31 letters


class Inline(Extension):
    """Adds to Python-Markdown what GitHub reads within a line; `abbreviations` are those of the text."""

    def __init__(self, abbreviations: Mapping[str, str]) -> None:
        super().__init__()
        self._abbreviations = abbreviations

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Register the patterns; their order is that of the specifications."""
        md.ESCAPED_CHARS = list(punctuation)
        patterns = md.inlinePatterns
        patterns.register(AutolinkInlineProcessor(_ANGLES, md), "autolink", 120)
        patterns.register(SubstituteTagInlineProcessor(_BREAK, "br"), "linebreak", 100)
        patterns.register(_BareAddress(_BARE, md), "bare_address", 85)
        patterns.register(SimpleTagInlineProcessor(_STRUCK, "del"), "struck", 65)
        md.treeprocessors.register(_Plain(self._abbreviations), "plain", 25)
        md.treeprocessors.register(_Alternatives(md), "alternatives", 12)
        for sign, delimiter in (md.delimiters.delimiters if md.delimiters else {}).items():
            delimiter.boundary = _flanking(sign)


class _Plain(Treeprocessor):
    """Spares texts in which no pattern could find anything; half of them are such."""

    def __init__(self, abbreviations: Mapping[str, str]) -> None:
        super().__init__()
        self._abbreviations = abbreviations

    def run(self, root: Element) -> None:
        """Mark those texts as done; abbreviations look at all texts, and would miss them."""
        if self._abbreviations:
            return
        for element in root.iter():
            if element.text and not _SPECIAL.search(element.text):
                element.text = AtomicString(element.text)


class _Alternatives(Treeprocessor):
    """The alternative text of a picture is plain: what is emphasised in it loses its signs."""

    def run(self, root: Element) -> None:
        """Take the signs out."""
        for image in root.iter("img"):
            image.set("alt", _EMPHASISED.sub(r"\2", image.get("alt", "")))


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
        tags = [
            str(self.md.htmlStash.rawHtmlBlocks[int(n)])
            for n in HTML_PLACEHOLDER_RE.findall(self.unescape(data[:at]))
        ]
        opened = [tag for tag in tags if tag[:2].lower() == "<a" and not tag[2:3].isalnum()]
        return len(opened) > sum(tag.lower().startswith("</a") for tag in tags)


def _flanking(sign: str) -> re.Pattern[str]:
    """Where a run of the sign may open emphasis, close it, or both (CommonMark 0.31, section 6.2).

    It depends on what stands on either side: a letter or digit, a sign of punctuation, or nothing. What
    Python-Markdown has put aside (code, links) begins and ends with a control character and so counts as
    punctuation, which it does in the specification.
    """
    run, word, sign_before, sign_after = (
        f"[{sign}]+(?![{sign}])",
        r"[^\W_]",
        r"(?<=[^\w\s]|_)",
        r"(?=[^\w\s]|_)",
    )
    within = "" if sign == "_" else f"(?<={word}){run}(?={word})|"
    return re.compile(
        f"(?<![{sign}])(?:"
        f"(?P<ambiguous>{within}{sign_before}{run}{sign_after})"
        f"|(?P<end>(?<={word}){run}(?!{word})|{sign_before}{run}(?!\\S))"
        f"|(?P<start>(?<!{word}){run}(?={word})|(?<!\\S){run}{sign_after}))"
    )


def _scheme(text: str) -> str:
    if text.startswith("www."):
        return "http://"
    return "" if text.startswith("http") and "://" in text else "mailto:"


def _trimmed(text: str) -> str:
    """The address without the signs of the sentence around it."""
    end, unopened = len(text), text.count(")") - text.count("(")
    while end:
        if text[end - 1] in _TRAILING:
            end -= 1
        elif text[end - 1] == ")" and unopened > 0:
            end, unopened = end - 1, unopened - 1
        elif text[end - 1] == ";":
            entity = _ENTITY.search(text, max(0, end - _ENTITY_LENGTH), end)
            end = entity.start() if entity else end - 1
        else:
            break
    return text[:end]
