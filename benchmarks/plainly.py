"""Builds a made-up site with the plain theme, without the index of the search.

python -m benchmarks.plainly ROOT OUT
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ombrelle.build import Options, build

PLAIN = Path(__file__).with_name("plain")
_DAY = date(2026, 11, 1)


def main(arguments: Sequence[str] | None = None) -> int:
    """Build, and fail with the problems where nothing was published."""
    root, out = sys.argv[1:] if arguments is None else arguments
    result = build(Options(Path(root), Path(out), _DAY, theme=PLAIN, search=False))
    if result.manifest is None:
        print(*result.problems, sep="\n")
    return 0 if result.manifest is not None else 1


if __name__ == "__main__":
    sys.exit(main())
