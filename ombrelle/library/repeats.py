"""What stands word for word on several entries: a line copied down a sheet, and not yet changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ombrelle.kinds.values import LocalText
from ombrelle.load.entry import Entry
from ombrelle.problems import Problems


def check_repeats(entries: Iterable[Entry], problems: Problems) -> None:
    """Tell each address and each sentence that an entry shares with one before it, of the same kind."""
    seen: dict[tuple[str, str, str], Entry] = {}
    for entry in entries:
        for field, value in _own(entry):
            first = seen.setdefault((entry.kind.name, field, value), entry)
            if first is not entry:
                problems.add("repeated-value", entry.locate(field), field=field, other=first.path)


def _own(entry: Entry) -> Iterator[tuple[str, str]]:
    """The values that no two entries have in common: an address, a sentence in its first language."""
    website = getattr(entry.facts, "website", None)
    if website:
        yield "website", website.casefold().rstrip("/")
    field = entry.kind.facts.summary_field
    summary = getattr(entry.facts, field) if field else None
    if isinstance(summary, LocalText):
        said = summary.neutral or next(iter(summary.forms.values()), "")
        if said:
            yield field, said
