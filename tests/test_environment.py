"""The program called by whatever Python a person has: it finds the one that has the packages."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from ombrelle.environment import PACKAGES
from tests.support.small import SITES
from tests.support.tools import ROOT

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the stand-in for a Python is a shell script")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The program alone, as it lies in a clone."""
    shutil.copy(ROOT / "build.py", tmp_path)
    shutil.copytree(ROOT / "ombrelle", tmp_path / "ombrelle", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def called(project: Path) -> subprocess.CompletedProcess[str]:
    """`build.py` called by a Python without any package."""
    command = [
        sys.executable,
        "-S",
        "build.py",
        "calendar",
        "--lang",
        "en",
        "--root",
        str(SITES / "smallest"),
    ]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=project, env=environment)


def test_without_the_packages_it_says_what_to_do(project: Path) -> None:
    """A sentence and the command to run once, not a trace."""
    run = called(project)
    assert run.returncode == 2
    assert "make site" in run.stderr
    assert "Traceback" not in run.stderr


def test_the_python_of_the_project_takes_over(project: Path) -> None:
    """Once `make` has set it up, any Python will do to call it."""
    own = project / ".venv/bin/python"
    own.parent.mkdir(parents=True)
    own.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    own.chmod(0o755)
    run = called(project)
    assert (run.returncode, run.stderr) == (0, "")
    assert "\n" in run.stdout


def test_every_dependency_is_looked_for() -> None:
    """What is looked for is what pyproject.toml asks for; time zones are data, which nobody imports."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    named = {canonicalize_name(Requirement(each).name) for each in settings["project"]["dependencies"]}
    providers = {canonicalize_name(name) for each in PACKAGES for name in packages_distributions()[each]}
    assert providers == named - {"tzdata"}
