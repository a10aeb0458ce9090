"""What a check is asked about: some files, and what they can break in others."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ombrelle.kinds import KINDS
from ombrelle.load.discover import CONTENT, GLOSSARY_FILE, QUARTIERS, SITE_FILE
from ombrelle.load.entry import Broken, Content, Entry, Text
from ombrelle.problems import Problem, Value

_OF_ENTRIES = frozenset({"media", *(kind.folder for kind in KINDS if kind.folder)})
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}-")
_WORD = re.compile(r"[\w-]+")
_RUN = re.compile(r"[^\s()<>\[\]\"'`]+")
"""What a link can be made of: a text holds its target as one run of such characters, whatever its form."""

_NAMING = frozenset({"value", "target", "id", "district", "urls", "vocabulary", "other"})
"""The values of a problem that may name its cause in another file; the others are what to write instead."""

MOST_NAMES = 50
"""Of more names than this it is faster to read every file than to search for them."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Files and folders by their path from the root, and the names by which others can refer to them.

    Nothing in either means everything.
    """

    paths: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()
    root: Path = Path()

    @property
    def is_of_entries(self) -> bool:
        """Whether these are files of entries and media, so few that what they break can be searched for."""
        return bool(self.paths) and len(self.names) <= MOST_NAMES and all(map(_is_of_entries, self.paths))

    def holds(self, path: str) -> bool:
        """Whether a file is one of these, or in one of these folders; every file is where none is given."""
        return not self.paths or any(path == each or path.startswith(f"{each}/") for each in self.paths)

    def mentions(self, text: str) -> bool:
        """Whether a text has one of the names as a word."""
        return any(name in text for name in self.names) and not self.names.isdisjoint(_WORD.findall(text))

    def reaches(self, folder: Path) -> bool:
        """Whether these are all files, or some that are in a folder or hold it."""
        own = os.path.relpath(folder, self.root).replace(os.sep, "/")
        return self.holds(own) or any(path.startswith(f"{own}/") for path in self.paths)

    def narrowed(self, content: Content, is_known: Callable[[str, Text, str | None], bool]) -> Content:
        """The content without the entries whose texts these files can neither hold nor break.

        `is_known` says whether a link in a text of a district leads somewhere: one that does is not broken.
        """
        if not self.paths:
            return content
        entries = tuple(entry for entry in content.entries if self._is_at_stake(entry, is_known))
        broken = {key: each for key, each in content.broken.items() if self._is_at_stake(each, is_known)}
        return replace(content, entries=entries, broken=broken)

    def concerns(self, problem: Problem) -> bool:
        """Whether a problem is in these files, or elsewhere and names one of them as its cause."""
        return not self.paths or self.holds(problem.location.path) or any(map(self._is_named, problem.values))

    def _is_named(self, item: tuple[str, Value]) -> bool:
        name, value = item
        if name == "other" and not str(value).startswith("/"):
            return self.holds(str(value))
        return name in _NAMING and self.mentions(str(value))

    def _is_at_stake(self, entry: Entry | Broken, is_known: Callable[[str, Text, str | None], bool]) -> bool:
        texts = entry.all_texts.values()
        return any(self.holds(text.path) for text in texts) or any(
            not is_known(run, text, entry.district)
            for text in texts
            if any(name in text.body for name in self.names)
            for run in _RUN.findall(text.body)
            if self.mentions(run)
        )


EVERYTHING = Scope()


def scope_of(root: Path, paths: Sequence[Path]) -> Scope:
    """The scope of files and folders, which need not exist any more; everything where none is given.

    The file of the site itself can break everything, and the glossary speaks of every text.
    """
    wanted = tuple(os.path.relpath(path, root).replace(os.sep, "/") for path in paths)
    if not wanted or {".", CONTENT, SITE_FILE, GLOSSARY_FILE} & set(wanted):
        return EVERYTHING
    files = {file for path in wanted for file in (path, *_below(root, path))}
    return Scope(wanted, frozenset(map(_name, files)), root)


def _is_of_entries(path: str) -> bool:
    top, _, rest = path.partition("/")
    return (top == QUARTIERS and bool(rest)) or (top == CONTENT and rest.partition("/")[0] in _OF_ENTRIES)


def _below(root: Path, folder: str) -> Iterable[str]:
    return (path.relative_to(root).as_posix() for path in (root / folder).rglob("*") if path.is_file())


def _name(path: str) -> str:
    """The id in the name of a file; a district's in that of its folder, and of its own file."""
    parts = path.split("/")
    stem = _DAY.sub("", parts[-1].split(".")[0])
    of_district = parts[0] == QUARTIERS and (len(parts) == 2 or (len(parts) == 3 and stem == "quartier"))
    return parts[1] if of_district else stem
