"""The short texts of a YAML file that a language lacks: a line in a comment for each, to be translated.

It stays a comment until somebody takes the sign away: until then the site borrows the text and says so, and
never passes the source off as a translation. All else in the file stays as it is, comments and order too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ombrelle.problems import Location
from ombrelle.scaffold.plan import Refusal
from ombrelle.scaffold.yaml_text import write
from ombrelle.sources.edits import Edit, cut, edited, line_break
from ombrelle.sources.yaml import Path, Span, parse, spans

_MARK = "\ufeff"
_REMARK = re.compile(r"(?:^|\s)#")
_BREAKS = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Prepared:
    """The text of a file with its new lines, and where these are."""

    text: str
    lines: tuple[Location, ...]


def prepared(path: str, text: str, ways: Sequence[Path], source: str, lang: str) -> Prepared:
    """Add a line in a comment for `lang` to the texts at `ways`, each a map that has a form for `source`.

    A map in braces is written a line per key first. Where the line is there already none is added. Refusal
    for braces that hold a remark, which would be lost.
    """
    text = _opened(path, text, ways)
    lines = _BREAKS.split(text.removeprefix(_MARK))
    blanks = [blank for way in ways if (blank := _blank(text, lines, way, source, lang))]
    edits, found, shift = [], [], 0
    for blank in sorted(blanks, key=lambda each: each.after):
        end = len(lines[blank.after - 1]) + 1
        added = "".join(f"{line_break(text)}{line}" for line in blank.lines)
        edits.append(Edit(blank.after, end, blank.after, end, added))
        found.append(Location(path, blank.after + shift + 1))
        shift += len(blank.lines)
    return Prepared(edited(text, edits), tuple(found))


@dataclass(frozen=True, slots=True)
class _Blank:
    """The lines to be added after line `after`."""

    after: int
    lines: tuple[str, ...]


def _blank(text: str, lines: Sequence[str], way: Path, source: str, lang: str) -> _Blank | None:
    """The form of the source again, as it is written, under the last form; None where that is done."""
    places = spans(text.removeprefix(_MARK))
    forms = [place for each, place in places.items() if len(each) == len(way) + 1 and each[:-1] == way]
    after = max(_last_line(lines, place.value) for place in forms)
    place = places[(*way, source)]
    assert place.key is not None
    line, column, _, end = place.key
    indent = " " * (column - 1)
    if any(each.startswith(f"{indent}# {lang}:") for each in _remarks(lines[after:], indent)):
        return None
    first, *rest = lines[line - 1 : _last_line(lines, place.value)]
    form = (f"{lang}{first[end - 1 :]}", *(each[column - 1 :] for each in rest))
    return _Blank(after, tuple(f"{indent}# {each}".rstrip() for each in form))


def _remarks(lines: Sequence[str], indent: str) -> Iterator[str]:
    """The remarks at the head of these lines, as far in as the forms are."""
    for line in lines:
        if not line.startswith(f"{indent}#"):
            return
        yield line


def _last_line(lines: Sequence[str], span: Span) -> int:
    """The last line on which a value stands: that of a block ends where the next one begins."""
    start, _, end, column = span
    last = end if column > 1 else end - 1
    while last > start and not lines[last - 1].strip():
        last -= 1
    return last


def _opened(path: str, text: str, ways: Sequence[Path]) -> str:
    """The text without the braces around these maps, and around whatever holds them."""
    bare = text.removeprefix(_MARK)
    places = spans(bare)
    outer = {found for way in ways if (found := _braces(bare, way)) is not None}
    edits = []
    for way in outer:
        place = places[way]
        if _holds_remark(cut(bare, Location(path, *place.value))):
            raise Refusal("translation-braces", path=path, line=place.value[0])
        edits.append(_open(_at(parse(bare).value, way), way, place.key, place.value, line_break(text)))
    return edited(text, edits)


def _braces(text: str, way: Path) -> Path | None:
    """The way to the outermost value in braces or brackets on a way; None where all is in lines."""
    places = spans(text)
    for length in range(len(way) + 1):
        line, column, *_ = places[way[:length]].value
        if cut(text, Location("", line, column, line, column + 1)) in {"{", "["}:
            return way[:length]
    return None


def _open(value: Any, way: Path, key: Span | None, span: Span, end_of_line: str) -> Edit:
    """The change of a value in braces into lines; that of a key is written with it, below it."""
    tree = {str(way[-1]): value} if key else value
    line, column = (key or span)[:2]
    lines = write(tree).splitlines()
    return Edit(line, column, span[2], span[3], f"{end_of_line}{' ' * (column - 1)}".join(lines))


def _holds_remark(written: str) -> bool:
    return "\n" in written and any(_REMARK.search(line) for line in written.split("\n"))


def _at(data: Any, way: Path) -> Any:
    for step in way:
        data = data[step]
    return data
