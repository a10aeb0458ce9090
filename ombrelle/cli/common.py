"""What several commands share: the options of a build, and the report of what is wrong."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TextIO

from ombrelle.cli.day import day_of
from ombrelle.cli.words import Words
from ombrelle.load import Content, load, read_site
from ombrelle.load.discover import SITE_FILE, discover
from ombrelle.options import Options
from ombrelle.problems import Problem, Problems


def options_of(given: argparse.Namespace) -> Options:
    """The options of a build."""
    options = {name: getattr(given, name) for name in ("base_url", "jobs") if getattr(given, name, None)}
    return Options(
        root=given.root,
        out=getattr(given, "out", None) or given.root / "public",
        today=day_of(given),
        theme=given.theme,
        drafts=given.drafts,
        pseudo=getattr(given, "pseudo", False),
        is_drawn=getattr(given, "is_drawn", False),
        search=getattr(given, "search", True),
        executor=getattr(given, "executor", ""),
        scheduler=getattr(given, "scheduler", ""),
        is_shared=getattr(given, "is_shared", False),
        **options,
    )


def content_of(given: argparse.Namespace, said: Words) -> Content | int:
    """All that the files hold, or the exit code of a command that cannot do without, its reason said."""
    if not (given.root / SITE_FILE).is_file():
        print(said.say("no-site", folder=given.root.resolve()), file=sys.stderr)
        return 2
    problems = Problems()
    content = load(given.root, discover(given.root, problems), problems)
    if content is None:
        report(problems, given.root, said)
        return 1
    return content


def wrong_place(options: Options, said: Words) -> str:
    """Why there is nothing to build here; "" when there is."""
    if not (options.root / SITE_FILE).is_file():
        return said.say("no-site", folder=options.root.resolve())
    theme = options.theme_folder
    return "" if (theme / "theme.toml").is_file() else said.say("no-theme", folder=theme)


def report(
    problems: Iterable[Problem], root: Path, said: Words, unsaved: Mapping[str, str] | None = None
) -> None:
    """Tell problems on the error output. `unsaved` are texts by path that are not on the disk."""
    found = list(problems)
    if found:
        from ombrelle.report.text import format_text

        texts = unsaved or {}
        text = format_text(
            found, lambda path: _lines(root, path, texts), said.language, colour=has_colour(sys.stderr)
        )
        print(text, file=sys.stderr)


def repository_of(root: Path) -> str:
    """The address of the repository that `content/site.yaml` gives; "" when it gives none."""
    site = read_site(root, Problems())
    return (site.site.repository or "") if site else ""


def paths_of(given: argparse.Namespace) -> list[str]:
    """The files and folders that are given, by their path from the root."""
    return [os.path.relpath(path, given.root).replace(os.sep, "/") for path in given.paths]


def has_colour(stream: TextIO) -> bool:
    """Whether what goes out there may be coloured: it is a terminal, and nobody asked for none."""
    return stream.isatty() and not os.environ.get("NO_COLOR")


def _lines(root: Path, path: str, unsaved: Mapping[str, str]) -> list[str] | None:
    if path in unsaved:
        return unsaved[path].split("\n")
    try:
        return (root / path).read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return None
