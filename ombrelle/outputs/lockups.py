"""The lock-ups of the umbrella and of each labelled district, as files to take away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ombrelle.drawing.arrangement import DRESSES, MARK, Dress, Lockup
from ombrelle.drawing.dresses import Palette
from ombrelle.drawing.store import key_of
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
    """Every lock-up as SVG, and as PNG where pictures are drawn; none where the theme has no fonts."""
    districts = (None, *(panel.id for panel in edition.mark.panels if panel.id))
    files = [it for each in districts for it in drawn(edition, lockups_of(edition.library, each))]
    for file in files:
        yield Output(f"{file.stem}.svg", file.svg.encode())
    for file, content in zip(files, pngs(edition, files), strict=False):
        yield Output(f"{file.stem}.png", content)


def pngs(edition: Edition, files: Sequence[LockupFile]) -> list[bytes]:
    """Lock-ups as PNG on no ground, in the order of the files, drawn where they are not kept.

    Empty where no pictures are drawn.
    """
    if edition.store is None:
        return []
    from ombrelle.drawing.lockups import png_width
    from ombrelle.drawing.raster import png

    def draw(index: int) -> bytes:
        return png(files[index].svg, png_width(files[index].svg))

    keys = [key_of(edition.seed, file.lockup, file.dress) for file in files]
    return edition.store.within("lockups").pictures(keys, draw)


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
