"""What is renamed into what: an entry under its new name, and every file that moves with it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pydantic import BaseModel

from ombrelle.kinds import BY_NAME
from ombrelle.kinds.marks import marked
from ombrelle.kinds.values import MediaFile
from ombrelle.load.discover import QUARTIERS
from ombrelle.load.entry import Entry, entry_key
from ombrelle.paths import ID_LENGTH, is_id
from ombrelle.scaffold.plan import Refusal
from ombrelle.text import slugify
from ombrelle.translations.record import FOLDER
from ombrelle.views.edition import Edition

_ENDING = re.compile(r"(?:\.[A-Za-z-]+\.md|\.yaml)$")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}-")


@dataclass(frozen=True, slots=True)
class Move:
    """An entry with its new id. `paths` are the files that move: where each is and where it will be."""

    entry: Entry
    id: str
    paths: Mapping[str, str]

    @property
    def is_district(self) -> bool:
        """Whether a whole folder moves, and all that lies in it."""
        return not self.entry.kind.folder

    def key(self, key: str) -> str:
        """The name of a page or entry after the move."""
        old = self.entry.key
        if key == old:
            return _new_key(self.entry, self.id)
        if not self.is_district:
            return key
        for kind in ("quartier", "page"):
            if key.startswith(f"{kind}:{self.entry.id}/"):
                return f"{kind}:{self.id}/{key.partition('/')[2]}"
        return key

    def path(self, path: str) -> str:
        """Where a file is after the move."""
        return self.paths.get(path, path)


def plan_move(edition: Edition, old: str, new: str) -> Move:
    """What `old` and `new`, keys or paths from the root, ask for. Refusal when it cannot be done."""
    entries = {entry.key: entry for entry in edition.library.content.entries}
    entry = _find(old, entries)
    id_ = _new_id(entry, new)
    if not is_id(id_):
        raise Refusal("new-id-form", id=id_, near=slugify(id_)[:ID_LENGTH].strip("-") or "exemple")
    key = _new_key(entry, id_)
    if key == entry.key:
        raise Refusal("rename-same", name=key)
    if key in entries:
        raise Refusal("new-exists", id=key, path=entries[key].path)
    paths = dict(_district_paths(edition.root, entry, id_) if not entry.kind.folder else ())
    paths = paths or dict(_entry_paths(edition, entry, id_))
    there = next((path for path in paths.values() if (edition.root / path).exists()), None)
    if there:
        raise Refusal("new-exists", id=key, path=there)
    return Move(entry, id_, paths)


def _find(word: str, entries: Mapping[str, Entry]) -> Entry:
    if word in entries:
        return entries[word]
    named = [entry for entry in entries.values() if entry.id == word]
    if len(named) == 1:
        return named[0]
    path = str(PurePosixPath(word))
    for entry in entries.values():
        folder = f"{QUARTIERS}/{entry.id}" if not entry.kind.folder else ""
        if path in {*_files(entry), folder}:
            return entry
    raise Refusal.near("rename-unknown", word, entries, value=word)


def _new_id(entry: Entry, word: str) -> str:
    """The id that the new name gives; what it says besides must be as it was."""
    kind, colon, ref = word.partition(":")
    if colon:
        if kind not in BY_NAME or kind != entry.kind.name:
            raise Refusal("rename-other-kind", value=word, kind=entry.kind.name)
        above, _, id_ = ref.rpartition("/")
        if above != entry.ref.rpartition("/")[0]:
            raise Refusal("rename-other-place", value=word, near=f"{entry.kind.name}:{_beside(entry, id_)}")
        return id_
    path = PurePosixPath(word)
    if len(path.parts) <= 1:
        return word
    return _id_of_path(entry, path)


def _id_of_path(entry: Entry, path: PurePosixPath) -> str:
    if not entry.kind.folder:
        if path.parts[0] == QUARTIERS and len(path.parts) <= 3:
            return path.parts[1]
        raise Refusal("rename-other-place", value=str(path), near=f"{QUARTIERS}/…")
    stem = _ENDING.sub("", path.name)
    here = PurePosixPath(entry.path)
    day = _day(entry)
    if path.parent != here.parent or (_DAY.match(stem) and not stem.startswith(day or "-")):
        raise Refusal("rename-other-place", value=str(path), near=f"{here.parent}/{day}…")
    return stem.removeprefix(day)


def _beside(entry: Entry, id_: str) -> str:
    return f"{entry.district}/{id_}" if "/" in entry.ref else id_


def _new_key(entry: Entry, id_: str) -> str:
    return entry_key(entry.kind, id_, entry.district)


def _files(entry: Entry) -> list[str]:
    facts = [entry.document.path] if entry.document else []
    return [*facts, *(text.path for text in entry.texts.values())]


def _day(entry: Entry) -> str:
    """The day that the names of an entry's files begin with, and its hyphen."""
    found = _DAY.match(PurePosixPath(entry.path).name) if entry.kind.dated else None
    return found[0] if found else ""


