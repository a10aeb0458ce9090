"""Typed blocks: the YAML between their fences, read and validated as that of a file is, at its own lines.

```ombrelle figures
figures:
  - {label: Campus, value: 80000, unit: square-metre, as_of: 2019, source: {title: Le journal}}
```
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ombrelle.kinds.blocks import BLOCK_BY_NAME, BlockType
from ombrelle.load.facts import validate
from ombrelle.load.keys import meant_key
from ombrelle.markdown.fragment import Source, TypedBlock
from ombrelle.markdown.leaves import Typed
from ombrelle.problems import Location, Problems
from ombrelle.sources.document import read_document
from ombrelle.text import slugify

SIGN = "ombrelle"

MOST_BLOCKS = 60
"""Blocks of one text: a page with more of them is none for people."""

MOST_CHARACTERS = 20_000
"""Characters of one block."""

MOST_FAULTS = 200
"""Faults of one text after which its blocks are read no further: they are no slips of a hand any more."""

MOST_QUOTED = 60
"""Characters of a name that a message quotes."""

_FENCE = re.compile(r"\s*(?:(?:[-*+>]|\d{1,9}[.)])\s+)*(?P<fence>`{3,}|~{3,})")


@dataclass(frozen=True, slots=True)
class Read:
    """A fence of a typed block and its block, None where it has a fault."""

    fence: Typed
    place: Location
    block: TypedBlock | None


def read_typed(
    source: Source, lines: Sequence[str], fences: Sequence[Typed], problems: Problems
) -> tuple[Read, ...]:
    """The block of each fence, in their order; what is wrong with one goes to `problems`."""
    found: list[Read] = []
    before = len(problems)
    for number, fence in enumerate(fences):
        place = _place(source, lines, fence)
        block = None
        if number == MOST_BLOCKS:
            problems.add("too-many-blocks", place, most=MOST_BLOCKS, found=len(fences))
        elif number < MOST_BLOCKS and len(problems) - before < MOST_FAULTS:
            block = _read(source, lines, fence, place, problems)
        found.append(Read(fence, place, block))
    return tuple(found)


def tell_within(source: Source, read: Read, problems: Problems) -> None:
    """Tell a block that stands within HTML."""
    problems.add("block-within", read.place, name=_quoted(read.fence.name))


def check_unsigned(source: Source, lines: Sequence[str], problems: Problems) -> None:
    """Tell fences with the name of a block and without its sign: visitors would see the YAML as code."""
    opened = ""
    for index, line in enumerate(lines):
        match = _FENCE.match(line)
        if match is None:
            continue
        info = line[match.end() :].strip()
        if opened:
            is_end = match["fence"].startswith(opened) and not info
            opened = "" if is_end else opened
        elif "`" not in info or match["fence"][0] == "~":
            opened = match["fence"]
            if info in BLOCK_BY_NAME:
                number, start = source.first_line + index, line.index(info, match.end()) + 1
                place = Location(source.path, number, start, number, start + len(info))
                problems.add("block-unsigned", place, name=info, near=f"{SIGN} {info}")


def _read(
    source: Source, lines: Sequence[str], fence: Typed, place: Location, problems: Problems
) -> TypedBlock | None:
    type_ = BLOCK_BY_NAME.get(fence.name)
    if type_ is None:
        near = _meant(fence.name)
        values = {"name": _quoted(fence.name), "near": f"{SIGN} {near}" if near else ""}
        problems.add("unknown-block", place, **values, known=", ".join(BLOCK_BY_NAME))
        return None
    if not fence.is_free:
        problems.add("block-within", place, name=_quoted(fence.name))
        return None
    text = "\n".join(lines[fence.line + 1 : fence.end])
    if len(text) > MOST_CHARACTERS:
        problems.add("block-too-long", place, characters=len(text), most=MOST_CHARACTERS)
        return None
    return _validated(source, type_, text, fence, problems)


def _validated(
    source: Source, type_: BlockType, text: str, fence: Typed, problems: Problems
) -> TypedBlock | None:
    first = source.first_line + fence.line + 1
    document = read_document(source.path, text, problems, first_line=first)
    value = validate(type_.model, document, type_.word, (), problems) if document else None
    return TypedBlock(type_, value, document) if value is not None and document else None


def _meant(name: str) -> str:
    """The type of block that a name stands for, "" for none."""
    word = slugify(name.split(maxsplit=1)[0]) if name.split() else ""
    return meant_key(slugify(name), BLOCK_BY_NAME) or (meant_key(word, BLOCK_BY_NAME) if word else "")


def _quoted(name: str) -> str:
    """A name as a message quotes it."""
    return name if len(name) <= MOST_QUOTED else f"{name[: MOST_QUOTED - 1]}…"


def _place(source: Source, lines: Sequence[str], fence: Typed) -> Location:
    """What stands behind the opening fence; the whole line where that is inside a container."""
    line, number = lines[fence.line], source.first_line + fence.line
    start = line.lower().find(SIGN)
    if start < 0:
        return Location(source.path, number, 1, number, len(line) + 1)
    return Location(source.path, number, start + 1, number, len(line.rstrip()) + 1)
