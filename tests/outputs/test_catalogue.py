"""The open data as a machine finds them: catalogue, package, log of changes, points; nothing invented."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ombrelle.outputs import data
from ombrelle.outputs.catalogue import outputs as catalogue_outputs
from ombrelle.views.edition import Edition
from tests.support.geojson import geojson_faults
from tests.support.small import copied, edition_of

BASE = "https://essai.example"
DATASETS = ("quartiers", "startups", "actors", "events")
LICENCE = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"


def loaded(outputs: dict[str, bytes], name: str) -> Any:
    return json.loads(outputs[f"data/v1/{name}"])


@pytest.mark.parametrize("name", DATASETS)
def test_geojson_is_valid(outputs: dict[str, bytes], name: str) -> None:
    """By RFC 7946, and it says its licence, its publisher and its day."""
    found = loaded(outputs, f"{name}.geojson")
    assert geojson_faults(found) == []
    assert found["features"]
    assert (found["licence"]["url"], found["updated"]) == (LICENCE, "2026-11-01")
    assert found["publisher"]["url"] == f"{BASE}/"


@pytest.mark.parametrize(
    ("geometry", "rule"),
    [
        ({"type": "Point", "coordinates": [45.75, 4.85, 0, 0]}, "3.1.1"),
        ({"type": "Point", "coordinates": [4.85, 145.0]}, "(4)"),
        ({"type": "Point", "coordinates": [True, 4.0]}, "3.1.1"),
        ({"type": "Dot", "coordinates": [4.85, 45.75]}, "1.4"),
        ({"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 1]]]}, "ends where it begins"),
        ({"type": "Polygon", "coordinates": [[[0, 0], [0, 1], [1, 1], [0, 0]]]}, "wrong way round"),
        ({"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [0, 0]]]}, "at least 4"),
    ],
)
def test_the_check_of_geojson_sees_a_fault(geometry: dict[str, Any], rule: str) -> None:
    """Numbers, their order and range, types, rings: silence means something."""
    feature = {"type": "Feature", "geometry": geometry, "properties": {}}
    faults = geojson_faults({"type": "FeatureCollection", "features": [feature]})
    assert any(rule in fault for fault in faults), faults
    assert geojson_faults(feature | {"geometry": None}) == []


def test_a_company_stands_at_its_town_and_says_so(tmp_path: Path) -> None:
    """Its own point where it has one, else the town's where a district says where that is, else none."""
    root = copied("rich", tmp_path)
    facts = root / "quartiers/port-clair/startups/gamma.yaml"
    text = facts.read_text(encoding="utf-8")
    kept = "\n".join(line for line in text.splitlines() if not line.startswith("place:"))

    def point(place: str) -> tuple[Any, Any]:
        facts.write_text(f"{kept}\nplace: {place}\n", encoding="utf-8")
        found = edition_of(root)
        files = {output.path: output.content for output in data.outputs(found)}
        (own,) = [
            it for it in loaded(files, "startups.geojson")["features"] if it["properties"]["id"] == "gamma"
        ]
        return own["geometry"] and own["geometry"]["coordinates"], own["properties"]["precision"]

    assert point("{city: Rive}") == ([4.85, 45.75], "town")
    assert point("{city: Rive, lat: 45.76, lon: 4.86}") == ([4.86, 45.76], "address")
    assert point("{city: Ailleurs}") == (None, None)


def test_the_package_describes_each_file_as_it_is(outputs: dict[str, bytes]) -> None:
    """Each path is there, and the fields of a table are its columns in their order (Data Package 1.0)."""
    package = loaded(outputs, "datapackage.json")
    assert package["licenses"] == [{"title": "Licence Ouverte 2.0", "path": LICENCE}]
    names = [resource["name"] for resource in package["resources"]]
    assert len(names) == len(set(names)) == 3 * len(DATASETS)
    for resource in package["resources"]:
        content = outputs[f"data/v1/{resource['path']}"]
        if resource["profile"] == "tabular-data-resource":
            head = next(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
            assert [field["name"] for field in resource["schema"]["fields"]] == head
            assert resource["schema"]["primaryKey"] in head


@pytest.mark.parametrize("name", DATASETS)
def test_cells_are_of_the_type_that_is_said(outputs: dict[str, bytes], name: str) -> None:
    """A number can be read as one, a truth as one; a text may be anything."""
    readers: dict[str, Callable[[str], object]] = {
        "number": float,
        "integer": int,
        "boolean": {"true": True, "false": False}.__getitem__,
    }
    package = loaded(outputs, "datapackage.json")
    (table,) = [it for it in package["resources"] if it["name"] == f"{name}-csv"]
    text = outputs[f"data/v1/{name}.csv"].decode("utf-8-sig")
    for row in csv.DictReader(io.StringIO(text, newline=""), strict=True):
        assert row["licence"] == LICENCE
        for field in table["schema"]["fields"]:
            cell = row[field["name"]]
            if cell and field["type"] in readers:
                readers[field["type"]](cell)


def test_a_machine_finds_every_file_from_the_catalogue(outputs: dict[str, bytes]) -> None:
    """A DCAT catalogue: each dataset with licence, publisher, day, and files that are there."""
    catalogue = loaded(outputs, "catalogue.jsonld")
    assert catalogue["@type"] == "dcat:Catalog"
    prefixes = set(catalogue["@context"])
    found = set()
    for dataset in catalogue["dcat:dataset"]:
        assert dataset["dct:license"] == {"@id": LICENCE}
        assert dataset["dct:modified"]["@value"] == "2026-11-01"
        assert {key.partition(":")[0] for key in dataset if not key.startswith("@")} <= prefixes
        for file in dataset["dcat:distribution"]:
            address = file["dcat:downloadURL"]["@id"]
            assert address.removeprefix(f"{BASE}/") in outputs
            found.add(address)
    assert len(found) == 3 * len(DATASETS)


def test_the_log_is_in_french_and_in_english(outputs: dict[str, bytes]) -> None:
    """The same changes, in both, the newest first."""
    french, _, english = outputs["data/v1/CHANGES.md"].decode().partition("\n# Log")
    versions = [[line for line in part.splitlines() if line.startswith("## ")] for part in (french, english)]
    assert versions[0] == versions[1] != []
    assert versions[0] == sorted(versions[0], reverse=True)
    assert french.count("\n- ") == english.count("\n- ")


def test_the_same_content_gives_the_same_bytes(rich: Edition) -> None:
    """No clock and no order of a set is in the files."""
    assert list(catalogue_outputs(rich)) == list(catalogue_outputs(rich))


@pytest.mark.site
def test_no_invented_entry_is_in_the_real_data(real_site: Path) -> None:
    """Of the entries marked as examples no id, name or address is in any file of the open data."""
    files = sorted((real_site / "data/v1").iterdir())
    assert len(files) == 4 * len(DATASETS) + 3
    for file in files:
        text = file.read_text(encoding="utf-8").casefold()
        text = text.replace("ombrelle.example", "")
        assert "exemple-" not in text, file.name
        assert "example-" not in text, file.name


@pytest.mark.site
@pytest.mark.parametrize("name", DATASETS)
def test_the_real_points_are_valid(real_site: Path, name: str) -> None:
    """The four files of the real site, by RFC 7946."""
    found = json.loads((real_site / f"data/v1/{name}.geojson").read_text(encoding="utf-8"))
    assert geojson_faults(found) == []
    assert name != "startups" or any(it["geometry"] for it in found["features"])
