"""Which files there are and what each is for, by its name and folder alone."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from ombrelle.i18n.languages import is_language
from ombrelle.kinds import KINDS
from ombrelle.kinds.base import Kind, Scope
from ombrelle.load.addresses import ADDRESSES_FILE
from ombrelle.names import name_fault, twins
from ombrelle.paths import ID_LENGTH, is_id
from ombrelle.problems import Location, Problems
from ombrelle.text import nearest, slugify

CONTENT = "content"
QUARTIERS = "quartiers"
SITE_FILE = f"{CONTENT}/site.yaml"
GLOSSARY_FILE = f"{CONTENT}/glossary.yaml"
_NAME = re.compile(
    r"(?P<stem>[^.]+(?:\.[^.]+)*?)(?:\.(?P<lang>[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*))?\.(?P<form>md|yaml)"
)
# What a text editor, another program or a hand in a hurry makes of .yaml and .md.
_EXTENSION = re.compile(r"(?P<stem>.+)\.(?P<form>ya?ml|md|markdown)(?:\.txt)?", re.IGNORECASE)
_READ = {"y": ".yaml", "m": ".md"}
_WITH_LANGUAGE = re.compile(r"(?P<stem>.+)[-_](?P<lang>[a-z]{2})")
_DATED = re.compile(r"(\d{4}-\d{2}-\d{2})-(.+)")
_IGNORED = re.compile(r"\.|(?:readme|licen[cs]e)(?:\.[a-z]+)*$|thumbs\.db$", re.IGNORECASE)
_FOLDERS = {kind.folder: kind for kind in KINDS if kind.folder}
_QUARTIER = next(kind for kind in KINDS if not kind.folder)


class Role(StrEnum):
    """What a file is for."""

    FACTS = "facts"
    TEXT = "text"
    MEDIA = "media"
    VOCABULARY = "vocabulary"
    GLOSSARY = "glossary"
    SITE = "site"


_OF_SITE = {SITE_FILE: Role.SITE, GLOSSARY_FILE: Role.GLOSSARY}


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the content and what its name says: kind and id of its entry, language, date, district."""

    path: str
    role: Role
    kind: Kind | None = None
    id: str = ""
    lang: str | None = None
    date: str | None = None
    district: str | None = None


def discover(root: Path, problems: Problems) -> tuple[SourceFile, ...]:
    """Every file of `content/` and `quartiers/` that the site is made from, sorted by path."""
    found = (
        _recognise(path, problems) for top in (CONTENT, QUARTIERS) for path in _walk(root, top, problems)
    )
    return tuple(file for file in found if file)


