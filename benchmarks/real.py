"""The real site, or a made-up one: builds, a check of all and of one file, the start of the command.

A copy is built from nothing but the pictures of before, then after one word of a text.

python -m benchmarks.real --runs 5
python -m benchmarks.real --runs 3 --size 2500x4
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.measure import Cost, measure, spread
from benchmarks.synthetic import size_type, write_site

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure each command in turn, `--runs` times, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--size", type=size_type, default=None, metavar="STARTUPSxLANGUAGES")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "site"
        if given.size:
            write_site(root, given.size)
        else:
            _copy(root)
        commands = _commands(root)
        costs: dict[str, list[Cost]] = {name: [] for name in commands}
        for _ in range(given.runs):
            for name, command in commands.items():
                if name in _BEGIN:
                    _BEGIN[name](root)
                costs[name].append(measure(command))
    print(f"{'':16}{'wall, s':>24}{'CPU, s':>24}{'peak memory, MB':>28}")
    for name, found in costs.items():
        columns = (
            str(spread([cost.wall for cost in found])),
            str(spread([cost.cpu for cost in found])),
            str(spread([cost.memory for cost in found])),
        )
        print(f"{name:16}{columns[0]:>24}{columns[1]:>24}{columns[2]:>28}")
    return 0


def _copy(root: Path) -> None:
    """The real site, with the pictures that were made of it."""
    for part in ("content", "quartiers", "themes", *_PICTURES):
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, root / part)


def _forget(root: Path) -> None:
    """Let the next build begin from nothing, pictures aside."""
    for path in (root / ".cache").glob("*"):
        if path.is_file():
            path.unlink()
    for name in ("public", ".public-spare"):
        shutil.rmtree(root / name, ignore_errors=True)


def _write_on(root: Path) -> None:
    """One word more in a text."""
    with (root / "content/pages/about.fr.md").open("a", encoding="utf-8") as text:
        text.write("\nEncore.\n")


_PICTURES = (".cache/pictures", ".cache/drawings")
_BEGIN: dict[str, Callable[[Path], None]] = {"build, cold": _forget, "build, one text": _write_on}


def _commands(root: Path) -> dict[str, list[str]]:
    ours = [sys.executable, str(ROOT / "build.py")]
    site = ["--root", str(root), "--theme", str(ROOT / "themes/marque-ombrelle")]
    build = [*ours, "build", *site, "--out", str(root / "public")]
    district = root / "quartiers/lyon/quartier.yaml"
    startup = min(root.glob("quartiers/*/startups/*.yaml"))
    return {
        "build, cold": build,
        "build, one text": build,
        "check": [*ours, "check", *site],
        "check district": [*ours, "check", *site, str(district)],
        "check startup": [*ours, "check", *site, str(startup)],
        "--help": [*ours, "--help"],
    }


if __name__ == "__main__":
    sys.exit(main())
