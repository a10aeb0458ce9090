"""Redirects in the form of Netlify: https://docs.netlify.com/routing/redirects/."""

from __future__ import annotations

from collections.abc import Iterator

from ombrelle.outputs.output import Output
from ombrelle.views.edition import Edition


def outputs(edition: Edition) -> Iterator[Output]:
    """The file `_redirects`: former addresses, the language of a first visit, what is not found."""
    yield Output("_redirects", ("\n".join(_lines(edition)) + "\n").encode())


def _lines(edition: Edition) -> Iterator[str]:
    link = edition.routes.link
    for redirect in edition.routes.redirects:
        yield f"{link(redirect.source)} {link(redirect.target)} 301"
    for language in edition.library.languages:
        yield f"{link('/')} {link(f'/{language.code}/')} 302! Language={language.code}"
    for language in edition.library.languages:
        yield f"{link(f'/{language.code}/*')} {link(f'/{language.code}/404.html')} 404"
