"""News by subscription: an Atom feed per language, and per district. https://www.rfc-editor.org/rfc/rfc4287."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from xml.etree import ElementTree as ET

from ombrelle.dates import PartialDate
from ombrelle.i18n.phrase import Phrase
from ombrelle.kinds.story import Story
from ombrelle.load.entry import Entry
from ombrelle.outputs.output import Output
from ombrelle.outputs.xml import document
from ombrelle.typography import typeset
from ombrelle.views.context import Context
from ombrelle.views.edition import Edition

_ATOM = "http://www.w3.org/2005/Atom"
_LATEST = 50


def outputs(edition: Edition) -> Iterator[Output]:
    """The feed of each language, then of each district in each language."""
    library = edition.library
    for language in library.languages:
        context = edition.context(language.code)
        name = context.pick(library.site.name)
        news = _latest((*library.of_kind("news"), *library.of_kind("story")))
        yield _feed(context, f"/{language.code}/", name, news)
        for district in library.of_kind("quartier"):
            page = edition.routes.page(district.key, language.code)
            if page:
                members = (*library.members_of(district, "news"), *library.members_of(district, "story"))
                yield _feed(context, page.url, district.title(context.chain), _latest(members))


def _latest(entries: Iterable[Entry]) -> list[Entry]:
    """The newest first. A story whose date nobody knows is no news."""
    dated = [entry for entry in entries if _written(entry)]
    return sorted(dated, key=lambda entry: (_day(entry), entry.key), reverse=True)[:_LATEST]


def _written(entry: Entry) -> PartialDate | None:
    return entry.facts.written if isinstance(entry.facts, Story) else entry.date


def _day(entry: Entry) -> date:
    written = _written(entry)
    assert written is not None
    return written.first_day


def _feed(context: Context, home: str, title: Phrase, entries: list[Entry]) -> Output:
    absolute = context.routes.absolute
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": context.lang})
    chain = context.library.languages[title.lang].chain if title.lang else context.chain
    site = context.library.site.name.pick(chain)
    name = title.text if title == site else f"{title.text} · {site.text}"
    _text(root, "title", Phrase(name, title.lang), context)
    _text(root, "id", Phrase(absolute(home)), context)
    ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": absolute(home)})
    ET.SubElement(
        root, "link", {"rel": "self", "type": "application/atom+xml", "href": absolute(f"{home}feed.xml")}
    )
    newest = max((_day(entry) for entry in entries), default=context.library.today)
    _text(root, "updated", Phrase(_moment(newest)), context)
    _text(ET.SubElement(root, "author"), "name", site, context)
    for entry in entries:
        _entry(root, context, entry)
    return Output(f"{home.strip('/')}/feed.xml", document(root))


def _entry(root: ET.Element, context: Context, entry: Entry) -> None:
    page = context.routes.page(entry.key, context.lang)
    if page is None:
        return
    url = context.routes.absolute(page.url)
    node = ET.SubElement(root, "entry")
    _text(node, "title", entry.title(context.chain), context)
    _text(node, "id", Phrase(url), context)
    ET.SubElement(
        node, "link", {"rel": "alternate", "type": "text/html", "hreflang": page.origin, "href": url}
    )
    for name in ("published", "updated"):
        _text(node, name, Phrase(_moment(_day(entry))), context)
    summary = entry.summary(context.chain)
    if summary:
        _text(node, "summary", summary, context)


def _text(parent: ET.Element, name: str, phrase: Phrase, context: Context) -> None:
    """A text, with its language where that is not the feed's."""
    borrowed = phrase.lang is not None and phrase.lang != context.lang
    node = ET.SubElement(parent, name, {"xml:lang": str(phrase.lang)} if borrowed else {})
    node.text = typeset(phrase.text, phrase.lang or "")


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
