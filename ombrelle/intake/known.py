"""The entry that a row speaks of: by its id, by a number of a register, or by its website."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from ombrelle.intake.mapping import ID
from ombrelle.kinds.base import Kind
from ombrelle.load.entry import Content, Entry
from ombrelle.scaffold import Refusal, Way, title_way
from ombrelle.text import slugify

_KEYS: tuple[Way, ...] = (("identifiers", "siren"), ("identifiers", "wikidata"), ("website",))


@dataclass(frozen=True, slots=True)
class Known:
    """Finds entries of a kind."""

    kind: Kind
    content: Content

    def find(self, values: Mapping[Way, str]) -> Entry | None:
        """The entry that the values are of. Refusal where they are of another one with the same name."""
        entries = [each for each in self.content.entries if each.kind == self.kind and each.document]
        if ID in values:
            return next((each for each in entries if each.id == values[ID]), None)
        for way in _KEYS:
            wanted = _plain(way, values.get(way, ""))
            found = next(
                (each for each in entries if wanted and _plain(way, _said(each, way)) == wanted), None
            )
            if found:
                return found
        return self._by_name(entries, values)

    def _by_name(self, entries: list[Entry], values: Mapping[Way, str]) -> Entry | None:
        name = next((value for way, value in values.items() if way[:1] == title_way(self.kind)), "")
        found = next((each for each in entries if name and each.id == slugify(name)), None)
        for way in _KEYS if found else ():
            if found and way in values and _said(found, way):
                raise Refusal("import-other", path=found.path, field=".".join(way), value=_said(found, way))
        return found


def _said(entry: Entry, way: Way) -> str:
    data: object = entry.document.data if entry.document else {}
    for part in way:
        data = data.get(part) if isinstance(data, Mapping) else None
    return data if isinstance(data, str) else ""


def _plain(way: Way, value: str) -> str:
    """A value as two files that mean the same would have it."""
    if way != ("website",):
        return "".join(value.split())
    try:
        parts = urlsplit(value.casefold())
    except ValueError:
        return value
    return f"{(parts.netloc or '').removeprefix('www.')}{parts.path.rstrip('/')}"
