"""Open data: each file against its own schema, and what must never be in it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from ombrelle.outputs import other_outputs
from tests.support.small import copied, edition_of, write

DATASETS = ("quartiers", "startups", "actors", "events")


def described(outputs: dict[str, bytes], name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(outputs[f"data/v1/{name}.json"])
    return found


def table(outputs: dict[str, bytes], name: str) -> list[dict[str, str]]:
    text = outputs[f"data/v1/{name}.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


@pytest.mark.parametrize("name", DATASETS)
def test_every_record_holds_to_its_schema(outputs: dict[str, bytes], name: str) -> None:
    """The schema is a schema, and each record is what it says, with no field that it does not name."""
    schema = json.loads(outputs[f"data/v1/{name}.schema.json"])
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema | {"additionalProperties": False}, format_checker=FormatChecker())
    data = described(outputs, name)
    assert data["items"]
    assert data["schema"] == schema["$id"]
    for item in data["items"]:
        assert [error.message for error in validator.iter_errors(item)] == [], item["id"]


@pytest.mark.parametrize("name", DATASETS)
def test_the_schema_refuses_what_is_wrong(outputs: dict[str, bytes], name: str) -> None:
    """A record without its id, or with a number for a name, does not pass: silence means something."""
    validator = Draft202012Validator(json.loads(outputs[f"data/v1/{name}.schema.json"]))
    item = described(outputs, name)["items"][0]
    assert not validator.is_valid({key: value for key, value in item.items() if key != "id"})
    assert not validator.is_valid(item | {"url": 3})


def test_the_data_say_their_licence_their_day_and_their_number(outputs: dict[str, bytes]) -> None:
    """Whoever has the file alone knows what may be done with it and how old it is."""
    data = described(outputs, "startups")
    assert data["licence"]["name"] == "Licence Ouverte 2.0"
    assert (data["updated"], data["count"]) == ("2026-11-01", len(data["items"]))


@pytest.mark.parametrize("name", DATASETS)
def test_the_table_has_the_same_records(outputs: dict[str, bytes], name: str) -> None:
    """As many rows as the JSON has items, in the same order, each with every column."""
    rows, items = table(outputs, name), described(outputs, name)["items"]
    assert [row["id"] for row in rows] == [item["id"] for item in items]
    assert [row["url"] for row in rows] == [item["url"]["fr"] for item in items]
    for row in rows:
        assert None not in row
        assert None not in row.values()


def test_columns_are_those_of_the_model_whatever_the_entries(
    outputs: dict[str, bytes], tmp_path: Path
) -> None:
    """A site with other entries, or none, has the same columns but for its languages."""
    small = {it.path: it.content for it in other_outputs(edition_of(copied("smallest", tmp_path)))}

    def columns(files: dict[str, bytes]) -> list[str]:
        head = files["data/v1/startups.csv"].decode("utf-8-sig").splitlines()[0].split(",")
        return [name for name in head if not name.endswith("_ar")]

    assert columns(small) == columns(outputs)


def test_no_cell_is_a_formula(outputs: dict[str, bytes], tmp_path: Path) -> None:
    """A name that a spreadsheet would compute is written as text; numbers stay numbers."""
    cells = [cell for name in DATASETS for row in table(outputs, name) for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "\t", "\r"))]
    assert "'+Beta" in cells
    root = copied("rich", tmp_path)
    facts = root / "quartiers/port-clair/startups/gamma.yaml"
    text = facts.read_text(encoding="utf-8").replace("name: Gamma", 'name: "=cmd|calc"')
    facts.write_text(text.replace("Des comptes clairs", '"-2+3"'), encoding="utf-8")
    files = {it.path: it.content for it in other_outputs(edition_of(root))}
    (row,) = [row for row in table(files, "startups") if row["id"] == "gamma"]
    assert (row["name"], row["pitch_fr"]) == ("'=cmd|calc", "'-2+3")
    assert described(files, "startups")["items"][2]["name"] == "=cmd|calc"


def test_a_cell_may_hold_anything(tmp_path: Path) -> None:
    """Commas and quotes come back as they were written; a value is one line."""
    root = copied("smallest", tmp_path)
    summary = 'Un, "deux"; trois\nquatre'
    facts = root / "quartiers/val-clair/quartier.yaml"
    facts.write_text(
        facts.read_text(encoding="utf-8").replace(
            "Un quartier au milieu du pays.", json.dumps(summary, ensure_ascii=False)
        ),
        encoding="utf-8",
    )
    files = {it.path: it.content for it in other_outputs(edition_of(root))}
    assert table(files, "quartiers")[0]["summary_fr"] == summary.replace("\n", " ")


def test_examples_and_drafts_are_not_data(
    outputs: dict[str, bytes], preview_outputs: dict[str, bytes]
) -> None:
    """Neither invented entries nor unfinished ones, in a preview neither."""
    for files in (outputs, preview_outputs):
        ids = {item["id"] for name in DATASETS for item in described(files, name)["items"]}
        assert "alpha" in ids
        assert not ids & {"exemple", "ebauche"}
        for name in DATASETS:
            assert b"exemple" not in files[f"data/v1/{name}.csv"]


def test_nobody_to_write_to_is_in_the_data(outputs: dict[str, bytes]) -> None:
    """Contacts are on pages, for people; no address of a person leaves as data."""
    for path, content in outputs.items():
        if path.startswith("data/"):
            assert b"@essai.example" not in content, path
            assert b"Camille" not in content, path


def test_precision_is_kept(outputs: dict[str, bytes]) -> None:
    """A month stays a month, a postcode keeps its zero, an amount is a number, an absent value is null."""
    alpha, beta = described(outputs, "startups")["items"][:2]
    assert (alpha["founded"], alpha["place"]["postcode"]) == ("2013-11", "06000")
    assert alpha["funding"][0]["amount"] == 2500000
    assert alpha["districts"] == ["haute-rive", "port-clair"]
    assert beta["founded"] is None
    (row,) = [row for row in table(outputs, "startups") if row["id"] == "alpha"]
    assert (row["founded"], row["place_postcode"], row["sectors"]) == ("2013-11", "06000", "health|deeptech")


def test_addresses_of_data_are_whole(sub_path_outputs: dict[str, bytes]) -> None:
    """Under a sub-path too, a record leads to its page in every language."""
    item = described(sub_path_outputs, "startups")["items"][0]
    assert item["url"]["en"] == "https://essai.example/sous/chemin/en/startups/alpha-care/"


def test_places_are_points(outputs: dict[str, bytes]) -> None:
    """GeoJSON has longitude before latitude (RFC 7946, 3.1.1) and a point for each place."""
    data = json.loads(outputs["data/v1/quartiers.geojson"])
    assert data["type"] == "FeatureCollection"
    points = {it["properties"]["place"]: it["geometry"]["coordinates"] for it in data["features"]}
    assert points == {
        "Basse-Rive": [4.39, 45.43],
        "Rive": [4.85, 45.75],
        "Port-Clair": [-1.55, 47.21],
        "Valmont": [7.75, 48.57],
    }


def test_a_dataset_without_an_entry_is_empty_and_whole(tmp_path: Path) -> None:
    """No startup yet: an empty list, a header without rows, and the schema all the same."""
    root = copied("smallest", tmp_path)
    write(root, "quartiers/val-clair/quartier.fr.md", "Bonjour.\n")
    files = {it.path: it.content for it in other_outputs(edition_of(root))}
    assert described(files, "startups")["items"] == []
    assert table(files, "startups") == []
