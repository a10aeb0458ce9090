"""The real site, or a made-up one: a cold build, a check of all and of one file, the start of the command.

python -m benchmarks.real --runs 5
python -m benchmarks.real --runs 3 --size 2500x4
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
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
        root = write_site(Path(folder) / "site", given.size) if given.size else ROOT
        commands = _commands(root, Path(folder))
        costs: dict[str, list[Cost]] = {name: [] for name in commands}
        for _ in range(given.runs):
            for name, command in commands.items():
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


def _commands(root: Path, folder: Path) -> dict[str, list[str]]:
    ours = [sys.executable, str(ROOT / "build.py")]
    site = ["--root", str(root), "--theme", str(ROOT / "themes/marque-ombrelle")]
    district = root / "quartiers/lyon/quartier.yaml"
    startup = min(root.glob("quartiers/*/startups/*.yaml"))
    return {
        "build, cold": [*ours, "build", *site, "--out", str(folder / "public")],
        "check": [*ours, "check", *site],
        "check district": [*ours, "check", *site, str(district)],
        "check startup": [*ours, "check", *site, str(startup)],
        "--help": [*ours, "--help"],
    }


if __name__ == "__main__":
    sys.exit(main())
