"""The directory of companies as files: the table of each of its lists, and what its script reads.

The tables have the columns of the open data, in its order, and one more: the directory also lists examples,
which the open data leave out, and a table must not pass them off as real. The index of a language holds each
company as the line that its pages show, with the terms under which it is found.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from markupsafe import escape

from ombrelle.i18n.phrase import Phrase
from ombrelle.i18n.plurals import plural_examples
from ombrelle.kinds.startup import Startup
from ombrelle.library.directory import FACETS, Chosen, terms_of
from ombrelle.load.entry import Entry
from ombrelle.outputs.data import csv_line, table
from ombrelle.outputs.output import Output
from ombrelle.render import Renderer
from ombrelle.render.filters import filters
from ombrelle.views.context import Context
from ombrelle.views.datasets import STARTUPS, companies_csv, companies_index
from ombrelle.views.edition import Edition
from ombrelle.views.of_directory import companies, sorted_terms

_LINE = ("components/companies/companies.html", "company")
_COUNT = ("%(num)s company", "%(num)s companies")
"""As the theme says how many companies a list has."""

Say = Callable[[Phrase], str]


def outputs(edition: Edition) -> Iterator[Output]:
    """The tables of all lists, and the index of each language."""
    yield from _tables(edition)
    renderer = Renderer(edition)
    for language in edition.library.languages:
        index = _index(edition, renderer, edition.context(language.code))
        text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
        yield Output(companies_index(language.code).lstrip("/"), text.encode())


def _tables(edition: Edition) -> Iterator[Output]:
    """Each line is written once, whatever the number of lists that have it."""
    everyone = edition.library.of_kind("startup")
    columns, *rows = table(edition, STARTUPS, everyone)
    head = csv_line([*columns, "demo"])
    lines = {
        entry.key: csv_line([*row, str(entry.facts.demo).lower()])
        for entry, row in zip(everyone, rows, strict=True)
    }
    for selection, found in edition.library.directory.found.items():
        text = head + "".join(lines[entry.key] for entry in found)
        yield Output(companies_csv(selection).lstrip("/"), text.encode("utf-8-sig"))


def _index(edition: Edition, renderer: Renderer, context: Context) -> Mapping[str, Any]:
    """`rows` are the companies by name: id, line, the places of their terms in all terms, when founded."""
    say = filters(context.lang, edition.library.languages)["say"]
    terms = {field: sorted_terms(context, field) for field in FACETS}
    places = {chosen: place for place, chosen in enumerate(_flat(terms))}
    entries = context.sorted(edition.library.of_kind("startup"))
    return {
        "counts": _counts(edition, context.lang),
        "facets": [_facet(context, field, terms[field], say) for field in FACETS],
        "rows": [
            [entry.id, line, _places(context, entry, places), str(entry.facts_as(Startup).founded or "")]
            for entry, line in zip(entries, _lines(renderer, context, entries), strict=True)
        ],
    }


def _flat(terms: Mapping[str, Sequence[str]]) -> Iterator[Chosen]:
    return ((field, term) for field, found in terms.items() for term in found)


def _counts(edition: Edition, lang: str) -> Mapping[str, str]:
    """How many companies, in words, by plural category; the number goes into `%(num)s`."""
    catalogue = edition.catalogues[lang]
    return {
        category: catalogue.form(None, *_COUNT, number).text
        for category, number in sorted(plural_examples(lang).items())
    }


def _facet(context: Context, field: str, terms: Sequence[str], say: Say) -> Mapping[str, Any]:
    facet = FACETS[field]
    return {
        "field": field,
        "parameter": facet.parameter,
        "title": say(context.section(facet.section)) or escape(field),
        "terms": [[term, say(context.facet_term(field, term))] for term in terms],
    }


def _lines(renderer: Renderer, context: Context, entries: Sequence[Entry]) -> Iterator[str]:
    line = renderer.macro(context.lang, *_LINE)
    shown = companies(context, entries)
    return (line(company, shown.seeks, context.mark.size) for company in shown.lines)


def _places(context: Context, entry: Entry, places: Mapping[Chosen, int]) -> list[int]:
    terms = terms_of(entry, context.library.districts_of(entry))
    return sorted(places[chosen] for chosen in terms if chosen in places)
