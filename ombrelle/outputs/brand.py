"""The mark as files to take away: in tones, in one colour, in negative, with each panel lit; patterns."""

from __future__ import annotations

from collections.abc import Iterator

from ombrelle.drawing.patterns import PATTERNS
from ombrelle.kinds.quartier import Quartier
from ombrelle.outputs.output import Output
from ombrelle.theme.assets import drawn_mark
from ombrelle.theme.mark import MarkColours, mark_svg
from ombrelle.views.edition import Edition
from ombrelle.views.maps import palette_of, umbrella

_WHITE = "#ffffff"


def outputs(edition: Edition) -> Iterator[Output]:
    """The files that the brand page offers."""
    site = edition.library.site
    ink, mark = site.colours.ink, edition.mark
    name = site.name.pick(edition.library.languages.source.chain).text
    yield _file("mark", drawn_mark(mark, ink, title=name))
    for shade, colour in (("mono", ink), ("negative", _WHITE)):
        yield _file(
            f"mark-{shade}", mark_svg(mark, lit=None, colours=MarkColours((colour,) * 3, colour), title=name)
        )
    for panel in mark.panels:
        if panel.id:
            facts = edition.library.by_key[f"quartier:{panel.id}"].facts_as(Quartier)
            title = facts.name.pick(edition.library.languages.source.chain).text
            accent = facts.accent or site.colours.accent
            yield _file(
                f"district-{panel.id}", drawn_mark(mark, ink, lit=panel.id, accent=accent, title=title)
            )
    palette = palette_of(edition.library, edition.theme)
    for pattern, draw in PATTERNS.items():
        yield _file(f"pattern-{pattern}", draw(umbrella(edition.library, size=160), palette))


def _file(name: str, svg: str) -> Output:
    return Output(f"brand/{name}.svg", svg.encode())
