#!/usr/bin/env python3
"""Builds the site: `python build.py`, or `python build.py --help` for all that it can do."""

import sys
from pathlib import Path

from ombrelle.environment import OLDEST, hand_over, is_enough


def _run() -> int:
    """Run the command with the first Python that can, this one or the project's; the exit code."""
    taken_over = None if is_enough() else hand_over(Path(__file__).resolve().parent, sys.argv)
    if taken_over is not None:
        return taken_over
    if sys.version_info < OLDEST:
        print("Il faut Python 3.11 ou plus récent. / Python 3.11 or later is needed.", file=sys.stderr)
        return 2
    from ombrelle.cli import main

    return main()


if __name__ == "__main__":
    sys.exit(_run())
