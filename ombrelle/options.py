"""What a run is asked for: which site, as of which day, where to, and how much of it."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ombrelle.load.scope import EVERYTHING, Scope
from ombrelle.paths import DEFAULT_THEME

__all__ = ["DEFAULT_THEME", "Options", "default_jobs"]


def default_jobs() -> int:
    """As many processes as this one may use processors."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Options:
    """What a build is asked for. `base_url` empty means that of the site file; `scope` is that of a check.

    `is_drawn` has the pictures made that nobody looks at while writing: for sharing, and lock-ups as PNG.
    `pseudo` adds the pseudo-languages, in which a text that nobody can translate is seen. Without `search`
    the pages are not indexed: the search page then shows its other ways. `cache` is the folder of a site
    whose cache of pictures is used and not pruned; None means its own, kept lean.
    `reuses` has texts and pages kept on disk for the next build; the seals of what is kept are made with
    `secret`. `executor` is "" for processes of this machine, "dask" for a cluster: that of the scheduler at
    `scheduler`, or a local one. Its workers return what they render, or file it where `is_shared` says that
    they have the disk of this machine.
    """

    root: Path
    out: Path
    today: date
    theme: Path | None = None
    base_url: str = ""
    drafts: bool = False
    pseudo: bool = False
    jobs: int = field(default_factory=default_jobs)
    scope: Scope = EVERYTHING
    is_drawn: bool = False
    search: bool = True
    cache: Path | None = None
    reuses: bool = False
    secret: str = field(default="", repr=False)
    executor: str = ""
    scheduler: str = ""
    is_shared: bool = False

    @property
    def theme_folder(self) -> Path:
        """The folder of the theme."""
        return self.theme or self.root / DEFAULT_THEME
