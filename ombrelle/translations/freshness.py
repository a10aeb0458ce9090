"""What of a translation is to be done: the source now against the source that it was made from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ombrelle.translations.blocks import Block, fingerprint, is_prose, normal, shape
from ombrelle.translations.matching import Pairs, alike, between, same
from ombrelle.translations.record import Made
from ombrelle.translations.units import Part


class State(StrEnum):
    """What is to be done about a block or a unit; `new` and `removed` are said of blocks alone."""

    MISSING = "missing"
    STALE = "stale"
    NEW = "new"
    REMOVED = "removed"
    UNTRANSLATED = "untranslated"
    UNRECORDED = "unrecorded"
    COMPLETE = "complete"
    ORPHAN = "orphan"


AGED = frozenset({State.STALE, State.NEW, State.REMOVED})
"""The states of a block whose source is not what it was translated from."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A block that somebody has to look at.

    `then` is the source that the translation was made from, "" where that is not known; `source` is what it
    says now, `translation` what stands there; None where there is nothing.
    """

    place: str
    state: State
    then: str
    source: Block | None
    translation: Block | None


@dataclass(frozen=True, slots=True)
class Matched:
    """A part against its record: which recorded block is which of the source, and is said by which.

    Indexes lead from `made` to the source (`now`) and to the translation (`said`).
    """

    part: Part
    made: tuple[Made, ...]
    now: Pairs
    said: Pairs

    @property
    def recorded(self) -> dict[int, int]:
        """From the source to what is recorded."""
        return {now: index for index, now in self.now.items()}

    def translation(self, source: int) -> int | None:
        """Which block of the translation says a block of the source; None where that is not known."""
        if not self.part.is_flow:
            return source if self.part.translation[source] else None
        index = self.recorded.get(source)
        return self.said.get(index) if index is not None else None


def match(part: Part, made: Sequence[Made]) -> Matched:
    """Find the recorded blocks of a place again, in the source and in the translation."""
    own = tuple(each for each in made if each.place == part.place)
    then, now = [each.text for each in own], [block.text for block in part.source]
    pairs = same([normal(text) for text in then], [block.key for block in part.source])
    pairs = alike(then, now, pairs)
    pairs = between([shape(text) for text in then], [shape(text) for text in now], pairs)
    return Matched(part, own, pairs, _said(part, own) if part.is_flow else {})


def _said(part: Part, made: Sequence[Made]) -> Pairs:
    """Which block of the translation says what: that with the fingerprint, else that at its place."""
    known = [index for index, each in enumerate(made) if each.translated]
    blocks = [block.text for block in part.translation if block]
    pairs = same([made[index].translated for index in known], [fingerprint(text) for text in blocks])
    shapes = [shape(made[index].text) for index in known]
    pairs = between(shapes, [shape(text) for text in blocks], pairs)
    return {known[one]: other for one, other in pairs.items()}


def findings(matched: Matched, *, is_recorded: bool) -> Iterator[Finding]:
    """What is to be done in one place, in the order of the source; what was removed from it comes last.

    Where nothing of the unit is recorded, nothing is known to be new.
    """
    part = matched.part
    copies = {block.key: block for block in part.translation if block and is_prose(block.text)}
    for index, block in enumerate(part.source):
        at, recorded = matched.translation(index), matched.recorded.get(index)
        then = matched.made[recorded].text if recorded is not None else ""
        translation = part.translation[at] if at is not None else None
        copy = copies.get(block.key) or (copies.get(normal(then)) if then else None)
        if copy and (part.is_flow or copy is translation):
            yield Finding(part.place, State.UNTRANSLATED, then, block, copy)
        elif translation is None and not part.is_flow:
            yield Finding(part.place, State.MISSING, then, block, None)
        elif (state := _state(part, block, then, is_recorded=is_recorded)) is not State.COMPLETE:
            yield Finding(part.place, state, then, block, translation)
    yield from _removed(matched)


def _state(part: Part, block: Block, then: str, *, is_recorded: bool) -> State:
    if then:
        return State.COMPLETE if normal(then) == block.key else State.STALE
    if not is_recorded:
        return State.COMPLETE
    return State.NEW if part.is_flow else State.UNRECORDED


def _removed(matched: Matched) -> Iterator[Finding]:
    """What the source does not say any more, and the translation may. Facts lose both at once."""
    part = matched.part
    if not part.is_flow:
        for block in part.translation[len(part.source) :]:
            then = matched.made[0].text if matched.made else ""
            yield Finding(part.place, State.REMOVED, then, None, block)
        return
    for index, made in enumerate(matched.made):
        if index not in matched.now and made.translated:
            at = matched.said.get(index)
            yield Finding(
                part.place, State.REMOVED, made.text, None, part.translation[at] if at is not None else None
            )
