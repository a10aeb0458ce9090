"""Contacts can be taken into one's own address book, as another program reads them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombrelle.outputs.contacts import outputs
from ombrelle.outputs.vcard import Card, vcard
from ombrelle.text import one_line
from ombrelle.views.edition import Edition
from tests.support.html import read
from tests.support.small import copied, edition_of
from tests.support.vcard import Property, read_vcard

Cards = dict[str, dict[str, list[Property]]]

BASE = "https://essai.example"


@pytest.fixture(scope="module")
def cards(rich: Edition) -> Cards:
    return {output.path: read_vcard(output.content) for output in outputs(rich)}


def test_each_public_contact_has_a_card_in_each_language(cards: Cards) -> None:
    """The umbrella's, and each district's by purpose; nobody else's."""
    homes = {"fr": "quartiers", "en": "districts", "ar": "quartiers"}
    wanted = {f"{lang}/contact-general.vcf" for lang in homes}
    for lang, word in homes.items():
        for district in ("haute-rive", "port-clair", "valmont"):
            wanted.add(f"{lang}/{word}/{district}/contact-general.vcf")
        wanted.add(f"{lang}/{word}/haute-rive/contact-investors.vcf")
    assert set(cards) == wanted


def test_a_card_says_who_it_is_and_where_it_is_from(cards: Cards) -> None:
    """An office has its own name and no person's; its pages and its file are whole addresses."""
    for path, card in cards.items():
        assert card["SOURCE"][0].text == f"{BASE}/{path}"
        assert card["UID"][0].text == f"{BASE}/{path}"
        assert f"{BASE}/{path.rpartition('/')[0]}/" in [url.text for url in card["URL"]]
        assert card["FN"][0].text
        is_office = not any(card["N"][0].parts)
        assert is_office == ("X-ABShowAs" in card)
        assert not is_office or card["FN"][0].text == card["ORG"][0].text
        assert {"EMAIL", "TEL"} & card.keys()


def test_no_two_cards_of_a_language_have_one_name(cards: Cards) -> None:
    """An address book shows the name alone: whose office it is, and what for."""
    for lang in ("fr", "en", "ar"):
        names = [card["FN"][0].text for path, card in cards.items() if path.startswith(f"{lang}/")]
        assert len(names) == len(set(names))


def test_a_person_keeps_their_name(tmp_path: Path) -> None:
    """A name is shown as written, and its office stands beside it."""
    root = copied("smallest", tmp_path)
    site = root / "content/site.yaml"
    text = site.read_text(encoding="utf-8")
    contact = '{name: "Doe, Camille; dite \\\\Ca", role: Accueil, email: accueil@petite.example}'
    lines = [f"contact: {contact}" if line.startswith("contact:") else line for line in text.splitlines()]
    site.write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = {output.path: read_vcard(output.content) for output in outputs(edition_of(root))}
    card = found["fr/contact-general.vcf"]
    assert card["FN"][0].text == "Doe, Camille; dite \\Ca"
    assert card["N"][0].parts == ("", "Doe, Camille; dite \\Ca", "", "", "")
    assert card["TITLE"][0].text == "Accueil"
    assert "X-ABShowAs" not in card


@given(st.text(st.characters() | st.sampled_from("\n\r,;\\:"), min_size=1))
def test_any_text_comes_back(text: str) -> None:
    """Commas, signs and letters of any script come back, on one line and without controls.

    No text adds a property, and no address ends its line.
    """
    address = f"https://a.example/{text}"
    card = Card(text, address, text, person=text, role=text, phone="+33 1 02", urls=(address,))
    read = read_vcard(vcard(card))
    for name in ("FN", "ORG", "TITLE", "CATEGORIES"):
        assert read[name][0].text == one_line(text)
    assert read["N"][0].parts[1] == one_line(text)
    names = ["FN", "N", "ORG", "TITLE", "TEL", "URL", "CATEGORIES", "SOURCE", "UID"]
    assert {name: len(found) for name, found in read.items()} == dict.fromkeys(names, 1) | {"VERSION": 1}


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        (b"\r\n", b"\n"),
        (b"N:;;;;", b"N:;;"),
        (b"VERSION:3.0", b"VERSION:4.0"),
        (b"FN:Un", b"FN:Un, deux"),
        (b"FN:Un", b"FN:" + b"long " * 20),
        (b"FN:Un\r\n", b""),
    ],
)
def test_the_reader_sees_a_fault(good: bytes, bad: bytes) -> None:
    """Its silence means something."""
    content = vcard(Card("Un", "https://a.example/c.vcf", "Deux", email="a@b.example"))
    assert good in content
    with pytest.raises(ValueError, match=r"\w"):
        read_vcard(content.replace(good, bad))


def test_pages_lead_to_the_cards(rich_site: Path) -> None:
    """A district's page and its contacts each lead to a file that is there."""
    for page, count in (("fr/quartiers/haute-rive", 1), ("fr/quartiers/haute-rive/contact", 2)):
        links = [a["href"] for a in read(rich_site / page / "index.html").all("a", type="text/vcard")]
        assert len(links) == count
        assert all((rich_site / link.strip("/")).is_file() for link in links)
