"""Tests that cannot pass yet, each with what it waits for: the whole list, and the only one.

A test of this list must fail: the day it passes, the run says so, and its line is taken out. A name is that
of pytest, with or without its parameters.
"""

from __future__ import annotations

from collections.abc import Mapping

PENDING: Mapping[str, str] = {}
