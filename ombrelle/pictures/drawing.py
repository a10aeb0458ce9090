"""SVG drawings: shown as they are, in `<img>`, where nothing of them runs; refused where something would.

A drawing can be opened at its own address too, so that what it holds must be harmless by itself: no script,
no handler, no foreign content, nothing from elsewhere. It is not mended: its author sees what is wrong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.parsers import expat

from ombrelle.pictures.form import DamagedError, Form

_ACTIVE = """
    script foreignobject handler listener iframe embed object audio video canvas animate animatemotion
    animatetransform animatecolor set discard
"""
_REFUSED = frozenset(_ACTIVE.split())
_INSIDE = re.compile(r"#|data:image/(?:png|jpeg|webp);base64,")
_OUTSIDE = re.compile(
    r"@import|url\(\s*[\"']?\s*(?!#)(?P<what>[^)\"']{0,40})|(?:java|vb)script:", re.IGNORECASE
)
_NUMBER = re.compile(r"\s*([0-9]*\.?[0-9]+)\s*(?:px)?\s*")
_DEPTH = 100


MOST_DANGERS = 20
"""Dangers of one drawing that are told: it is drawn anew then, and not mended by hand."""


@dataclass(frozen=True, slots=True)
class Danger:
    """What of a drawing could run or fetch something, and where it stands."""

    what: str
    line: int
    column: int


@dataclass(slots=True)
class Drawing:
    """A drawing as it was read: its form, None where it says no size; what is refused in it."""

    form: Form | None = None
    dangers: list[Danger] = field(default_factory=list)


def read_drawing(data: bytes) -> Drawing:
    """Read a drawing; DamagedError for what is no XML, or none that starts with `<svg>`."""
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except (expat.ExpatError, _Stop) as error:
        if not reader.found.dangers:
            raise DamagedError from error
    if not reader.is_drawing and not reader.found.dangers:
        raise DamagedError
    return reader.found


class _Stop(Exception):  # noqa: N818 - it is no error: what was found is enough
    """Nothing more is to be read."""


class _Reader:
    def __init__(self) -> None:
        self.found = Drawing()
        self.is_drawing = False
        self._depth = 0
        self._style = 0
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.EntityDeclHandler = self._entity

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2].lower()
        if not self._depth:
            if local != "svg":
                raise _Stop
            self.is_drawing = True
            self.found.form = _form(attributes)
        self._depth += 1
        self._style += local == "style"
        if self._depth > _DEPTH or local in _REFUSED:
            self._refuse(f"<{name}>")
        for key, value in attributes.items():
            self._attribute(key, value)

    def _attribute(self, key: str, value: str) -> None:
        local = key.rpartition(":")[2].lower()
        is_address = local in {"href", "src"}
        if local.startswith("on") or (is_address and not _INSIDE.match(value.strip())):
            self._refuse(f'{key}="{value[:40]}"')
        elif not is_address and not key.startswith("xmlns") and (outside := _OUTSIDE.search(value)):
            self._refuse(outside[0])

    def _text(self, text: str) -> None:
        if self._style and (outside := _OUTSIDE.search(text)):
            self._refuse(outside[0])

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._style -= name.rpartition(":")[2].lower() == "style"

    def _instruction(self, target: str, _: str) -> None:
        self._refuse(f"<?{target}")

    def _doctype(self, *given: object) -> None:
        if given[3]:  # a part of its own, in which entities are declared
            self._refuse("<!DOCTYPE […]>")
            raise _Stop

    def _entity(self, *_: object) -> None:
        self._refuse("<!ENTITY>")
        raise _Stop

    def _refuse(self, what: str) -> None:
        parser = self.parser
        self.found.dangers.append(Danger(what, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))
        if len(self.found.dangers) >= MOST_DANGERS:
            raise _Stop


def _form(attributes: dict[str, str]) -> Form | None:
    """The size that a drawing says it has, else that of its view box, which keeps its proportions."""
    sides = [_NUMBER.fullmatch(attributes.get(name, "")) for name in ("width", "height")]
    if sides[0] and sides[1]:
        return _sized(float(sides[0][1]), float(sides[1][1]))
    box = attributes.get("viewBox", "").replace(",", " ").split()
    try:
        return _sized(float(box[2]), float(box[3])) if len(box) == 4 else None
    except ValueError:
        return None


def _sized(width: float, height: float) -> Form | None:
    return Form("svg", max(round(width), 1), max(round(height), 1)) if width > 0 and height > 0 else None
