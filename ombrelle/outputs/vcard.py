"""A contact in the form that telephones take: vCard 3.0, https://www.rfc-editor.org/rfc/rfc2426.

Not 4.0 (RFC 6350): Outlook and older telephones refuse it or lose its names, and every program that reads 4.0
reads 3.0 as well. Its one gain here, `KIND:org`, is said in the way that Apple's programs understand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ombrelle.outputs.lines import word
from ombrelle.text import one_line

_LINE_OCTETS = 75
"""The longest line without its end: RFC 2425, 5.8.1."""

_SPECIAL = re.compile(r"[\\,;]")


@dataclass(frozen=True, slots=True)
class Card:
    """Whom to write to. Without a `person` it is an office, whose name is `name`; `url` is its own page.

    `group` is the umbrella that the office belongs to, `address` where this card stands.
    """

    name: str
    address: str
    group: str
    person: str = ""
    role: str = ""
    email: str = ""
    phone: str = ""
    urls: tuple[str, ...] = ()


def vcard(card: Card) -> bytes:
    """A card as a file."""
    return b"".join(_folded(line) for line in _lines(card))


def _lines(card: Card) -> Iterable[str]:
    yield from ("BEGIN:VCARD", "VERSION:3.0")
    yield f"FN:{_text(card.person or card.name)}"
    # Which part of a name is the family's is not known: the whole stands where given names do.
    yield f"N:;{_text(card.person)};;;"
    yield f"ORG:{_text(card.name)}"
    if not card.person:
        yield "X-ABShowAs:COMPANY"
    if card.role:
        yield f"TITLE:{_text(card.role)}"
    if card.email:
        yield f"EMAIL;TYPE=INTERNET:{_text(card.email)}"
    if card.phone:
        yield f"TEL;TYPE=WORK,VOICE:{_text(card.phone)}"
    # An address of the web is a URI, in which nothing is escaped.
    yield from (f"URL:{word(url)}" for url in card.urls)
    yield f"CATEGORIES:{_text(card.group)}"
    yield f"SOURCE:{word(card.address)}"
    yield f"UID:{_text(card.address)}"
    yield "END:VCARD"


def _text(value: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", one_line(value))


def _folded(line: str) -> bytes:
    """A line with its end, in pieces of whole letters; each further one begins with a space."""
    pieces: list[bytes] = []
    piece = b""
    for letter in line:
        octets = letter.encode()
        if len(piece) + len(octets) > _LINE_OCTETS - bool(pieces):
            pieces.append(piece)
            piece = b""
        piece += octets
    return b"\r\n ".join([*pieces, piece]) + b"\r\n"
