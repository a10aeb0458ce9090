"""Who made the site and with what, for people who look: https://humanstxt.org."""

from __future__ import annotations

from collections.abc import Iterator

from ombrelle.outputs.lines import field
from ombrelle.outputs.output import Output
from ombrelle.views.datasets import PACKAGE
from ombrelle.views.edition import Edition

_PATH = "humans.txt"


def outputs(edition: Edition) -> Iterator[Output]:
    """The file, in English, which its readers everywhere know."""
    yield Output(_PATH, ("\n".join(_lines(edition)) + "\n").encode())


def _lines(edition: Edition) -> Iterator[str]:
    site, languages = edition.library.site, edition.library.languages
    chain = ("en", *languages.source.chain)
    yield from ("/* TEAM */", field("Publisher", site.publisher.pick(chain).text))
    if site.contact.email:
        yield field("Contact", site.contact.email)
    if site.repository:
        yield field("Source", site.repository)
    yield from ("", "/* THANKS */", *edition.theme.credits, "")
    yield "/* SITE */"
    yield field("Languages", ", ".join(languages.codes))
    yield field("Data", f"{edition.routes.absolute(PACKAGE)} ({site.data_licence.name})")
    yield "Standards: HTML, CSS, Atom, iCalendar, vCard, GeoJSON, JSON Schema, DCAT"
    yield "No cookie, no tracker, no request to anybody else"
