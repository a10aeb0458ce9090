"""The files of the directory: a table for each list, and what its script reads."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from ombrelle.render import Renderer
from ombrelle.views import pages
from ombrelle.views.edition import Edition
from tests.support.html import read

LANGUAGES = ("fr", "en", "ar")


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def index(outputs: dict[str, bytes], lang: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(outputs[f"directory/{lang}.json"])
    return found


def test_every_list_has_a_table_of_the_same_companies(rich: Edition, outputs: dict[str, bytes]) -> None:
    """The names of the page, those of its table, and as many as it says."""
    renderer, seen = Renderer(rich), 0
    for page in rich.routes.pages:
        main = renderer.view(page).main
        if isinstance(main, pages.Startups):
            table = rows(outputs[main.csv_url.removeprefix("/")])
            shown = sorted(company.name.text.removeprefix("+") for company in main.companies.lines)
            assert sorted(row["name"].removeprefix("'+") for row in table) == shown, page.url
            assert len(table) == main.count
            seen += 1
    assert seen > 30


def test_a_table_has_the_columns_of_the_open_data_then_says_what_is_invented(
    outputs: dict[str, bytes],
) -> None:
    """The same cells in the same order for what is real; examples are in it, and marked."""
    table, data = rows(outputs["directory/startups.csv"]), rows(outputs["data/v1/startups.csv"])
    assert list(table[0]) == [*data[0], "demo"]
    real = [row for row in table if row.pop("demo") == "false"]
    assert real == data
    assert [row["id"] for row in table if row not in real] == ["exemple"]


def test_no_cell_is_a_formula(outputs: dict[str, bytes]) -> None:
    """A name that a spreadsheet would compute is written as text."""
    cells = [cell for row in rows(outputs["directory/startups.csv"]) for cell in row.values()]
    assert "'+Beta" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "\t", "\r"))]


def test_the_script_has_the_lines_of_the_page(rich: Edition, outputs: dict[str, bytes]) -> None:
    """In each language: the same lines, in the same order, word for word."""
    renderer = Renderer(rich)
    for lang in LANGUAGES:
        html = renderer.render(rich.routes.by_key["startups"][lang]).decode()
        lines = [line for _, line, _, _ in index(outputs, lang)["rows"]]
        places = [html.find(line) for line in lines]
        assert -1 not in places
        assert places == sorted(places)
        assert len(lines) == len(read(html.encode()).one("ul", class_="companies").all("li"))


def test_the_script_has_the_terms_of_each_company(outputs: dict[str, bytes]) -> None:
    """Every facet in order, with its name in addresses, and each company under just its terms."""
    found = index(outputs, "en")
    assert [(each["field"], each["parameter"]) for each in found["facets"]] == [
        ("sectors", "sector"),
        ("districts", "district"),
        ("stage", "stage"),
        ("looking_for", "looking-for"),
        ("headcount", "size"),
        ("working_languages", "language"),
    ]
    terms = [f"{each['field']}/{term}" for each in found["facets"] for term, _ in each["terms"]]
    own = {id_: {terms[place] for place in places} for id_, _, places, _ in found["rows"]}
    assert own["alpha"] == {
        *("sectors/health", "sectors/deeptech", "districts/haute-rive", "districts/port-clair"),
        *("stage/growth", "looking_for/investors", "looking_for/talent", "headcount/10-49"),
        *("working_languages/fr", "working_languages/en"),
    }
    assert own["beta"] == {"districts/haute-rive"}
    assert [founded for id_, _, _, founded in found["rows"] if id_ == "alpha"] == ["2013-11"]


@pytest.mark.parametrize(
    ("lang", "forms"),
    [("en", {"one", "other"}), ("ar", {"zero", "one", "two", "few", "many", "other"})],
)
def test_the_script_can_say_any_number(outputs: dict[str, bytes], lang: str, forms: set[str]) -> None:
    """A sentence for each plural that everyday numbers have in the language."""
    counts = index(outputs, lang)["counts"]
    assert set(counts) == forms
    assert all(counts.values())


def test_drafts_are_in_the_files_of_a_preview_alone(
    outputs: dict[str, bytes], preview_outputs: dict[str, bytes]
) -> None:
    """As they are on its pages, and nowhere else."""
    for path in ("directory/startups.csv", "directory/fr.json"):
        assert b"ebauche" not in outputs[path]
        assert b"ebauche" in preview_outputs[path]


def test_addresses_carry_the_path_of_the_site(sub_path_outputs: dict[str, bytes]) -> None:
    """Under a sub-path, the lines of the script lead to its pages."""
    (line,) = [line for id_, line, _, _ in index(sub_path_outputs, "en")["rows"] if id_ == "alpha"]
    assert 'href="/sous/chemin/en/startups/alpha-care/"' in line
