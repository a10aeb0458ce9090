"""The directory of companies: whole, narrowed to a term or a pair, and as the section of a district."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ombrelle.i18n.phrase import NOTHING, Phrase
from ombrelle.kinds.startup import Startup
from ombrelle.library.directory import (
    FACETS,
    PER_PAGE,
    Chosen,
    Selection,
    key_of,
    ordered,
    pages_of,
    selection_of,
)
from ombrelle.load.entry import Entry
from ombrelle.route import Page
from ombrelle.views.context import Context
from ombrelle.views.datasets import companies_csv, companies_index
from ombrelle.views.of_districts import section_links
from ombrelle.views.pages import Startups
from ombrelle.views.parts import Applied, Companies, Company, FacetGroup, Link, Pager


def startups_view(context: Context, page: Page) -> Startups:
    """Every company."""
    return _directory(context, page, ())


def facet_view(context: Context, page: Page) -> Startups:
    """The companies of one term, or of two."""
    selection = selection_of(page.term)
    view = _directory(context, page, selection)
    if len(selection) > 1 or selection[0][0] != "sectors":
        return view
    strong = context.library.strengths.get(selection[0][1], ())
    declared = [strength.district for strength in strong if strength.is_declared]
    return replace(view, strong=context.links_to(context.sorted(declared)))


def district_view(context: Context, page: Page) -> Startups:
    """The companies of a district."""
    assert page.entry is not None
    view = _directory(context, page, (("districts", page.entry.id),))
    return replace(view, sections=section_links(context, page.entry))


def companies(context: Context, entries: Iterable[Entry]) -> Companies:
    """Companies as lines, in their order."""
    items = tuple(_company(context, entry) for entry in entries)
    return Companies(items, context.section(FACETS["looking_for"].section))


def facet_groups(context: Context, selection: Selection = ()) -> tuple[FacetGroup, ...]:
    """How a list can be narrowed further: the terms of the companies of a list."""
    chosen = dict(selection)
    found = []
    for field, facet in FACETS.items():
        offers = (_offer(context, selection, (field, term)) for term in sorted_terms(context, field))
        links = tuple(offer for offer in offers if offer)
        if links:
            found.append(FacetGroup(field, context.section(facet.section), links, chosen.get(field, "")))
    return tuple(found)


def sorted_terms(context: Context, field: str) -> tuple[str, ...]:
    """The terms of a facet in the order of their vocabulary, districts and languages by name."""
    terms = context.library.facet_terms(field)
    if FACETS[field].vocabulary:
        return terms
    names = {term: context.facet_term(field, term).text for term in terms}
    return tuple(sorted(terms, key=lambda term: (context.collate(names[term]), term)))


def facets_title(context: Context, selection: Selection) -> Phrase:
    """The names of the terms of a page, in the nearest language that has all: they cannot be marked apart."""
    readers = [context.speaking(lang) for lang in context.chain]
    said = {reader.lang: [reader.facet_term(*chosen) for chosen in selection] for reader in readers}
    whole = (lang for lang, names in said.items() if all(name.lang in {None, lang} for name in names))
    lang = next(whole, context.lang)
    return Phrase(" · ".join(name.text for name in said[lang]), lang)


def _directory(context: Context, page: Page, selection: Selection) -> Startups:
    library, link, key = context.library, context.routes.link, key_of(selection)
    found = library.directory.found[selection]
    first = (page.number - 1) * PER_PAGE
    return Startups(
        companies=companies(context, _listed(context, selection)[first : first + PER_PAGE]),
        count=len(found),
        pager=_pager(context, key, page.number, pages_of(len(found))),
        applied=tuple(_applied(context, selection, chosen) for chosen in selection),
        facets=context.once(("facets", selection), lambda: facet_groups(context, selection)),
        all_url=context.routes.href("startups", context.lang),
        first_url=context.routes.href(key, context.lang),
        csv_url=link(companies_csv(selection)),
        all_csv_url=link(companies_csv(())),
        index_url=link(companies_index(context.lang)),
        fixed=" ".join("/".join(chosen) for chosen in selection),
    )


def _listed(context: Context, selection: Selection) -> list[Entry]:
    """The companies of a selection by name: sorted once, not for each page of the list."""
    found = context.library.directory.found[selection]
    return context.once(("listed", selection), lambda: context.sorted(found))


def _pager(context: Context, key: str, number: int, count: int) -> Pager | None:
    if count < 2:
        return None
    shown = sorted({1, count, *range(max(1, number - 1), min(count, number + 1) + 1)})
    links = tuple(
        Link(NOTHING, _page_url(context, key, each), "current" if each == number else "", each)
        for each in shown
    )
    return Pager(
        number,
        count,
        _page_url(context, key, number - 1) if number > 1 else "",
        _page_url(context, key, number + 1) if number < count else "",
        links,
    )


def _page_url(context: Context, key: str, number: int) -> str:
    return context.routes.href(key if number == 1 else f"{key}/page/{number}", context.lang)


def _applied(context: Context, selection: Selection, chosen: Chosen) -> Applied:
    field, term = chosen
    rest = tuple(other for other in selection if other != chosen)
    url = context.routes.href(key_of(rest), context.lang)
    return Applied(context.section(FACETS[field].section), context.facet_term(field, term), url)


def _offer(context: Context, selection: Selection, chosen: Chosen) -> Link | None:
    """What choosing a term leads to, with how many companies are listed there; None for an empty list.

    A term that all the companies of this list have leads nowhere.
    """
    directory = context.library.directory
    others = tuple(other for other in selection if other[0] != chosen[0])
    target = directory.page_of(ordered((*others, chosen)))
    if target is None:
        return None
    link = replace(context.selection_link(target), label=context.facet_term(*chosen), id=chosen[1])
    is_same = chosen not in selection and directory.found[target] == directory.found[selection]
    return replace(link, url="") if is_same else link


def _company(context: Context, entry: Entry) -> Company:
    return context.once(("company", entry.key), lambda: _line(context, entry))


def _line(context: Context, entry: Entry) -> Company:
    facts = entry.facts_as(Startup)
    districts = context.library.districts_of(entry)
    home = districts[0].title(context.chain) if districts else NOTHING
    named = districts[0].title(context.library.languages.source.chain).text if districts else ""
    city = Phrase(facts.place.city) if facts.place and facts.place.city not in named else NOTHING
    return Company(
        name=entry.title(context.chain),
        url=context.routes.href(entry.key, context.lang),
        pitch=context.pick(facts.pitch),
        sectors=tuple(context.term("sectors", sector) for sector in facts.sectors),
        district=districts[0].id if districts else "",
        places=tuple(place for place in (city, home) if place),
        stage=context.term("stages", facts.stage),
        seeks=tuple(context.term("looking-for", term) for term in facts.looking_for),
        is_demo=facts.demo,
        is_draft=facts.draft,
    )
