"""What is behind a page: its files, its other languages and what they lack, when visitors will see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ombrelle.i18n.languages import Language
from ombrelle.library.directory import FACETS
from ombrelle.load.discover import SITE_FILE
from ombrelle.load.entry import Entry
from ombrelle.paths import page_file
from ombrelle.route import Page
from ombrelle.views.edition import Edition

_VOCABULARIES = "content/vocabularies"


@dataclass(frozen=True, slots=True)
class Version:
    """The page in a language: its address, and whether it has its own text; None for the theme's.

    `borrowed_from` is the language of the text that it shows instead, "" when it shows its own. `to_write` is
    the file that would be its own text; `to_complete` one that exists and lacks words.
    """

    language: Language
    href: str
    is_own: bool | None = None
    borrowed_from: str = ""
    to_write: str = ""
    to_complete: str = ""


@dataclass(frozen=True, slots=True)
class Behind:
    """`files` are those that a page is made from, `watched` those whose faults are its own, itself too.

    `appears` is the day from which visitors see it, None when they do already.
    """

    files: tuple[str, ...]
    watched: frozenset[str]
    versions: tuple[Version, ...]
    is_draft: bool
    appears: date | None


def behind(edition: Edition, page: Page) -> Behind:
    """What is behind a page of an edition."""
    files = _files(page)
    return Behind(
        files,
        frozenset((*files, *_expected(edition, page), page_file(page.url))),
        tuple(_versions(edition, page)),
        _is_draft(page),
        _appears(page.entry, edition.library.today) if page.entry else None,
    )


def _files(page: Page) -> tuple[str, ...]:
    entry = page.entry
    if entry is None:
        return (_file_of_section(page),)
    text = entry.texts.get(page.origin) if _is_own(page) else None
    documents = (entry.document.path,) if entry.document else ()
    return (*documents, text.path) if text else documents or (entry.path,)


def _file_of_section(page: Page) -> str:
    """Home is made from the site's own file, a term's page from its vocabulary, a list from its section."""
    if page.type in {"home", "chooser"}:
        return SITE_FILE
    facet = FACETS.get(page.term.partition("/")[0])
    if facet and facet.vocabulary:
        return f"{_VOCABULARIES}/{facet.vocabulary}.yaml"
    return f"{_VOCABULARIES}/{'layers' if page.type == 'services-layer' else 'sections'}.yaml"


def _is_own(page: Page) -> bool:
    """Whether a page is that of its entry, and not a list that stands below it."""
    return page.entry is not None and page.type == page.entry.kind.name


def _expected(edition: Edition, page: Page) -> list[str]:
    """The files of facts and of text, there or not, that come before what the page shows now."""
    if page.entry is None or not _is_own(page):
        return []
    chain = edition.library.languages[page.lang].chain
    codes = chain[: chain.index(page.origin) + 1]
    return [f"{_stem(page.entry)}.yaml", *(_text_file(page.entry, code) for code in codes)]


def _versions(edition: Edition, page: Page) -> list[Version]:
    pages = edition.routes.by_key[page.key]
    return [
        _version(language, edition, pages[language.code])
        for language in edition.library.languages
        if language.code in pages
    ]


def _version(language: Language, edition: Edition, page: Page) -> Version:
    href, entry = edition.routes.link(page.url), page.entry
    if entry is None or not _is_own(page):
        return Version(language, href)
    if not page.is_borrowed:
        return Version(language, href, is_own=True)
    source = edition.library.languages[page.origin].autonym
    if entry.texts and page.lang not in entry.texts:
        return Version(
            language, href, is_own=False, borrowed_from=source, to_write=_text_file(entry, page.lang)
        )
    return Version(language, href, is_own=False, borrowed_from=source, to_complete=entry.path)


def _text_file(entry: Entry, lang: str) -> str:
    return f"{_stem(entry)}.{lang}.md"


def _stem(entry: Entry) -> str:
    """The path of an entry's files up to the language: a name of ours holds no other full stop."""
    folder, _, name = entry.path.rpartition("/")
    return f"{folder}/{name.partition('.')[0]}"


def _is_draft(page: Page) -> bool:
    entry = page.entry
    text = entry.texts.get(page.origin) if entry and _is_own(page) else None
    return entry is not None and (entry.facts.draft or (text is not None and text.draft))


def _appears(entry: Entry, today: date) -> date | None:
    start = entry.facts.publish_on or entry.date
    return start.first_day if start and start.first_day > today else None
