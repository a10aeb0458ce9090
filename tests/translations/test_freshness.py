"""Which blocks are told to be stale: exactly those that were edited, whatever else was done to the texts."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from ombrelle.translations.blocks import Block, fingerprint, normal
from ombrelle.translations.freshness import Finding, State, findings, match
from ombrelle.translations.record import Made
from ombrelle.translations.units import BODY, Part

WORDS_A_BLOCK = 12

Edit = Callable[["Desk"], None]


@dataclass
class Desk:
    """A source and its translation on somebody's desk, and what was done to the source since."""

    source: list[str]
    translation: list[str]
    made: list[Made]
    random: Random
    number: int = 0
    origin: dict[str, str] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)
    lost: set[str] = field(default_factory=set)
    said: dict[str, str] = field(default_factory=dict)

    def words(self, count: int = WORDS_A_BLOCK) -> list[str]:
        self.number += count
        return [f"m{index}" for index in range(self.number - count, self.number)]

    def find(self) -> list[Finding]:
        part = Part(BODY, blocks(self.source), blocks(self.translation), is_flow=True)
        return list(findings(match(part, self.made), is_recorded=True))


def blocks(texts: list[str]) -> tuple[Block, ...]:
    return tuple(Block(text, line) for line, text in enumerate(texts, start=1))


def desk(size: int, random: Random) -> Desk:
    """A text of so many blocks, translated and recorded."""
    new = Desk([], [], [], random)
    new.source = [" ".join(new.words()) for _ in range(size)]
    new.translation = [" ".join(new.words()) for _ in range(size)]
    for text, translation in zip(new.source, new.translation, strict=True):
        new.made.append(Made(BODY, text, fingerprint(translation)))
        new.origin[text], new.said[text] = text, translation
    return new


def edit(of: Desk) -> None:
    """Up to a third of the words of a block of the source are others."""
    if of.source:
        index = of.random.randrange(len(of.source))
        old = of.source[index]
        if old in of.changed or not of.origin.get(old):
            return
        words = old.split()
        for at in of.random.sample(range(len(words)), of.random.randint(1, len(words) // 3)):
            words[at] = of.words(1)[0]
        of.source[index] = " ".join(words)
        of.origin[of.source[index]] = of.origin[old]
        of.changed.add(of.source[index])


def insert(of: Desk) -> None:
    """A new block of the source."""
    text = " ".join(of.words())
    of.source.insert(of.random.randint(0, len(of.source)), text)
    of.changed.add(text)


def delete(of: Desk) -> None:
    """A block of the source goes."""
    if of.source:
        text = of.source.pop(of.random.randrange(len(of.source)))
        of.changed.discard(text)
        if text in of.origin:
            of.lost.add(of.origin[text])


def move(of: Desk) -> None:
    """A block of the source stands elsewhere."""
    if of.source:
        text = of.source.pop(of.random.randrange(len(of.source)))
        of.source.insert(of.random.randint(0, len(of.source)), text)


def move_translation(of: Desk) -> None:
    """A block of the translation stands elsewhere."""
    text = of.translation.pop(of.random.randrange(len(of.translation)))
    of.translation.insert(of.random.randint(0, len(of.translation)), text)


def edit_translation(of: Desk) -> None:
    """A block of the translation is put better."""
    index = of.random.randrange(len(of.translation))
    of.translation[index] = " ".join([*of.words(3), *of.translation[index].split()[3:]])


def reformat(of: Desk) -> None:
    """Both are wrapped anew."""
    width = of.random.randint(10, 60)
    for side in (of.source, of.translation):
        for index, text in enumerate(side):
            side[index] = textwrap.fill(normal(text), width, break_long_words=False)


EDITS: tuple[Edit, ...] = (edit, edit, edit, insert, delete, move, move_translation, edit_translation)


@given(st.integers(1, 25), st.randoms(), st.lists(st.sampled_from(EDITS), max_size=12))
def test_what_was_edited_is_stale_and_nothing_else(size: int, random: Random, edits: list[Edit]) -> None:
    """After any edits, insertions, removals and moves of both sides, and after wrapping them anew."""
    of = desk(size, random)
    for do in edits:
        do(of)
    untouched = set(of.translation)
    reformat(of)
    found = of.find()
    assert {normal(each.source.text) for each in found if each.source} == of.changed
    edited = {of.origin[text] for text in of.changed if text in of.origin}
    assert {each.then for each in found if each.then} == edited | of.lost
    for each in found:
        assert each.state in {State.STALE, State.NEW, State.REMOVED}
        if each.then and of.said[each.then] in untouched:
            assert each.translation is not None
            assert normal(each.translation.text) == of.said[each.then]


@given(st.integers(1, 25), st.randoms(), st.lists(st.sampled_from(EDITS[-2:]), max_size=12))
def test_editing_a_translation_clears_nothing_and_raises_nothing(
    size: int, random: Random, edits: list[Edit]
) -> None:
    """Whatever is done to it, its source says what it said."""
    of = desk(size, random)
    edit(of)
    for do in edits:
        do(of)
    assert [each.source.text for each in of.find() if each.source] == list(of.changed)
