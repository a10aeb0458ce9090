"""Groups of fields whose parts must agree."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from ombrelle.kinds.base import Address, Contact, Place
from ombrelle.kinds.quartier import Contacts


@pytest.mark.parametrize(
    "way", [{"email": "a@b.example"}, {"phone": "01 02 03 04 05"}, {"url": "https://a.example"}]
)
def test_one_way_to_write_is_enough(way: dict[str, str]) -> None:
    """An address, a telephone or a page: the name is free."""
    assert Contact.model_validate(way).name is None


@pytest.mark.parametrize("contact", [{}, {"name": "Camille"}, {"role": {"fr": "Accueil"}}])
def test_a_name_alone_is_nobody_to_write_to(contact: dict[str, str]) -> None:
    """Pages would show it without a link, and security.txt would lead nowhere."""
    with pytest.raises(ValidationError) as raised:
        Contact.model_validate(contact)
    assert [detail["type"] for detail in raised.value.errors()] == ["contact-without-way"]


def test_contacts_are_by_purpose_and_nothing_else() -> None:
    """A purpose that the model has no field for has no contact, whatever else the model has by that name."""
    general = Contact(email="a@b.example")
    assert Contacts(general=general).by_purpose == {"general": general}


@pytest.mark.parametrize(
    ("code", "near"), [("UK", "GB"), ("fr", "FR"), ("Suisse", "CH"), ("Germany", "DE"), ("XX", "")]
)
def test_a_country_is_one_that_has_a_name(code: str, near: str) -> None:
    """Pages say countries by name: a code without one is told, with the one in use where it has changed."""
    with pytest.raises(ValidationError) as raised:
        Address.model_validate({"city": "Londres", "country": code})
    (detail,) = raised.value.errors()
    assert (detail["type"], detail["ctx"]) == ("country-form", {"value": code, "near": near})


def test_a_point_of_france_is_not_the_wrong_way_round() -> None:
    """What would be in the Indian Ocean, and in France the other way round, is told with its repair."""
    with pytest.raises(ValidationError) as raised:
        Address.model_validate({"city": "Lyon", "lat": "4.83", "lon": "45.76"})
    (detail,) = raised.value.errors()
    assert detail["type"] == "swapped-coordinates"
    assert detail["ctx"] == {"key": "lat", "value": "4.83", "lat": "45.76", "lon": "4.83"}


@pytest.mark.parametrize(("lat", "lon"), [(45.76, 4.83), (-21.1, 55.5), (48.39, -4.49), (1.35, 103.8)])
def test_other_points_are_as_they_are(lat: float, lon: float) -> None:
    """In France, overseas and abroad."""
    assert Place(name="Ici", lat=lat, lon=lon).lat == lat
