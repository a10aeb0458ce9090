"""The pictures of press kits: lock-ups as drawings and as pictures, in each of their dresses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from ombrelle.outputs.lockups import LockupFile, of_district, pngs
from ombrelle.views.edition import Edition
from ombrelle.views.press import Visual

_FOLDER = "lockups"


@dataclass(frozen=True, slots=True)
class Visuals:
    """The pictures of all kits: the lock-ups by district and language, and by stem each of them as PNG.

    `panels` are the districts that have a lock-up of their own. Where no pictures are drawn, in a preview for
    instance, `pngs` is empty.
    """

    panels: frozenset[str]
    lockups: Mapping[tuple[str, str], tuple[LockupFile, ...]]
    pngs: Mapping[str, bytes]

    def of(self, district: str, lang: str) -> list[tuple[Visual, bytes]]:
        """The pictures of a kit with their bytes, the one for the head of its figures first."""
        files = self.lockups[district, lang]
        return [
            *(_visual(file, "svg", file.svg.encode()) for file in files),
            *(_visual(file, "png", self.pngs[file.stem]) for file in files if file.stem in self.pngs),
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
    files = list({file.stem: file for own in lockups.values() for file in own}.values())
    drawn = zip(files, pngs(edition, files), strict=False)
    return Visuals(panels, lockups, {file.stem: content for file, content in drawn})


def _visual(file: LockupFile, suffix: str, content: bytes) -> tuple[Visual, bytes]:
    path = f"{_FOLDER}/{suffix}/{PurePosixPath(file.stem).name}.{suffix}"
    return Visual(path, file.dress, len(file.lockup.lines)), content
