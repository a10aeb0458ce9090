"""What goes into the conversion of a text and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass

from ombrelle.kinds.blocks import Block, BlockType
from ombrelle.sources.document import Document


@dataclass(frozen=True, slots=True)
class Source:
    """A text to convert: the body of a file without its front matter.

    `path` is relative to the root, `first_line` is the line of the file at which `text` starts, `lang` its
    language (BCP 47).
    """

    path: str
    text: str
    first_line: int
    lang: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as rendered: the page's title is the h1, so `level` is 2 to 6."""

    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A logical link or picture: its target as written, and where in the file; `end_column` is exclusive."""

    target: str
    line: int
    column: int
    end_column: int
    image: bool


@dataclass(frozen=True, slots=True)
class TypedBlock:
    """A typed block of a text: its type, what it says, its YAML by which places are found."""

    type: BlockType
    value: Block
    document: Document


@dataclass(frozen=True, slots=True)
class Fragment:
    """A converted text. In `html`, the logical links are still to be filled in, in the order of `links`.

    The places of typed blocks are marked there too, in the order of `blocks`.
    """

    html: str
    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    words: int
    blocks: tuple[TypedBlock, ...] = ()

    @property
    def block_types(self) -> tuple[str, ...]:
        """The types of its blocks, each once, in order."""
        return tuple(sorted({block.type.name for block in self.blocks}))


EMPTY = Fragment("", (), (), 0)