def _district_paths(root: Path, entry: Entry, id_: str) -> Iterator[tuple[str, str]]:
    folder = f"{QUARTIERS}/{entry.id}/"
    if (root / QUARTIERS / id_).exists():
        raise Refusal("new-exists", id=id_, path=f"{QUARTIERS}/{id_}")
    for file in sorted((root / folder).rglob("*")):
        if file.is_file():
            path = file.relative_to(root).as_posix()
            yield path, f"{QUARTIERS}/{id_}/{path.removeprefix(folder)}"


def _entry_paths(edition: Edition, entry: Entry, id_: str) -> Iterator[tuple[str, str]]:
    day = _day(entry)
    for path in _files(entry):
        folder, _, name = path.rpartition("/")
        yield path, f"{folder}/{day}{id_}{name.removeprefix(day + entry.id)}"
    yield from _records(edition.root, entry, day, id_)
    users = media_users(edition)
    for medium in edition.library.media:
        name = _renamed_medium(medium.name, entry.id, id_)
        if name and medium.district == entry.district and entry.key in users[medium.path]:
            yield medium.path, f"{medium.path.removesuffix(medium.name)}{name}"


def _records(root: Path, entry: Entry, day: str, id_: str) -> Iterator[tuple[str, str]]:
    """What its translations were made from lies beside its files under the same names."""
    folder = f"{PurePosixPath(entry.path).parent}/{FOLDER}"
    for file in sorted((root / folder).glob(f"{day}{entry.id}.*")):
        yield f"{folder}/{file.name}", f"{folder}/{day}{id_}{file.name.removeprefix(day + entry.id)}"


def _renamed_medium(name: str, old: str, new: str) -> str:
    """The name of a file that is named after an entry, after its new id; "" for any other."""
    parts = name.split("/")
    if len(parts) > 1 and parts[0] == old:
        return "/".join([new, *parts[1:]])
    rest = parts[-1].removeprefix(old)
    is_named = parts[-1].startswith(old) and rest[:1] in {".", "-", "_"}
    return "/".join([*parts[:-1], new + rest]) if is_named else ""


def media_users(edition: Edition) -> Mapping[str, set[str]]:
    """The keys of the entries that show each file, by the path of the file."""
    users: dict[str, set[str]] = defaultdict(set)
    links = edition.bodies.links()
    for entry in edition.library.content.entries:
        for path in _media_of(entry, entry.facts):
            users[path].add(entry.key)
        for text in entry.texts.values():
            for target, _ in links.get(text.path, ()):
                found = edition.links.find(target, text.path, entry.district)
                if found and found.media:
                    users[found.media].add(entry.key)
            for block in edition.bodies.blocks(text.path):
                for path in _media_of(entry, block.value):
                    users[path].add(entry.key)
    return users


def _media_of(entry: Entry, facts: BaseModel) -> Sequence[str]:
    """The files that some facts of an entry, or a block of its text, name."""
    return [media_path(entry, item.value) for item in marked(facts) if isinstance(item.mark, MediaFile)]


def media_path(entry: Entry, value: str) -> str:
    """The file that a fact of an entry names."""
    home = f"{QUARTIERS}/{entry.district}" if entry.district else "content"
    return f"{home}/media/{value.removeprefix('media/')}"
