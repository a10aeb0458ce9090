"""The pictures of press kits: lock-ups as drawings and as pictures, in each of their dresses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from ombrelle.outputs.lockups import LockupFile, of_district
from ombrelle.outputs.pngs import Drawing, pngs_of
from ombrelle.views.edition import Edition
from ombrelle.views.press import Visual

_FOLDER = "lockups"


@dataclass(frozen=True, slots=True)
class Visuals:
    """The pictures of all kits: the lock-ups by district and language, and each of them as PNG.

    `panels` are the districts that have a lock-up of their own.
    """

    panels: frozenset[str]
    lockups: Mapping[tuple[str, str], tuple[LockupFile, ...]]
    pngs: Mapping[Drawing, bytes]

    def of(self, district: str, lang: str) -> list[tuple[Visual, bytes]]:
        """The pictures of a kit with their bytes, the one for the head of its figures first."""
        files = self.lockups[district, lang]
        return [
            *(_visual(file, "svg", file.svg.encode()) for file in files),
            *(_visual(file, "png", self.pngs[_drawing(file)]) for file in files),
        ]

    def is_own(self, district: str) -> bool:
        """Whether the lock-up of a kit has its name in it."""
        return not district or district in self.panels


def draw_visuals(edition: Edition, districts: Iterator[str]) -> Visuals:
    """Draw what the kits of districts show, and the umbrella's, whose name is "".

    A district without a panel of its own, a candidate for instance, shows the umbrella's. There is none where
    the theme has no fonts.
    """
    panels = frozenset(panel.id for panel in edition.mark.panels if panel.id)
    lockups = {
        (district, lang): tuple(of_district(edition, district if district in panels else None, lang))
        for district in ("", *districts)
        for lang in edition.library.languages.codes
    }
    drawings = (_drawing(file) for files in lockups.values() for file in files)
    return Visuals(panels, lockups, pngs_of(edition, drawings))


def _visual(file: LockupFile, suffix: str, content: bytes) -> tuple[Visual, bytes]:
    path = f"{_FOLDER}/{suffix}/{PurePosixPath(file.stem).name}.{suffix}"
    return Visual(path, file.dress, len(file.lockup.lines)), content


def _drawing(file: LockupFile) -> Drawing:
    from ombrelle.drawing.lockups import png_width

    return Drawing(file.svg, png_width(file.svg))
