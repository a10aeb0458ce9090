"""What a proposal changes: trees of git, compared file by file. Nothing of it is run or written to the disk.

A working tree is seen as git would commit it: what git ignores is no part of it. It is made a tree with an
index and a store of objects of their own, so that those of its author stay as they are.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ombrelle.compare.git import RevisionError, blobs, commit_of, git
from ombrelle.load.discover import QUARTIERS

LINK, SUBMODULE, EXECUTABLE = "120000", "160000", "100755"
_FAILURE = "diff-git-fails"


@dataclass(frozen=True, slots=True)
class Blob:
    """A file of a tree: its mode as git writes it, the name of its content, and its bytes by number."""

    mode: str
    id: str
    size: int = 0


Tree = Mapping[str, Blob]
"""The files of a tree by their path."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """The base whose rules hold, what the proposal began from, and what it makes of it.

    `read` gives the content of a blob. All three are the same kind of thing: a working tree is one too.
    """

    base: Tree
    start: Tree
    head: Tree
    read: Callable[[Blob], bytes]

    @property
    def changed(self) -> tuple[str, ...]:
        """The paths that are added, deleted, or differ in content or mode, sorted."""
        both = self.start.keys() | self.head.keys()
        return tuple(sorted(path for path in both if self.start.get(path) != self.head.get(path)))

    @property
    def districts(self) -> frozenset[str]:
        """The districts that have a folder at the base."""
        parts = (path.split("/") for path in self.base)
        return frozenset(each[1] for each in parts if each[0] == QUARTIERS and len(each) > 2)

    def origin(self, path: str) -> str:
        """Whence a new file was moved, word for word; "" for any other."""
        blob = self.head.get(path)
        if blob is None or path in self.start or not blob.size:
            return ""
        gone = (old for old, each in self.start.items() if each.id == blob.id and old not in self.head)
        return min(gone, default="")


@contextmanager
def proposal(root: Path, base: str, head: str = "") -> Iterator[Proposal]:
    """The change between a revision and another, or the working tree where none is given.

    As on a code host, what the base has become meanwhile is no part of it: the change counts from where the
    two parted. RevisionError where git cannot tell.
    """
    tip = commit_of(root, base)
    if git(root, _FAILURE, "rev-parse", "--show-prefix").strip():
        raise RevisionError("rights-not-root")
    with _own_store(root) as places:
        commit = commit_of(root, head) if head else _head(root)
        tree = commit if head else _working_tree(root, places)
        start = _parting(root, tip, commit)
        before, began, after = (_tree(root, each, places) for each in (tip, start, tree))
        with blobs(root, places) as read:
            yield Proposal(before, began, after, lambda blob: read(blob.id))


@contextmanager
def _own_store(root: Path) -> Iterator[dict[str, str]]:
    """Where git puts what it makes for us, by the variables that tell it."""
    with tempfile.TemporaryDirectory(prefix="ombrelle-") as folder:
        objects = Path(folder) / "objects"
        objects.mkdir()
        known = (root / git(root, _FAILURE, "rev-parse", "--git-path", "objects").decode().strip()).resolve()
        yield {
            "GIT_INDEX_FILE": str(Path(folder) / "index"),
            "GIT_OBJECT_DIRECTORY": str(objects),
            "GIT_ALTERNATE_OBJECT_DIRECTORIES": str(known),
        }


def _head(root: Path) -> str:
    """The commit that the working tree stands on; "" before the first."""
    try:
        return commit_of(root, "HEAD")
    except RevisionError:
        return ""


def _parting(root: Path, tip: str, commit: str) -> str:
    """The last commit that two have in common; the first of them where there is none."""
    try:
        return git(root, _FAILURE, "merge-base", tip, commit).decode().strip() if commit else tip
    except RevisionError:
        return tip


def _working_tree(root: Path, places: dict[str, str]) -> str:
    """The tree that git would commit of the files as they are."""
    index = root / git(root, _FAILURE, "rev-parse", "--git-path", "index").decode().strip()
    if index.is_file():
        shutil.copyfile(index, places["GIT_INDEX_FILE"])
    git(root, _FAILURE, "-c", "core.fsmonitor=false", "add", "--all", places=places)
    return git(root, _FAILURE, "write-tree", places=places).decode().strip()


def _tree(root: Path, name: str, places: dict[str, str]) -> Tree:
    listed = git(root, _FAILURE, "ls-tree", "-r", "-l", "-z", "--full-tree", name, places=places)
    lines = (line.partition(b"\t") for line in listed.split(b"\0") if line)
    return {path.decode("utf-8", "surrogateescape"): _blob(facts.decode()) for facts, _, path in lines}


def _blob(facts: str) -> Blob:
    mode, _, name, size = facts.split()
    return Blob(mode, name, int(size) if size.isdigit() else 0)
