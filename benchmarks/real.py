"""The real site: a cold build, a check, and the start of the command.

python -m benchmarks.real --runs 5
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measure import Cost, measure, spread

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure each command in turn, `--runs` times, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs: int = parser.parse_args(arguments).runs
    with tempfile.TemporaryDirectory() as folder:
        commands = _commands(Path(folder))
        costs: dict[str, list[Cost]] = {name: [] for name in commands}
        for _ in range(runs):
            for name, command in commands.items():
                costs[name].append(measure(command))
    print(f"{'':14}{'wall, s':>24}{'CPU, s':>24}{'peak memory, MB':>28}")
    for name, found in costs.items():
        columns = (
            str(spread([cost.wall for cost in found])),
            str(spread([cost.cpu for cost in found])),
            str(spread([cost.memory for cost in found])),
        )
        print(f"{name:14}{columns[0]:>24}{columns[1]:>24}{columns[2]:>28}")
    return 0


def _commands(folder: Path) -> dict[str, list[str]]:
    ours = [sys.executable, str(ROOT / "build.py")]
    root = ["--root", str(ROOT)]
    return {
        "build, cold": [*ours, "build", *root, "--out", str(folder / "public")],
        "check": [*ours, "check", *root],
        "--help": [*ours, "--help"],
    }


if __name__ == "__main__":
    sys.exit(main())
