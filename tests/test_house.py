"""Manners of the repository: size of modules and functions, locks, dependencies, what a file may name."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

from tests.support.tools import ROOT

MODULE_LINES = 350
FUNCTION_LINES = 50
MEDIAN_FUNCTION_LINES = 10
# Where systems keep people's own folders.
MACHINE_PATH = re.compile(r"(?<![\w.~/-])/(?:home|root|Users)/\w")
PROGRAMS = {".py", ".toml", ".sh", ".js", ".mjs", ".css", ".j2", ".po", ".md", ".lock", ".json", ".yml", ""}
# Hosts from which packages come. What to install is ours to say; from where is the machine's choice.
REGISTRY = re.compile(r"(?:pypi|pythonhosted|registry\.npmjs|deb\.debian)\.(?:org|com)")

Function = ast.FunctionDef | ast.AsyncFunctionDef


def repository_files() -> list[Path]:
    """Files of the repository, those not yet added too, without what is ignored."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return sorted(path for name in names.split("\0") if name and (path := ROOT / name).is_file())


def modules(*folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


def functions(path: Path) -> Iterator[Function]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def length(function: Function) -> int:
    """Lines from `def` to the end, docstring included, decorators not."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def locked(name: str) -> dict[str, list[str]]:
    """The packages of a lock: name → its lines, the first with the version, then the hashes."""
    packages: dict[str, list[str]] = {}
    current = ""
    for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
        if "==" in line and not line.startswith((" ", "#")):
            current = line.partition("==")[0]
        if current and not line.strip().startswith("#"):
            packages.setdefault(current, []).append(line)
    return packages


def dependencies() -> dict[str, list[Requirement]]:
    """What pyproject.toml asks for: lock → requirements."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    asked = {
        "requirements.lock": project["project"]["dependencies"],
        "requirements-test.lock": project["project"]["dependencies"] + groups["test"],
        "requirements-lint.lock": groups["lint"],
    }
    return {lock: [Requirement(text) for text in texts] for lock, texts in asked.items()}


LOCKS = sorted(dependencies())


def test_modules_are_short() -> None:
    """No module is over 350 lines: one subject each."""
    sizes = {
        path: len(path.read_text(encoding="utf-8").splitlines()) for path in modules("ombrelle", "tests")
    }
    assert [path.relative_to(ROOT) for path, lines in sizes.items() if lines > MODULE_LINES] == []


def test_functions_are_short() -> None:
    """No function is over 50 lines."""
    long = [
        f"{path.relative_to(ROOT)}:{function.lineno} {function.name} {length(function)}"
        for path in modules("ombrelle", "tests")
        for function in functions(path)
        if length(function) > FUNCTION_LINES
    ]
    assert long == []


def test_half_of_the_functions_are_very_short() -> None:
    """The median function of the package is under 10 lines."""
    lengths = [length(function) for path in modules("ombrelle") for function in functions(path)]
    assert median(lengths) < MEDIAN_FUNCTION_LINES


def test_every_test_says_what_it_claims() -> None:
    """Each test function has a docstring."""
    silent = [
        f"{path.relative_to(ROOT)}:{function.lineno} {function.name}"
        for path in modules("tests")
        for function in functions(path)
        if function.name.startswith("test_") and not ast.get_docstring(function)
    ]
    assert silent == []


@pytest.mark.parametrize("tied", [MACHINE_PATH, REGISTRY], ids=["folder", "registry"])
def test_no_file_is_tied_to_one_machine(tied: re.Pattern[str]) -> None:
    """Programs and texts work anywhere: none holds a path of somebody's folder or a registry's host."""
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in repository_files()
        if path.suffix in PROGRAMS
        for match in tied.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_its_hashes(name: str) -> None:
    """A package that was exchanged on its way is refused by pip, whichever it is."""
    packages = locked(name)
    assert packages
    assert [
        name for name, lines in packages.items() if not any("--hash=sha256:" in line for line in lines)
    ] == []


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_what_the_project_asks(name: str) -> None:
    """Each dependency is locked at a version that pyproject.toml accepts: `make lock` was not forgotten."""
    packages = locked(name)
    for wanted in dependencies()[name]:
        version = packages[wanted.name][0].partition("==")[2].split()[0]
        assert Version(version) in wanted.specifier, wanted.name


def test_locks_name_no_address() -> None:
    """A lock says what to install by name and hash, and leaves to the machine where it comes from."""
    addresses = [name for name in LOCKS if "://" in (ROOT / name).read_text(encoding="utf-8")]
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    addresses += [name for name, package in packages.items() if "resolved" in package]
    assert addresses == []


def test_every_npm_package_has_its_hash() -> None:
    """The same for the test tools that come from npm."""
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert [name for name, package in packages.items() if name and "integrity" not in package] == []


def test_every_dependency_has_its_reason() -> None:
    """docs/dependencies.md has a row for each dependency, and none for one that is gone."""
    package = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    tools = {*package["dependencies"], *package["devDependencies"]}
    asked = {wanted.name for group in dependencies().values() for wanted in group} | tools
    rows = re.findall(
        r"^\| `([^`]+)`", (ROOT / "docs/dependencies.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert sorted(rows) == sorted(asked)
