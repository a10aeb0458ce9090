"""Whether a build that reuses is the build that starts from nothing, after each of many random edits.

python -m benchmarks.incremental --edits 300

After each edit a copy of a small site is built both ways. The manifests must be equal, and so must what is
told; on the disk exactly the files whose content changed are other files. Where the edit is wrong both must
refuse, and the site goes back to its first state.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from random import Random

from benchmarks.edits import Editor
from benchmarks.folders import Stamp, stamps
from ombrelle.build import Options, Result, build

ROOT = Path(__file__).resolve().parents[1]
SITE, THEME = ROOT / "tests/sites/rich", ROOT / "themes/marque-ombrelle"
DAY = date(2026, 11, 1)


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of one edit: the pages that there are and that were rendered; `fault` says what differed."""

    edit: str
    pages: int
    rendered: int
    is_sound: bool
    fault: str = ""


class Trials:
    """Edits of a copy of the small site in `folder`, each built both ways."""

    def __init__(self, folder: Path, seed: int, jobs: int = 1) -> None:
        ignored = shutil.ignore_patterns(".cache", "public")
        root = Path(shutil.copytree(SITE, folder / "site", ignore=ignored))
        theme = Path(shutil.copytree(THEME, folder / "theme"))
        self._editor = Editor(root, theme, DAY, Random(seed))  # noqa: S311 the same edits every time
        self._options = Options(root, folder / "public", DAY, theme, search=False, jobs=jobs, reuses=True)
        self._clean = replace(self._options, out=folder / "clean", reuses=False)
        self._last = build(self._options)

    def edit(self) -> Trial:
        """Make an edit and build both ways."""
        edit, before = self._editor.edit(), stamps(self._options.out)
        today = self._editor.today
        found = build(replace(self._options, today=today))
        clean = build(replace(self._clean, today=today))
        fault = self._fault(found, clean, before)
        if found.manifest is None:
            self._editor.undo()
        else:
            self._last = found
        return Trial(edit, found.pages, found.rendered, found.manifest is not None, fault)

    def _fault(self, found: Result, clean: Result, before: Mapping[str, Stamp]) -> str:
        if found.manifest != clean.manifest:
            ours, theirs = (set((each.manifest or {}).items()) for each in (found, clean))
            return f"other files: {sorted(path for path, _ in ours ^ theirs)[:6]}"
        if list(found.problems) != list(clean.problems):
            return f"other problems: {[*found.problems]} {[*clean.problems]}"
        now = stamps(self._options.out)
        written = {path for path, number in now.items() if before.get(path) != number}
        changed = {
            path for path, digest in (found.manifest or {}).items() if self._digests.get(path) != digest
        }
        return "" if written == changed else f"written: {sorted(written ^ changed)[:6]}"

    @property
    def _digests(self) -> Mapping[str, str]:
        return self._last.manifest or {}


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the edits that are asked for; 1 when a build differed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--edits", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        trials = Trials(Path(folder), given.seed)
        found = [trials.edit() for _ in range(given.edits)]
    faults = [trial for trial in found if trial.fault]
    sound = [trial for trial in found if trial.is_sound]
    rendered = sum(trial.rendered for trial in sound) / max(sum(trial.pages for trial in sound), 1)
    print(f"{len(found)} edits, {len(sound)} of them sound, {rendered:.0%} of their pages rendered")
    for trial in faults:
        print(f"{trial.edit}: {trial.fault}")
    print(f"{len(faults)} builds differed from a clean one")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
