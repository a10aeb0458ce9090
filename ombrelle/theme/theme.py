"""A theme folder, read: templates, styles, assets, words, map, completed by the theme that it extends."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ombrelle.theme.fonts import FontFile, read_fonts
from ombrelle.theme.projection import MapGeometry

_STYLES = ("layers.css", "tokens.css", "base.css", "compositions.css")
"""In this order, before the components'; `print.css` comes last."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """The backgrounds against which accents are measured, `#rrggbb`."""

    light: str
    dark: str


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme and its parents, nearest first. A file of a theme goes before the same file of a parent."""

    name: str
    folders: tuple[Path, ...]
    templates: frozenset[str]
    stylesheet: str
    script: str
    assets: Mapping[str, bytes]
    grounds: Grounds
    geometry: MapGeometry
    fonts: tuple[FontFile, ...] = ()
    """For outlines, in the order in which a letter is looked for; a theme without any draws no names."""

    @property
    def template_folders(self) -> tuple[Path, ...]:
        """Where templates and components are looked for."""
        return tuple(place for folder in self.folders for place in (folder / "templates", folder))

    @property
    def word_folders(self) -> tuple[Path, ...]:
        """Where catalogues are looked for."""
        return tuple(folder / "locale" for folder in self.folders)


def load_theme(folder: Path) -> Theme:
    """Read a theme; FileNotFoundError for a folder without `theme.toml`, which is no theme."""
    folders = tuple(lineage(folder))
    settings = [tomllib.loads((each / "theme.toml").read_text(encoding="utf-8")) for each in folders]
    grounds = next(each["grounds"] for each in settings if "grounds" in each)
    return Theme(
        name=settings[0]["name"],
        folders=folders,
        templates=frozenset(path.name for each in folders for path in (each / "templates").glob("*.html")),
        stylesheet="\n".join(path.read_text(encoding="utf-8") for path in _styles(folders)),
        script="\n".join(path.read_text(encoding="utf-8") for path in _of_components(folders, "js")),
        assets=_assets(folders),
        grounds=Grounds(grounds["light"], grounds["dark"]),
        geometry=_geometry(folders),
        fonts=_fonts(folders, settings),
    )


def theme_files(folder: Path) -> Iterator[Path]:
    """Every file of a theme and of its parents, whatever it is for."""
    for each in lineage(folder):
        yield from (path for path in sorted(each.rglob("*")) if path.is_file())


def lineage(folder: Path) -> Iterator[Path]:
    """The folders of a theme and of the themes that it completes, nearest first."""
    while True:
        yield folder
        parent = tomllib.loads((folder / "theme.toml").read_text(encoding="utf-8")).get("extends", "")
        if not parent:
            return
        folder = folder.parent / parent


def _styles(folders: tuple[Path, ...]) -> Iterator[Path]:
    """The style files, each from the nearest theme that has it, in the order of the cascade."""
    for name in _STYLES:
        yield from _nearest(folders, f"styles/{name}")
    yield from _of_components(folders, "css")
    yield from _nearest(folders, "styles/print.css")


def _of_components(folders: tuple[Path, ...], suffix: str) -> Iterator[Path]:
    """The files of one type that the components have, each from the nearest theme that has it."""
    found = (path.relative_to(each) for each in folders for path in each.glob(f"components/*/*.{suffix}"))
    for name in sorted({path.as_posix() for path in found}):
        yield from _nearest(folders, name)


def _nearest(folders: tuple[Path, ...], name: str) -> Iterator[Path]:
    found = next((each / name for each in folders if (each / name).is_file()), None)
    if found:
        yield found


def _assets(folders: tuple[Path, ...]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for folder in reversed(folders):
        home = folder / "assets"
        for path in sorted(home.rglob("*")):
            if path.is_file() and not path.name.startswith("."):
                found[path.relative_to(home).as_posix()] = path.read_bytes()
    return found


def _fonts(folders: tuple[Path, ...], settings: Sequence[Mapping[str, Any]]) -> tuple[FontFile, ...]:
    """The fonts of the nearest theme that names any."""
    named = (pair for pair in zip(folders, settings, strict=True) if "fonts" in pair[1])
    return next((read_fonts(folder, each["fonts"]) for folder, each in named), ())


def _geometry(folders: tuple[Path, ...]) -> MapGeometry:
    path = next(_nearest(folders, "map/france.json"))
    return MapGeometry.from_dict(json.loads(path.read_text(encoding="utf-8")))
