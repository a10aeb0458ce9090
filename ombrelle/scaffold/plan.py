"""Where a new entry goes, or why it cannot go there."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from ombrelle.kinds.base import Kind, Scope
from ombrelle.load.discover import CONTENT, QUARTIERS, SourceFile
from ombrelle.paths import ID_LENGTH, is_id
from ombrelle.text import nearest, slugify


class Refusal(Exception):  # noqa: N818 it is what is said to the user
    """Wrong use: the key of a sentence of the command line and the values that it names."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values

    @classmethod
    def near(cls, key: str, word: str, known: Collection[str], **values: object) -> Refusal:
        """For an unknown word: proposes the nearest, or names all when none is near (`<key>-far`)."""
        near = nearest(word, known)
        if near:
            return cls(key, near=near, **values)
        return cls(f"{key}-far", known=", ".join(sorted(known)), **values)


@dataclass(frozen=True, slots=True)
class Plan:
    """An entry to be: its kind and id, the district whose folder it lies in, its day where it is dated.

    `stem` is the path of its files below the root, without language and extension.
    """

    kind: Kind
    id: str
    district: str | None
    day: date | None
    stem: str

    @property
    def facts_path(self) -> str:
        """The file of its facts."""
        return f"{self.stem}.yaml"

    def text_path(self, lang: str) -> str:
        """The file of its text in a language."""
        return f"{self.stem}.{lang}.md"


def plan(files: Sequence[SourceFile], kind: Kind, id_: str, district: str | None, today: date) -> Plan:
    """Where the entry goes in a site of these files.

    Refusal for what is no id, exists, or would lie where there is no district or not this kind.
    """
    districts = {file.id for file in files if file.kind and not file.kind.folder}
    if not is_id(id_):
        raise Refusal("new-id-form", id=id_, near=slugify(id_)[:ID_LENGTH].strip("-") or "exemple")
    _check_district(kind, district, districts)
    there = next((file for file in files if _is_same(file, kind, id_, district)), None)
    if there:
        raise Refusal("new-exists", id=id_, path=there.path)
    day = today if kind.dated else None
    return Plan(kind, id_, district if kind.folder else id_, day, _stem(kind, id_, district, day))


def _check_district(kind: Kind, district: str | None, known: Collection[str]) -> None:
    if not kind.folder:
        if district:
            raise Refusal("new-no-quartier")
    elif district is None:
        if Scope.UMBRELLA not in kind.scopes:
            raise Refusal("new-quartier-missing", known=", ".join(sorted(known)))
    elif Scope.DISTRICT not in kind.scopes:
        raise Refusal("new-umbrella-only")
    elif district not in known:
        raise Refusal.near("new-quartier-unknown", district, known, id=district)


def _is_same(file: SourceFile, kind: Kind, id_: str, district: str | None) -> bool:
    """Pages are told apart by their district, all other entries by their id alone."""
    same_folder = kind.name != "page" or file.district == district
    return file.kind == kind and file.id == id_ and same_folder


def _stem(kind: Kind, id_: str, district: str | None, day: date | None) -> str:
    if not kind.folder:
        return f"{QUARTIERS}/{id_}/{kind.name}"
    folder = f"{QUARTIERS}/{district}" if district else CONTENT
    return f"{folder}/{kind.folder}/{f'{day}-{id_}' if day else id_}"
