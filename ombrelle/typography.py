"""Typography that a language asks for and that nobody should have to type: so far, that of French.

French sets a narrow no-break space before `; ! ?`, a no-break space before `:` and inside « », and a curved
apostrophe (Lexique des règles typographiques en usage à l'Imprimerie nationale, 2002). A space that an author
typed there is replaced; a sign inside a word, a time or an address (18:30, https://) is left alone.
"""

from __future__ import annotations

import re

NARROW = "\u202f"
WIDE = "\u00a0"

_FRENCH = re.compile(
    r"""
      (?P<address>\b(?:https?://|www\.)[^\s«»]*[^\s«»;!?:,.)])
    | (?<=[\w)\]}»”"’'%°€…\u2026.*])\s*(?P<strong>[!?]+)(?=[\s)\]}»”"’…,.]|$)
    | (?<=\S)(?:\s+;(?=[\s»]|$)|(?<=[\w)\]»”"’%°€…]);(?=[\s»]|$))
    | (?<=\S)(?P<colon>\s+:(?=[\s»]|$)|(?<=[\w)\]»”"’%°€…]):(?=[\s»]|$))
    | (?P<open>«)\s*
    | (?<=[^\s«])\s*(?P<close>»)
    | (?<=[^\W\d_])(?P<apostrophe>')(?=[\w«“"‘(]|$)
    """,
    re.VERBOSE,
)
_TRIGGER = re.compile(r"[;:!?«»']")


def typeset(text: str, lang: str, *, before: str = "") -> str:
    """The text as the language sets it; other languages than French are left as they are.

    `before` is the character that stands before the text, when the text continues another one.
    """
    if lang.partition("-")[0] != "fr" or not _TRIGGER.search(text):
        return text
    return _FRENCH.sub(_set, before + text)[len(before) :]


def _set(match: re.Match[str]) -> str:
    kind = match.lastgroup
    if kind == "address":
        return match[0]
    if kind == "strong":
        return NARROW + match["strong"]
    return _SET.get(kind or "", f"{NARROW};")


_SET = {"colon": f"{WIDE}:", "open": f"«{WIDE}", "close": f"{WIDE}»", "apostrophe": "’"}
