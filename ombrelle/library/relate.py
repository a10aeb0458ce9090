"""Content becomes a library: what is shown today, every name checked, every relation seen from both sides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from ombrelle.kinds import KINDS
from ombrelle.library import Library, Reference
from ombrelle.library.check import check_names
from ombrelle.library.consent import agreed
from ombrelle.library.directory import directory_of
from ombrelle.library.glossary import check_glossary
from ombrelle.library.layers import layers_of
from ombrelle.library.nearest import nearest_offers
from ombrelle.library.repeats import check_repeats
from ombrelle.library.strengths import strengths
from ombrelle.library.translated import check_translated
from ombrelle.load.entry import Content, Entry
from ombrelle.problems import Problems


def relate(content: Content, today: date, problems: Problems, *, drafts: bool = False) -> Library:
    """Check every reference and term, hide what is not to be shown on `today`, and index what remains."""
    entries = _unique(content.entries, problems)
    check_names(content, entries, problems)
    check_translated(content, entries, problems)
    check_repeats(entries, content.broken.values(), problems)
    check_glossary(content, entries, problems)
    entries = agreed(entries, today, problems)
    return _arranged(content, entries if drafts else _shown(entries, today), today, drafts=drafts)


def arrange(content: Content, today: date) -> Library:
    """What `relate` gives, without a look at what may be wrong: for one who asks of another day."""
    entries = agreed(_unique(content.entries, Problems()), today, Problems())
    return _arranged(content, _shown(entries, today), today)


def _arranged(content: Content, shown: Sequence[Entry], today: date, *, drafts: bool = False) -> Library:
    by_key = {entry.key: entry for entry in shown}
    districts = {entry.key: _districts_of(entry, by_key) for entry in shown}
    by_kind = _by_kind(shown)
    members = _members(shown, districts)
    offers = _offers((*by_kind["service"], *by_kind["actor"]))
    directory = directory_of(by_kind["startup"], districts)
    return Library(
        content=content,
        today=today,
        drafts=drafts,
        entries=by_kind,
        by_key=by_key,
        districts=districts,
        members=members,
        references=_references(shown, by_key),
        directory=directory,
        offers=offers,
        nearest=nearest_offers(by_kind["quartier"], offers, districts),
        strengths=strengths(by_kind["quartier"], directory, districts),
        ranks={entry.key: rank for group in by_kind.values() for rank, entry in enumerate(group)},
        ranks_at_home=_ranks_at_home(members, districts),
    )


def _unique(entries: Sequence[Entry], problems: Problems) -> list[Entry]:
    kept: dict[str, Entry] = {}
    for entry in entries:
        other = kept.setdefault(entry.key, entry)
        if other is not entry:
            problems.add("same-id", entry.locate(), id=entry.id, other=other.path, kind=entry.kind.name)
    return list(kept.values())


def _shown(entries: Iterable[Entry], today: date) -> list[Entry]:
    """Entries and texts that are no drafts and whose day has come, in districts that are shown themselves."""
    ready = [_without_drafts(entry) for entry in entries if _is_ready(entry, today)]
    districts = {entry.id for entry in ready if entry.kind.name == "quartier"}
    return [
        entry
        for entry in ready
        if (entry.district is None or entry.district in districts)
        and (entry.texts or not entry.kind.text_required)
    ]


def _is_ready(entry: Entry, today: date) -> bool:
    facts = entry.facts
    start = facts.publish_on or entry.date
    return not facts.draft and (start is None or start.first_day <= today)


def _without_drafts(entry: Entry) -> Entry:
    """The entry without the translations that are not finished."""
    finished = {lang: text for lang, text in entry.texts.items() if not text.draft}
    return entry if len(finished) == len(entry.texts) else replace(entry, texts=finished)


def _districts_of(entry: Entry, by_key: Mapping[str, Entry]) -> tuple[Entry, ...]:
    named = getattr(entry.facts, "districts", ())
    ids = dict.fromkeys([*([entry.district] if entry.district else []), *named])
    found = (by_key.get(f"quartier:{id_}") for id_ in ids)
    return tuple(district for district in found if district)


def _by_kind(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    groups: dict[str, list[Entry]] = {kind.name: [] for kind in KINDS}
    for entry in entries:
        groups[entry.kind.name].append(entry)
    return {name: tuple(sorted(group, key=_order)) for name, group in groups.items()}


def _order(entry: Entry) -> tuple[Any, ...]:
    """Newest first for what is dated, first to come for events, then by id."""
    starts = getattr(entry.facts, "starts", None)
    day = entry.date or getattr(entry.facts, "written", None)
    return (
        -(day.first_day.toordinal()) if day else 0,
        starts.isoformat() if starts else "",
        getattr(entry.facts, "order", 0),
        entry.ref,
    )


def _members(
    entries: Iterable[Entry], districts: Mapping[str, Sequence[Entry]]
) -> dict[tuple[str, str], tuple[Entry, ...]]:
    groups: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.kind.name != "quartier":
            for district in districts[entry.key]:
                groups[district.id, entry.kind.name].append(entry)
    return {key: tuple(sorted(group, key=_order)) for key, group in groups.items()}


def _ranks_at_home(
    members: Mapping[tuple[str, str], Sequence[Entry]], districts: Mapping[str, Sequence[Entry]]
) -> dict[str, int]:
    return {
        entry.key: rank
        for (district, _), group in members.items()
        for rank, entry in enumerate(group)
        if districts[entry.key][0].id == district
    }


def _references(entries: Iterable[Entry], by_key: Mapping[str, Entry]) -> dict[str, tuple[Reference, ...]]:
    found: dict[str, list[Reference]] = defaultdict(list)
    for entry in entries:
        for target, field in dict.fromkeys(entry.names):
            if target in by_key:
                found[target].append(Reference(entry, field))
    return {target: tuple(references) for target, references in found.items()}


def _offers(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for layer in dict.fromkeys(layers_of(entry)):
            groups[layer].append(entry)
    return {layer: tuple(group) for layer, group in groups.items()}
