"""A company as a card that other sites may show in a frame of theirs."""

from __future__ import annotations

from dataclasses import dataclass

from ombrelle.i18n.phrase import NOTHING, Phrase
from ombrelle.kinds.quartier import Quartier
from ombrelle.kinds.startup import Startup
from ombrelle.load.entry import Entry
from ombrelle.theme.mark import Mark
from ombrelle.views.context import Context
from ombrelle.views.takeaway import embed_url

STYLE = "elsewhere.css"
"""The asset that dresses the card; a theme without it has no cards for other sites."""


@dataclass(frozen=True, slots=True)
class Embed:
    """`elsewhere/card.html`: all that the card shows. `url` and `home` are whole addresses.

    `district` is the panel of the mark that is lit, "" for none.
    """

    lang: str
    direction: str
    title: Phrase
    pitch: Phrase
    sectors: tuple[Phrase, ...]
    city: str
    country: str
    district: str
    district_name: Phrase
    accent: str
    url: str
    home: str
    site_name: Phrase
    style: str
    mark: Mark
    is_demo: bool


@dataclass(frozen=True, slots=True)
class Snippet:
    """What to paste to show a card elsewhere: its address, the title and the size of its frame."""

    url: str
    title: Phrase
    width: int
    height: int


_WIDTH, _HEIGHT = 360, 232
"""In which the longest pitch that is allowed fits, in the languages of the site."""


def embed_view(context: Context, entry: Entry) -> Embed:
    """The card of a company for readers of a language."""
    facts = entry.facts_as(Startup)
    district = next(iter(context.library.districts_of(entry)), None)
    own = district.facts_as(Quartier) if district else None
    absolute = context.routes.absolute
    page = context.routes.page(entry.key, context.lang)
    return Embed(
        lang=context.lang,
        direction=context.language.direction,
        title=entry.title(context.chain),
        pitch=context.pick(facts.pitch),
        sectors=tuple(context.term("sectors", sector) for sector in facts.sectors),
        city=facts.place.city if facts.place else "",
        country=facts.place.country if facts.place else "",
        district=district.id if district and own and own.has_panel else "",
        district_name=district.title(context.chain) if district else NOTHING,
        accent=(own.accent if own else None) or context.library.site.colours.accent,
        url=absolute(page.url) if page else "",
        home=absolute(f"/{context.lang}/"),
        site_name=context.pick(context.library.site.name),
        style=context.assets[STYLE],
        mark=context.mark,
        is_demo=facts.demo,
    )


def snippet(context: Context, entry: Entry) -> Snippet:
    """What leads to that card."""
    url = context.routes.absolute(embed_url(context.lang, entry))
    return Snippet(url, entry.title(context.chain), _WIDTH, _HEIGHT)
