"""A strict reader of vCard 3.0, written from RFC 2425 and RFC 2426 apart from the generator's writer."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Property", "read_vcard"]

_NAME = re.compile(r"[A-Za-z0-9-]+")
_PARAMETER = re.compile(r'(?P<name>[A-Za-z0-9-]+)=(?P<value>"[^"]*"|[^";:,]*(?:,[^";:,]*)*)')
_URIS = {"URL", "SOURCE"}
_ONCE = {"FN", "N", "VERSION", "UID", "SOURCE", "ORG"}
_KNOWN = {"FN", "N", "ORG", "TITLE", "EMAIL", "TEL", "URL", "CATEGORIES", "SOURCE", "UID", "VERSION"}


@dataclass(frozen=True, slots=True)
class Property:
    """A property: its parameters, and its value in its parts (those that semicolons separate)."""

    name: str
    parameters: dict[str, str]
    parts: tuple[str, ...]

    @property
    def text(self) -> str:
        """The value of a property that has one part."""
        (part,) = self.parts
        return part


def read_vcard(content: bytes) -> dict[str, list[Property]]:
    """The properties of the only card of a file; ValueError for anything that the standards do not allow."""
    found: dict[str, list[Property]] = {}
    lines = _unfolded(content)
    if lines[0] != "BEGIN:VCARD" or lines[-1] != "END:VCARD" or lines[1] != "VERSION:3.0":
        raise ValueError(f"not one card of version 3.0: {lines[:2]} … {lines[-1]}")
    for line in lines[1:-1]:
        read = _property(line)
        found.setdefault(read.name, []).append(read)
    missing = {"FN", "N", "VERSION"} - found.keys()
    twice = {name for name in _ONCE if len(found.get(name, ())) > 1}
    if missing or twice:
        raise ValueError(f"missing {missing}, twice {twice}")
    if len(found["N"][0].parts) != 5:
        raise ValueError(f"a name has five parts: {found['N'][0].parts}")
    return found


def _unfolded(content: bytes) -> list[str]:
    if not content.endswith(b"\r\n"):
        raise ValueError("the last line has no end")
    lines: list[bytes] = []
    for line in content[:-2].split(b"\r\n"):
        if b"\r" in line or b"\n" in line:
            raise ValueError(f"a line ends otherwise than by CR LF: {line!r}")
        if len(line) > 75:
            raise ValueError(f"a line of {len(line)} octets: {line!r}")
        # Each piece must be whole letters, which a program that shows a file line by line relies on.
        line.decode("utf-8", errors="strict")
        if line.startswith((b" ", b"\t")):
            lines[-1] += line[1:]
        elif line:
            lines.append(line)
        else:
            raise ValueError("an empty line")
    return [line.decode() for line in lines]


def _property(line: str) -> Property:
    head, colon, value = line.partition(":")
    name, *parameters = head.split(";")
    if not colon or not _NAME.fullmatch(name) or not (name in _KNOWN or name.startswith("X-")):
        raise ValueError(f"no property of vCard 3.0: {line!r}")
    read = {}
    for parameter in parameters:
        match = _PARAMETER.fullmatch(parameter)
        if match is None:
            raise ValueError(f"no parameter: {parameter!r}")
        read[match["name"]] = match["value"]
    parts = (value,) if name in _URIS else tuple(_parts(value))
    return Property(name, read, parts)


def _parts(value: str) -> list[str]:
    """The parts of a text; a comma that separates is kept as a bare comma, which no value here has."""
    parts, part, letters = [], "", iter(value)
    for letter in letters:
        if letter == "\\":
            escaped = next(letters, "")
            if escaped not in {"\\", ",", ";", "n", "N"}:
                raise ValueError(f"an escape that is none: {value!r}")
            part += "\n" if escaped in {"n", "N"} else escaped
        elif letter == ";":
            parts.append(part)
            part = ""
        elif letter == ",":
            raise ValueError(f"a comma that is not escaped: {value!r}")
        else:
            part += letter
    return [*parts, part]
