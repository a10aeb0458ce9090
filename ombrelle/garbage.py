"""Python's search for cycles among values, kept away from those that stay: each search goes through all."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_YOUNG, _MIDDLE, _OLD = 100_000, 50, 1_000
"""How many new values bring a search of the young ones, and how many of these one of those that are older.

A build makes some millions of values and keeps most. The cycles that rendering leaves are found while young.
"""


@contextmanager
def young_only() -> Iterator[None]:
    """Search among what is new, hardly ever among what has stayed; processes that are forked do so too."""
    before = gc.get_threshold()
    gc.set_threshold(_YOUNG, _MIDDLE, _OLD)
    try:
        yield
    finally:
        gc.set_threshold(*before)
