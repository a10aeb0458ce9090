"""The terms of one language, found in a text where they are not written in their right form.

All terms are one pattern, so that a text is read once. What may stand next to a term depends on its script: a
Latin name follows an Arabic conjunction or precedes a Japanese particle without a space, an Arabic word takes
conjunctions, prepositions and the article before it, and Han and hiragana have no spaces at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

_ARABIC = "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06fa-\u06fc\u0750-\u077f"
# Vowel signs, which an author may write or not, and the stroke that only stretches a word.
_SIGNS = "\u0640\u064b-\u0652\u0670"
_KATAKANA = "\u30a1-\u30fa\u30fc-\u30fe"
_UNSPACED = "\u3005\u3007\u3041-\u309f\u3400-\u9fff\uf900-\ufaff"

_SPACES = re.compile(r"\s+")
_SIGN = re.compile(f"[{_SIGNS}]")


@dataclass(frozen=True, slots=True)
class Rule:
    """A term: its right forms, the first of which is the term itself, and its wrong ones."""

    right: tuple[str, ...]
    wrong: tuple[str, ...] = ()
    exact_case: bool = False


@dataclass(frozen=True, slots=True)
class Slip:
    """A term that is not in its right form, from `start` to `end`; `right` are the forms to choose from."""

    start: int
    end: int
    text: str
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The terms of a language, by each of their forms without what does not count."""

    pattern: re.Pattern[str] | None
    right: Mapping[str, Rule]
    wrong: Mapping[str, tuple[Rule, ...]]

    @classmethod
    def of(cls, rules: Iterable[Rule]) -> Lexicon:
        """The lexicon of some terms. What is right for one of them is not wrong for another."""
        right: dict[str, Rule] = {}
        wrong: dict[str, tuple[Rule, ...]] = {}
        for rule in rules:
            right |= {_folded(form): rule for form in rule.right}
            wrong |= {form: (*wrong.get(form, ()), rule) for form in map(_folded, rule.wrong)}
        return cls(_pattern({*right, *wrong}), right, wrong)

    def slips(self, text: str) -> Iterator[Slip]:
        """The terms of a text that are not in their right form, in its order."""
        for match in self.pattern.finditer(_small(text)) if self.pattern else ():
            assert match.lastindex is not None
            start, end = match.span(match.lastindex)
            right = self._right(text[start:end])
            if right:
                yield Slip(start, end, text[start:end], right)

    def _right(self, found: str) -> tuple[str, ...]:
        """What should stand instead; () where nothing should."""
        key = _folded(found)
        rule = self.right.get(key)
        if rule is None:
            forms = (_like(found, form, rule) for rule in self.wrong[key] for form in rule.right)
            return tuple(dict.fromkeys(forms))
        if not rule.exact_case or _plain(found) in map(_plain, rule.right):
            return ()
        return tuple(form for form in rule.right if _folded(form) == key)


@dataclass(frozen=True, slots=True)
class _Script:
    """The letters of a script, those next to which none of its terms stands, and what a term may carry."""

    letters: str
    neighbours: str
    prefixes: str = ""

    @property
    def before(self) -> str:
        return (f"(?<!{self.neighbours})" if self.neighbours else "") + self.prefixes

    @property
    def after(self) -> str:
        return f"(?!{self.neighbours})" if self.neighbours else ""


_SCRIPTS = (
    # و and ف, then ب or ك with or without the article ال, or ل with it (لل) or without, or the article alone.
    _Script(f"[{_ARABIC}]", f"[{_ARABIC}{_SIGNS}]", "[وف]?(?:[بك]?ال|لل?|[بك])?"),
    _Script(f"[{_KATAKANA}]", f"[{_KATAKANA}]"),
    _Script(f"[{_UNSPACED}]", ""),
)
_SPACED = _Script("", rf"[^\W{_ARABIC}{_SIGNS}{_KATAKANA}{_UNSPACED}]")


def _script(character: str) -> _Script:
    return next((script for script in _SCRIPTS if re.match(script.letters, character)), _SPACED)


def _pattern(forms: Iterable[str]) -> re.Pattern[str] | None:
    """One pattern for all forms, with a group per script; where several could begin, the longest is found.

    It is for small letters, and says each boundary as seldom as it can: with classes of characters this
    large, the compilation of another pattern takes longer than the reading of all texts.
    """
    by_script: dict[_Script, list[str]] = {}
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        by_script.setdefault(_script(form[0]), []).append(form)
    branches = [f"{script.before}({_alternatives(forms)})" for script, forms in by_script.items()]
    return re.compile("|".join(branches)) if branches else None


def _alternatives(forms: Iterable[str]) -> str:
    runs = groupby(forms, key=lambda form: _script(form[-1]).after)
    return "|".join(f"(?:{'|'.join(map(_spelt, run))}){after}" for after, run in runs)


def _spelt(form: str) -> str:
    return "".join(map(_character, form))


def _character(character: str) -> str:
    if character == " ":
        return r"\s+"
    if character == "'":
        return "['’]"
    return re.escape(character) + (f"[{_SIGNS}]*" if re.match(f"[{_ARABIC}]", character) else "")


def _folded(form: str) -> str:
    """A form without what does not count: case, vowel signs, kinds of spaces and of apostrophes."""
    return _SIGN.sub("", _plain(form).lower())


def _plain(form: str) -> str:
    return _SPACES.sub(" ", form.strip()).replace("’", "'")


def _small(text: str) -> str:
    """The text in small letters and as long as before: the small form of İ has two characters."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(each.lower()[:1] for each in text)


def _like(found: str, form: str, rule: Rule) -> str:
    """A form with a capital where one stood, at the beginning of a sentence for instance."""
    return form[:1].upper() + form[1:] if found[:1].isupper() and not rule.exact_case else form
