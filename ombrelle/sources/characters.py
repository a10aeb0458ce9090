"""Characters that nobody sees or that are not what they look like: they come with what is pasted."""

from __future__ import annotations

import re
import unicodedata

from ombrelle.problems import Location, Problems

# Controls, and the separators that YAML takes for ends of lines but Markdown and editors do not.
_CONTROL = re.compile(r"[\x0b\x0c\x7f-\x9f\u2028\u2029]")
# Zero-width space, word joiner, a byte-order mark inside the text, and the marks that turn text round.
# The joiners U+200C and U+200D are letters' own in several scripts and in emoji.
_INVISIBLE = re.compile(r"[\u200b\u2060\ufeff\u202a-\u202e]")
_LOST = re.compile(r"\S*[\ufffc\ufffd]\S*")
_DECOMPOSED = re.compile(r"\w*[A-Za-z][\u0300-\u036f][\w\u0300-\u036f]*")


def check_characters(path: str, text: str, problems: Problems) -> bool:
    """Tell the characters of `text` that should not be there. False when it cannot be read with them."""
    controls = list(_CONTROL.finditer(text))
    for match in controls:
        problems.add("control-character", match_place(path, match), name=_name(match[0]))
    if not text.isascii():
        _check_beyond_ascii(path, text, problems)
    return not controls


def match_place(path: str, match: re.Match[str]) -> Location:
    """The place of a match that lies within one line of a file's whole text."""
    before = match.string[: match.start()]
    line, column = before.count("\n") + 1, match.start() - (before.rfind("\n") + 1) + 1
    return Location(path, line, column, line, column + len(match[0]))


def _check_beyond_ascii(path: str, text: str, problems: Problems) -> None:
    for match in _INVISIBLE.finditer(text):
        problems.add("invisible-character", match_place(path, match), name=_name(match[0]))
    if "\ufffd" in text or "\ufffc" in text:
        for match in _LOST.finditer(text):
            problems.add("lost-character", match_place(path, match), text=match[0])
    if not unicodedata.is_normalized("NFC", text):
        for match in _DECOMPOSED.finditer(text):
            near = unicodedata.normalize("NFC", match[0])
            if near != match[0]:
                problems.add("decomposed-accents", match_place(path, match), near=near)


def _name(character: str) -> str:
    return f"U+{ord(character):04X}"
