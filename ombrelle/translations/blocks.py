"""A block of text: what it says whatever its form, its fingerprint, its shape, its words."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

Way = tuple[str | int, ...]

FINGERPRINT = 8
"""Hexadecimal digits of a fingerprint: it tells the blocks of one file apart, and no more."""

_QUOTES = str.maketrans(dict.fromkeys("‘’‛ʼ′", "'") | dict.fromkeys("“”„‟«»″", '"') | {"…": "..."})
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
# A space there is the typesetter's: French has one, and it is set whether or not an author types it.
_SET_SPACE = re.compile(r"(?<=«)\s+|\s+(?=[;:!?»])")
_CODE = re.compile(r" {0,3}(?:```|~~~)| {4}")
# A typed block, and what it says in words; names and titles of sources may be the same everywhere.
_TYPED = re.compile(r" {0,3}(?:`{3,}|~{3,})[ \t]*ombrelle\b", re.IGNORECASE)
_TOLD = re.compile(
    r"(?:^|[\s{,])(?:label|text|caption|alt|role):[ \t]+(.+?)(?=,\s+[\w-]+:|\}|$)", re.MULTILINE
)
_ITEM = re.compile(r"(?:[-*+]|(\d{1,9})[.)])\s+")
_RULED = re.compile(r"-{3,}")
_NOT_PROSE = re.compile(r"(`+).*?\1|\]\([^)]*\)|<[^>]*>|\b(?:https?://|www\.)\S+|\S+@\S+", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]{2,}")
_SHAPES = re.compile(r"(?:```|~~~) ?ombrelle [\w-]+|#{1,6}(?= )|[->|<]|\d{1,9}[.)]|```|~~~")

FEWEST_WORDS, FEWEST_LETTERS = 3, 12
"""A text of fewer words that are no names, or of fewer letters, may be the same in two languages."""


@dataclass(frozen=True, slots=True)
class Block:
    """A text and where it stands: its line in the file, or 0 and the way to it in the YAML."""

    text: str
    line: int = 0
    way: Way = ()

    @property
    def key(self) -> str:
        """What it says whatever its form: equal for two blocks that differ in spaces, wrapping or quotes."""
        return normal(self.text)


@lru_cache(maxsize=10_000)
def normal(text: str) -> str:
    """A text without what is form alone; the spaces of code are not."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    if _CODE.match(text):
        return "\n".join(line.rstrip() for line in text.splitlines())
    text = _ITEM.sub(lambda match: "1. " if match[1] else "- ", text.strip(), count=1)
    text = _SET_SPACE.sub("", text).translate(_QUOTES)
    return _RULED.sub("---", " ".join(text.split()))


def fingerprint(text: str) -> str:
    """Some digits that stand for what a text says."""
    return hashlib.sha256(normal(text).encode()).hexdigest()[:FINGERPRINT]


def shape(text: str) -> str:
    """The kind of a block, so that a heading is compared with a heading and an item with an item."""
    found = _SHAPES.match(text)
    return re.sub(r"\d+", "1", found[0]) if found else ""


def has_words(text: str) -> bool:
    """Whether there is something to read in a block: a rule has nothing."""
    return any(character.isalnum() for character in text)


def is_prose(text: str) -> bool:
    """Whether a text cannot be the same in two languages: it has words enough besides code and names."""
    if _TYPED.match(text):
        text = " ".join(_TOLD.findall(text)) if "lang:" not in text else ""
    elif _CODE.match(text):
        return False
    words = _WORD.findall(_NOT_PROSE.sub(" ", text))
    common = [word for word in words if not word[0].isupper()]
    # Scripts without capitals and without spaces have few words, and long ones.
    is_spaced = len(common) >= FEWEST_WORDS or any(len(word) >= FEWEST_LETTERS * 2 for word in common)
    return is_spaced and sum(map(len, common)) >= FEWEST_LETTERS
