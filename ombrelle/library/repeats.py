"""What stands word for word on several entries: a line copied down a sheet, and not yet changed."""

from __future__ import annotations

from collections.abc import Iterable

from ombrelle.load.entry import Broken, Entry
from ombrelle.problems import Problems


def check_repeats(entries: Iterable[Entry], broken: Iterable[Broken], problems: Problems) -> None:
    """Tell each address and each sentence that an entry shares with one before it, of the same kind.

    Those with faults of their own come last: what they repeat is told of them.
    """
    seen: dict[tuple[str, str, str], Entry | Broken] = {}
    written: list[Entry | Broken] = [*entries, *broken]
    for entry in written:
        for field, value in entry.distinct:
            first = seen.setdefault((entry.kind.name, field, value), entry)
            if first is not entry:
                problems.add("repeated-value", entry.locate(field), field=field, other=first.path)
