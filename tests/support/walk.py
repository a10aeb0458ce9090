"""The pages of the documentation that show a real run: their files and commands, in the order of the page.

A file stands as **`path`** before its block, a command as `$ …` in a block of the language `console`, before
what it answers.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.support.tools import ROOT

__all__ = ["Command", "File", "environment", "fresh_copy", "ran", "steps", "write"]

_STEP = re.compile(
    r"^\*\*`(?P<path>[^`]+)`\*\*\n\n(?P<fence>`{3,})\w+\n(?P<text>.*?)^(?P=fence)$|^```console\n(?P<console>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_COMMAND = re.compile(r"^\$ (?P<line>.+)\n(?P<answer>(?:(?!\$ ).*\n)*)", re.MULTILINE)
_NOW = "1795392000"
"""23 November 2026: the day of which the pages speak, so that no run depends on its own."""

_LOCALES = {"fr": "fr_FR.UTF-8", "en": "en_GB.UTF-8"}


@dataclass(frozen=True, slots=True)
class File:
    """A file that the reader writes, by its path from the root."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Command:
    """A line that the reader types, and what the page says it answers."""

    line: str
    answer: str


def steps(page: str) -> list[File | Command]:
    """What the reader of a page does, in order; `page` is its path from the root."""
    return list(_steps((ROOT / page).read_text(encoding="utf-8")))


def _steps(text: str) -> Iterator[File | Command]:
    for found in _STEP.finditer(text):
        if found["path"]:
            yield File(found["path"], found["text"])
        else:
            for typed in _COMMAND.finditer(found["console"]):
                yield Command(typed["line"], typed["answer"])


def fresh_copy(folder: Path) -> Path:
    """The repository as a clone has it, with the changes that are not committed yet."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    return folder


def write(clone: Path, file: File) -> None:
    """Save a file as the reader does."""
    (clone / file.path).parent.mkdir(parents=True, exist_ok=True)
    (clone / file.path).write_text(file.text, encoding="utf-8")


def ran(clone: Path, command: Command, language: str) -> str:
    """What a command answers, both outputs as a terminal shows them: `cat FILE`, or `python build.py …`."""
    word, *rest = shlex.split(command.line)
    if word == "cat":
        return (clone / rest[0]).read_text(encoding="utf-8")
    if word != "python":
        raise ValueError(f"not a command of these pages: {command.line}")
    run = subprocess.run(
        [sys.executable, *rest],
        cwd=clone,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
        env=environment(language),
    )
    return run.stdout


def environment(language: str) -> dict[str, str]:
    """What a reader's machine says of itself: the language `fr` or `en`, and the day of the pages."""
    return {**os.environ, "LC_ALL": _LOCALES[language], "PYTHONUTF8": "1", "SOURCE_DATE_EPOCH": _NOW}
