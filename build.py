#!/usr/bin/env python3
"""Builds the site: `python build.py`, or `python build.py --help` for all that it can do."""

import sys
from pathlib import Path

from ombrelle.cli import main
from ombrelle.cli.environment import hand_over, missing_package

if __name__ == "__main__":
    taken_over = hand_over(Path(__file__).resolve().parent, sys.argv) if missing_package() else None
    sys.exit(main() if taken_over is None else taken_over)
