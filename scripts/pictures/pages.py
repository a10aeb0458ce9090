"""The pages that the examples of the documentation make, and the message that one of them gets."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from scripts.pictures.camera import Camera
from scripts.pictures.preview import previewing, shown
from scripts.pictures.walk import take_terminal
from tests.support.walk import Command, File, steps, write

_MESSAGE = {"fr": "docs/fr/lire-un-message.md", "en": "docs/en/read-a-message.md"}
_EXAMPLES = {
    "fr": (
        "docs/fr/annoncer-un-evenement.md",
        "docs/fr/ajouter-un-quartier.md",
        "docs/fr/ecrire-un-texte.md",
    ),
    "en": ("docs/en/announce-an-event.md", "docs/en/add-a-district.md", "docs/en/write-a-text.md"),
}
_ADDRESSES: Mapping[str, Mapping[str, str]] = {
    "fr": {
        "event": "/fr/agenda/exemple-portes-ouvertes/",
        "district": "/fr/quartiers/demo-ville/",
        "text": "/fr/quartiers/brest/exemple-de-page/",
        "borrowed": "/de/quartiere/brest/exemple-de-page/",
    },
    "en": {
        "event": "/en/events/exemple-portes-ouvertes/",
        "district": "/en/districts/demo-ville/",
        "text": "/en/districts/brest/exemple-de-page/",
        "borrowed": "/de/quartiere/brest/exemple-de-page/",
    },
}
_PARTS = {"event": "main time", "text": "main h2"}
"""Where to look, for the pages whose beginning says little."""


def take_message(camera: Camera, clone: Path) -> None:
    """The faults of the file with which the page on messages begins."""
    file = next(step for step in steps(_MESSAGE[camera.language]) if isinstance(step, File))
    write(clone, file)
    take_terminal(camera, clone, Command(f"python build.py check {file.path}", ""), "message")
    (clone / file.path).unlink()


def take_pages(camera: Camera, clone: Path) -> None:
    """An event, a district, a text, and the same text where it is borrowed."""
    files = [step for page in _EXAMPLES[camera.language] for step in steps(page) if isinstance(step, File)]
    for file in files:
        write(clone, file)
    with previewing(clone, camera.language) as address:
        for name, path in _ADDRESSES[camera.language].items():
            page = camera.opened()
            shown(page, address + path, "main h1")
            if name in _PARTS:
                page.locator(_PARTS[name]).first.evaluate("each => each.scrollIntoView({block: 'center'})")
            camera.take(page, name)
