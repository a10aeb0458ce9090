"""Marks that ride with the text through the conversion and say where a thing stood in the file.

Markdown is rewritten many times on its way to HTML, and every position is lost. So before it starts, a mark
is put before each link's target, each heading's text and the attributes of each HTML tag. A mark is a
number between two noncharacters (Unicode 16, section 23.7: for internal use, never in a text), which texts
are rid of first, so that nobody can forge one. What is left of them in code or text is removed at the end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ombrelle.problems import Location

# A mark stands alone, or brings a space of its own behind it or before it, which goes when it goes.
_ALONE, _SPACE_BEHIND, _SPACE_BEFORE = "\ufdd0", "\ufdd2", "\ufdd4"
# Code carries the name of its language before it.
_CODE = "\ufdd6"
# Where a typed block stands.
_BLOCK = "\ufdd8"
_END = "\ufdd1"

_NONCHARACTER = re.compile("[\ufdd0-\ufdef]")
_ANY = re.compile(
    "\ufdd6[\\w+#.-]*\ufdd1|[\ufdd0\ufdd8][0-9]+\ufdd1|\ufdd2[0-9]+\ufdd1 ?| ?\ufdd4[0-9]+\ufdd1"
    "|[\ufdd0-\ufdef]"
)
TARGET = re.compile(f"\\s*{_ALONE}([0-9]+){_END}")
HEADING = re.compile(f"\\s*{_SPACE_BEHIND}([0-9]+){_END} ?")
TAG = re.compile(f"<([a-zA-Z][^\\s<>/]*)\\s+[{_SPACE_BEHIND}{_SPACE_BEFORE}]([0-9]+){_END}([^<>]*)")

BLOCK = re.compile(f"\\s*{_BLOCK}([0-9]+){_END}\\s*")
LANGUAGE = re.compile(f"{_CODE}([\\w+#.-]*){_END}")

_FORGED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufdd0-\ufdef]")
_SPOTS = re.compile(
    r"""
      (?P<target>\]\([ \t]*<?)
    | (?P<attribute>\b(?:href|src)\s*=\s*["']?)
    | (?P<definition>^[ \t>]*\[[^\]^][^\]]*\]:[ \t]*<?)(?=\S)
    | (?P<heading>^[ \t>]*(?:(?:[-*+]|[0-9]+[.)])[ \t]+)*\#{1,6}[ \t]+)(?=\S)
    | (?P<tag><(?![a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]*>)[a-zA-Z][^\s<>/@"'=]*(?:(?P<space>\s)|(?=/?>|$)))
    """,
    re.VERBOSE,
)
_SIGN = re.compile(r"[\]=#<]")
"""What none of them is without: most lines have nothing to mark."""

_UNDERLINED = re.compile(r"(?![*][ \t]|[0-9]{1,9}[.)][ \t])(?:[^\W_]|[*_`\"'«“(])")
_UNDERLINE = re.compile(r"(=+|-+)[ ]*")


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in the file: line and column from 1, and the whole text of its line."""

    line: int
    column: int
    text: str

    @property
    def rest(self) -> str:
        """What the line holds from the spot on."""
        return self.text[self.column - 1 :]

    def after(self, offset: int) -> Place:
        """The spot so many characters further on."""
        return Place(self.line, self.column + offset, self.text)

    def location(self, path: str, length: int) -> Location:
        """The location of the `length` characters that start here."""
        return Location(path, self.line, self.column, self.line, self.column + length)


@dataclass(frozen=True, slots=True)
class Marked:
    """Lines with their marks, and the place that each number stands for."""

    lines: tuple[str, ...]
    places: tuple[Place, ...]


def neutral(text: str) -> str:
    """The text with line feeds only, and without characters that could be taken for marks of ours."""
    return _FORGED.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def mark(lines: list[str], first_line: int) -> Marked:
    """Put the marks into the lines of a text that starts at `first_line` of its file."""
    marker = _Marker([])
    marked = []
    for index, line in enumerate(lines):
        number = first_line + index
        if _is_underlined(lines, index):
            indent = len(line) - len(line.lstrip())
            head = line[:indent] + marker.put(_SPACE_BEHIND, number, indent, line) + " "
            marked.append(head + marker.line(line, number, indent))
        else:
            marked.append(marker.line(line, number, 0))
    return Marked(tuple(marked), tuple(marker.places))


def language(name: str) -> str:
    """What stands before code that is in a language."""
    return f"{_CODE}{name}{_END}"


def block_mark(number: int) -> str:
    """What stands in the HTML where the typed block of a number is to be."""
    return f"{_BLOCK}{number}{_END}"


def is_marked(text: str) -> bool:
    """Whether a text has a mark in it, which most have not."""
    return _NONCHARACTER.search(text) is not None


def without(text: str) -> str:
    """The text without marks."""
    return _ANY.sub("", text) if is_marked(text) else text


def _is_underlined(lines: list[str], index: int) -> bool:
    """Whether the line is a heading by the line of = or - under it; such a heading starts a block."""
    if index + 1 >= len(lines) or (index and lines[index - 1].strip()):
        return False
    line = lines[index].lstrip()
    return bool(_UNDERLINED.match(line)) and bool(_UNDERLINE.fullmatch(lines[index + 1])) and "|" not in line


@dataclass(slots=True)
class _Marker:
    places: list[Place]

    def put(self, kind: str, line: int, offset: int, text: str) -> str:
        """A new mark of a kind for what stands after `offset` characters of a line's text."""
        self.places.append(Place(line, offset + 1, text))
        return f"{kind}{len(self.places) - 1}{_END}"

    def line(self, text: str, number: int, offset: int) -> str:
        """A line from `offset` on, with its marks."""
        if not _SIGN.search(text, offset):
            return text[offset:]

        def spot(match: re.Match[str]) -> str:
            start = offset + match.start()
            if match["tag"] and match["space"]:
                return f"{match[0]}{self.put(_SPACE_BEHIND, number, start, text)} "
            if match["tag"]:
                return f"{match[0]} {self.put(_SPACE_BEFORE, number, start, text)}"
            if match["heading"]:
                hashes = start + match[0].index("#")
                return f"{match[0]}{self.put(_SPACE_BEHIND, number, hashes, text)} "
            return match[0] + self.put(_ALONE, number, offset + match.end(), text)

        return _SPOTS.sub(spot, text[offset:])
