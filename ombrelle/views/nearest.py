"""What a district does not offer, and the nearest district that does."""

from __future__ import annotations

from collections.abc import Iterator

from ombrelle.load.entry import Entry
from ombrelle.views.context import Context
from ombrelle.views.page_parts import Lacking, Nearest
from ombrelle.views.parts import Link


def lacking_in_district(context: Context, district: Entry) -> Iterator[Lacking]:
    """The layers in which a district offers nothing, in the order of the vocabulary."""
    library = context.library
    for layer in library.content.vocabularies.get("layers", {}):
        near = _nearest(context, layer, district)
        everywhere = _is_everywhere(context, layer)
        if near or (everywhere and district not in library.offering(layer)):
            yield Lacking(context.layer_link(layer), near, everywhere)


def lacking_in_layer(context: Context, layer: str) -> Iterator[Lacking]:
    """The districts that offer nothing in a layer, by name."""
    for district in context.sorted(context.library.of_kind("quartier")):
        near = _nearest(context, layer, district)
        if near:
            yield Lacking(context.link(district), near, _is_everywhere(context, layer))


def _nearest(context: Context, layer: str, district: Entry) -> Nearest | None:
    near = context.library.nearest.get((layer, district.id))
    if near is None:
        return None
    name = near.district.title(context.chain)
    url = context.routes.href(f"{near.district.key}/services", context.lang)
    link = Link(name, f"{url}#_{layer}", near.district.id)
    return Nearest(link, near.kilometres, near.is_overseas, near.is_demo)


def _is_everywhere(context: Context, layer: str) -> bool:
    offers = context.library.offers.get(layer, ())
    return any(not context.library.districts_of(entry) for entry in offers)
