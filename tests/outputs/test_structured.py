"""JSON-LD: valid, of known types, and unable to leave the script element that holds it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ombrelle.paths import page_file
from ombrelle.views.edition import Edition
from tests.support.html import read

Nodes = dict[tuple[str, str], dict[str, dict[str, Any]]]


@pytest.fixture(scope="module")
def nodes(rich: Edition, rich_site: Path) -> Nodes:
    """By page: its nodes by type."""
    return {
        (page.key, page.lang): {node["@type"]: node for node in _nodes(rich_site / page_file(page.url))}
        for page in rich.routes.pages
    }


def _nodes(path: Path) -> list[dict[str, Any]]:
    """What each script holds: a script ends at the first `</script`, as browsers have it."""
    scripts = read(path).all("script", type="application/ld+json")
    return [json.loads(script.text) for script in scripts]


def test_every_page_s_data_can_be_read(nodes: Nodes) -> None:
    """Each script is one JSON object in the vocabulary of schema.org."""
    assert all(
        node["@context"] == "https://schema.org" for types in nodes.values() for node in types.values()
    )


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("home", "WebSite"),
        ("quartier:haute-rive", "AdministrativeArea"),
        ("startup:alpha", "Organization"),
        ("actor:halle", "Place"),
        ("event:rencontre", "Event"),
        ("news:ouverture", "NewsArticle"),
        ("story:premiers-pas", "Article"),
        ("programme:excellence", "Service"),
        ("page:about", "WebPage"),
    ],
)
def test_a_page_says_what_it_is_about(nodes: Nodes, key: str, kind: str) -> None:
    """Each kind has its type, in each language."""
    for lang in ("fr", "en", "ar"):
        assert kind in nodes[key, lang]


def test_a_text_cannot_close_the_script(nodes: Nodes) -> None:
    """The end of a script in a pitch comes back as it was written, within its string."""
    assert nodes["startup:alpha", "fr"]["Organization"]["description"] == "Des balises </script> & des soins"


def test_a_borrowed_page_says_the_language_of_its_text(nodes: Nodes) -> None:
    """Machines are told French of a French text, whatever the page around it."""
    assert nodes["page:invest", "ar"]["WebPage"]["inLanguage"] == "fr"
    assert nodes["page:about", "ar"]["WebPage"]["inLanguage"] == "ar"


def test_examples_are_not_said_to_exist(nodes: Nodes) -> None:
    """An invented company is shown to people and not told to machines."""
    assert "Organization" not in nodes["startup:exemple", "fr"]
    assert "Event" not in nodes["event:exemple", "fr"]


def test_an_event_has_its_zone_its_place_and_its_status(nodes: Nodes) -> None:
    """When and where are those of the facts, in the form of the standard."""
    met, online = nodes["event:rencontre", "en"]["Event"], nodes["event:conference", "en"]["Event"]
    assert (met["startDate"], met["endDate"]) == ("2026-06-04T18:30:00+02:00", "2026-06-04T21:00:00+02:00")
    assert met["location"]["address"]["postalCode"] == "06000"
    assert online["location"] == {"@type": "VirtualLocation", "url": "https://salle.example/conference"}
    assert online["eventStatus"] == "https://schema.org/EventPostponed"


def test_breadcrumbs_are_whole_addresses_in_order(nodes: Nodes, rich: Edition) -> None:
    """From the home page to the page itself."""
    items = nodes["startup:alpha", "en"]["BreadcrumbList"]["itemListElement"]
    assert [(item["position"], item["item"]) for item in items] == [
        (1, "https://essai.example/en/"),
        (2, "https://essai.example/en/startups/"),
        (3, "https://essai.example/en/startups/alpha-care/"),
    ]


def test_the_data_are_told_one_by_one(nodes: Nodes, rich: Edition, rich_site: Path) -> None:
    """Each dataset with its licence, its day and its files, which are there."""
    page = rich.routes.page("data", "en")
    assert page is not None
    found = [node for node in _nodes(rich_site / page_file(page.url)) if node["@type"] == "Dataset"]
    assert [node["name"] for node in found] == ["Districts", "Startups", "Key players", "Events"]
    for node in found:
        assert node["license"] == "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"
        assert node["dateModified"] == "2026-11-01"
        files = [part["contentUrl"].removeprefix("https://essai.example/") for part in node["distribution"]]
        assert len(files) == 3
        assert all((rich_site / file).is_file() for file in files)
        catalogue = node["includedInDataCatalog"]["url"].removeprefix("https://essai.example/")
        assert (rich_site / catalogue).is_file()


@pytest.mark.site
def test_the_contact_page_tells_machines_whom_to_write_to(real_site: Path) -> None:
    """The umbrella with its general contact and that of the press, and no person."""
    for lang, words in (("en", ["General enquiries", "Press"]), ("ja", ["一般のお問い合わせ", "取材"])):
        (node,) = [
            it for it in _nodes(real_site / lang / "contact/index.html") if it["@type"] == "ContactPage"
        ]
        points = node["mainEntity"]["contactPoint"]
        assert [point["contactType"] for point in points] == words
        assert [point["email"] for point in points] == ["bonjour@ombrelle.example", "presse@ombrelle.example"]
        logo = node["mainEntity"]["logo"].partition(".example/")[2]
        assert (real_site / logo).is_file()
