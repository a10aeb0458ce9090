"""Pictures for sharing: one for each page that is an original in its language."""

from __future__ import annotations

from collections.abc import Iterator

from ombrelle.drawing.arrangement import SharePicture
from ombrelle.drawing.store import Store, key_of
from ombrelle.outputs.output import Output
from ombrelle.views.edition import Edition
from ombrelle.views.frame import picture
from ombrelle.views.maps import palette_of, umbrella
from ombrelle.views.share import picture_path

_LARGE, _SMALL = 200, 60
"""The sizes for which the mark is drawn: cut by the edge, and beside the name of the site."""


def outputs(edition: Edition) -> Iterator[Output]:
    """Each picture once, under the address that its pages give; nothing where none are drawn."""
    if edition.store is None:
        return
    wanted = _pictures(edition)
    keys = [key_of(edition.seed, each) for each in wanted]
    for each, content in zip(wanted, _drawn(edition, edition.store, wanted, keys), strict=True):
        yield Output(picture_path(edition.seed, each), content)


def _pictures(edition: Edition) -> list[SharePicture]:
    """Those of all originals, by district, so that what they share is drawn once."""
    contexts = {lang: edition.context(lang) for lang in edition.library.languages.codes}
    originals = (it for it in edition.routes.pages if not it.is_borrowed and it.type != "not-found")
    found = dict.fromkeys(picture(contexts[page.lang], page) for page in originals)
    return sorted(found, key=lambda each: (each.district, each.right_to_left))


def _drawn(edition: Edition, store: Store, wanted: list[SharePicture], keys: list[str]) -> list[bytes]:
    """The pictures, drawn where they are not kept."""
    from ombrelle.drawing.faces import open_faces
    from ombrelle.drawing.share import Studio, share_png

    library, theme = edition.library, edition.theme

    def draw(index: int) -> bytes:
        return share_png(wanted[index], studio)

    studio = Studio(
        umbrella(library, size=_LARGE),
        umbrella(library, size=_SMALL),
        palette_of(library, theme),
        open_faces(theme.fonts),
    )
    return store.within("share").pictures(keys, draw)
