"""For what a district does not offer, the library knows the nearest that does."""

from __future__ import annotations

from pathlib import Path

import pytest

from ombrelle.earth import great_circle, rounded
from ombrelle.kinds.quartier import Quartier
from ombrelle.library import Library
from ombrelle.library.nearest import Near
from ombrelle.load.entry import Entry
from tests.support.small import copied, library_of, write
from tests.support.tools import ROOT

PLACES = {
    "lyon": (45.7491, 4.8479),
    "grenoble": (45.1787, 5.7148),
    "paris": (48.8534, 2.3488),
    "brest": (48.3903, -4.4863),
    "reunion": (-20.8823, 55.4504),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The rich site with districts at true places and no offer of its own in the layer `export`."""
    root = copied("rich", tmp_path)
    for id_, (lat, lon) in PLACES.items():
        write(
            root,
            f"quartiers/{id_}/quartier.yaml",
            f"""
            name: {id_}
            status: labelled
            places: [{{name: {id_}, lat: {lat}, lon: {lon}}}]
            summary: {{fr: S, en: S, ar: S}}
            contacts: {{general: {{email: a@essai.example}}}}
            """,
        )
    return root


def offer(root: Path, district: str, **more: str) -> None:
    facts = "".join(f"{key}: {value}\n" for key, value in more.items())
    home = f"quartiers/{district}" if district else "content"
    text = f"title: {{fr: T, en: T, ar: T}}\nlayer: export\nsummary: {{fr: S, en: S, ar: S}}\n{facts}"
    write(root, f"{home}/services/{district or 'umbrella'}-export.yaml", text)


def near(root: Path, district: str) -> Near | None:
    library, _ = library_of(root)
    return library.nearest.get(("export", district))


def test_the_nearest_is_told_with_its_distance(root: Path) -> None:
    """Grenoble is 94 km from Lyon, Paris 390, and Lyon lacks nothing."""
    offer(root, "lyon")
    offer(root, "brest")
    found = near(root, "grenoble")
    assert found
    assert (found.district.id, found.kilometres, found.is_overseas) == ("lyon", 93, False)
    found = near(root, "paris")
    assert found
    assert (found.district.id, found.kilometres) == ("lyon", 390)
    assert near(root, "lyon") is None


def test_overseas_is_told(root: Path) -> None:
    """From La Réunion every other district is across the sea, and La Réunion from every other."""
    offer(root, "lyon")
    found = near(root, "reunion")
    assert found
    assert (found.district.id, found.is_overseas) == ("lyon", True)
    assert found.kilometres % 100 == 0


def test_the_mainland_has_no_sea_within(tmp_path: Path) -> None:
    """The two ends of the mainland, Dunkirk and Bonifacio, are not overseas to each other."""
    root = copied("rich", tmp_path)
    for id_, at in (("dunkirk", "lat: 51.0344, lon: 2.3768"), ("bonifacio", "lat: 41.3871, lon: 9.1594")):
        write(
            root,
            f"quartiers/{id_}/quartier.yaml",
            f"""
            name: {id_}
            status: labelled
            places: [{{name: {id_}, {at}}}]
            summary: {{fr: S, en: S, ar: S}}
            contacts: {{general: {{email: a@essai.example}}}}
            """,
        )
    offer(root, "dunkirk")
    found = near(root, "bonifacio")
    assert found
    assert (found.kilometres, found.is_overseas) == (1200, False)


def test_what_is_offered_to_all_is_of_no_district(root: Path) -> None:
    """An offer of the umbrella has no place: without a district's, none is the nearest."""
    offer(root, "")
    assert near(root, "paris") is None


def test_an_example_is_told(root: Path) -> None:
    """Where all that is offered is invented, it is said; one true offer is enough that it is not."""
    offer(root, "lyon", demo="true")
    found = near(root, "paris")
    assert found
    assert found.is_demo
    write(
        root,
        "quartiers/lyon/actors/true.yaml",
        """
        name: Vrai
        kind: network
        summary: {fr: S, en: S, ar: S}
        services: [export]
        source: {title: Gazette d’essai}
        as_of: 2026
        """,
    )
    found = near(root, "paris")
    assert found
    assert not found.is_demo


@pytest.mark.site
def test_the_nearest_is_the_nearest_of_all() -> None:
    """On the real site, for every layer and district, no district that offers it is nearer; none lacks."""
    library, _ = library_of(ROOT)
    districts = library.of_kind("quartier")
    for layer in library.offers:
        offering = library.offering(layer)
        lacking = [district for district in districts if district not in offering]
        assert {id_ for each, id_ in library.nearest if each == layer} == {
            district.id for district in lacking if offering
        }
        for district in lacking if offering else ():
            distances = [great_circle(seat(district), seat(other)) for other in offering]
            assert library.nearest[layer, district.id].kilometres == rounded(min(distances))


def seat(district: Entry) -> tuple[float, float]:
    facts = district.facts_as(Quartier)
    return facts.seat.lat, facts.seat.lon


def test_strengths_come_from_what_is_said_and_listed(tmp_path: Path) -> None:
    """A district that names a sector comes before one that only has companies of it; no example counts."""
    root = copied("rich", tmp_path)
    library: Library = library_of(root)[0]
    found = {
        (sector, strength.district.id): (strength.is_declared, strength.companies)
        for sector, strengths in library.strengths.items()
        for strength in strengths
    }
    declared = {key for key, (is_declared, _) in found.items() if is_declared}
    assert declared == {("health", "haute-rive"), ("fintech", "haute-rive")}
    for (sector, id_), (_, companies) in found.items():
        entries = library.directory.found.get((("sectors", sector),), ())
        true = [
            it
            for it in entries
            if not it.facts.demo and library.get("quartier", id_) in library.districts_of(it)
        ]
        assert companies == len(true)
    for strengths in library.strengths.values():
        order = [(not it.is_declared, -it.companies) for it in strengths]
        assert order == sorted(order)
