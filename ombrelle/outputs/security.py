"""Whom to tell of a security fault: https://www.rfc-editor.org/rfc/rfc9116."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ombrelle.kinds.base import Contact
from ombrelle.outputs.lines import field
from ombrelle.outputs.output import Output
from ombrelle.views.edition import Edition

PATH = ".well-known/security.txt"
_VALID = timedelta(days=364)
"""RFC 9116, section 2.5.5, recommends less than a year."""


def outputs(edition: Edition) -> Iterator[Output]:
    """The contact of the site for security, valid for a year from the day of the build."""
    address = _address(edition.library.site.security)
    lines = [
        field("Contact", address),
        field("Expires", f"{expires(edition.library.today):%Y-%m-%d}T00:00:00Z"),
        field("Preferred-Languages", ", ".join(edition.library.languages.codes)),
        field("Canonical", edition.routes.absolute(f"/{PATH}")),
    ]
    yield Output(PATH, ("\n".join(lines) + "\n").encode())


def expires(built: date) -> date:
    """The day at whose beginning the file of a site built on a day is no longer valid."""
    return built + _VALID


def _address(contact: Contact) -> str:
    """A contact as an address; numbers without the spaces that people put in them (RFC 3966, section 3)."""
    if contact.url:
        return contact.url
    return f"mailto:{contact.email}" if contact.email else "tel:" + "".join((contact.phone or "").split())
