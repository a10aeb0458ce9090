"""A small site that is edited and built, and how what came of an accident is judged."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks.accidents.process import Build, Ended, Hook, Touches
from benchmarks.edits import Editor
from benchmarks.incremental import DAY, SITE, THEME

Manifest = Mapping[str, str]

_LEFT = re.compile(r"public|\.public-spare|\.public\.lock")
"""What may stand where a site is published."""


@dataclass(frozen=True, slots=True)
class Accident:
    """What happened, and whether the new site was published all the same; `fault` says what is not right."""

    what: str
    is_new: bool
    fault: str = ""


class Scene:
    """A copy of a site in `folder`, built once; the same `random` makes the same edits and accidents.

    The site is published in a folder of its own, and so is its cache: each may be on a disk of its own.
    """

    def __init__(self, folder: Path, random: Random, site: Path = SITE) -> None:
        self.folder, self.random = folder, random
        ignored = shutil.ignore_patterns(".cache", "public")
        self.root = Path(shutil.copytree(site, folder / "site", ignore=ignored))
        self.theme = Path(shutil.copytree(THEME, folder / "theme"))
        self.home, self.cache = folder / "www", self.root / ".cache"
        self.out = self.home / "public"
        for path in (self.home, self.cache):
            path.mkdir()
        self._editor = Editor(self.root, self.theme, DAY, random)
        self.last: Manifest = {}
        self.touches, self.seconds = 0, 0.0

    def settle(self) -> str:
        """Build undisturbed; what is not right then."""
        touches = Touches()
        ended = self.build(hook=touches.hook()).end()
        self.last = self.published()
        self.touches, self.seconds = touches.count, ended.seconds
        return "" if ended.code == 0 else f"the next build ended with {ended.code}: {ended.said[-600:]}"

    def edit(self) -> Manifest:
        """Edit until the site can be published and is another one; what a clean build makes of it."""
        while True:
            self._editor.edit()
            clean = self.clean()
            if not clean:
                self._editor.undo()
            elif clean != self.last:
                return clean

    def clean(self) -> Manifest:
        """What a build that starts from nothing makes of the site as it is; nothing where it is refused."""
        out = self.folder / "clean/public"
        ended = self.build("--no-cache", out=out).end()
        found = manifest(out) if ended.code == 0 else {}
        shutil.rmtree(out.parent, ignore_errors=True)
        return found

    def build(self, *options: str, out: Path | None = None, hook: Hook | None = None) -> Build:
        """A build, begun."""
        places = ("--root", self.root, "--out", out or self.out, "--theme", self.theme)
        asked = ("--no-search", "--no-drawings", "--jobs", "1", "--lang", "en", "--date", self._editor.today)
        return Build(["build", *map(str, (*places, *asked)), *options], hook)

    def published(self) -> Manifest:
        """What is published now."""
        return manifest(self.out)

    def judge(self, what: str, ended: Ended, *right: Manifest) -> Accident:
        """Look at what came of a build that could have made `right`; then mend, and look again.

        The first of them is what the next build must make.
        """
        seen = self.published()
        fault = _untrue(ended, seen, self.last, right)
        fault = fault or self.settle()
        if not fault and self.last != right[0]:
            fault = f"the next build differs from a clean one: {_differing(self.last, right[0])}"
        left = sorted(path.name for path in self.home.iterdir() if not _LEFT.fullmatch(path.name))
        left += sorted(path.name for path in self.cache.rglob("*") if path.name.startswith((".new", "tmp")))
        if not fault and left:
            fault = f"left behind: {left}"
        return Accident(what, seen in right, fault)


def manifest(folder: Path) -> Manifest:
    """The SHA-256 of each file of a folder by its path."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths
    }


def _untrue(ended: Ended, seen: Manifest, before: Manifest, right: tuple[Manifest, ...]) -> str:
    """What is not right with a site, or with what was said of it; "" where all is."""
    if "Traceback" in ended.said or ended.code == 3:
        return f"a fault of the program: {ended.said[-600:]}"
    if seen not in (before, *right):
        return f"neither the old site nor the new one: {_differing(seen, right[0])}"
    if ended.code == 0 and seen not in right:
        return f"the old site, and said to be built: {ended.said[-300:]}"
    is_told = "has been published" in ended.said
    if not ended.is_killed and ended.code and (seen != before) != is_told:
        return f"what was said is not so: {ended.said[-600:]}"
    return ""


def _differing(one: Manifest, other: Manifest) -> list[str]:
    return sorted({path for path, _ in one.items() ^ other.items()})[:5]
