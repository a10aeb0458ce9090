"""Addresses of the web and of mail, telephone numbers: what is accepted, what is refused and meant."""

from __future__ import annotations

import pytest

from ombrelle.kinds.values import (
    Email,
    Phone,
    Url,
)
from tests.kinds.taken import accepted, refused


@pytest.mark.parametrize("text", ["https://a.example", "http://a.example/b?c=d#e", "https://été.example/é"])
def test_an_address_stays_as_written(text: str) -> None:
    """A whole address is taken as it is."""
    assert accepted(Url, text) == text


@pytest.mark.parametrize(
    ("text", "code", "near"),
    [
        ("www.a.example", "url-without-scheme", "https://www.a.example"),
        ("//a.example", "url-without-scheme", "https://a.example"),
        ("https:&#x2F;&#x2F;a.example", "url-form", "https://a.example"),
        ("javascript:alert(1)", "url-form", ""),
        ("ftp://a.example", "url-form", ""),
        ("https://a b.example", "url-form", ""),
        ("https://", "url-form", ""),
        ("https://localhost", "url-form", ""),
        ("https:/a.example", "url-form", "https://a.example"),
        ("https//a.example", "url-form", "https://a.example"),
        ("htpps://a.example", "url-form", "https://a.example"),
        ("http:\\\\a.example", "url-form", "http://a.example"),
        ("<https://a.example>", "url-form", "https://a.example"),
        ("“https://a.example”", "url-form", "https://a.example"),
        ("[a](https://a.example)", "url-form", "https://a.example"),
        ("a@b.example", "url-form", ""),
        ("https://[", "url-form", ""),
        ("", "url-without-scheme", "https://"),
    ],
)
def test_a_wrong_address_has_its_own_code(text: str, code: str, near: str | None) -> None:
    """Without its scheme, pasted from HTML, of another scheme, without a host."""
    found, values = refused(Url, text)
    assert found == code
    assert values.get("near") == near


def test_an_e_mail_address_has_a_name_and_a_host() -> None:
    """One @ between a name and a host with a dot."""
    assert accepted(Email, "a.b+c@d-e.example") == "a.b+c@d-e.example"


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("a@b", ""),
        ("a b@c.example", "b@c.example"),
        ("mailto:a@b.example", "a@b.example"),
        ("Camille <a@b.example>", "a@b.example"),
        ("a at b.example", "a@b.example"),
        ("a[at]b.example", "a@b.example"),
        ("a@b.example;", "a@b.example"),
        ("a@b.example, c@d.example", ""),
    ],
)
def test_a_wrong_e_mail_address_is_refused(text: str, near: str) -> None:
    """What stands around an address goes; of two, nobody knows which is meant."""
    assert refused(Email, text) == ("email-form", {"value": text, "near": near})


@pytest.mark.parametrize(
    "text", ["04 72 00 00 00", "04.72.00.00.00", "+33 (0)4 72 00 00 00", "3939", "+1 202-555-0101"]
)
def test_a_telephone_number_stays_as_written(text: str) -> None:
    """With spaces, points or hyphens, of France or of another country, or a short one."""
    assert accepted(Phone, text) == text


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("04 72 00 00", ""),
        ("04 72 00 00 00 (accueil)", "04 72 00 00 00"),
        ("Tél. : +33 4 72 00 00 00", "+33 4 72 00 00 00"),
        ("O4 72 00 00 00", "04 72 00 00 00"),
        ("+33 4 72 00 00 00 00 00 00 00", ""),
        ("au guichet", ""),
    ],
)
def test_what_cannot_be_dialled_is_no_telephone_number(text: str, near: str) -> None:
    """Digits that are missing or too many, words around a number, a letter for a zero."""
    assert refused(Phone, text) == ("phone-form", {"value": text, "near": near})
