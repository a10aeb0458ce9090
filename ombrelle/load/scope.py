"""What a check is asked about: some files, and what they can break in others."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ombrelle.load.discover import CONTENT, GLOSSARY_FILE, QUARTIERS, SITE_FILE
from ombrelle.load.entry import Broken, Content, Entry
from ombrelle.problems import Problem

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}-")
_WORD = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Scope:
    """Files and folders by their path from the root, and the names by which others can refer to them.

    Nothing in either means everything.
    """

    paths: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()
    root: Path = Path()

    def reaches(self, folder: Path) -> bool:
        """Whether these are all files, or some that are in a folder or hold it."""
        own = os.path.relpath(folder, self.root).replace(os.sep, "/")
        return not self.paths or self._holds(own) or any(path.startswith(f"{own}/") for path in self.paths)

    def narrowed(self, content: Content) -> Content:
        """The content without the entries whose texts these files can neither hold nor break."""
        if not self.paths:
            return content
        entries = tuple(entry for entry in content.entries if self._reaches(entry))
        broken = {key: entry for key, entry in content.broken.items() if self._reaches(entry)}
        return replace(content, entries=entries, broken=broken)

    def concerns(self, problem: Problem) -> bool:
        """Whether a problem is in these files, or elsewhere and names one of them."""
        named = (str(value) for _, value in problem.values)
        return not self.paths or self._holds(problem.location.path) or any(map(self._mentions, named))

    def _reaches(self, entry: Entry | Broken) -> bool:
        paths = [text.path for text in entry.all_texts.values()]
        if entry.document:
            paths.append(entry.document.path)
        return any(map(self._holds, paths)) or any(
            self._mentions(text.body) for text in entry.all_texts.values()
        )

    def _holds(self, path: str) -> bool:
        return any(path == each or path.startswith(f"{each}/") for each in self.paths)

    def _mentions(self, text: str) -> bool:
        return not self.names.isdisjoint(_WORD.findall(text))


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


def _below(root: Path, folder: str) -> Iterable[str]:
    return (path.relative_to(root).as_posix() for path in (root / folder).rglob("*") if path.is_file())


def _name(path: str) -> str:
    """The id in the name of a file; a district's in that of its folder, and of its own file."""
    parts = path.split("/")
    stem = _DAY.sub("", parts[-1].split(".")[0])
    of_district = parts[0] == QUARTIERS and (len(parts) == 2 or (len(parts) == 3 and stem == "quartier"))
    return parts[1] if of_district else stem
