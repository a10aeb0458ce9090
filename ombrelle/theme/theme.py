"""A theme folder, read: templates, styles, assets, words, map, completed by the theme that it extends."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ombrelle.theme.bundles import EXAMPLES, Part, family_type, lean_script, shown_by
from ombrelle.theme.fonts import FontFile, read_fonts
from ombrelle.theme.ground import Ground
from ombrelle.theme.projection import MapGeometry
from ombrelle.theme.tokens import Token, tokens_of

_STYLES = ("layers.css", "fonts.css", "tokens.css", "base.css", "compositions.css")
"""In this order, before the components'."""

_BLOCKS = "components/blocks/blocks.html"
"""What shows any block: a page that shows a text is not one that shows them all."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """The backgrounds against which accents are measured, `#rrggbb`."""

    light: str
    dark: str


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """A theme and its parents, nearest first. A file of a theme goes before the same file of a parent.

    Two of them are never equal: what is made from a theme is remembered as long as it is the same one.

    `templates_digest` is the SHA-256 of all templates and components with their names, `ground_digest` that
    of the map of departments.
    `styles` and `scripts` are in the order of the cascade, `late` the styles that no page waits for; `shown`
    has the components of each template, `families` those that are shown together by their examples, `blocks`
    the files that show each type of block, and each family.
    `early` is the script that stands in each page, in as few bytes as it can be; "" for none.
    """

    name: str
    folders: tuple[Path, ...]
    templates: frozenset[str]
    templates_digest: str
    styles: tuple[Part, ...]
    late: tuple[Part, ...]
    scripts: tuple[Part, ...]
    shown: Mapping[str, frozenset[str]]
    blocks: Mapping[str, tuple[str, ...]]
    families: Mapping[str, tuple[str, ...]]
    tokens: tuple[Token, ...]
    early: str
    assets: Mapping[str, bytes]
    grounds: Grounds
    credits: tuple[str, ...]
    geometry: MapGeometry
    ground: Ground
    ground_digest: str
    fonts: tuple[FontFile, ...] = ()
    """For outlines, in the order in which a letter is looked for; a theme without any draws no names."""

    @property
    def template_folders(self) -> tuple[Path, ...]:
        """Where templates and components are looked for."""
        return tuple(place for folder in self.folders for place in (folder / "templates", folder))

    def parts(self, template: str, types: Iterable[str] = ()) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
        """The styles and the scripts, in order, of the pages of a template with these types of blocks."""
        files = (file for type_ in types for file in self.blocks.get(type_, ()))
        wanted = frozenset({""}).union(self.shown[template], *(self.shown[file] for file in files))
        styles, scripts = (
            tuple(part for part in parts if part.component in wanted) for parts in (self.styles, self.scripts)
        )
        return styles, scripts

    @property
    def word_folders(self) -> tuple[Path, ...]:
        """Where catalogues are looked for."""
        return tuple(folder / "locale" for folder in self.folders)


def load_theme(folder: Path) -> Theme:
    """Read a theme; FileNotFoundError for a folder without `theme.toml`, which is no theme.

    OSError where a part of it may not be read, or a file that it names is not there.
    """
    folders = tuple(lineage(folder))
    _refuse_closed(folders)
    settings = [tomllib.loads((each / "theme.toml").read_text(encoding="utf-8")) for each in folders]
    blocks, families = _table(settings, "blocks"), _table(settings, "families")
    examples = {
        family_type(family): tuple(f"components/{name}/{EXAMPLES}" for name in names)
        for family, names in families.items()
    }
    blocks |= examples
    makers = _makers(folders)
    shown = _shown(folders, makers)
    _refuse_missing(folder, shown, blocks.values())
    grounds = next(each["grounds"] for each in settings if "grounds" in each)
    return Theme(
        name=settings[0]["name"],
        folders=folders,
        templates=frozenset(path.name for each in folders for path in (each / "templates").glob("*.html")),
        templates_digest=_templates_digest(folders),
        styles=tuple(part for part in _styles(folders) if part.component not in makers),
        late=tuple(_late(folders, makers)),
        scripts=tuple(_of_components(folders, "js")),
        shown=shown,
        blocks=blocks,
        families=families,
        tokens=tokens_of("".join(part.text for part in _common(folders, "tokens.css"))),
        early="".join(lean_script(_text(path)) for path in _nearest(folders, "scripts/early.js")),
        assets=_assets(folders),
        grounds=Grounds(grounds["light"], grounds["dark"]),
        credits=tuple(line for each in settings for line in each.get("credits", ())),
        geometry=MapGeometry.from_dict(_map(folders, "france")),
        ground=Ground.from_dict(
            _map(folders, "departements") or {"zones": (), "departments": (), "source": ""}
        ),
        ground_digest=hashlib.sha256(_map_file(folders, "departements")).hexdigest(),
        fonts=_fonts(folders, settings),
    )


def check_templates(theme: Theme) -> None:
    """OSError where a template went away or changed since the theme was read: pages may be of both."""
    if _templates_digest(theme.folders) != theme.templates_digest:
        raise OSError(errno.ESTALE, os.strerror(errno.ESTALE), str(theme.folders[0]))


def _table(settings: Sequence[Mapping[str, Any]], name: str) -> dict[str, tuple[str, ...]]:
    """A table of lists of `theme.toml`, completed by those of the themes that it extends."""
    tables = (each.get(name, {}) for each in reversed(settings))
    return {key: tuple(values) for table in tables for key, values in table.items()}


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


def _refuse_closed(folders: tuple[Path, ...]) -> None:
    """PermissionError for a folder that may not be read: to look for files passes over it in silence."""

    def refuse(error: OSError) -> None:
        raise error

    for folder in folders:
        for _ in os.walk(folder, onerror=refuse):
            pass


def _templates_digest(folders: tuple[Path, ...]) -> str:
    """The digest of every file from which a page is written, in the order in which they are looked for."""
    digest = hashlib.sha256()
    for each in folders:
        for path in sorted((*each.glob("templates/**/*"), *each.glob("components/**/*.html"))):
            if path.is_file():
                content = path.read_bytes()
                digest.update(f"{path.relative_to(each).as_posix()} {len(content)}\n".encode())
                digest.update(content)
        digest.update(b"\n")
    return digest.hexdigest()


def _styles(folders: tuple[Path, ...]) -> Iterator[Part]:
    """The style files, each from the nearest theme that has it, in the order of the cascade."""
    for name in _STYLES:
        yield from _common(folders, name)
    yield from _of_components(folders, "css")


def _common(folders: tuple[Path, ...], name: str) -> Iterator[Part]:
    return (Part("", _text(path)) for path in _nearest(folders, f"styles/{name}"))


def _of_components(folders: tuple[Path, ...], suffix: str) -> Iterator[Part]:
    """The files of one type that the components have, each from the nearest theme that has it."""
    for name, path in _component_files(folders, suffix).items():
        yield Part(name.split("/")[1], _text(path))


def _component_files(folders: tuple[Path, ...], suffix: str) -> dict[str, Path]:
    """The same by their names below the theme, in order."""
    found = (path.relative_to(each) for each in folders for path in each.glob(f"components/*/*.{suffix}"))
    names = sorted({path.as_posix() for path in found})
    return {name: path for name in names for path in _nearest(folders, name)}


def _makers(folders: tuple[Path, ...]) -> set[str]:
    """The components with a script and no macro: they make themselves, once a page stands."""
    macros = (name for name in _component_files(folders, "html") if not name.endswith(EXAMPLES))
    return _components(_component_files(folders, "js")) - _components(macros)


def _late(folders: tuple[Path, ...], makers: Collection[str]) -> Iterator[Part]:
    """The styles of what makes itself, and those of print."""
    yield from (part for part in _of_components(folders, "css") if part.component in makers)
    yield from _common(folders, "print.css")


def _shown(folders: tuple[Path, ...], makers: Collection[str]) -> dict[str, frozenset[str]]:
    """The components that each template, each macro and each example shows."""
    own = _component_files(folders, "html")
    pages = {path.name: path for each in reversed(folders) for path in (each / "templates").glob("*.html")}
    texts = {name: _text(path) for name, path in {**pages, **own}.items()}
    known = _components([*own, *_component_files(folders, "css"), *_component_files(folders, "js")])
    return shown_by(texts, known, makers, (_BLOCKS,))


def _text(path: Path) -> str:
    """A file as a browser reads it: bytes that are no UTF-8 are shown as such, and break nothing else."""
    return path.read_text(encoding="utf-8", errors="replace")


def _refuse_missing(folder: Path, shown: Collection[str], blocks: Iterable[Sequence[str]]) -> None:
    """FileNotFoundError for a file that `theme.toml` names and no theme has."""
    for name in (name for names in blocks for name in names):
        if name not in shown:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(folder / name))


def _components(names: Iterable[str]) -> set[str]:
    return {name.split("/")[1] for name in names}


def _nearest(folders: tuple[Path, ...], name: str) -> Iterator[Path]:
    found = next((each / name for each in folders if (each / name).is_file()), None)
    if found:
        yield found


def _assets(folders: tuple[Path, ...]) -> dict[str, bytes]:
    """The files of the theme as published; an empty one leaves out that of a parent."""
    found: dict[str, bytes] = {}
    for folder in reversed(folders):
        home = folder / "assets"
        for path in sorted(home.rglob("*")):
            if path.is_file() and not path.name.startswith("."):
                found[path.relative_to(home).as_posix()] = path.read_bytes()
    return {name: content for name, content in found.items() if content}


def _fonts(folders: tuple[Path, ...], settings: Sequence[Mapping[str, Any]]) -> tuple[FontFile, ...]:
    """The fonts of the nearest theme that names any."""
    named = (pair for pair in zip(folders, settings, strict=True) if "fonts" in pair[1])
    return next((read_fonts(folder, each["fonts"]) for folder, each in named), ())


def _map(folders: tuple[Path, ...], name: str) -> Mapping[str, Any]:
    """A map of the theme; empty where it has none of this name."""
    found: Mapping[str, Any] = json.loads(_map_file(folders, name) or b"{}")
    return found


def _map_file(folders: tuple[Path, ...], name: str) -> bytes:
    path = next(_nearest(folders, f"map/{name}.json"), None)
    return path.read_bytes() if path else b""
