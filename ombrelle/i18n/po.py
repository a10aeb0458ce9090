"""Files of messages in the format of GNU gettext (`.po`, `.pot`): read strictly, written the same each time.

Babel's reader accepts what a merge easily breaks: it cuts a character off an unclosed string, keeps the
last of two messages and adds the plural forms that lack. Here each of these can be told with its line.
Babel's writer dates every file and names its own version; this one writes what people wrote and no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

_LINE = re.compile(r'(?:(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)\s*)?"((?:[^"\\]|\\[\\"nrt])*)"')
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_UNESCAPES = {escape: plain for plain, escape in _ESCAPES.items()}

# After `#`: a note of the developers, places of use, flags, a former msgid. Any other is a translator's.
_COMMENT_KINDS = (".", ":", ",", "|")

Key = tuple[str | None, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A message and its translations.

    `strings` has one text for a plain message, one per plural form for a message with a plural; an empty
    text is not translated yet. `line` is that of the msgid, from 1. `notes` are a translator's comments,
    `extracted` the developers' notes for translators, `references` the files that use the message. The header
    is the entry whose msgid is empty.
    """

    msgid: str
    plural: str | None = None
    context: str | None = None
    strings: tuple[str, ...] = ("",)
    fuzzy: bool = False
    notes: tuple[str, ...] = ()
    extracted: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    line: int = 1

    @property
    def key(self) -> Key:
        """What makes the message one of its own: its context and its text."""
        return self.context, self.msgid


@dataclass(frozen=True, slots=True)
class Malformed:
    """A line that is not of the format, or a message that lacks a part; `text` is the line as written."""

    line: int
    text: str


def read_po(text: str) -> tuple[list[Entry], list[Malformed]]:
    """Every message of a file and every fault of its form; obsolete messages (`#~`) are passed over."""
    reader = _Reader()
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        reader.take(number, line.strip())
    reader.finish()
    return reader.entries, reader.faults


def write_po(entries: Iterable[Entry]) -> str:
    """The text of a file: messages in the given order, one string per line, without wrapping."""
    return "\n".join("".join(f"{line}\n" for line in _lines(entry)) for entry in entries)


@dataclass(slots=True)
class _Reader:
    """Collects the parts of one message at a time."""

    entries: list[Entry] = field(default_factory=list)
    faults: list[Malformed] = field(default_factory=list)
    _comments: list[str] = field(default_factory=list)
    _parts: dict[str, str] = field(default_factory=dict)
    _last: str = ""
    _flawed: bool = False
    _line: int = 0

    def take(self, number: int, line: str) -> None:
        if line.startswith("#"):
            if self._parts:
                self.finish()
            if not line.startswith("#~"):
                self._comments.append(line)
        elif line:
            self._take_string(number, line)

    def finish(self) -> None:
        """End the message whose parts have been read."""
        if self._parts:
            strings = _strings(self._parts)
            if "msgid" in self._parts and strings:
                self.entries.append(self._entry(strings))
            elif not self._flawed:
                self.faults.append(Malformed(self._line, f'msgid "{self._parts.get("msgid", "")}"'))
        self._parts, self._comments, self._last, self._flawed = {}, [], "", False

    def _take_string(self, number: int, line: str) -> None:
        written = _LINE.fullmatch(line)
        keyword = (written[1] or self._last) if written else ""
        if not written or not keyword:
            self._flawed = True
            self.faults.append(Malformed(number, line))
            return
        if written[1]:
            self._begin(number, line, keyword)
        self._parts[keyword] += re.sub(r"\\.", lambda escape: _UNESCAPES[escape[0]], written[2])

    def _begin(self, number: int, line: str, keyword: str) -> None:
        if keyword in {"msgctxt", "msgid"} and self._parts.keys() - {"msgctxt"}:
            self.finish()
        if keyword in self._parts:
            self.faults.append(Malformed(number, line))
        if keyword == "msgid" or not self._parts:
            self._line = number
        self._parts.setdefault(keyword, "")
        self._last = keyword

    def _entry(self, strings: tuple[str, ...]) -> Entry:
        return Entry(
            msgid=self._parts["msgid"],
            plural=self._parts.get("msgid_plural"),
            context=self._parts.get("msgctxt"),
            strings=strings,
            fuzzy=any("fuzzy" in comment for comment in self._comments if comment.startswith("#,")),
            notes=self._comments_of(" "),
            extracted=self._comments_of("."),
            references=self._comments_of(":"),
            line=self._line,
        )

    def _comments_of(self, kind: str) -> tuple[str, ...]:
        """The comments that begin with `#` and this character; those of no known kind are of kind " "."""
        kinds = [comment[1:2] if comment[1:2] in _COMMENT_KINDS else " " for comment in self._comments]
        bodies = [
            comment[1:].removeprefix(kind).strip()
            for kind, comment in zip(kinds, self._comments, strict=True)
        ]
        return tuple(body for found, body in zip(kinds, bodies, strict=True) if found == kind)


def _strings(parts: dict[str, str]) -> tuple[str, ...]:
    """The translations in the order of their forms; () when they do not suit the message."""
    if "msgid_plural" not in parts:
        return (parts["msgstr"],) if "msgstr" in parts else ()
    forms = sum(part.startswith("msgstr") for part in parts)
    names = [f"msgstr[{index}]" for index in range(forms)]
    return tuple(parts[name] for name in names) if all(name in parts for name in names) else ()


def _lines(entry: Entry) -> Iterator[str]:
    yield from (f"# {note}".rstrip() for note in entry.notes)
    yield from (f"#. {note}" for note in entry.extracted)
    yield from (f"#: {reference}" for reference in entry.references)
    if entry.fuzzy:
        yield "#, fuzzy"
    if entry.context is not None:
        yield from _quoted("msgctxt", entry.context)
    yield from _quoted("msgid", entry.msgid)
    if entry.plural is None:
        yield from _quoted("msgstr", entry.strings[0])
        return
    yield from _quoted("msgid_plural", entry.plural)
    for index, string in enumerate(entry.strings):
        yield from _quoted(f"msgstr[{index}]", string)


def _quoted(keyword: str, text: str) -> Iterator[str]:
    lines = text.splitlines(keepends=True) if "\n" in text.removesuffix("\n") else [text]
    if len(lines) > 1:
        yield f'{keyword} ""'
        keyword = ""
    for line in lines:
        escaped = "".join(_ESCAPES.get(character, character) for character in line)
        yield f'{keyword} "{escaped}"'.lstrip()
