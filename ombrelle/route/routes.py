"""The library becomes routes: each plan gets its address in each language; collisions are told."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ombrelle.i18n.languages import Language
from ombrelle.library import Library
from ombrelle.load.entry import Entry
from ombrelle.problems import Location, Problems
from ombrelle.route import Page, Redirect, Routes
from ombrelle.route.ledger import bare, gone_addresses, ledger_redirects
from ombrelle.route.plan import Plan, Word, plans

# From the root, in a language; neither an empty step nor one that climbs, nor a sign of Netlify's own.
_FORMER = re.compile(r"/(?P<lang>[A-Za-z-]+)(?:/(?!\.\.?(?:/|$))[^\s/:*?#]+)+/?")


def make_routes(library: Library, base_url: str, problems: Problems) -> Routes:
    """Every page of every language, with its address, and the redirects that lead to them."""
    by_key: dict[str, dict[str, Page]] = {}
    taken: dict[str, Plan] = {}
    for plan in plans(library):
        pages = {}
        for language in library.languages:
            page = _page(library, plan, language)
            other = taken.setdefault(page.url, plan)
            if other is not plan:
                _collision(plan, other, page.url, problems)
                continue
            pages[language.code] = page
        by_key[plan.key] = pages
    source = library.languages.source.code
    by_key["chooser"] = {source: Page("chooser", "chooser", source, "/", source)}
    pages_in_order = tuple(page for pages in by_key.values() for page in pages.values())
    redirects = _redirects(library, by_key, taken, problems)
    base, former = base_url.rstrip("/"), _former(library, redirects, taken, problems)
    return Routes(base, pages_in_order, by_key, *former)


def _former(
    library: Library, redirects: Sequence[Redirect], taken: Mapping[str, Plan], problems: Problems
) -> tuple[tuple[Redirect, ...], tuple[str, ...]]:
    """Every redirect, those of the ledger too, and what is declared gone."""
    ledger = library.content.addresses
    pages = {bare(url): plan.path for url, plan in taken.items()}
    former = {bare(redirect.source): redirect.target for redirect in redirects}
    own = ledger_redirects(ledger, pages, former, problems)
    whole = sorted((*redirects, *own), key=lambda redirect: bare(redirect.source))
    return tuple(whole), gone_addresses(ledger, pages)


def _page(library: Library, plan: Plan, language: Language) -> Page:
    words = [_word(library, word, language) for word in plan.words]
    path = "/".join([language.code, *words])
    url = f"/{path}" if path.endswith(".html") else f"/{path}/"
    origin = _origin(library, plan, language)
    return Page(
        plan.key,
        plan.type,
        language.code,
        url,
        origin,
        plan.entry,
        plan.term,
        plan.number,
        plan.is_thin,
    )


def _origin(library: Library, plan: Plan, language: Language) -> str:
    """The first language of the reader's chain in which the page can be said to be, else the source.

    So that an original never borrows itself: what it borrows from is the first for its own readers too.
    """
    source = library.languages.source.code
    return next((lang for lang in language.chain if _is_said_in(library, plan, lang)), source)


def _is_said_in(library: Library, plan: Plan, lang: str) -> bool:
    """Whether what a page is about is said in a language: its entry, or the name of what it lists."""
    if plan.type == "home":
        return library.site.tagline.has(lang) and library.site.summary.has(lang)
    if plan.about:
        return all(_is_named_in(library, word, lang) for word in plan.about)
    last = plan.words[-1]
    return last.entry.is_said_in(lang) if last.entry else _is_named_in(library, last, lang)


def _is_named_in(library: Library, word: Word, lang: str) -> bool:
    """Whether a language has the name of what a word stands for."""
    if word.entry:
        return word.entry.title((lang,)).lang in {None, lang}
    vocabulary, term = ("sections", word.section) if word.section else (word.vocabulary, word.term)
    known = library.content.vocabularies.get(vocabulary, {}).get(term)
    return known is None or known.name.has(lang)


def _word(library: Library, word: Word, language: Language) -> str:
    if word.entry:
        return entry_slug(word.entry, language)
    if word.plain:
        return word.plain
    vocabulary, term = ("sections", word.section) if word.section else (word.vocabulary, word.term)
    known = library.content.vocabularies.get(vocabulary, {}).get(term)
    return known.slug.pick(language.chain).text if known and known.slug else term


def entry_slug(entry: Entry, language: Language) -> str:
    """The word of an entry in addresses of a language: its own there, else as where the text is borrowed."""
    for lang in language.chain:
        text = entry.texts.get(lang)
        if text and text.slug:
            return text.slug
        if entry.facts.slug and entry.facts.slug.has(lang):
            return entry.facts.slug.pick((lang,)).text
        if text:
            break
    return entry.id


def _collision(plan: Plan, other: Plan, url: str, problems: Problems) -> None:
    first, second = sorted((other, plan), key=lambda each: each.entry is not None)
    problems.add("same-address", Location(second.path), url=url, other=first.path)


def _redirects(
    library: Library, by_key: Mapping[str, Mapping[str, Page]], taken: Mapping[str, Plan], problems: Problems
) -> tuple[Redirect, ...]:
    made: dict[str, tuple[Redirect, Entry]] = {}
    pages = {bare(url): plan for url, plan in taken.items()}
    for entry in library.by_key.values():
        for index, source in enumerate(entry.facts.redirect_from):
            place = entry.locate("redirect_from", index)
            page = _target(source, by_key.get(entry.key, {}), library.languages.codes)
            if page is None:
                problems.add("redirect-form", place, value=source)
            elif bare(source) in pages:
                problems.add("redirect-shadows-page", place, value=source, other=pages[bare(source)].path)
            elif other := _neighbour(source, entry, library, by_key):
                problems.add("redirect-of-another", place, value=source, other=other)
            elif bare(source) in made:
                problems.add("redirect-twice", place, value=source, other=made[bare(source)][1].path)
            else:
                made[bare(source)] = (Redirect(source, page.url), entry)
    return tuple(redirect for _, (redirect, _) in sorted(made.items()))


def _neighbour(source: str, entry: Entry, library: Library, by_key: Mapping[str, Mapping[str, Page]]) -> str:
    """The other district below whose page an address stands that one of a district claims; "" for none."""
    others = (each for each in library.of_kind("quartier") if entry.district not in {None, each.id})
    pages = ((each.id, page.url) for each in others for page in by_key.get(each.key, {}).values())
    return next((id_ for id_, url in pages if source.startswith(url)), "")


def _target(source: str, pages: Mapping[str, Page], languages: Sequence[str]) -> Page | None:
    """Where a former address leads: to the page of the language that it begins with; None for no address."""
    found = _FORMER.fullmatch(source)
    if found is None or found["lang"] not in languages:
        return None
    return pages.get(found["lang"]) or next(iter(pages.values()), None)
