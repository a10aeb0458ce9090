"""Typography that a language asks for and that nobody should have to type.

Straight quotation marks become those of the language, with the second pair inside the first; an apostrophe
between letters is curved. A sign of inches or minutes after a figure is left alone. French also sets a narrow
no-break space before `; ! ?`, a no-break space before `:` and inside « », and a curved apostrophe (Lexique
des règles typographiques en usage à l'Imprimerie nationale, 2002). A space that an author typed there is
replaced; a sign inside a word, a time or an address (18:30, https://) is left alone.
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

# CLDR, common/main/<language>.xml, delimiters; but Arabic has the guillemets of its printed texts.
_QUOTES = {
    "fr": (("«", "»"), ("“", "”")),
    "en": (("“", "”"), ("‘", "’")),
    "de": (("„", "“"), ("‚", "‘")),
    "es": (("«", "»"), ("“", "”")),
    "ar": (("«", "»"), ("“", "”")),
    "ja": (("「", "」"), ("『", "』")),
}

# Where words touch, a mark opens when none is open; elsewhere, what stands before it says which one it is.
_TOUCHING = {"ar", "ja"}
_OPENS_AFTER = re.compile(r"[\s(\[{«“‘„‚—–'’-]?")
_CURVED = {"fr", "en", "de", "es"}
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")


def typeset(text: str, lang: str, *, before: str = "") -> str:
    """The text as the language sets it; a language that is not known here is left as it is.

    `before` is the character that stands before the text, when the text continues another one.
    """
    language = lang.partition("-")[0]
    if '"' in text and language in _QUOTES:
        text = _quoted(text, language, before)
    if "'" in text and language in _CURVED:
        text = _APOSTROPHE.sub("’", text)
    if language != "fr" or not _TRIGGER.search(text):
        return text
    return _FRENCH.sub(_set, before + text)[len(before) :]


def _quoted(text: str, language: str, before: str) -> str:
    """The text with each straight quotation mark as the opening or closing one of its depth."""
    first, *others = text.split('"')
    shown, depth = first, 0
    for part in others:
        previous = shown[-1:] or before
        if _opens(previous, depth, language):
            shown += _QUOTES[language][min(depth, 1)][0]
            depth += 1
        elif depth == 0 and previous.isdigit():
            shown += '"'
        else:
            depth = max(depth - 1, 0)
            shown += _QUOTES[language][min(depth, 1)][1]
        shown += part
    return shown


def _opens(previous: str, depth: int, language: str) -> bool:
    return depth == 0 if language in _TOUCHING else bool(_OPENS_AFTER.fullmatch(previous))


def _set(match: re.Match[str]) -> str:
    kind = match.lastgroup
    if kind == "address":
        return match[0]
    if kind == "strong":
        return NARROW + match["strong"]
    return _SET.get(kind or "", f"{NARROW};")


_SET = {"colon": f"{WIDE}:", "open": f"«{WIDE}", "close": f"{WIDE}»", "apostrophe": "’"}
