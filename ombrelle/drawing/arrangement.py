"""What lock-ups and pictures for sharing are made of, apart from how they are drawn.

`views` and the brand page read these; nothing here loads a library.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Dress = Literal["colour", "mono", "negative"]
DRESSES: tuple[Dress, ...] = ("colour", "mono", "negative")
"""On paper, in one colour, in white for a dark ground."""

MARK = 120
"""The height of a lock-up and the size of its mark, in units of its view box."""
CLEAR_SPACE = MARK // 4
"""What stays empty on each side: half a rib, so a quarter of the mark."""
LEAST_MARK = 24
"""Pixels of the mark on a screen, below which its gaps would close and its panels blur."""
LEAST_MARK_IN_PRINT = 8
"""The same in millimetres on paper."""
PNG_HEIGHT = 240
"""Pixels of a lock-up as PNG: two to the unit."""


@dataclass(frozen=True, slots=True)
class Lockup:
    """What a lock-up shows: one name, or the umbrella's above the district's, in one language.

    `lit` is the district whose panel is lit, None for the umbrella, which lights all.
    """

    lines: tuple[str, ...]
    lang: str
    lit: str | None = None
    right_to_left: bool = False

    @property
    def title(self) -> str:
        """What it says to whoever does not see it."""
        return " ".join(self.lines)

    @property
    def form(self) -> str:
        """What its file is called after: `one-line` or `two-lines`."""
        return "one-line" if len(self.lines) == 1 else "two-lines"


PATTERNS = ("horizon", "places", "canopies")
"""The names of the patterns made from the mark, which `drawing.patterns` draws."""

SHARE_SIZE = (1200, 630)
"""Pixels across and down of a picture for sharing, which every network shows without cutting it."""


@dataclass(frozen=True, slots=True)
class SharePicture:
    """What a picture for sharing says: a title, what it belongs to, the name of the site.

    `lang` is the language of the texts; `district` is the one whose colour it has, "" for the umbrella's.
    """

    title: str
    eyebrow: str
    site_name: str
    lang: str
    right_to_left: bool
    district: str

    @property
    def alternative(self) -> str:
        """Its words, for whoever does not see it."""
        return " · ".join(dict.fromkeys(part for part in (self.title, self.eyebrow, self.site_name) if part))
