"""Redirects in the form of Netlify: https://docs.netlify.com/routing/redirects/."""

from __future__ import annotations

from collections.abc import Iterator

from ombrelle.outputs.lines import words
from ombrelle.outputs.output import Output
from ombrelle.views.edition import Edition


def outputs(edition: Edition) -> Iterator[Output]:
    """The file `_redirects`: former addresses, the language of a first visit, what is not found."""
    yield Output("_redirects", ("\n".join(_lines(edition)) + "\n").encode())


def _lines(edition: Edition) -> Iterator[str]:
    link = edition.routes.link
    for redirect in edition.routes.redirects:
        yield words(link(redirect.source), link(redirect.target), "301")
    for path in edition.routes.gone:
        yield words(link(path), link(_not_found(path, edition)), "410")
    for language in edition.library.languages:
        yield words(link("/"), link(f"/{language.code}/"), "302!", f"Language={language.code}")
    for language in edition.library.languages:
        yield words(link(f"/{language.code}/*"), link(f"/{language.code}/404.html"), "404")


def _not_found(path: str, edition: Edition) -> str:
    """The page that says in the language of an address that nothing is there."""
    languages = edition.library.languages
    lang = path.split("/")[1]
    return f"/{lang if lang in languages else languages.source.code}/404.html"