def _walk(root: Path, folder: str, problems: Problems) -> Iterator[str]:
    try:
        entries = sorted(os.scandir(root / folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        # A site may have no districts, and what goes away meanwhile is not there.
        return
    except OSError:
        problems.add("unreadable-file", Location(folder))
        return
    # Elsewhere the form of ids, and that of folders, leaves one spelling only.
    alike = twins(entry.name for entry in entries) if "media" in folder.split("/") else {}
    for entry in entries:
        path = f"{folder}/{entry.name}"
        if _IGNORED.match(entry.name):
            continue
        if not _is_sound(path, alike, problems):
            continue
        if entry.is_symlink():
            problems.add("symbolic-link", Location(path))
        elif entry.is_dir():
            yield from _walk(root, path, problems)
        else:
            yield path


def _is_sound(path: str, alike: Mapping[str, str], problems: Problems) -> bool:
    """Whether every machine can hold a name; one that it takes for another of its folder is told too."""
    name = path.rsplit("/", 1)[1]
    reason, twin = name_fault(name), alike.get(name, name)
    if reason:
        problems.add("unsafe-name", Location(path), name=name, reason=reason)
    elif twin < name:
        problems.add("name-twice", Location(path), name=name, other=twin)
    return not reason


def _recognise(path: str, problems: Problems) -> SourceFile | None:
    if path in _OF_SITE:
        return SourceFile(path, _OF_SITE[path])
    if path == ADDRESSES_FILE:
        return None
    parts = path.split("/")
    district = parts[1] if parts[0] == QUARTIERS and len(parts) > 2 else None
    inside = parts[2:] if district else parts[1:]
    if district and not is_id(district):
        problems.add("id-form", Location(path), value=district, near=slugify(district)[:ID_LENGTH])
        return None
    if inside[0] == "media" and len(inside) > 1:
        return SourceFile(path, Role.MEDIA, id="/".join(inside[1:]), district=district)
    if parts[0] == CONTENT and inside[0] == "vocabularies" and path.endswith(".yaml") and len(inside) == 2:
        return SourceFile(path, Role.VOCABULARY, id=inside[1].removesuffix(".yaml"))
    return _of_entry(path, inside, district, problems)


def _of_entry(path: str, inside: list[str], district: str | None, problems: Problems) -> SourceFile | None:
    kind = _kind_of(inside, district)
    name = _NAME.fullmatch(inside[-1])
    if kind is None or name is None:
        _foreign(path, inside, district, problems)
        return None
    if name["form"] == "md" and not name["lang"]:
        _without_language(path, name["stem"], problems)
        return None
    if name["form"] == "yaml" and name["lang"]:
        problems.add("language-in-facts-name", Location(path), name=inside[-1], near=f"{name['stem']}.yaml")
        return None
    role = Role.TEXT if name["form"] == "md" else Role.FACTS
    return _named(SourceFile(path, role, kind, name["stem"], name["lang"], None, district), problems)


def _without_language(path: str, stem: str, problems: Problems) -> None:
    """A text whose name says no language, or says it behind another sign than a point."""
    found = _WITH_LANGUAGE.fullmatch(stem)
    lang = found["lang"] if found and is_language(found["lang"]) else ""
    near = f"{found['stem']}.{lang}.md" if found and lang else f"{stem}.fr.md"
    name = path.rsplit("/", 1)[1]
    problems.add("language-missing-in-name", Location(path), name=name, lang=lang, near=near)


def _named(file: SourceFile, problems: Problems) -> SourceFile | None:
    stem, day = file.id, None
    if file.kind is _QUARTIER:
        return SourceFile(
            file.path, file.role, file.kind, file.district or "", file.lang, None, file.district
        )
    if file.kind and file.kind.dated:
        dated = _DATED.fullmatch(stem)
        if not dated:
            problems.add("date-missing-in-name", Location(file.path), name=slugify(stem))
            return None
        day, stem = dated.groups()
    if not is_id(stem):
        problems.add("id-form", Location(file.path), value=stem, near=slugify(stem)[:ID_LENGTH])
        return None
    return SourceFile(file.path, file.role, file.kind, stem, file.lang, day, file.district)


def _kind_of(inside: list[str], district: str | None) -> Kind | None:
    if district and len(inside) == 1:
        # Of `quartier.autre.yaml`, which sorts before, a district would take its facts.
        name = _NAME.fullmatch(inside[0])
        return _QUARTIER if name and name["stem"] == "quartier" else None
    if len(inside) != 2:
        return None
    kind = _FOLDERS.get(inside[0])
    scope = Scope.DISTRICT if district else Scope.UMBRELLA
    return kind if kind and scope in kind.scopes else None


def _foreign(path: str, inside: list[str], district: str | None, problems: Problems) -> None:
    scope = Scope.DISTRICT if district else Scope.UMBRELLA
    folders = [kind.folder for kind in _FOLDERS.values() if scope in kind.scopes] + ["media"]
    folders += ["vocabularies"] * (district is None)
    extension = _EXTENSION.fullmatch(inside[-1])
    if extension and inside[-1] != (near := extension["stem"] + _READ[extension["form"][0].lower()]):
        problems.add("wrong-extension", Location(path), found=inside[-1][extension.end("stem") :], near=near)
    elif len(inside) > 1 and inside[0] not in folders:
        folder, known = path.removesuffix("/".join(inside[1:])), ", ".join(sorted(folders))
        values = {"folder": inside[0], "near": nearest(inside[0], folders), "known": known}
        problems.add("foreign-folder", Location(folder), **values)
    else:
        problems.add("foreign-file", Location(path), name=path.rsplit("/", 1)[1])
