"""Makes the pictures of the documentation anew: `python -m scripts.pictures [FOLDER]`, or `make pictures`.

Everything in them is real: the commands run and the pages are served, in a copy of the repository as a clone
has it. `FOLDER` is `docs/images` when nothing is said; each language has its own folder below.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser

from ombrelle.pictures.store import FOLDER
from scripts.pictures.camera import Camera
from scripts.pictures.forms import take_forms
from scripts.pictures.pages import take_message, take_pages
from scripts.pictures.walk import take_walk
from tests.support.browser import launched
from tests.support.tools import ROOT
from tests.support.walk import fresh_copy

_TAKERS = (take_walk, take_message, take_pages, take_forms)


def take_all(browser: Browser, folder: Path, languages: Sequence[str]) -> None:
    """Take every picture in these languages."""
    for language in languages:
        with tempfile.TemporaryDirectory(prefix="ombrelle-") as name:
            clone = fresh_copy(Path(name))
            if (ROOT / FOLDER).is_dir():
                # The sizes of photographs take most of the time of a build, and are the same.
                shutil.copytree(ROOT / FOLDER, clone / FOLDER)
            for take in _TAKERS:
                take(Camera(browser, folder / language, language), clone)


if __name__ == "__main__":
    with launched() as started:
        take_all(started, Path(sys.argv[1]) if sys.argv[1:] else ROOT / "docs/images", ("fr", "en"))
