"""The whole site, ready to be shown: all that outputs are made from. Frozen, and can be pickled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ombrelle.drawing.store import Store, digest_of, key_of
from ombrelle.i18n.catalogues import Catalogue
from ombrelle.i18n.collation import collation_key
from ombrelle.kinds.quartier import Quartier
from ombrelle.library import Library
from ombrelle.markdown.bodies import Bodies
from ombrelle.memory import FORGETFUL, Forgetful
from ombrelle.problems import Problems
from ombrelle.route import Routes
from ombrelle.route.links import LinkIndex
from ombrelle.theme.assets import Asset, drawn_mark, make_assets
from ombrelle.theme.bundles import family_type
from ombrelle.theme.mark import Mark
from ombrelle.theme.theme import Theme
from ombrelle.views.context import Context, entry_template
from ombrelle.views.local_maps import lands
from ombrelle.views.maps import palette_of, umbrella
from ombrelle.views.of_blocks import block_view


@dataclass(frozen=True, slots=True)
class Edition:
    """The library, its routes and texts, the theme and its words; `root` is the folder of the content.

    `store` keeps the pictures, and `seed` stands for all that they have in common; None and "" where none are
    drawn.
    `aged` has the language of the original by the entry and language of a translation that is older.
    """

    root: Path
    library: Library
    routes: Routes
    links: LinkIndex
    bodies: Bodies
    theme: Theme
    catalogues: Mapping[str, Catalogue]
    mark: Mark
    assets: Mapping[str, Asset]
    aged: Mapping[tuple[str, str], str]
    store: Store | None = None
    seed: str = ""

    def context(self, lang: str) -> Context:
        """What the views of a language are made from."""
        return Context(
            library=self.library,
            routes=self.routes,
            links=self.links,
            bodies=self.bodies,
            assets={name: self.routes.link(asset.path) for name, asset in self.assets.items()},
            geometry=self.theme.geometry,
            ground=self.theme.ground,
            mark=self.mark,
            templates=self.theme.templates,
            families=self.theme.families,
            tokens=self.theme.tokens,
            early=self.theme.early,
            language=self.library.languages[lang],
            # A long list is sorted anew for each of its pages.
            collate=lru_cache(maxsize=None)(collation_key(lang)),
            aged=self.aged,
            grounds=self.theme.grounds,
            show_block=block_view,
            outlined=bool(self.theme.fonts),
            seed=self.seed,
        )


def draw(
    library: Library,
    theme: Theme,
    catalogues: Mapping[str, Catalogue],
    bodies: Bodies,
    memory: Forgetful = FORGETFUL,
) -> tuple[Mark, dict[str, Asset]]:
    """The mark and the files of the theme, drawn and coloured from the districts."""
    mark = umbrella(library)
    colours = library.site.colours
    accents = {
        district.id: district.facts_as(Quartier).accent or colours.accent
        for district in library.of_kind("quartier")
    }
    favicon = drawn_mark(umbrella(library, size=32), colours.accent)
    drawings = {"favicon.svg": favicon, **lands(library, theme, memory)}
    mixes = tuple(sorted({*_mixes(library, theme, bodies), *_families(theme)}))
    words = tuple(catalogue.digest for catalogue in catalogues.values())
    key = ("assets", theme, colours.accent, *map(tuple, (accents.items(), drawings.items(), words, mixes)))
    assets = memory.recall(
        key, lambda _: make_assets(theme, colours.accent, accents, drawings, catalogues, mixes), Problems()
    )
    return mark, assets


def _mixes(library: Library, theme: Theme, bodies: Bodies) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The templates that show texts with blocks, and the types of those of each text."""
    for entry in library.by_key.values():
        for text in entry.texts.values():
            fragment = bodies.fragments.get(text.path)
            template = entry_template(entry.kind.name, theme.templates)
            if fragment and fragment.blocks and template in theme.templates:
                yield template, fragment.block_types


def _families(theme: Theme) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The template of the families of components, with each of them."""
    template = "patterns-family.html"
    if template in theme.templates:
        yield from ((template, (family_type(family),)) for family in theme.families)


def seed_of(library: Library, theme: Theme, mark: Mark) -> str:
    """What all pictures have in common: the fonts, the mark, the colours."""
    palette = palette_of(library, theme)
    return key_of(digest_of(theme.fonts), mark, palette.ink, sorted(palette.accents.items()))
