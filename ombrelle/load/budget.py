"""What one district may hold, so that none fills the site, its builds and its visitors' lists alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from ombrelle.kinds.site import DistrictBudget
from ombrelle.load.discover import QUARTIERS, Role, SourceFile
from ombrelle.problems import Location, Problems

_MEGABYTE = 1_000_000


def check_budgets(
    root: Path, files: Iterable[SourceFile], budget: DistrictBudget, problems: Problems
) -> None:
    """Tell the districts that hold more files, bytes or entries than the site lets them."""
    held: Counter[tuple[str, str]] = Counter()
    for file in files:
        for what, number in _weights(root, file):
            held[file.district or "", what] += number
    most = {
        "budget-files": budget.files,
        "budget-megabytes": budget.megabytes * _MEGABYTE,
        "budget-entries": budget.entries,
    }
    for (district, what), number in held.items():
        if district and number > most[what]:
            unit = _MEGABYTE if what == "budget-megabytes" else 1
            problems.add(
                "district-over-budget",
                Location(f"{QUARTIERS}/{district}/"),
                what=what,
                number=-(-number // unit),
                most=most[what] // unit,
            )


def _weights(root: Path, file: SourceFile) -> Iterator[tuple[str, int]]:
    """What a file adds to each count. An entry counts once, however many languages it has."""
    yield "budget-files", 1
    yield "budget-megabytes", _size(root / file.path)
    if file.role is Role.FACTS:
        yield "budget-entries", 1


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0
