"""Records after both sides were rewritten in place by a program: what was up to date is so still."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from pathlib import Path

from ombrelle.load.entry import Content
from ombrelle.problems import Problems
from ombrelle.translations.blocks import fingerprint, normal
from ombrelle.translations.record import read_record, record_path, written
from ombrelle.translations.units import Unit, units


def carried(
    root: Path, before: Content, after: Content, touched: Collection[str], moved: Callable[[str], str]
) -> Iterator[tuple[str, str]]:
    """The records that change, by path: each block that was rewritten in a `touched` file as it is now.

    `root` has the records where they are after the change; `moved` says where a file is after it. A place
    that has not as many blocks as before was not rewritten block by block, and its record stays.
    """
    now = {(unit.path, unit.language): unit for unit in units(after)}
    for unit in units(before):
        other = now.get((moved(unit.path), unit.language))
        if other and (unit.path in touched or unit.source_path in touched):
            text = _rewritten(root, unit, other)
            if text:
                yield record_path(other), text


def _rewritten(root: Path, before: Unit, after: Unit) -> str:
    """The record with the blocks of now in place of those of before; "" where nothing changes in it."""
    made = read_record(root, record_path(after), Problems()).made
    texts: dict[tuple[str, str], str] = {}
    prints: dict[str, str] = {}
    parts = {part.place: part for part in after.parts}
    for old in before.parts:
        new = parts.get(old.place, old)
        if len(old.source) == len(new.source):
            pairs = zip(old.source, new.source, strict=True)
            texts |= {(old.place, one.key): other.text for one, other in pairs}
        if len(old.translation) == len(new.translation):
            both = zip(old.translation, new.translation, strict=True)
            prints |= {fingerprint(one.text): fingerprint(other.text) for one, other in both if one and other}
    rewritten = tuple(
        replace(
            each,
            text=texts.get((each.place, normal(each.text)), each.text),
            translated=prints.get(each.translated, each.translated),
        )
        for each in made
    )
    return written(rewritten) if rewritten != made else ""
