"""Dates that keep the precision in which they were written: a year, a month or a day."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month of a year, or a day; `month` and `day` are None where they were not given."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read `2013`, `2013-11` or `2013-11-27`; ValueError for any other form or a day that never was."""
        written = _WRITTEN.fullmatch(text)
        if not written:
            raise ValueError(text)
        year, month, day = (int(part) if part else None for part in written.groups())
        date(year or 0, month or 1, day or 1)
        return cls(year or 0, month, day)

    @property
    def first_day(self) -> date:
        """The first day that the date may mean, for orderings and comparisons."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The last day that the date may mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def __str__(self) -> str:
        parts = [f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part)]
        return "-".join(parts)
