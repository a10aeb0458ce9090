"""Typed blocks as pages show them: the same words in every language, the entries as the reader has them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ombrelle.i18n.phrase import NOTHING, Phrase
from ombrelle.kinds import blocks as said
from ombrelle.kinds.quartier import Quartier
from ombrelle.kinds.values import LeadsTo
from ombrelle.load.entry import Entry, Text
from ombrelle.markdown import TypedBlock
from ombrelle.markdown.named import Home, is_address, startups
from ombrelle.views import blocks
from ombrelle.views.blocks import BlockView
from ombrelle.views.cards import cards
from ombrelle.views.context import Context, source
from ombrelle.views.map_parts import MapMark
from ombrelle.views.maps import map_of
from ombrelle.views.parts import Contact, Figure, Link, Picture

_ENTRY = LeadsTo(only_entries=True)
_MOST_LEVEL = 4


def block_view(context: Context, entry: Entry, text: Text, block: TypedBlock, level: int) -> BlockView | None:
    """What a block of a text shows under a heading of `level`; None when there is nothing today."""
    teller = _Teller(context, entry, text, block.type.name, min(level + 1, _MOST_LEVEL))
    return _MAKERS[block.type.name](teller, block.value)


@dataclass(frozen=True, slots=True)
class _Teller:
    """A block on its page. Its words are in the language of the text that it stands in."""

    context: Context
    entry: Entry
    text: Text
    type: str
    level: int

    def phrase(self, words: str | None, lang: str | None = None) -> Phrase:
        return Phrase(words, lang or self.text.lang) if words else NOTHING

    def find(self, target: str | None) -> Entry | None:
        """The entry that a key names; None for one that is not shown today."""
        home = Home(self.text.path, self.text.lang, self.entry.district)
        found = home.find(target, _ENTRY, self.context.links) if target else None
        return self.context.library.by_key.get(found.key) if found else None

    def picture(self, name: str, alternative: str, credit: str) -> Picture:
        picture = self.context.picture(self.entry, name, alternative)
        assert picture is not None
        return replace(picture, credit=credit)

    def figures(self, block: said.FiguresBlock) -> BlockView | None:
        entries = [entry for entry in map(self.find, block.of) if entry]
        named = [figure for entry in entries for figure in getattr(entry.facts, "figures", ())]
        own = (
            Figure(
                self.phrase(item.label),
                item.value,
                self.context.term("units", item.unit),
                item.as_of,
                source(item.source),
            )
            for item in block.figures
        )
        found = (*self.context.figures(named), *own)
        return blocks.Figures(self.type, self.level, found) if found else None

    def cards(self, block: said.CardsBlock) -> BlockView | None:
        found = cards(self.context, [entry for entry in map(self.find, block.entries) if entry])
        return blocks.Cards(self.type, self.level, found) if found else None

    def startups(self, block: said.StartupsBlock) -> BlockView | None:
        found = self.context.sorted(startups(block, self.context.library))
        if block.sort == "newest":
            found.sort(key=_newest)
        if not found:
            return None
        first = cards(self.context, found, block.limit)
        link = self._all(block, len(found)) if len(found) > len(first) else None
        return blocks.Startups(self.type, self.level, first, link)

    def _all(self, block: said.StartupsBlock, count: int) -> Link | None:
        """The page that lists all of them: of the only condition; with several there is none."""
        routes, lang = self.context.routes, self.context.lang
        facets = {"sectors": block.sector, "stage": block.stage, "looking_for": block.looking_for}
        keys = [f"startups/{field}/{term}" for field, term in facets.items() if term]
        if block.district:
            keys.append(f"quartier:{block.district}/startups")
        url = routes.href(keys[0] if keys else "startups", lang) if len(keys) < 2 else ""
        return Link(NOTHING, url, "", count) if url else None

    def quote(self, block: said.QuoteBlock) -> BlockView:
        words, role = self.phrase(block.text, block.lang), self.phrase(block.role)
        return blocks.Quote(self.type, self.level, words, block.who, role, source(block.source))

    def gallery(self, block: said.GalleryBlock) -> BlockView:
        shots = tuple(
            blocks.Shot(self.picture(shot.file, shot.alt, shot.credit), self.phrase(shot.caption))
            for shot in block.pictures
        )
        return blocks.Gallery(self.type, self.level, shots)

    def timeline(self, block: said.TimelineBlock) -> BlockView:
        return blocks.Timeline(self.type, self.level, tuple(map(self._step, block.steps)))

    def _step(self, step: said.Step) -> blocks.Step:
        entry = self.find(step.to)
        link = self.context.link(entry) if entry else None
        found = source(step.source) if step.source else None
        return blocks.Step(step.date, self.phrase(step.title), self.phrase(step.text), link, found)

    def call_to_action(self, block: said.CallToActionBlock) -> BlockView | None:
        url: str | None = block.to
        if not is_address(block.to):
            found = self.context.links.find(block.to, self.text.path, self.entry.district)
            url = self.context.links.address(found, self.context.lang) if found else None
        label, text = self.phrase(block.label), self.phrase(block.text)
        return blocks.CallToAction(self.type, self.level, label, url, text) if url else None

    def map(self, block: said.MapBlock) -> BlockView:
        library = self.context.library
        named = [library.get("quartier", id_) for id_ in block.districts]
        # With places alone the districts would only be in their way.
        others = () if block.places else library.of_kind("quartier")
        districts = self.context.sorted(entry for entry in named if entry) if named else list(others)
        drawn = map_of(self.context, districts)
        own = tuple(mark for place in block.places for mark in self._mark(place))
        links = self.context.links_to(self.context.sorted(districts))
        names = tuple(place.name for place in block.places)
        whole = replace(drawn, marks=own)
        return blocks.Map(self.type, self.level, whole, links, names)

    def _mark(self, place: said.MapPlace) -> list[MapMark]:
        at = self.context.geometry.project(place.lat, place.lon)
        return [MapMark(*at, place.name)] if at else []

    def video(self, block: said.VideoBlock) -> BlockView:
        picture = self.picture(block.picture, block.alt, block.credit)
        title = self.phrase(block.title, block.lang)
        duration, lang = block.duration or "", block.lang or ""
        return blocks.Video(self.type, self.level, block.url, title, picture, duration, lang)

    def contacts(self, block: said.ContactsBlock) -> BlockView | None:
        named = (self.context.library.get("quartier", id_) for id_ in block.districts)
        found = tuple(self._contact(entry, block.purpose) for entry in named if entry)
        return blocks.Contacts(self.type, self.level, found) if found else None

    def _contact(self, district: Entry, purpose: str) -> Contact:
        contacts = district.facts_as(Quartier).contacts
        contact = contacts.by_purpose.get(purpose, contacts.general)
        return self.context.contact(contact, purpose, self.context.link(district))


def _newest(entry: Entry) -> int:
    founded = getattr(entry.facts, "founded", None)
    return -founded.first_day.toordinal() if founded else 0


_MAKERS: Mapping[str, Callable[[_Teller, Any], BlockView | None]] = {
    "figures": _Teller.figures,
    "cards": _Teller.cards,
    "startups": _Teller.startups,
    "quote": _Teller.quote,
    "gallery": _Teller.gallery,
    "timeline": _Teller.timeline,
    "call-to-action": _Teller.call_to_action,
    "map": _Teller.map,
    "video": _Teller.video,
    "contacts": _Teller.contacts,
}
