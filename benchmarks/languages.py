"""What a language costs in which nothing is translated: the real site with and without Italian.

python -m benchmarks.languages --runs 5
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from benchmarks.measure import Cost, measure, spread
from ombrelle.build import Options, prepare
from ombrelle.problems import Problems

ROOT = Path(__file__).resolve().parent.parent
DAY = date(2026, 11, 1)
EMPTY = "it"


def main(arguments: Sequence[str] | None = None) -> int:
    """Build the two sites in turn, `--runs` times, and print what they cost and how they compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs: int = parser.parse_args(arguments).runs
    with tempfile.TemporaryDirectory() as folder:
        sites = {"without": _copied(Path(folder) / "without"), "with": _with_empty(Path(folder) / "with")}
        costs: dict[str, list[Cost]] = {name: [] for name in sites}
        for _ in range(runs):
            for name, root in sites.items():
                costs[name].append(measure(_command(root)))
        counts = {name: _counts(root) for name, root in sites.items()}
    print(f"{'':10}{'pages':>8}{'bodies':>8}{'wall, s':>24}{'CPU, s':>24}")
    for name, found in costs.items():
        wall, cpu = spread([cost.wall for cost in found]), spread([cost.cpu for cost in found])
        print(f"{name:10}{counts[name][0]:>8}{counts[name][1]:>8}{wall!s:>24}{cpu!s:>24}")
    least = {
        name: (min(it.wall for it in found), min(it.cpu for it in found)) for name, found in costs.items()
    }
    before, after = ((*counts[name], *least[name]) for name in sites)
    more = [_more(one, other) for one, other in zip(before, after, strict=True)]
    print(f"{'more':10}{more[0]:>8}{more[1]:>8}{more[2]:>24}{more[3]:>24}")
    return 0


def _more(before: float, after: float) -> str:
    return f"{100 * (after / before - 1):+.1f} %"


def _copied(folder: Path) -> Path:
    for name in ("content", "quartiers", "themes"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def _with_empty(folder: Path) -> Path:
    """The site with one more language, the last, that has neither a text nor a word of the theme."""
    site = _copied(folder) / "content/site.yaml"
    text = site.read_text(encoding="utf-8")
    line = f"  - {{code: {EMPTY}, fallbacks: [en, fr]}}\n"
    declared = re.sub(r"(?m)^languages:\n(?:  - .*\n)+", lambda found: found[0] + line, text)
    assert declared != text
    site.write_text(declared, encoding="utf-8")
    return folder


def _command(root: Path) -> list[str]:
    place = ["--root", str(root), "--out", str(root / "public"), "--date", DAY.isoformat()]
    return [sys.executable, str(ROOT / "build.py"), "build", *place]


def _counts(root: Path) -> tuple[int, int]:
    """How many pages a site has, and how many texts were converted for them."""
    edition = prepare(Options(root, root / "public", DAY), Problems())
    assert edition is not None
    return len(edition.routes.pages), len(edition.bodies.fragments)


if __name__ == "__main__":
    sys.exit(main())
