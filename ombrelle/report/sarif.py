"""Problems as SARIF 2.1.0, which code hosts and editors read.

The form: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html; sections are named below.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from ombrelle import __version__
from ombrelle.problems import Location, Problem, Severity
from ombrelle.problems.catalogue import Definition, definitions
from ombrelle.problems.wording import say
from ombrelle.report.excerpt import ReadLines, read_once, safe
from ombrelle.report.pages import page_address

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_ROOT = "%SRCROOT%"


def format_sarif(problems: Iterable[Problem], read_lines: ReadLines, language: str, repository: str) -> str:
    """One run, its rules the whole catalogue in `fr` or `en`; `repository` is its address, "" if unknown."""
    rules = [_rule(definition, language, repository) for definition in definitions().values()]
    index = {code: number for number, code in enumerate(definitions())}
    driver = {
        "name": "Ombrelle",
        "semanticVersion": __version__,
        **({"informationUri": repository} if repository else {}),
        "rules": rules,
    }
    read = read_once(read_lines)
    results = [_result(problem, index[problem.code], read, language) for problem in problems]
    run = {
        "tool": {"driver": driver},
        "language": language,
        "columnKind": "utf16CodeUnits",
        "results": results,
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1)


def _rule(definition: Definition, language: str, repository: str) -> dict[str, Any]:
    """A code. Its `helpUri` (3.49.12) must be absolute: without a repository only the help names the page."""
    wording = definition.wordings[language]
    page = page_address(definition.code, language, repository)
    text = wording.why or f"{wording.title}."
    return {
        "id": definition.code,
        "name": "".join(word.capitalize() for word in definition.code.split("-")),
        "shortDescription": {"text": f"{wording.title}."},
        "fullDescription": {"text": text},
        "help": {"text": f"{text}\n{page}", "markdown": f"{text}\n\n[{definition.code}]({page})"},
        **({"helpUri": page} if repository else {}),
        "defaultConfiguration": {"level": _LEVELS[Severity(definition.severity)]},
        "properties": {"tags": [definition.group]},
    }


def _result(problem: Problem, index: int, read_lines: ReadLines, language: str) -> dict[str, Any]:
    said = say(problem, language)
    place = problem.location
    artifact = {"uri": quote(place.path, errors="surrogateescape"), "uriBaseId": _ROOT}
    physical = {"artifactLocation": artifact, "region": _region(place, read_lines(place.path) or ())}
    return {
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": _LEVELS[problem.severity],
        "message": {"text": _plain("\n".join(part for part in (said.message, said.hint) if part))},
        "locations": [{"physicalLocation": physical}],
    }


def _plain(text: str) -> str:
    """A text as it is shown, in which nothing is a link of SARIF (3.11.6)."""
    return safe(text).replace("](", "] (")


def _region(place: Location, lines: Iterable[str]) -> dict[str, int]:
    """A place (3.30): columns count UTF-16 code units, the end is exclusive as ours is."""
    if not place.end_line and place.line == place.column == 1:
        return {"startLine": 1}
    written = dict(enumerate(lines, start=1))
    start = {
        "startLine": place.line,
        "startColumn": _units(written.get(place.line, ""), place.column),
    }
    if not place.end_line:
        return start
    end = _units(written.get(place.end_line, ""), place.end_column)
    return {**start, "endLine": place.end_line, "endColumn": end}


def _units(line: str, column: int) -> int:
    """A column of characters as one of UTF-16 code units: those above U+FFFF take two."""
    return column + sum(ord(character) > 0xFFFF for character in line[: column - 1])
