"""Translations of nothing: a text whose source is not there, most often under a name that was mistyped."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from ombrelle.load.entry import Broken, Content, Entry
from ombrelle.text import nearest
from ombrelle.translations.record import record_path, record_paths
from ombrelle.translations.units import Unit, source_of

RECORD = "record"
"""The kind of a record of which neither the source nor the translation is left."""


def orphans(root: Path, content: Content, known: Collection[Unit]) -> Iterator[tuple[Unit, str]]:
    """Each text that is no translation of anything, with the nearest id or "", then each such record.

    `known` are the units of the site.
    """
    codes = content.languages.codes
    for entry in content.written:
        text = source_of(entry.all_texts, codes)
        if text and text.lang != codes[0]:
            id_ = entry.key.partition(":")[2]
            unit = Unit(id_, entry.kind.name, entry.key, text.lang, codes[0], text.path, "", ())
            yield unit, nearest(entry.id, _lacking(content, entry, text.lang))
    yield from ((_of_record(path), "") for path in lost_records(root, known))


def lost_records(root: Path, known: Collection[Unit]) -> Iterator[str]:
    """The records of which there is no unit any more."""
    expected = {record_path(unit) for unit in known}
    return (path for path in record_paths(root) if path not in expected)


def _lacking(content: Content, orphan: Entry | Broken, lang: str) -> list[str]:
    """The ids of the same kind and place that have a source and no text in this language."""
    source = content.languages.source.code
    return [
        entry.id
        for entry in content.written
        if (entry.kind, entry.district) == (orphan.kind, orphan.district)
        and source in entry.all_texts
        and lang not in entry.all_texts
    ]


def _of_record(path: str) -> Unit:
    id_, lang, *_ = path.rpartition("/")[2].split(".")
    return Unit(id_, RECORD, path, lang, "", path, "", ())
