"""What a command does to the files: shown as a diff, tried in a copy, written all or not at all."""

from __future__ import annotations

import difflib
import shutil
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ombrelle.load.discover import CONTENT, QUARTIERS
from ombrelle.whole import write_whole


@dataclass(frozen=True, slots=True)
class Changes:
    """`moves` are where each file is and where it goes; `texts` are the new texts, by their new path."""

    moves: Mapping[str, str]
    texts: Mapping[str, str]

    def origin(self, path: str) -> str:
        """Where a file stands before the change."""
        return next((old for old, new in self.moves.items() if new == path), path)


def copy_content(root: Path, folder: Path) -> None:
    """Copy into `folder` the files that the site is made from."""
    for top in (CONTENT, QUARTIERS):
        if (root / top).is_dir():
            shutil.copytree(root / top, folder / top, symlinks=True)


def apply(root: Path, changes: Changes) -> None:
    """Make the changes. Where the disk refuses or somebody interrupts, every file is as it was."""
    new = {path: text.encode() for path, text in changes.texts.items()}
    for old, path in changes.moves.items():
        new.setdefault(path, (root / old).read_bytes())
    before = {path: _bytes(root / path) for path in {*changes.moves, *new}}
    folders = {folder for path in new for folder in _folders(root, path) if not folder.exists()}
    try:
        _write(root, {**dict.fromkeys(changes.moves), **new})
    except BaseException:
        # What was not touched is left alone: the file that the disk refused refuses this as well.
        _write(root, {path: data for path, data in before.items() if _bytes(root / path) != data})
        _drop_empty(folders)
        raise
    _drop_empty({folder for old in changes.moves for folder in _folders(root, old)})


def diff(root: Path, changes: Changes) -> Iterator[str]:
    """The lines of a unified diff, as git shows it."""
    for old, new in sorted(changes.moves.items()):
        yield f"rename from {old}"
        yield f"rename to {new}"
        yield from _text_diff(root, old, new, changes)
    for path in sorted(set(changes.texts) - set(changes.moves.values())):
        yield from _text_diff(root, path, path, changes)


def _text_diff(root: Path, old: str, new: str, changes: Changes) -> Iterator[str]:
    if new not in changes.texts:
        return
    data = _bytes(root / old)
    before = _lines(data.decode()) if data is not None else []
    after = _lines(changes.texts[new])
    name = f"a/{old}" if data is not None else "/dev/null"
    yield from difflib.unified_diff(before, after, name, f"b/{new}", lineterm="")


def _lines(text: str) -> list[str]:
    """Lines as git parts them: what else stands at their end belongs to them."""
    return text.removesuffix("\n").split("\n") if text else []


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _write(root: Path, files: Mapping[str, bytes | None]) -> None:
    """Write the files; None takes one away."""
    for path, data in files.items():
        if data is None:
            (root / path).unlink(missing_ok=True)
        else:
            write_whole(root / path, data)


def _folders(root: Path, path: str) -> list[Path]:
    """The folders between the root and a file."""
    return [root / folder for folder in Path(path).parents if folder.name]


def _drop_empty(folders: Collection[Path]) -> None:
    """Take away those of the folders that nothing is left in."""
    for folder in sorted(folders, key=lambda each: len(each.parts), reverse=True):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
