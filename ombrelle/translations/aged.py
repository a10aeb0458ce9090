"""The pages whose visitors are told that the original has changed since it was translated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from ombrelle.load.entry import Content, Entry
from ombrelle.memory import FORGETFUL, Forgetful
from ombrelle.problems import Problems
from ombrelle.translations.freshness import AGED, findings
from ombrelle.translations.record import read_record, record_of, record_path
from ombrelle.translations.survey import matches
from ombrelle.translations.units import Unit, of_entry, source_of


def aged(root: Path, content: Content, memory: Forgetful = FORGETFUL) -> Mapping[tuple[str, str], str]:
    """The language of the original, by the key of the entry and the language of its translation.

    Only the kinds of which the site tells it are looked at. A translation of which nothing is recorded may
    have aged, and nobody knows.
    """
    told = (entry for entry in content.entries if content.policy.tells_stale(entry.kind.name))
    return {
        (entry.key, lang): source
        for entry in told
        for lang, source in _of_entry(root, entry, content, memory)
    }


Pairs = tuple[tuple[str, str], ...]


def _of_entry(root: Path, entry: Entry, content: Content, memory: Forgetful) -> Pairs:
    """The languages of an entry's translations that have aged, each with that of its original."""
    codes, policy = content.languages.codes, content.policy

    def read(_: Problems) -> Pairs:
        units = (unit for unit in of_entry(_light(entry, codes), codes, policy) if not unit.is_missing)
        return tuple((unit.language, unit.source_language) for unit in units if _has_aged(root, unit))

    files = [root / path for path in _files(entry, codes)]
    return memory.read(("aged", entry.key, codes, policy), files, read, Problems())


def _light(entry: Entry, codes: Sequence[str]) -> Entry:
    """The entry with the body of its source alone: what a translation says does not make it older."""
    source = source_of(entry.all_texts, codes)
    texts = {
        lang: text if text is source else replace(text, body="") for lang, text in entry.all_texts.items()
    }
    return replace(entry, texts=texts, unread={})


def _has_aged(root: Path, unit: Unit) -> bool:
    record = read_record(root, record_path(unit), Problems())
    found = (each for part in matches(unit, record) for each in findings(part, is_recorded=True))
    return bool(record.made) and any(each.state in AGED for each in found)


def _files(entry: Entry, codes: Sequence[str]) -> list[str]:
    """All that the answer is made from."""
    facts = [entry.document.path] if entry.document else []
    texts = [text.path for text in entry.all_texts.values()]
    of_facts = [record_of(path, code) for path in facts for code in codes[1:]]
    return [*facts, *of_facts, *texts, *(record_of(path, "") for path in texts)]
