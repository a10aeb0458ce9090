"""Builds killed at random moments: what is published stays whole, and the next build is right.

python -m benchmarks.accidents --kills 200

A build is killed at one of the moments at which it touches the disk, taken at random: the folder that is
published must then be the old site or the new one, byte by byte. The build after it must be that which starts
from nothing, and must leave nothing beside but its spare folder.
"""

from __future__ import annotations

import argparse
import hashlib
import multiprocessing
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

from benchmarks.edits import Editor
from benchmarks.incremental import DAY, SITE, THEME
from ombrelle.build import Options, build

_TOUCHES = ("open", "os.", "shutil.", "sqlite3.", "ctypes.call_function")
_FORK = multiprocessing.get_context("fork")

Manifest = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Accident:
    """Where a build was killed, of how many moments; `fault` says what was not as it should be."""

    moment: int
    of: int
    is_new: bool
    fault: str = ""


class Accidents:
    """Edits of a copy of the small site in `folder`; each build of one is killed, then made once more."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder, self._random = folder, Random(seed)  # noqa: S311 the same moments every time
        ignored = shutil.ignore_patterns(".cache", "public")
        root = Path(shutil.copytree(SITE, folder / "site", ignore=ignored))
        theme = Path(shutil.copytree(THEME, folder / "theme"))
        self._editor = Editor(root, theme, DAY, self._random)
        self._options = Options(root, folder / "public", DAY, theme, search=False, jobs=1, reuses=True)
        self._last: Manifest = {}
        self._moments = self._built(self._options)

    def happen(self) -> Accident:
        """Edit, kill the build at a moment, look, and build again."""
        clean = self._sound_edit()
        options = replace(self._options, today=self._editor.today)
        moments, before = self._moments, self._last
        moment = self._random.randrange(moments)
        _apart(_dying, options, moment)
        seen = _manifest(self._options.out)
        fault = "" if seen in (before, clean) else "neither the old site nor the new one"
        self._moments = self._built(options)
        if not fault and self._last != clean:
            fault = "the next build differs from a clean one"
        left = {path.name for path in self._folder.iterdir()} - {"site", "theme", "public", ".public-spare"}
        if not fault and left:
            fault = f"left behind: {sorted(left)}"
        return Accident(moment, moments, seen == clean, fault)

    def _sound_edit(self) -> Manifest:
        """Edit until the site can be published and is another one; what a clean build makes of it."""
        while True:
            self._editor.edit()
            clean = self._folder / "clean"
            options = replace(self._options, out=clean, reuses=False, today=self._editor.today)
            result = build(options)
            shutil.rmtree(clean, ignore_errors=True)
            if result.manifest is None:
                self._editor.undo()
            elif result.manifest != self._last:
                return dict(result.manifest)

    def _built(self, options: Options) -> int:
        """Build to the end; how many times that touched the disk."""
        receive, send = _FORK.Pipe(duplex=False)
        _apart(_counted, options, send)
        self._last = _manifest(options.out)
        moments: int = receive.recv()
        return moments


def main(arguments: Sequence[str] | None = None) -> int:
    """Kill as many builds as are asked for; 1 when one did harm."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        accidents = Accidents(Path(folder), given.seed)
        found = [accidents.happen() for _ in range(given.kills)]
    new = sum(each.is_new for each in found)
    faults = [each for each in found if each.fault]
    print(f"{len(found)} builds killed: {len(found) - new} left the old site, {new} the new one")
    for each in faults:
        print(f"at moment {each.moment} of {each.of}: {each.fault}")
    print(f"{len(faults)} did harm")
    return 1 if faults else 0


def _apart(work: Callable[..., None], *values: object) -> None:
    """Do something in a process of its own, to its end."""
    process = _FORK.Process(target=work, args=values)
    process.start()
    process.join()


def _counted(options: Options, send: Connection) -> None:
    touches = count()

    def hear(event: str, _: object) -> None:
        if event.startswith(_TOUCHES):
            next(touches)

    sys.addaudithook(hear)
    build(options)
    send.send(next(touches))


def _dying(options: Options, moment: int) -> None:
    touches = count()

    def hear(event: str, _: object) -> None:
        if event.startswith(_TOUCHES) and next(touches) == moment:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hear)
    build(options)


def _manifest(folder: Path) -> Manifest:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths
    }


if __name__ == "__main__":
    sys.exit(main())
