"""Small sites to build, to copy and to change: `tests/sites/<name>`, dressed by the real theme."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from textwrap import dedent
from typing import Any

from ombrelle.build import Options, prepare
from ombrelle.library import Library
from ombrelle.library.relate import relate
from ombrelle.load import load
from ombrelle.load.discover import discover
from ombrelle.problems import Problem, Problems
from ombrelle.route import Routes
from ombrelle.route.routes import make_routes
from ombrelle.views.edition import Edition
from tests.support.tools import ROOT

__all__ = [
    "DAY",
    "SITES",
    "THEME",
    "command",
    "command_of",
    "copied",
    "edition_of",
    "found",
    "library_of",
    "options",
    "routes_of",
    "write",
]

SITES = ROOT / "tests/sites"
THEME = ROOT / "themes/marque-ombrelle"
DAY = date(2026, 11, 1)
"""The day of which the small sites speak: it has news and events before and after."""


def copied(name: str, folder: Path) -> Path:
    """A copy of a small site in `folder`, to be changed."""
    return Path(shutil.copytree(SITES / name, folder / name, ignore=shutil.ignore_patterns(".cache")))


def write(root: Path, path: str, text: str) -> None:
    """Write a file of a site, its folders too; the text is dedented."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(dedent(text).lstrip("\n"), encoding="utf-8")


def options(root: Path, out: Path | None = None, **changes: Any) -> Options:
    """The options of a build of `root` on `DAY`, in one process, with the real theme; nothing is indexed."""
    made = Options(root, out or root / "public", DAY, theme=THEME, jobs=1, search=False)
    return replace(made, **changes)


def edition_of(root: Path, **changes: Any) -> Edition:
    """A site ready to be shown; AssertionError with its problems where it has some of its own."""
    problems = Problems()
    edition = prepare(options(root, **changes), problems)
    assert edition is not None, list(problems)
    assert found(problems) == []
    return edition


def library_of(root: Path, *, today: date = DAY, drafts: bool = False) -> tuple[Library, Problems]:
    """The library of a site, and what was found wrong on the way."""
    problems = Problems()
    content = load(root, discover(root, problems), problems)
    assert content is not None, list(problems)
    return relate(content, today, problems, drafts=drafts), problems


def routes_of(root: Path, base_url: str = "https://essai.example", **day: Any) -> tuple[Routes, Problems]:
    """The routes of a site, and what was found wrong on the way."""
    library, problems = library_of(root, **day)
    return make_routes(library, base_url, problems), problems


def found(problems: Problems, code: str = "") -> list[Problem]:
    """The problems of the content, all or of one code; the theme's catalogues are not the content."""
    own = [problem for problem in problems if problem.location.path.startswith(("content/", "quartiers/"))]
    return [problem for problem in own if code in {"", problem.code}]


def command(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `build.py` with these arguments; `environment` is added to a neutral one.

    A build leaves its drawings out: they are tested apart, and take seconds.
    """
    leaner = ("--no-drawings",) if arguments and arguments[0] == "build" else ()
    return command_of(ROOT / "build.py", *arguments, *leaner, **environment)


def command_of(door: Path, *arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The same for a copy of the generator, whose door is `door`."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    return subprocess.run(
        [sys.executable, str(door), *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        env={**inherited, "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1", **environment},
    )
