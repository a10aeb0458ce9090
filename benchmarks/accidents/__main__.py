"""Lets accidents happen, and tells what came of them; 1 where one did harm."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import benchmarks.accidents
from benchmarks.accidents import KINDS, Accident, RefusedError, befall
from benchmarks.incremental import SITE


def main(arguments: Sequence[str] | None = None) -> int:
    """Let as many accidents of each kind happen as are asked for."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.accidents",
        description=benchmarks.accidents.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--kinds", nargs="+", choices=("all", *KINDS), default=["kill"])
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--kills", type=int, help="the same as --kinds kill --times KILLS")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--site", type=Path, default=SITE)
    given = parser.parse_args(arguments)
    kinds = KINDS if "all" in given.kinds else given.kinds
    print(f"{'kind':9}  happened   old   new  faults", flush=True)
    found = [each for kind in kinds for each in _befallen(kind, given)]
    return 1 if any(each.fault for each in found) else 0


def _befallen(kind: str, given: argparse.Namespace) -> list[Accident]:
    """The accidents of a kind, told."""
    times = given.times if given.kills is None else given.kills
    with tempfile.TemporaryDirectory() as folder:
        try:
            found = befall(kind, times, given.seed, Path(folder), given.site)
        except RefusedError as error:
            print(f"{kind:9}  left out: the system has not what it takes ({error})", flush=True)
            return []
    new, faults = sum(each.is_new for each in found), [each for each in found if each.fault]
    print(f"{kind:9}  {len(found):8}  {len(found) - new:4}  {new:4}  {len(faults):6}", flush=True)
    for each in faults:
        print(f"    {each.what}: {each.fault}", flush=True)
    return found


if __name__ == "__main__":
    sys.exit(main())
