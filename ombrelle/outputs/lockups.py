"""The lock-ups of the umbrella and of each labelled district, as files to take away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ombrelle.drawing.arrangement import DRESSES, MARK, Dress, Lockup
from ombrelle.drawing.dresses import Palette
from ombrelle.outputs.output import Output
from ombrelle.views.edition import Edition
from ombrelle.views.lockups import file_stem, lockups_in, lockups_of
from ombrelle.views.maps import palette_of, umbrella


@dataclass(frozen=True, slots=True)
class LockupFile:
    """A lock-up drawn. `stem` is its path from the root of the site without suffix, `svg` the document."""

    stem: str
    lockup: Lockup
    dress: Dress
    svg: str


def outputs(edition: Edition) -> Iterator[Output]:
    """Every lock-up as SVG; none where the theme has no fonts for outlines."""
    for district in (None, *(panel.id for panel in edition.mark.panels if panel.id)):
        for file in drawn(edition, lockups_of(edition.library, district)):
            yield Output(f"{file.stem}.svg", file.svg.encode())


def of_district(edition: Edition, district: str | None, lang: str) -> Iterator[LockupFile]:
    """Those of a district, or of the umbrella for None, in a language: each form in each dress."""
    yield from drawn(edition, lockups_in(edition.library, district, lang))


def drawn(edition: Edition, lockups: tuple[Lockup, ...]) -> Iterator[LockupFile]:
    """Lock-ups in each dress, without their PNG, which is `png(svg, png_width(svg))`."""
    if not edition.theme.fonts:
        return
    from ombrelle.drawing.faces import open_faces
    from ombrelle.drawing.lockups import lockup_svg

    faces, mark = open_faces(edition.theme.fonts), umbrella(edition.library, size=MARK)
    palette: Palette = palette_of(edition.library, edition.theme)
    for lockup in lockups:
        for dress in DRESSES:
            yield LockupFile(
                file_stem(lockup, dress), lockup, dress, lockup_svg(mark, lockup, dress, palette, faces)
            )
