"""The lines of short texts, which are looked for only when something is told of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ombrelle.problems import Problems
from ombrelle.sources.document import Document, read_document
from ombrelle.sources.files import read_text
from ombrelle.sources.frontmatter import split
from ombrelle.translations.blocks import Block
from ombrelle.translations.freshness import Finding
from ombrelle.translations.units import Unit


class Places:
    """Finds lines in the files of a site; each is read once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._documents: dict[str, Document | None] = {}

    def placed(self, unit: Unit, found: Finding) -> Finding:
        """A finding whose blocks have their lines."""
        source = self._placed(unit.source_path, found.source)
        return replace(found, source=source, translation=self._placed(unit.path, found.translation))

    def _placed(self, path: str, block: Block | None) -> Block | None:
        if block is None or block.line:
            return block
        if path not in self._documents:
            self._documents[path] = self._read(path)
        document = self._documents[path]
        return replace(block, line=document.locate(block.way).line) if document else block

    def _read(self, path: str) -> Document | None:
        """The YAML of a file, or that of its head. Its faults are told where it is loaded."""
        text = read_text(self._root, path, Problems())
        if text is None or path.endswith(".yaml"):
            return read_document(path, text, Problems()) if text is not None else None
        return split(path, text, Problems()).head
