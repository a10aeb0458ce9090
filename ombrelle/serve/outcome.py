"""What came of one build of the site that is served."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ombrelle.problems import Problem


@dataclass(frozen=True, slots=True)
class Outcome:
    """`folder` holds the pages, None when nothing was published.

    `bug` is the traceback of a fault of ours, "" when there was none.
    """

    folder: Path | None
    problems: tuple[Problem, ...] = ()
    pages: int = 0
    seconds: float = 0.0
    bug: str = ""
