"""Where the time of a build goes: the functions that cost most, in one process, from nothing or again.

python -m benchmarks.profile --size 500x4 --again

Times are larger than those of a build, since each call is counted; their shares are what is to be read.
"""

from __future__ import annotations

import argparse
import cProfile
import io
import pstats
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from benchmarks.synthetic import Size, size_type, write_site
from benchmarks.works import PLAIN, ROOT
from ombrelle.build import Options, build
from ombrelle.progress import Stopwatch

_DAY = date(2026, 11, 1)
_MOST = 30  # functions


def main(arguments: Sequence[str] | None = None) -> int:
    """Build a made-up site and print the stages, then the functions by their own time."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--size", type=size_type, default=Size(500, 4), metavar="STARTUPSxLANGUAGES")
    parser.add_argument(
        "--again", action="store_true", help="profile a second build, in which nothing changed"
    )
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        root = write_site(Path(folder) / "site", given.size)
        options = Options(
            root, Path(folder) / "public", _DAY, PLAIN, jobs=1, search=False, reuses=True, is_drawn=False
        )
        if given.again:
            build(options)
        print(profiled(options))
    return 0


def profiled(options: Options) -> str:
    """The seconds of each stage, and the functions that took most of their own."""
    watch, profile, said = Stopwatch(), cProfile.Profile(), io.StringIO()
    profile.runcall(build, options, watch)
    for stage, seconds in watch.seconds.items():
        said.write(f"{stage:12}{seconds:8.2f} s\n")
    pstats.Stats(profile, stream=said).sort_stats("tottime").print_stats(_MOST)
    return said.getvalue().replace(f"{ROOT}/", "")


if __name__ == "__main__":
    sys.exit(main())
