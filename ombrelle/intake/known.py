"""The entry that a row speaks of: by its id, by a number of a register, by its website, or by its name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from ombrelle.intake.edit import value_at
from ombrelle.intake.record import DATE, ID, Record, id_of
from ombrelle.kinds.base import Kind
from ombrelle.load.entry import Content, Entry
from ombrelle.scaffold import Refusal, Way
from ombrelle.text import slugify

_WEBSITE: Way = ("website",)
_KEYS: tuple[Way, ...] = (("identifiers", "siren"), ("identifiers", "wikidata"), _WEBSITE)
"""Two entries with the same value are one."""

_MARKS: tuple[Way, ...] = (*_KEYS, ("starts",), DATE)
"""Two entries of one name with different values are two."""


@dataclass(frozen=True, slots=True)
class Known:
    """The entries of a kind, in whatever folder they may lie, by what a row could know them by."""

    by_id: Mapping[str, Entry]
    by_key: Mapping[tuple[Way, str], Entry]
    by_name: Mapping[str, tuple[Entry, ...]]

    def find(self, record: Record) -> Entry | None:
        """The entry of a row. Refusal where all those of its name are others."""
        if ID in record.values:
            return self.by_id.get(record.values[ID])
        keys = ((way, _plain(way, record.values[way])) for way in _KEYS if way in record.values)
        found = next((self.by_key[key] for key in keys if key in self.by_key), None)
        return found or self._named(record)

    def _named(self, record: Record) -> Entry | None:
        named = self.by_name.get(id_of(record.name), ()) if record.name else ()
        others = {entry.key: way for entry in named if (way := _difference(entry, record))}
        same = next((entry for entry in named if entry.key not in others), None)
        if named and not same:
            first, way = named[0], others[named[0].key]
            values = {"path": first.path, "field": ".".join(way), "value": _said(first, way)}
            raise Refusal("import-other", **values)
        return same


def known(kind: Kind, content: Content, district: str | None) -> Known:
    """The entries of a kind; pages, whose ids hold in one folder alone, of that of a district or None."""
    entries = [
        entry
        for entry in content.entries
        if entry.kind == kind and (kind.name != "page" or entry.district == district)
    ]
    names: dict[str, dict[str, Entry]] = defaultdict(dict)
    for entry in entries:
        for name in _names(entry, content.languages.codes):
            names[name][entry.key] = entry
    keys = (((way, _plain(way, _said(entry, way))), entry) for entry in reversed(entries) for way in _KEYS)
    return Known(
        by_id={entry.id: entry for entry in entries},
        by_key={(way, value): entry for (way, value), entry in keys if value},
        by_name={name: tuple(found.values()) for name, found in names.items()},
    )


def _names(entry: Entry, languages: tuple[str, ...]) -> Iterator[str]:
    yield entry.id
    for lang in languages:
        title = entry.title((lang,)).text
        if slugify(title):
            yield id_of(title)


def _difference(entry: Entry, record: Record) -> Way:
    """The way to what makes a row another entry than one of its name; () where nothing does."""
    for way in _MARKS:
        said, value = _said(entry, way), record.values.get(way, "")
        if said and value and _plain(way, said) != _plain(way, value):
            return way
    return ()


def _said(entry: Entry, way: Way) -> str:
    if way == DATE:
        return str(entry.date or "")
    value = value_at(entry.document.data, way) if entry.document else None
    return value if isinstance(value, str) else ""


def _plain(way: Way, value: str) -> str:
    """A value as two files that mean the same would have it."""
    if way != _WEBSITE:
        return "".join(value.replace("T", " ").split())
    try:
        parts = urlsplit(value.casefold())
    except ValueError:
        return value
    return f"{(parts.netloc or '').removeprefix('www.')}{parts.path.rstrip('/')}"
