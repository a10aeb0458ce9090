"""The files of entries, read: their YAML and their Markdown told apart, or known from the last build.

A file without a fault of its own is known by its bytes: its checks and its parsing are spared. What its
values mean is for the models to say, each time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from ombrelle.cache import NOWHERE, Cache, packed, program_digest, unpacked
from ombrelle.cache.recipes import digest_of
from ombrelle.load.hygiene import check_trackers
from ombrelle.problems import Problems
from ombrelle.sources.document import Document, read_document
from ombrelle.sources.files import decode, read_data
from ombrelle.sources.frontmatter import Split, split

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A file without a fault: the digest of its bytes and what its YAML says.

    `head` are the characters between which that stands, and its first line; the body of a text begins at the
    character `body`, on the line `body_line`.
    """

    digest: str
    data: Mapping[str, Any]
    head: tuple[int, int, int] = (0, 0, 1)
    body: int = 0
    body_line: int = 1


class Sheets:
    """Reads the files below `root`; with a cache that keeps something, those that are not as they were."""

    def __init__(self, root: Path, cache: Cache = NOWHERE) -> None:
        self._root, self._cache = root, cache
        kept = cache.use(_key()) if cache.keeps else None
        self._known = {path: _Sheet(*each) for path, each in unpacked(kept or b"{}").items()}
        self._seen: dict[str, _Sheet] = {}

    def facts(self, path: str, problems: Problems) -> Document | None:
        """The YAML of a file, before any model has seen it; None, and a problem, where there is none."""
        return self._read(path, problems, _document, read_document, _sheet_of_facts)

    def parts(self, path: str, problems: Problems) -> Split | None:
        """The head and the body of a text; None, and a problem, where it cannot be read."""
        return self._read(path, problems, _parts, split, _sheet_of_text)

    def settle(self) -> None:
        """End a run that has read all files: what it has seen is for the next build."""
        if self._cache.keeps and self._seen != self._known:
            plain = {
                path: (sheet.digest, sheet.data, sheet.head, sheet.body, sheet.body_line)
                for path, sheet in self._seen.items()
            }
            self._cache.keep(self._cache.seal(_key(), packed(plain)))

    def _read(
        self,
        path: str,
        problems: Problems,
        again: Callable[[str, str, _Sheet], T],
        parse: Callable[[str, str, Problems], T | None],
        sheet_of: Callable[[str, str, T], _Sheet | None],
    ) -> T | None:
        """What a file holds, made of its sheet `again` or parsed; a file without a fault is noted."""
        data = read_data(self._root, path, problems)
        if data is None:
            return None
        digest, own, found = _digest(data), Problems(), None
        if known := self._again(path, digest):
            return again(path, data.decode(), known)
        text = decode(data, path, own)
        if text is not None:
            check_trackers(path, text, own)
            found = parse(path, text, own)
            if found and not own and (sheet := sheet_of(digest, text, found)):
                self._seen[path] = sheet
        problems.extend(tuple(own))
        return found

    def _again(self, path: str, digest: str) -> _Sheet | None:
        """What is known of a file that is as it was."""
        sheet = self._known.get(path)
        if sheet is None or sheet.digest != digest:
            return None
        self._seen[path] = sheet
        return sheet


def _sheet_of_facts(digest: str, _: str, document: Document) -> _Sheet:
    return _Sheet(digest, document.data)


def _document(path: str, text: str, sheet: _Sheet) -> Document:
    return Document(path, text, sheet.data)


def _sheet_of_text(digest: str, text: str, parts: Split) -> _Sheet | None:
    """What there is to know of a text; None where its parts are not found where they are said to be."""
    if parts.head is None or not parts.is_sound:
        return None
    lines = text.split("\n", parts.head.first_line - 1)
    start = len(text) - len(lines[-1]) if parts.head.text else 0
    head = (start, start + len(parts.head.text), parts.head.first_line)
    sheet = _Sheet(digest, parts.head.data, head, len(text) - len(parts.body), parts.body_line)
    return sheet if _parts(parts.head.path, text, sheet) == parts else None


def _parts(path: str, text: str, sheet: _Sheet) -> Split:
    start, end, line = sheet.head
    return Split(Document(path, text[start:end], sheet.data, line), text[sheet.body :], sheet.body_line)


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _key() -> str:
    return digest_of((program_digest(), "sheets"))
