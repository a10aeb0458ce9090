"""The content manager at /admin/, over a copy of the real content. It speaks French to everybody."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Page, expect

from scripts.pictures.camera import HEIGHT, SHARPNESS, WIDTH, Camera
from tests.support.cms import managing, named, opened
from tests.support.server import serving
from tests.support.tools import ROOT
from tests.support.walk import environment

_REPOSITORY = "repository: https://github.com/exemple/ombrelle\n"
_DISTRICT = "brest"


def take_forms(camera: Camera, clone: Path) -> None:
    """The sign-in, the files of a district, the facts of a company, and a text in one of its languages."""
    if camera.language != "fr":
        return
    _build(clone)
    with serving(clone / "public") as address:
        page = camera.opened(f"{address}admin/{_DISTRICT}/")
        expect(page.get_by_role("button", name="Travailler avec un dépôt local")).to_be_visible()
        _take(camera, page, "forms-sign-in")
    window = {"viewport": {"width": WIDTH, "height": HEIGHT}, "device_scale_factor": SHARPNESS}
    with managing(camera.browser, clone, _DISTRICT, **window) as visit:
        page = visit.page
        page.goto(f"{page.url.partition('#')[0]}#/collections/startup-facts")
        expect(page.get_by_role("row", name="Exemple Goémon")).to_be_visible()
        _take(camera, page, "forms")
        opened(page, "startup-facts", "exemple-goemon")
        expect(named(page, "Nom")).to_have_value("Exemple Goémon")
        _take(camera, page, "form")
        opened(page, "page-text", "exemple-de-page")
        expect(named(page, "Titre")).to_have_value(re.compile(r"\S"))
        page.get_by_role("combobox", name="Changer de langue du contenu").click()
        expect(page.get_by_text("Allemand", exact=True)).to_be_visible()
        _take(camera, page, "form-text")


def _build(clone: Path) -> None:
    """The site with its content manager, which it has once it names its repository."""
    with (clone / "content/site.yaml").open("a", encoding="utf-8") as site:
        site.write(_REPOSITORY)
    (clone / "node_modules").symlink_to(ROOT / "node_modules", target_is_directory=True)
    command = [sys.executable, "build.py", "build", "--no-drawings"]
    subprocess.run(command, cwd=clone, check=True, env=environment("fr"))


def _take(camera: Camera, page: Page, name: str) -> None:
    """A picture once nothing is on its way, neither fonts nor a page that fades in."""
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    page.evaluate("Promise.allSettled(document.getAnimations().map((each) => each.finished))")
    camera.take(page, name)
