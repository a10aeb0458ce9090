"""Groups of fields whose parts must agree."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from ombrelle.kinds.base import Contact


@pytest.mark.parametrize("way", [{"email": "a@b.example"}, {"phone": "01 02"}, {"url": "https://a.example"}])
def test_one_way_to_write_is_enough(way: dict[str, str]) -> None:
    """An address, a telephone or a page: the name is free."""
    assert Contact.model_validate(way).name is None


@pytest.mark.parametrize("contact", [{}, {"name": "Camille"}, {"role": {"fr": "Accueil"}}])
def test_a_name_alone_is_nobody_to_write_to(contact: dict[str, str]) -> None:
    """Pages would show it without a link, and security.txt would lead nowhere."""
    with pytest.raises(ValidationError) as raised:
        Contact.model_validate(contact)
    assert [detail["type"] for detail in raised.value.errors()] == ["contact-without-way"]
