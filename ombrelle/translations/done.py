"""The work recorded: what each translation is made from today, written beside it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from errno import ELOOP
from os import strerror
from pathlib import Path

from ombrelle.load.entry import Content
from ombrelle.problems import Problems
from ombrelle.translations.blocks import Block, fingerprint, shape
from ombrelle.translations.freshness import Matched
from ombrelle.translations.matching import between
from ombrelle.translations.orphans import lost_records
from ombrelle.translations.record import Made, is_link, read_record, record_path, written
from ombrelle.translations.survey import matches
from ombrelle.translations.units import Unit, units
from ombrelle.whole import write_whole


@dataclass(frozen=True, slots=True)
class Recorded:
    """One record as it will be: its path, its text (None to take it away), how many blocks are new in it.

    `unit` is None for a record of something that is gone.
    """

    unit: Unit | None
    path: str
    text: str | None
    blocks: int


def done(
    root: Path, content: Content, paths: Sequence[str], language: str | None = None
) -> tuple[Recorded, ...]:
    """The records after the translations at `paths` were brought up to date; those that change, and no other.

    A path is a translation, a file of facts or a folder, from the root. A translation that is named itself,
    or all of a `language`, is recorded whole. Otherwise only what was translated since is: the blocks whose
    translation has changed, and those that have one and no record.
    """
    return tuple(_changes(root, _chosen(root, content, paths, language)))


def unneeded(
    root: Path, content: Content, paths: Sequence[str], language: str | None = None
) -> tuple[Recorded, ...]:
    """The records after the edits of the sources at `paths` were declared to need no translation.

    Translations of which nothing is recorded stay so: nothing is known of them.
    """
    chosen = [
        (unit, _as_it_is_now)
        for unit in units(content)
        if _is_below(unit.source_path, paths) and language in {None, unit.language}
    ]
    return tuple(_changes(root, chosen))


def save(root: Path, records: Iterable[Recorded]) -> None:
    """Write the records, and take away those that are to go. OSError for one that is a link."""
    for record in records:
        path = root / record.path
        if is_link(path):
            raise OSError(ELOOP, strerror(ELOOP), record.path)
        if record.text is None:
            path.unlink(missing_ok=True)
        else:
            write_whole(path, record.text.encode())


_Mode = Callable[[Matched], Iterator[Made]]
"""What is to be recorded of a part, given what is."""


def _chosen(
    root: Path, content: Content, paths: Sequence[str], language: str | None
) -> Iterator[tuple[Unit | str, _Mode]]:
    known = tuple(units(content))
    for unit in known:
        if unit.is_missing or language not in {None, unit.language} or not _is_below(unit.path, paths):
            continue
        is_named = unit.path in paths and not unit.is_facts
        yield unit, _whole if is_named or language else _translated_since
    for path in lost_records(root, known):
        if _is_below(path, paths):
            yield path, _whole


def _is_below(path: str, wanted: Collection[str]) -> bool:
    return any(each in {".", path} or path.startswith(f"{each}/") for each in wanted)


def _changes(root: Path, chosen: Iterable[tuple[Unit | str, _Mode]]) -> Iterator[Recorded]:
    for unit, mode in chosen:
        if isinstance(unit, str):
            yield Recorded(None, unit, None, 0)
            continue
        path = record_path(unit)
        before = read_record(root, path, Problems())
        if mode is _as_it_is_now and not before.made:
            continue
        made = tuple(each for part in matches(unit, before) for each in mode(part))
        if made != before.made or not before.is_sound:
            new = len(set(made) - set(before.made)) or len(set(before.made) - set(made))
            yield Recorded(unit, path, written(made) if made else None, new)


def _whole(matched: Matched) -> Iterator[Made]:
    """Every block of the source with its translation; of facts, those that have one."""
    translations = _translations(matched)
    for source, block in enumerate(matched.part.source):
        translation = translations.get(source)
        if translation or matched.part.is_flow:
            yield _made(matched, block, translation)


def _translated_since(matched: Matched) -> Iterator[Made]:
    """What is recorded, with the blocks whose translation is another than at that time, or is new."""
    translations, recorded = _translations(matched), matched.recorded
    for source, block in enumerate(matched.part.source):
        translation, index = translations.get(source), recorded.get(source)
        then = matched.made[index] if index is not None else None
        if translation and (then is None or fingerprint(translation.text) != then.translated):
            yield _made(matched, block, translation)
        elif then and (translation or matched.part.is_flow):
            yield then
    known = {fingerprint(block.text) for block in matched.part.translation if block}
    for index, then in enumerate(matched.made):
        # What the source says no more stays told until the translation does not say it either.
        if matched.part.is_flow and index not in matched.now and then.translated in known:
            yield then


def _as_it_is_now(matched: Matched) -> Iterator[Made]:
    """The source as it is, said by what said it before."""
    translations, recorded = _translations(matched), matched.recorded
    for source, block in enumerate(matched.part.source):
        index, translation = recorded.get(source), translations.get(source)
        if index is not None:
            yield Made(matched.part.place, block.text, matched.made[index].translated)
        elif translation or matched.part.is_flow:
            yield _made(matched, block, translation)


def _made(matched: Matched, block: Block, translation: Block | None) -> Made:
    return Made(matched.part.place, block.text, fingerprint(translation.text) if translation else "")


def _translations(matched: Matched) -> dict[int, Block]:
    """The translation of each block of the source, so far as there is one."""
    part = matched.part
    pairs = {at: said for at in range(len(part.source)) if (said := matched.translation(at)) is not None}
    if part.is_flow:
        source = [shape(block.text) for block in part.source]
        translation = [shape(block.text) for block in part.translation if block]
        pairs = between(source, translation, pairs)
    return {at: block for at, said in pairs.items() if (block := part.translation[said])}
