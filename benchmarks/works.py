"""What is measured of ours on a made-up site: from nothing, again, after one change, with a language more."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.folders import stamps
from benchmarks.measure import Cost, measure
from benchmarks.synthetic import LANGUAGES, Size, write_site

ROOT = Path(__file__).resolve().parents[1]
PLAIN = Path(__file__).with_name("plain")


WORKS = ("cold", "unchanged", "one text", "one name", "cold, one language more")
"""In the order in which they are done: each finds what the one before left."""


@dataclass(frozen=True, slots=True)
class Done:
    """What a piece of work cost, how many files it wrote, and how many pages there are after it."""

    cost: Cost
    written: int
    pages: int


@dataclass(frozen=True, slots=True)
class Work:
    """A command, what is done before it is measured, and the folder that it publishes."""

    name: str
    begin: Callable[[], None]
    command: Sequence[str]
    out: Path

    def do(self) -> Done:
        """Begin, then run the command and measure it."""
        self.begin()
        before = stamps(self.out)
        cost = measure(self.command)
        after = stamps(self.out)
        written = sum(before.get(path) != found for path, found in after.items())
        return Done(cost, written, sum(path.endswith(".html") for path in after))


def command(root: Path, out: Path) -> list[str]:
    """A build of ours with the plain theme, which has what the peers' sites have: no drawings, no search."""
    ours = [sys.executable, str(ROOT / "build.py"), "build", "--root", str(root), "--out", str(out)]
    return [*ours, "--theme", str(PLAIN), "--date", "2026-11-01", "--no-drawings", "--no-search"]


def works(folder: Path, size: Size) -> list[Work]:
    """The `WORKS` of a size."""
    site = _Site(write_site(folder / "ours", size), folder / "ours-public")
    more = _Site(write_site(folder / "more", size), folder / "more-public")
    more.add_language(size)
    begin = (site.forget, lambda: None, site.change_text, site.change_name)
    ours = [site.work(name, each) for name, each in zip(WORKS, begin, strict=False)]
    return [*ours, more.work(WORKS[-1], more.forget)]


class _Site:
    def __init__(self, root: Path, out: Path) -> None:
        self._root, self._out, self._number = root, out, 0

    def work(self, name: str, begin: Callable[[], None]) -> Work:
        return Work(name, begin, command(self._root, self._out), self._out)

    def forget(self) -> None:
        """Let the next build begin from nothing."""
        for path in (self._root / ".cache", self._out, self._out.with_name(f".{self._out.name}-spare")):
            shutil.rmtree(path, ignore_errors=True)

    def change_text(self) -> None:
        """Add a word to the text of one company."""
        path = min(self._root.glob("quartiers/*/startups/*.fr.md"))
        path.write_text(f"{path.read_text(encoding='utf-8').rstrip()} encore\n", encoding="utf-8")

    def change_name(self) -> None:
        """Give the section of companies, which every menu names, another name."""
        self._number += 1
        path = self._root / "content/vocabularies/sections.yaml"
        text = path.read_text(encoding="utf-8")
        changed = re.sub(r"(?m)^(startups:\n  name: ).*$", rf"\1Jeunes {self._number}", text)
        assert changed != text
        path.write_text(changed, encoding="utf-8")

    def add_language(self, size: Size) -> None:
        """Add a language in which nothing is written."""
        path = self._root / "content/site.yaml"
        text = path.read_text(encoding="utf-8")
        more = LANGUAGES[size.languages]
        path.write_text(re.sub(r"languages: \[(.*)\]", rf"languages: [\1, {more}]", text), encoding="utf-8")
