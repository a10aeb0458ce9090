"""The record of a translation: the blocks of the source that it was made from, in a hidden folder beside it.

`pages/about.en.md` has `pages/.sources/about.en.md.txt`, the English of `quartier.yaml` has
`.sources/quartier.en.yaml.txt`:

    body 5f0c2a91 c8de0147
    > The source as it was,
    > on as many lines.

Each block has its place, a checksum of its lines, and the fingerprint of the block of the translation that
says it (a hyphen where none does). A blank line parts two blocks, so that two branches that record different
ones merge; a checksum that does not fit tells a block that was cut or mended by hand.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ombrelle.load.discover import CONTENT, QUARTIERS
from ombrelle.problems import Location, Problems
from ombrelle.sources.files import MOST_BYTES
from ombrelle.translations.blocks import FINGERPRINT

if TYPE_CHECKING:
    from ombrelle.translations.units import Unit

FOLDER = ".sources"
ENDING = ".txt"
MOST_RECORDED = 2 * MOST_BYTES
"""Bytes of a record: the text that it holds, and room for its heads."""
NONE = "-"
"""Stands for the fingerprint of a block that the translation does not have, and needs not."""

_TITLE = '# What the translation was made from. Written by "translations done", not by hand.'
_DIGITS = rf"[0-9a-f]{{{FINGERPRINT}}}"
_HEAD = re.compile(rf"(?P<place>\S+) (?P<sum>{_DIGITS}) (?P<translated>{_DIGITS}|{NONE})")


@dataclass(frozen=True, slots=True)
class Made:
    """A block of the source as it was, its place, and the fingerprint of its translation, "" without one."""

    place: str
    text: str
    translated: str


@dataclass(frozen=True, slots=True)
class Record:
    """What is recorded of a unit, in its order; `is_sound` is False for a file that cannot be trusted."""

    made: tuple[Made, ...] = ()
    is_sound: bool = True


NOTHING = Record()


def record_path(unit: Unit) -> str:
    """Where the record of a unit lies, from the root."""
    return record_of(unit.path, unit.language)


def record_of(path: str, language: str) -> str:
    """Where the record of a translation lies: that of a text, or that of a file of facts in a language."""
    folder, _, name = path.rpartition("/")
    if name.endswith(".yaml"):
        name = f"{name.removesuffix('.yaml')}.{language}.yaml"
    return f"{folder}/{FOLDER}/{name}{ENDING}"


def record_paths(root: Path) -> Iterator[str]:
    """Every record of a site, from the root."""
    for top in (CONTENT, QUARTIERS):
        for folder, _, names in os.walk(root / top):
            if folder.endswith(FOLDER):
                below = Path(folder).relative_to(root).as_posix()
                yield from (f"{below}/{name}" for name in sorted(names) if name.endswith(ENDING))


def check_records(root: Path, problems: Problems, wanted: Callable[[str], bool] = bool) -> None:
    """Tell the damaged records, among those wanted by their path."""
    for path in filter(wanted, record_paths(root)):
        read_record(root, path, problems)


def read_record(root: Path, path: str, problems: Problems) -> Record:
    """The record at a path, empty where there is none. A damaged one is told, and not believed.

    So is one that is no file of its own, or too large for one: districts write these files too.
    """
    file = root / path
    try:
        if is_link(file) or file.stat().st_size > MOST_RECORDED:
            return _damaged(path, 1, problems)
        text = file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return NOTHING
    except (OSError, UnicodeDecodeError):
        return _damaged(path, 1, problems)
    return parse(text, path, problems)


def is_link(file: Path) -> bool:
    """Whether a record, or the folder of records, stands for another."""
    return file.is_symlink() or file.parent.is_symlink()


def parse(text: str, path: str, problems: Problems) -> Record:
    """The record that a text holds."""
    made: list[Made] = []
    head, first, quoted = None, 1, list[str]()
    lines = text.replace("\r\n", "\n").split("\n")
    for number, line in enumerate([*lines, ""], start=1):
        if line.startswith(">") and head:
            quoted.append(line[1:].removeprefix(" "))
            continue
        if head:
            block = Made(head["place"], "\n".join(quoted), head["translated"].removeprefix(NONE))
            if line or _checksum(block.text) != head["sum"]:
                return _damaged(path, number if line else first, problems)
            made.append(block)
        head, first, quoted = _HEAD.fullmatch(line), number, []
        if head is None and line not in {"", _TITLE}:
            return _damaged(path, number, problems)
    return Record(tuple(made))


def written(made: Sequence[Made]) -> str:
    """The text of a record."""
    return "\n\n".join([_TITLE, *map(_block, made)]) + "\n"


def _block(made: Made) -> str:
    head = f"{made.place} {_checksum(made.text)} {made.translated or NONE}"
    return "\n".join([head, *(f"> {line}".rstrip() for line in made.text.split("\n"))])


def _checksum(text: str) -> str:
    """Some digits of the lines as a record has them: without spaces at their ends."""
    lines = "\n".join(line.rstrip() for line in text.split("\n"))
    return hashlib.sha256(lines.encode()).hexdigest()[:FINGERPRINT]


def _damaged(path: str, line: int, problems: Problems) -> Record:
    problems.add("record-damaged", Location(path, line))
    return Record(is_sound=False)
