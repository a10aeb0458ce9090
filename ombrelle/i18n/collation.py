"""Names in the order in which readers of a language look for them.

The order is that of the Unicode Collation Algorithm (UTS #10) with CLDR's tailorings for the languages below,
made from the character database of Python: base letters decide first, then accents, then case. No library
serves: PyICU has no wheels and would need a compiler on every contributor's machine, icu4py has wheels and no
collator, and pyuca has neither tailorings (Spanish ñ) nor a release since 2017, and reads a table of 1.5 MB
in 150 ms. The test suite holds the order against that of ICU.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, partial
from itertools import chain

Base = tuple[int, str]
Key = tuple[tuple[Base, ...], str, str, str]

# Letters that Unicode does not decompose, as UTS #10 expands them.
_EXPANSIONS = str.maketrans(
    {"œ": "oe", "æ": "ae", "Œ": "OE", "Æ": "AE", "ß": "ss", "ẞ": "SS", "ø": "o", "Ø": "O"}
    | {"đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ı": "i", "ـ": ""}
)

# Katakana is written beside hiragana: the same base letters, 0x60 further. A small kana counts as the
# large one.
_KANA = {katakana: katakana - 0x60 for katakana in range(0x30A1, 0x30F7)}
_LARGE_KANA = str.maketrans("ぁぃぅぇぉっゃゅょゎゕゖ", "あいうえおつやゆよわかけ")

# A long vowel, "ー", counts as the vowel that it lengthens (JIS X 4061), which the Unicode name ends with.
_LONG_VOWEL = re.compile("(?<=([ぁ-ゖァ-ヺ]))ー")
_VOWELS = {"A": "あ", "I": "い", "U": "う", "E": "え", "O": "お"}

# CLDR, common/collation/{es,ar,sv,da}.xml: letters that have another place than Unicode's decomposition gives
# them, and their mark. A place is a letter, with a sign above every accent where it is one of its own: ñ
# follows all words in n. A mark below the space comes before the plain letter.
_AFTER, _BEFORE = "\uffff", "\x01"
_PLAIN = " "
_LETTERS: dict[str, dict[str, tuple[str, str]]] = {
    "es": {"ñ": ("n" + _AFTER, _PLAIN)},
    "ar": {letter: ("ا", _BEFORE * rank) for rank, letter in enumerate("ءأؤإئ", 1)}
    | {"آ": ("اا", _BEFORE), "ة": ("ت", _BEFORE), "ى": ("ي", _BEFORE)},
    "sv": {letter: ("z" + _AFTER * rank, _PLAIN) for rank, letter in enumerate("åäö", 1)},
    "da": {letter: ("z" + _AFTER * rank, _PLAIN) for rank, letter in enumerate("æøå", 1)},
}

# CLDR, common/uca/allkeys_CLDR.txt: punctuation, then symbols, then currencies.
_SIGNS = "_-‐‑–—,;:!¡?¿.·'‘’‚‹›\"“”„«»()[]{}「」『』§¶@*/\\&#%`´^¨¸°©®+±÷×<=>|~¢$£¥€"

# CLDR reorders the scripts for these languages: their own letters come before all others.
_OWN_SCRIPT = {"ar": "ARABIC", "he": "HEBREW", "el": "GREEK", "ru": "CYRILLIC", "uk": "CYRILLIC"}

_SPACE, _PUNCTUATION, _SYMBOL, _DIGIT, _OWN_LETTER, _LETTER = range(6)
_CLASSES = {"Z": _SPACE, "C": _SPACE, "P": _PUNCTUATION, "S": _SYMBOL, "N": _DIGIT}


@cache
def collation_key(lang: str) -> Callable[[str], Key]:
    """The key by which `sorted` orders names for readers of `lang`, the same on every machine.

    Spaces come before punctuation, symbols, digits and letters. "é" stands with "e", "Œ" with "oe". In
    Arabic a letter that carries a hamza stands with alif. Kanji follow JIS X 0208, as CLDR has it: the
    commonest by their Sino-Japanese readings.
    """
    return partial(_key, lang.partition("-")[0])


def _key(language: str, name: str) -> Key:
    composed = unicodedata.normalize("NFC", name)
    weights = [_weight(language, letter) for letter in _LONG_VOWEL.sub(_vowel, composed)]
    primary = tuple(chain.from_iterable(bases for bases, _ in weights))
    accents = "".join(marks for _, marks in weights)
    # A small letter comes before its capital, and a small kana before the large one.
    return primary, accents, composed.swapcase().translate(_KANA), composed


def _vowel(lengthened: re.Match[str]) -> str:
    return _VOWELS.get(unicodedata.name(lengthened[1])[-1], "")


@cache
def _weight(language: str, letter: str) -> tuple[tuple[Base, ...], str]:
    """The base letters that a character counts as, and the accents in their places."""
    own = _LETTERS.get(language, {}).get(letter.lower())
    if own:
        letters, mark = own
        places = (letters,) if _AFTER in letters else tuple(letters)
        return tuple((_class(language, place), place) for place in places), mark
    plain = unicodedata.normalize("NFKD", letter.translate(_EXPANSIONS)).casefold()
    kana = plain.translate(_KANA).translate(_LARGE_KANA)
    bases = [part for part in kana if not unicodedata.combining(part)]
    marks = "".join(part for part in kana if unicodedata.combining(part))
    weights = tuple((_class(language, base), _place(language, base)) for base in bases)
    return weights, (marks or _PLAIN).rjust(len(bases))


def _class(language: str, base: str) -> int:
    kind = _CLASSES.get(unicodedata.category(base[0])[0], _LETTER)
    script = _OWN_SCRIPT.get(language)
    if kind == _LETTER and script and unicodedata.name(base[0], "").startswith(script):
        return _OWN_LETTER
    return kind


def _place(language: str, base: str) -> str:
    """The place of a base letter or sign among those of its class: its code point, but for the cases below.

    Signs stand as CLDR has them. A kanji in Japanese has its place in JIS X 0208, whose first level is in the
    order of readings.
    """
    if base in _SIGNS:
        return chr(_SIGNS.index(base))
    if language != "ja" or not "\u4e00" <= base <= "\u9fff":
        return base
    # Latin-1 keeps the bytes in order; U+9FFF puts kanji after kana, and those outside the standard last.
    return "\u9fff" + (base.encode("euc_jp", "ignore").decode("latin-1") or "\uffff" + base)
