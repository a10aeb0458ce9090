"""The pictures of the walk-through, taken while it is walked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from scripts.pictures.camera import Camera
from scripts.pictures.preview import previewing, shown
from scripts.pictures.terminal import page_of
from tests.support.walk import Command, File, steps, write

PAGES = {"fr": "docs/fr/pas-a-pas.md", "en": "docs/en/walk-through.md"}
_SOUND, _FAULTY = "founded: 2024\n", "founded: 2024-31-03\n"


def take_walk(camera: Camera, clone: Path) -> None:
    """Three mistakes seen and mended, the page, its bar, and the same page broken."""
    broken, check, mended, *_ = steps(PAGES[camera.language])
    assert isinstance(broken, File)
    assert isinstance(check, Command)
    assert isinstance(mended, File)
    write(clone, broken)
    take_terminal(camera, clone, check, "check")
    with previewing(clone, camera.language) as address:
        page = camera.opened(f"{address}/_problems/", height=700)
        camera.take(page, "to-mend")
        write(clone, mended)
        page = camera.opened(height=700)
        shown(page, f"{address}/{camera.language}/startups/exemple-bruyere/", "a[href^='https://exemple-']")
        camera.take(page, "page")
        page.locator("ombrelle-preview summary").click()
        camera.take(page, "bar", "ombrelle-preview section")
        write(clone, replace(mended, text=mended.text.replace(_SOUND, _FAULTY)))
        shown(page, page.url, "ombrelle-faults section")
        camera.take(page, "fault")
    (clone / mended.path).unlink()


def take_terminal(camera: Camera, clone: Path, command: Command, name: str) -> None:
    """What a command answers, as a terminal shows it."""
    page = camera.opened()
    page.set_content(page_of(clone, command, camera.language))
    camera.take(page, name, "div")
