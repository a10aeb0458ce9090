"""The ways in which a page is looked at: sizes of windows, light and dark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from playwright.sync_api import Page

from tests.support.kinds import Sample

__all__ = ["LOOKS", "Look", "covering", "seen_as"]


@dataclass(frozen=True, slots=True)
class Look:
    """A window in CSS pixels, and the scheme of colours that its owner prefers."""

    width: int
    height: int
    scheme: Literal["light", "dark"]

    @property
    def name(self) -> str:
        """How reports and tests call it."""
        return f"{self.width}x{self.height} {self.scheme}"


PHONE, ZOOMED, LARGE = (320, 640), (320, 256), (1440, 900)
"""A small phone; a window of 1280 × 1024 at 400 % (WCAG 2.2, 1.4.10); a large window."""

LOOKS = tuple(Look(*size, scheme) for scheme in ("light", "dark") for size in (LARGE, PHONE, ZOOMED))


def seen_as(page: Page, look: Look) -> None:
    """Have an open page shown so, as if its window was resized and the preference changed."""
    page.set_viewport_size({"width": look.width, "height": look.height})
    page.emulate_media(color_scheme=look.scheme)


def covering(samples: Sequence[Sample]) -> list[tuple[Sample, Look]]:
    """Each page once, so that each kind is seen in every look and in every language, and each language too.

    Six languages and six looks make a Latin square: the look of a page is the sum of its ranks.
    """
    kinds = list(dict.fromkeys(sample.kind for sample in samples))
    languages = list(dict.fromkeys(sample.lang for sample in samples if sample.lang))
    found = []
    for sample in samples:
        rank = kinds.index(sample.kind) + (languages.index(sample.lang) if sample.lang else 0)
        found.append((sample, LOOKS[rank % len(LOOKS)]))
    return found
