"""The words of a text that readers read: all that is code, an address or markup is blanked out.

The result is as long as the text and has the same lines, so that a place in the one is a place in the other.
"""

from __future__ import annotations

import re

BLANK = "\0"
"""Stands for each character that is no prose: no letter, and no space that two words could be joined by."""

# Each alternative stops at what could begin another one, so that a text is read once whatever is in it.
_MARKUP = re.compile(
    r"""
      <!--(?:(?!-->|<!--)[\s\S])*-->
    | `{2,}[^\n]*?`{2,}
    | `[^`\n]*`
    | \]\([^()\[\]\n]*\)
    | ^[ \t>]*\[(?!\^)[^\[\]\n]+\]:[ \t]*\S+
    | <[!/a-zA-Z][^<>]*>
    | (?<![\w.+@-])(?:https?://|www\.)[^\s<>()]+
    | (?<![\w.+@-])[\w+-]+(?:[.@][\w-]+)+
    | \{[\#.:][^{}\n]*\}
    """,
    re.VERBOSE | re.MULTILINE,
)
_FENCE = re.compile(r"[ \t>]*(?P<fence>`{3,}|~{3,})")
_INDENTED = re.compile(r" {4}|\t")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d+[.)])[ \t]")


def prose(text: str) -> str:
    """A Markdown text, or a plain one, with everything blanked out that is no prose."""
    return _MARKUP.sub(_blank, "\n".join(_without_code(text.split("\n"))))


def _without_code(lines: list[str]) -> list[str]:
    """Lines with the blocks of code blanked out: those between fences, and indented ones outside of lists."""
    kept = []
    fence, in_list, after_blank = "", False, True
    for line in lines:
        mark = _FENCE.match(line)
        is_code = bool(fence or mark)
        if not fence and not mark:
            is_code = after_blank and not in_list and bool(_INDENTED.match(line))
            if line.strip() and not line[0].isspace():
                in_list = bool(_ITEM.match(line))
            after_blank = not line.strip() or is_code
        elif mark and not fence:
            fence = mark["fence"]
        elif mark and mark["fence"].startswith(fence):
            fence = ""
        kept.append(BLANK * len(line) if is_code else line)
    return kept


def _blank(match: re.Match[str]) -> str:
    return "".join("\n" if character == "\n" else BLANK for character in match[0])
