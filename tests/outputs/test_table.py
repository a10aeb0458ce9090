"""Tables come back as they were: each cell that a spreadsheet has is what the JSON says."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombrelle.outputs.data import _cell

FORMULAS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")
DATASETS = ("quartiers", "startups", "actors", "events")


def undefused(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from computing it."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULAS) else cell


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_defused_cell_comes_back(text: str) -> None:
    """Whatever stands in a cell, it is no formula, and without its apostrophe it is what was written."""
    cell = _cell(text)
    assert not cell.startswith(FORMULAS)
    if not re.search(r"[';\s]", text):
        assert undefused(cell) == text


@given(st.text(st.sampled_from("a1 ;=+-@＝＠\t\r\n'\"")))
def test_no_cell_holds_a_formula_for_those_who_part_at_semicolons(text: str) -> None:
    """Where the decimal sign is a comma, a spreadsheet parts cells at semicolons too."""
    cell = _cell(text)
    assert not [piece for piece in re.split(r"[;\t\r\n]", cell) if piece.lstrip().startswith(FORMULAS)]
    assert cell.replace("'", "") == text.replace("'", "")


@pytest.mark.parametrize("name", DATASETS)
def test_the_table_says_what_the_json_says(outputs: dict[str, bytes], name: str) -> None:
    """Each simple field of each record, in every language that it has."""
    text = outputs[f"data/v1/{name}.csv"].decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    items: list[dict[str, Any]] = json.loads(outputs[f"data/v1/{name}.json"])["items"]
    compared = 0
    for row, item in zip(rows, items, strict=True):
        for column, cell in row.items():
            value = item.get(column)
            if isinstance(value, str):
                assert undefused(cell) == value
                compared += 1
            field, _, lang = column.rpartition("_")
            forms = item.get(field)
            if isinstance(forms, dict) and lang in {"fr", "en", "ar"}:
                assert undefused(cell) == forms.get(lang, "")
                compared += 1
    assert compared > len(rows)
