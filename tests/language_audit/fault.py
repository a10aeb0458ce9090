"""A lie about language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """What is wrong, on which file of the site, and the values that show it."""

    path: str
    code: str
    detail: str = ""
