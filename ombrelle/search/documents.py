"""What is worth finding: which pages, and what of each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ombrelle.outputs import Output
from ombrelle.paths import page_file
from ombrelle.route import Page
from ombrelle.typography import typeset
from ombrelle.views.context import Context
from ombrelle.views.edition import Edition

_OF_UMBRELLA = frozenset({"brand", "data", "quartier-contact"})
"""Pages that are no entry's and say something of their own; the others only list what has a page."""

_MAIN = re.compile(rb"<main\b[^>]*>(.*?)</main>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Document:
    """A page to be found. `key` is the same in every language; `html` is its main part.

    `kind` is the section under which its kind is listed, "" for a page that is under none.
    """

    lang: str
    key: str
    url: str
    title: str
    kind: str
    label: str
    district: str
    summary: str
    html: str


def documents(edition: Edition, pages: Iterable[Output]) -> tuple[Document, ...]:
    """The originals of each language that say something of their own, by language, then by address."""
    html = {page.path: page.content for page in pages}
    found = []
    for language in edition.library.languages:
        context = edition.context(language.code)
        own = [page for page in edition.routes.pages if page.lang == language.code and _is_worth(page)]
        found += [_document(context, page, html[page_file(page.url)]) for page in _by_address(own)]
    return tuple(found)


def _is_worth(page: Page) -> bool:
    return not page.is_borrowed and (page.own_entry is not None or page.type in _OF_UMBRELLA)


def _by_address(pages: Iterable[Page]) -> list[Page]:
    return sorted(pages, key=lambda page: page.url)


def _document(context: Context, page: Page, html: bytes) -> Document:
    entry = page.entry
    kind = page.own_entry.kind.route[-1] if page.own_entry and page.own_entry.kind.route else ""
    names = context.library.districts_of(entry) if entry and entry.kind.name != "quartier" else ()
    main = _MAIN.search(html)
    return Document(
        lang=page.lang,
        key=page.key,
        url=context.routes.link(page.url),
        title=typeset(_title(context, page), page.lang),
        kind=kind,
        label=context.section(kind).text if kind else "",
        district=" · ".join(name.title(context.chain).text for name in names[:2]),
        summary=typeset(entry.summary(context.chain).text, page.lang) if entry and page.own_entry else "",
        html=main[1].decode() if main else "",
    )


def _title(context: Context, page: Page) -> str:
    if page.own_entry:
        return page.own_entry.title(context.chain).text
    own = context.section(page.key.rpartition("/")[2]).text
    return f"{own} · {page.entry.title(context.chain).text}" if page.entry else own
