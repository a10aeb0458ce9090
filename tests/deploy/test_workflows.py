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
    if "workflow_run" in workflow["on"]:
        assert [step for step in steps(path) if "checkout" in step.get("uses", "")] == []
    if "pull_request_target" in workflow["on"]:
        assert faults_of_target(path.read_text(encoding="utf-8")) == []


FOREIGN = re.compile(
    r"secrets\.|github\.token|GITHUB_TOKEN|: write|cache|artifact"
    r"|\bref:|repository:|head_ref|head\.ref"
    r"|git (?:checkout|switch|worktree|merge|reset|restore|pull|archive|read-tree|am|apply|rebase)"
)
"""What would give what is proposed a right or a secret, or bring it to the disk."""


def faults_of_target(text: str) -> list[str]:
    """What a workflow that runs with the rights of the base does with what is proposed, beyond reading it."""
    workflow = yaml.load(text, yaml.BaseLoader)  # noqa: S506 (text only)
    found = FOREIGN.findall(re.sub(r"^\s*#.*$", "", text, flags=re.MULTILINE))
    rights = [
        job["permissions"] for job in workflow["jobs"].values() if job["permissions"] != {"contents": "read"}
    ]
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    checkouts = [step.get("with", {}) for step in steps if "checkout" in step.get("uses", "")]
    kept = [given for given in checkouts if given.get("persist-credentials") != "false"]
    return [*found, *map(str, rights), *map(str, kept)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("fetch-depth: 0", "ref: ${{ github.event.pull_request.head.sha }}"),
        ("fetch-depth: 0", "repository: someone/fork"),
        ("contents: read", "contents: write"),
        ("persist-credentials: false", "persist-credentials: true"),
        ("git fetch", "git checkout FETCH_HEAD && git fetch"),
        ("AUTHOR: ", "TOKEN: ${{ secrets.BUILD_HOOK }}\n          AUTHOR: "),
        ('python-version: "3.13"', 'python-version: "3.13"\n          cache: pip'),
    ],
)
def test_what_would_run_foreign_code_is_told(old: str, new: str) -> None:
    """Each way to give a fork a right, or to bring its files beside the rights, is found."""
    text = BY_NAME["owners"].read_text(encoding="utf-8")
    assert old in text
    assert faults_of_target(text.replace(old, new)) != []


def test_the_rights_are_judged_by_the_base() -> None:
    """What is proposed is given as a revision, by the event's own hash, and the author by their account."""
    call = steps(BY_NAME["owners"])[-1]
    assert '--base HEAD --head "$HEAD_SHA" --as "@$AUTHOR"' in call["run"]
    assert call["env"]["HEAD_SHA"] == "${{ github.event.pull_request.head.sha }}"
    assert call["env"]["AUTHOR"] == "${{ github.event.pull_request.user.login }}"


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
