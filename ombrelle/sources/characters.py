"""Characters that nobody sees or that are not what they look like: they come with what is pasted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from ombrelle.problems import Location, Problems
from ombrelle.text import one_line

# Controls, the separators that YAML takes for ends of lines but Markdown and editors do not, and what Unicode
# keeps for programs (23.7, noncharacters): XML has no place for them.
_CONTROL = re.compile(r"[\x0b\x0c\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff]")
# Soft hyphen, zero-width space, word joiner, a byte-order mark inside the text, and the marks that turn text
# round.
# The joiners U+200C and U+200D are letters' own in several scripts and in emoji.
_INVISIBLE = re.compile(r"[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]")
# What no file holds as it is, and YAML can write by an escape: "\x1b".
_ESCAPED = re.compile(rf"[\x00-\x08\x0e-\x1f]|{_CONTROL.pattern}|{_INVISIBLE.pattern}")
# Letters tied together, as PDF files have them: fi, fl, ff…
_TIED = re.compile(r"[\ufb00-\ufb06]")
# UTF-8 that a program read as Windows-1252: é becomes Ã©, ’ becomes â€™.
_GARBLED = re.compile("[ÂÃ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[\u0080-\u00bf™œžšš˜›¦]")
MOST_TOLD = 100
"""Faults of one kind that are told of the characters of a file: to place each, the file is read."""

_PART_OF_WORD = re.compile(r"[^\s\"',;:()\[\]{}]")
# Both begin at the beginning of a word: from each letter on, a long one would be read to its end.
_LOST = re.compile(r"(?<!\S)[^\s\ufffc\ufffd]*[\ufffc\ufffd]\S*")
_DECOMPOSED = re.compile(r"(?<!\w)\w*[A-Za-z][\u0300-\u036f][\w\u0300-\u036f]*")


def check_characters(path: str, text: str, problems: Problems) -> bool:
    """Tell the characters of `text` that should not be there. False when it cannot be read with them."""
    controls = list(islice(_CONTROL.finditer(text), MOST_TOLD))
    for match in controls:
        problems.add("control-character", match_place(path, match), name=_name(match[0]))
    if not text.isascii():
        _check_beyond_ascii(path, text, problems)
    return not controls


def escaped_characters(value: str, written: str) -> list[str]:
    """The names of the characters that a value should not have and that only an escape can have given it."""
    found = dict.fromkeys(_ESCAPED.findall(value))
    return [_name(character) for character in found if character not in written]


def shown_line(value: str) -> str:
    """A value as one line of characters that can be shown."""
    return _INVISIBLE.sub("", one_line(value)) if not value.isascii() else one_line(value)


def match_place(path: str, match: re.Match[str]) -> Location:
    """The place of a match that lies within one line of a file's whole text."""
    before = match.string[: match.start()]
    line, column = before.count("\n") + 1, match.start() - (before.rfind("\n") + 1) + 1
    return Location(path, line, column, line, column + len(match[0]))


def _check_beyond_ascii(path: str, text: str, problems: Problems) -> None:
    for match in islice(_INVISIBLE.finditer(text), MOST_TOLD):
        problems.add("invisible-character", match_place(path, match), name=_name(match[0]))
    if "\ufffd" in text or "\ufffc" in text:
        for match in islice(_LOST.finditer(text), MOST_TOLD):
            problems.add("lost-character", match_place(path, match), text=match[0])
    for place, word in islice(_words_with(_GARBLED, path, text), MOST_TOLD):
        problems.add("garbled-text", place, text=word, near=_ungarbled(word))
    for place, word in islice(_words_with(_TIED, path, text), MOST_TOLD):
        problems.add("tied-letters", place, near=unicodedata.normalize("NFKC", word))
    _check_accents(path, text, problems)


def _check_accents(path: str, text: str, problems: Problems) -> None:
    if not unicodedata.is_normalized("NFC", text):
        for match in islice(_DECOMPOSED.finditer(text), MOST_TOLD):
            near = unicodedata.normalize("NFC", match[0])
            if near != match[0]:
                problems.add("decomposed-accents", match_place(path, match), near=near)


def _name(character: str) -> str:
    return f"U+{ord(character):04X}"


def _words_with(sign: re.Pattern[str], path: str, text: str) -> Iterator[tuple[Location, str]]:
    """The words in which a sign is found, each once."""
    end = 0
    for match in sign.finditer(text):
        if match.start() < end:
            continue
        start, end = match.span()
        while start and _PART_OF_WORD.match(text, start - 1):
            start -= 1
        while end < len(text) and (found := sign.match(text, end) or _PART_OF_WORD.match(text, end)):
            end = found.end()
        line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
        yield Location(path, line, column, line, column + end - start), text[start:end]


def _ungarbled(word: str) -> str:
    """The word as it was written; "" when that cannot be told."""
    try:
        return b"".join(_windows_byte(character) for character in word).decode("utf-8")
    except UnicodeError:
        return ""


def _windows_byte(character: str) -> bytes:
    """The byte that Windows-1252 reads as a character; five bytes that it leaves open stay as they are."""
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")
