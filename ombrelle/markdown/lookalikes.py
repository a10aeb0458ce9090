"""What was meant as Markdown and is not read as such, here nor on GitHub: visitors would see its signs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from ombrelle.markdown.lines import Lines
from ombrelle.markdown.tables import aligned, cell_starts, cells
from ombrelle.problems import Location, Problems, Value

_HASHES = re.compile(r" {0,3}(?P<found>(?P<hashes>#{1,6})(?P<text>[^\W\d_][^#]*))$")
_NO_HEADING = re.compile(r" {0,3}(?P<found>#{1,6})(?:\s+#*)?\s*$")
_BULLET = re.compile(
    r" {0,3}(?P<found>(?P<sign>[•‣▪◦●·]|-(?=[^\W\d_])|\d{1,2}[.)](?=[^\W\d_]))\s*(?P<text>\S.*?))\s*$"
)
_EMPTY_ITEM = re.compile(r" {0,3}(?P<found>[-*+]|\d{1,9}[.)])\s*$")
_ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)])(?:\s|$)")
_ADDRESS = r"(?:https?://|www\.|mailto:|\.{0,2}/|media/|[a-z]+:)[^\s()<>]+"
_APART = re.compile(rf"(?P<text>\[[^\[\]]+\])\s+(?P<target>\({_ADDRESS}\))")
_EXCHANGED = re.compile(rf"\((?P<text>[^()\[\]]+)\)\[(?P<target>{_ADDRESS})\]")
_UNCLOSED = re.compile(rf"(?P<text>\[[^\[\]]+\])\((?P<target>{_ADDRESS})(?=\s[^()\"']*$|$)")
_SIGN_APART = re.compile(r"!\s+(?P<text>\[[^\[\]]+\]\([^()\s]+\))")
_NO_TEXT = re.compile(r"(?<!!)\[\s*\]\([^()\s]+\)")
_FILE_NAME = r"[^\[\]]+\.(?:jpe?g|png|gif|svg|webp|avif)|(?:IMG|DSC|DSCN|image|photo|picture|img)[_ -]?\d*"
_NAME_FOR_TEXT = re.compile(rf"!\[(?P<found>{_FILE_NAME})\]\(", re.IGNORECASE)
_STARS = re.compile(r"(?<![\\*])\*\*(?!\*)")
_REFERENCE = re.compile(r"(?<![\w\]!\\])\[[^\[\]^]+\]\[(?P<name>[^\[\]^]+)\]")
_DEFINITION = re.compile(r" {0,3}\[(?P<name>[^\[\]^]+)\]:")


@dataclass(frozen=True, slots=True)
class Seen:
    """A part of a line, columns from 0 and the end exclusive, with its code and what the message names."""

    code: str
    start: int
    end: int
    values: Mapping[str, Value] = field(default_factory=dict)


def check_lookalikes(path: str, text: Lines, first_line: int, problems: Problems) -> None:
    """Tell what of a text is no Markdown, although somebody meant it."""
    for index, seen in _found(text):
        line = first_line + index
        place = Location(path, line, seen.start + 1, line, seen.end + 1)
        problems.add(seen.code, place, **seen.values)


def _found(text: Lines) -> Iterator[tuple[int, Seen]]:
    for index, line in text.lines:
        for sign, look in _LOOKS.items():
            if sign in line:
                yield from ((index, seen) for seen in look(line))
    yield from _lists(text)
    yield from _references(text)
    yield from _tables(text)
    if text.unclosed is not None:
        index, start, end = text.unclosed
        yield index, Seen("code-unclosed", start, end)


def _heading(line: str) -> Iterator[Seen]:
    if match := _NO_HEADING.match(line):
        yield Seen("empty-heading", *match.span("found"))
    if match := _HASHES.match(line):
        near = f"{match['hashes']} {match['text'].strip()}"
        yield Seen("heading-without-space", *match.span("found"), {"near": near})


def _links(line: str) -> Iterator[Seen]:
    for pattern, form in _LINK_FORMS:
        for match in pattern.finditer(line):
            yield Seen("link-form", *match.span(), {"near": form(match)})
    for match in _NO_TEXT.finditer(line):
        yield Seen("link-without-text", *match.span())
    for match in _NAME_FOR_TEXT.finditer(line):
        yield Seen("alternative-is-name", *match.span("found"), {"text": match["found"]})


_LINK_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (_APART, lambda match: match["text"] + match["target"]),
    (_EXCHANGED, lambda match: f"[{match['text']}]({match['target']})"),
    (_UNCLOSED, lambda match: f"{match['text']}({match['target']})"),
    (_SIGN_APART, lambda match: f"!{match['text']}"),
)
"""The forms of a link or a picture that are none, each with the right one."""


def _emphasis(line: str) -> Iterator[Seen]:
    """Two stars are paired in their order: those of a pair touch the words between them."""
    stars = [match.start() for match in _STARS.finditer(line)]
    for start, end in zip(stars[::2], stars[1::2], strict=False):
        inside = line[start + 2 : end]
        if inside.strip() and inside != inside.strip():
            yield Seen("emphasis-spaces", start, end + 2, {"near": f"**{inside.strip()}**"})


_LOOKS: Mapping[str, Callable[[str], Iterator[Seen]]] = {"#": _heading, "[": _links, "**": _emphasis}
"""What is looked for in a line that has a sign."""


def _lists(text: Lines) -> Iterator[tuple[int, Seen]]:
    """The first line of each list whose signs are none; items that hold nothing."""
    written = dict(text.lines)
    for index, line in text.lines:
        above = written.get(index - 1, "")
        if (match := _BULLET.match(line)) and not _BULLET.match(above):
            sign = match["sign"] if match["sign"][0].isdigit() else "-"
            yield index, Seen("list-sign", *match.span("found"), {"near": f"{sign} {match['text']}"})
        if match := _EMPTY_ITEM.match(line):
            below = written.get(index + 1, "")
            # What is further right on the next line is the text of the item.
            if (_ITEM.match(above) or _ITEM.match(below)) and not below.startswith(" "):
                yield index, Seen("empty-list-item", *match.span("found"))


def _references(text: Lines) -> Iterator[tuple[int, Seen]]:
    """Links by the name of an address that the text does not give."""
    referring = [(index, line) for index, line in text.lines if "][" in line]
    if not referring:
        return
    known = {_folded(match["name"]) for _, line in text.lines if (match := _DEFINITION.match(line))}
    for index, line in referring:
        for match in _REFERENCE.finditer(line):
            if _folded(match["name"]) not in known:
                yield index, Seen("reference-undefined", *match.span(), {"name": match["name"]})


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _tables(text: Lines) -> Iterator[tuple[int, Seen]]:
    """Rows with more cells than their header, and rows between bars that make no table."""
    written = dict(text.lines)
    for index, line in text.lines:
        if "|" not in line or "|" in written.get(index - 1, ""):
            continue
        header, ruler = len(cells(line)), aligned(written.get(index + 1, ""))
        if len(ruler) == header:
            yield from _surplus_cells(index + 2, header, written)
        elif _is_row(line) and _is_row(written.get(index + 1, "")):
            start = len(line) - len(line.lstrip())
            yield index, Seen("table-ruler", start, len(line.rstrip()), {"ruler": "|" + "---|" * header})


def _surplus_cells(index: int, most: int, written: Mapping[int, str]) -> Iterator[tuple[int, Seen]]:
    while "|" in written.get(index, ""):
        starts = cell_starts(written[index])
        if len(starts) > most:
            end = len(written[index].rstrip().removesuffix("|").rstrip())
            yield index, Seen("table-cells", starts[most], end, {"most": most, "found": len(starts)})
        index += 1


def _is_row(line: str) -> bool:
    bare = line.strip()
    return len(bare) > 2 and bare.startswith("|") and bare.endswith("|")
