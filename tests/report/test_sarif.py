"""SARIF: valid by the official schema and GitHub's rules, with places that its readers find."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombrelle.problems import Location, Problem
from ombrelle.problems.catalogue import SPOKEN, definitions
from ombrelle.report.excerpt import safe
from ombrelle.report.sarif import format_sarif
from tests.support.hosts import sarif_faults

REPOSITORY = "https://code.essai.example/ombrelle"
LINE = "a: 😀 status:"
EMPTY = Problem(Location("a b/é.yaml", 1, 6, 1, 12), "empty-value", (("field", "status"),))
WHOLE = Problem(Location("a/c\udcff.yml"), "wrong-extension", (("near", "c.yaml"),))


def run_of(*problems: Problem, language: str = "en", repository: str = REPOSITORY) -> Any:
    return json.loads(format_sarif(problems, lambda _: [LINE], language, repository))["runs"][0]


@pytest.mark.parametrize("language", SPOKEN)
def test_the_validator_has_nothing_to_say(language: str, tmp_path: Path) -> None:
    """The official schema, the rules of the standard and those of GitHub code scanning are all met."""
    file = tmp_path / "report.sarif"
    file.write_text(format_sarif([EMPTY, WHOLE], lambda _: [LINE], language, REPOSITORY), encoding="utf-8")
    assert sarif_faults(file) == []


def test_the_validator_would_say_something(tmp_path: Path) -> None:
    """A property that SARIF does not have is refused."""
    report = json.loads(format_sarif([EMPTY], lambda _: [LINE], "en", REPOSITORY))
    report["runs"][0]["results"][0]["levels"] = "error"
    file = tmp_path / "report.sarif"
    file.write_text(json.dumps(report), encoding="utf-8")
    assert [fault.partition(":")[0] for fault in sarif_faults(file)] == ["JSON1005"]


def test_rules_are_the_catalogue() -> None:
    """Every code is a rule, in the language asked for, and leads to its page."""
    rules = run_of(EMPTY, language="fr")["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(definitions())
    assert all(rule["helpUri"] == f"{REPOSITORY}/blob/HEAD/docs/problemes.md#{rule['id']}" for rule in rules)


def test_without_a_repository_no_address_is_made_up() -> None:
    """SARIF wants absolute addresses: none is given where none is known, and the help names the page."""
    driver = run_of(EMPTY, repository="")["tool"]["driver"]
    assert "informationUri" not in driver
    assert not any("helpUri" in rule for rule in driver["rules"])
    assert f"docs/problems.md#{driver['rules'][0]['id']}" in driver["rules"][0]["help"]["text"]


def test_columns_count_utf_16_units() -> None:
    """What stands behind a character above U+FFFF is one column further than in characters."""
    run = run_of(EMPTY)
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert run["columnKind"] == "utf16CodeUnits"
    assert place["region"] == {"startLine": 1, "startColumn": 7, "endLine": 1, "endColumn": 13}


def test_a_result_points_to_its_rule_and_file() -> None:
    """By number and by code; the name of a file is a URI below the root, even one that is not UTF-8."""
    run = run_of(EMPTY, WHOLE)
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    files = [
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in run["results"]
    ]
    assert files == ["a%20b/%C3%A9.yaml", "a/c%FF.yml"]
    assert [result["level"] for result in run["results"]] == ["warning", "error"]


@given(st.text())
def test_no_text_of_a_file_is_a_link_or_a_control(text: str) -> None:
    """A message is shown as it stands: SARIF makes links of brackets (3.11.6)."""
    value = f"[x](https://a{text}"
    told = Problem(Location("a.yaml", 1, 6, 1, 12), "unknown-link", (("near", ""), ("value", value)))
    message = run_of(told)["results"][0]["message"]["text"]
    assert "](" not in message
    assert message == safe(message)
