"""All translations of a site and the state of each: read from the files, their records beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ombrelle.load.entry import Content
from ombrelle.problems import Problems
from ombrelle.translations.freshness import AGED, Finding, Matched, State, findings, match
from ombrelle.translations.orphans import orphans
from ombrelle.translations.places import Places
from ombrelle.translations.record import Record, read_record, record_path
from ombrelle.translations.units import Unit, units

STATES = (
    State.MISSING,
    State.UNTRANSLATED,
    State.STALE,
    State.ORPHAN,
    State.UNRECORDED,
    State.COMPLETE,
)
"""The states of a translation, that which asks for most first."""


@dataclass(frozen=True, slots=True)
class Item:
    """A translation and what is to be done about it. `near` is the id that an orphan may have meant."""

    unit: Unit
    state: State
    blocks: tuple[Finding, ...] = ()
    near: str = ""

    @property
    def states(self) -> frozenset[State]:
        """Its own state and those of its blocks."""
        return frozenset({self.state, *map(_as_unit, self.blocks)})

    @property
    def is_beyond(self) -> bool:
        """Whether it is a text that is not there and that the site does not promise: nobody waits for it."""
        return self.unit.is_missing and not self.unit.is_promised

    @property
    def total(self) -> int:
        """How many blocks of the source there are to say."""
        return sum(len(part.source) for part in self.unit.parts)

    @property
    def done(self) -> int:
        """How many of them are said as the source says them now, whether that is recorded or not."""
        if self.unit.is_missing or self.state is State.ORPHAN:
            return 0
        return self.total - sum(
            found.source is not None and found.state is not State.UNRECORDED for found in self.blocks
        )


def survey(root: Path, content: Content, problems: Problems) -> tuple[Item, ...]:
    """The state of every translation, by language in their order and then by path.

    A damaged record goes to `problems`, and its translation counts as unrecorded.
    """
    places = Places(root)
    known = tuple(units(content))
    wanted = (unit for unit in known if not (unit.is_missing and unit.is_draft))
    found = [item_of(root, unit, problems, places) for unit in wanted]
    found += [Item(unit, State.ORPHAN, near=near) for unit, near in orphans(root, content, known)]
    order = {code: rank for rank, code in enumerate(content.languages.codes)}
    return tuple(sorted(found, key=lambda item: (order.get(item.unit.language, len(order)), item.unit.path)))


def item_of(root: Path, unit: Unit, problems: Problems, places: Places) -> Item:
    """The state of one translation."""
    if unit.is_missing:
        return Item(unit, State.MISSING)
    record = read_record(root, record_path(unit), problems)
    told = [each for part in matches(unit, record) for each in findings(part, is_recorded=bool(record.made))]
    blocks = tuple(places.placed(unit, each) for each in told)
    return Item(unit, _state(blocks, record), blocks)


def matches(unit: Unit, record: Record) -> Iterator[Matched]:
    """Each part of a unit against its record."""
    return (match(part, record.made) for part in unit.parts)


def _state(blocks: tuple[Finding, ...], record: Record) -> State:
    found = set(map(_as_unit, blocks))
    if not record.made:
        found.add(State.UNRECORDED)
    return next((state for state in STATES if state in found), State.COMPLETE)


def _as_unit(found: Finding) -> State:
    return State.STALE if found.state in AGED else found.state
