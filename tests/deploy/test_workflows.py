"""The workflows of the code host: sound, pinned, with the least rights, and calling commands that exist."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from ombrelle.cli.parser import parse
from ombrelle.cli.words import words
from tests.support.hosts import action_faults
from tests.support.tools import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
TEMPLATES = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("[0-9]*.yml"))
BY_NAME = {path.stem: path for path in WORKFLOWS}

each_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)


def read(path: Path) -> Any:
    """A workflow as GitHub reads it, whose `on` is a word and no truth value."""
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 (text only)


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in read(path)["jobs"].values() for step in job["steps"]]


def test_actionlint_has_nothing_to_say() -> None:
    """Syntax, expressions, the names of contexts and of events."""
    assert WORKFLOWS
    assert action_faults(WORKFLOWS) == []


def test_actionlint_would_say_something(tmp_path: Path) -> None:
    """A context that does not exist is told."""
    text = BY_NAME["rebuild"].read_text(encoding="utf-8").replace("secrets.BUILD_HOOK", "secret.BUILD_HOOK")
    (tmp_path / "w.yml").write_text(text, encoding="utf-8")
    assert 'undefined variable "secret"' in "".join(action_faults([tmp_path / "w.yml"]))


@each_workflow
def test_actions_are_pinned(path: Path) -> None:
    """By the hash of a commit, with its version beside it: a tag can be moved."""
    uses = re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))
    assert [use for use in uses if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", use)] == []


@each_workflow
def test_rights_are_the_least(path: Path) -> None:
    """None by default; what a job may write is listed here."""
    workflow = read(path)
    assert workflow["permissions"] == {}
    writes = {
        (name, right)
        for name, job in workflow["jobs"].items()
        for right, level in job["permissions"].items()
        if level == "write"
    }
    known = {"content": {("code-scanning", "security-events")}, "comment": {("comment", "pull-requests")}}
    assert writes == known.get(path.stem, set())


@each_workflow
def test_forks_get_no_rights(path: Path) -> None:
    """No workflow runs the code of a pull request with the rights of the repository."""
    workflow = read(path)
    assert "pull_request_target" not in workflow["on"]
    if "workflow_run" in workflow["on"]:
        assert [step for step in steps(path) if "checkout" in step.get("uses", "")] == []


@each_workflow
def test_scripts_hold_no_expression(path: Path) -> None:
    """What an author chose, the name of a branch for instance, reaches a shell as a variable only."""
    scripts = [step["run"] for step in steps(path) if "run" in step]
    assert [script for script in scripts if "${{" in script] == []
    for script in scripts:
        subprocess.run(["bash", "-n"], input=script, text=True, check=True)


@each_workflow
def test_commands_exist(path: Path) -> None:
    """Each call of the program is understood by it."""
    text = path.read_text(encoding="utf-8")
    for call in re.findall(r"python build\.py ([^|>)\n]+)", text):
        given = shlex.split(call.replace('"$@"', "HEAD").replace('"$yesterday"', "2026-11-01"))
        assert parse(given, words("en")).command == given[0]


def test_the_comment_follows_the_check() -> None:
    """The one waits for the other by its name, and takes the file that it hands over."""
    comment, content = BY_NAME["comment"], BY_NAME["content"]
    assert read(comment)["on"]["workflow_run"]["workflows"] == [read(content)["name"]]
    handed = [step["with"]["name"] for step in steps(content) if "upload-artifact" in step.get("uses", "")]
    assert f"--name {handed[0]}" in steps(comment)[0]["run"]


def test_forms_ask_the_same_in_both_languages() -> None:
    """Each form in French is followed by the same in English, field by field."""
    forms = [[(part["type"], part["id"]) for part in read(path)["body"]] for path in TEMPLATES]
    assert forms
    assert forms[::2] == forms[1::2]
