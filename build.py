#!/usr/bin/env python3
"""Builds the site: `python build.py`, or `python build.py --help` for all that it can do."""

import sys

from ombrelle.cli import main

if __name__ == "__main__":
    sys.exit(main())
