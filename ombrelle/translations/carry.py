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

    `root` has the records where they are after the change; `moved` says where a file is after it. The files
    have the same blocks as before, in the same order.
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
    texts, prints = {}, {}
    for old, new in zip(before.parts, after.parts, strict=True):
        for one, other in zip(old.source, new.source, strict=True):
            texts[old.place, one.key] = other.text
        for said, says in zip(old.translation, new.translation, strict=True):
            if said and says:
                prints[fingerprint(said.text)] = fingerprint(says.text)
    rewritten = tuple(
        replace(
            each,
            text=texts.get((each.place, normal(each.text)), each.text),
            translated=prints.get(each.translated, each.translated),
        )
        for each in made
    )
    return written(rewritten) if rewritten != made else ""
