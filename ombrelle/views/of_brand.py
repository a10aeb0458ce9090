"""The page of the brand: the mark and the room that it asks for, colours, lock-ups, patterns."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal

from ombrelle.colour import contrast, readable
from ombrelle.drawing import arrangement
from ombrelle.i18n.phrase import NOTHING, Phrase
from ombrelle.kinds.quartier import Quartier
from ombrelle.route import Page
from ombrelle.route.plan import FAMILIES
from ombrelle.theme.bundles import family_type
from ombrelle.views.context import Context
from ombrelle.views.lockups import file_stem, lockups_in
from ombrelle.views.pages import (
    Brand,
    BrandColour,
    Construction,
    Lockup,
    LockupFile,
    LockupForm,
    Patterns,
    PatternsFamily,
)
from ombrelle.views.parts import Link, Picture


def brand_view(context: Context, page: Page) -> Brand:
    """All that one needs to use the brand, and the files for it."""
    colours = context.library.site.colours
    districts = tuple(panel.id for panel in context.mark.panels if panel.id)
    lockups = tuple(_lockup(context, district) for district in districts)
    return Brand(
        lockups=lockups,
        umbrella=_forms(context, None),
        colours=(
            _colour(context, Phrase(""), colours.accent),
            *(_colour(context, it.name, it.accent, it.district) for it in lockups),
        ),
        ink=colours.ink,
        downloads=tuple(_file(context, f"mark{dress}.svg") for dress in ("", "-mono", "-negative")),
        patterns=tuple(_file(context, f"pattern-{name}.svg", name) for name in arrangement.PATTERNS),
        components=Link(context.section("patterns"), context.routes.href("patterns", context.lang)),
        construction=Construction(
            mark=context.mark,
            room=context.mark.size * arrangement.CLEAR_SPACE / arrangement.MARK,
            least_pixels=arrangement.LEAST_MARK,
            least_millimetres=arrangement.LEAST_MARK_IN_PRINT,
        ),
    )


def patterns_view(context: Context, page: Page) -> Patterns:
    """The values that all components share, and the way to the components."""
    return Patterns(_families(context), context.tokens)


def family_view(context: Context, page: Page) -> PatternsFamily:
    """The components of a family, shown by their examples."""
    _, _, width, height = context.geometry.view_box
    name = context.section("districts")
    land = Picture(
        context.assets["france.svg"], name, int(width), int(height), caption=name, credit=Phrase("INSEE")
    )
    return PatternsFamily(
        summary=context.pick(context.library.term(FAMILIES, page.term).summary),
        components=context.families.get(page.term, ()),
        families=_families(context),
        picture=land,
        types=(family_type(page.term),),
    )


def _families(context: Context) -> tuple[Link, ...]:
    """The pages of the families of which the theme has components."""
    return tuple(
        Link(
            context.term(FAMILIES, family),
            context.routes.href(f"patterns/{family}", context.lang),
            family,
            len(context.families[family]),
        )
        for family in context.library.content.vocabularies.get(FAMILIES, {})
        if family in context.families
    )


def _file(context: Context, name: str, id_: str = "") -> Link:
    return Link(NOTHING, context.routes.link(f"/brand/{name}"), id_ or name)


def _lockup(context: Context, district: str) -> Lockup:
    entry = context.library.by_key[f"quartier:{district}"]
    link = context.link(entry)
    accent = entry.facts_as(Quartier).accent or context.library.site.colours.accent
    return Lockup(district, link.label, link.url, accent, _forms(context, district))


def _forms(context: Context, district: str | None) -> tuple[LockupForm, ...]:
    """The files of a lock-up for readers of the language; none where the theme has no fonts for outlines."""
    if not context.outlined:
        return ()
    return tuple(
        LockupForm(
            lockup.form,
            tuple(
                _lockup_file(context, f"/{file_stem(lockup, dress)}", dress) for dress in arrangement.DRESSES
            ),
        )
        for lockup in lockups_in(context.library, district, context.lang)
    )


def _lockup_file(context: Context, stem: str, dress: str) -> LockupFile:
    link = context.routes.link
    return LockupFile(dress, link(f"{stem}.svg"), link(f"{stem}.png") if context.seed else "")


def _colour(context: Context, name: Phrase, accent: str, district: str = "") -> BrandColour:
    """An accent and its form for each ground, with the contrast that it has there."""
    light, dark = context.grounds.light, context.grounds.dark
    on_light, on_dark = readable(accent, light), readable(accent, dark)
    return BrandColour(name, on_light, _ratio(on_light, light), on_dark, _ratio(on_dark, dark), district)


def _ratio(colour: str, ground: str) -> Decimal:
    """A contrast with one decimal, never more than it is."""
    return Decimal(contrast(colour, ground)).quantize(Decimal("0.1"), ROUND_DOWN)
