"""What is right and wrong with the messages of a `.po` file, each fault at its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ombrelle.i18n.po import Entry, Key, read_po
from ombrelle.problems import Location, Problems

# Templates fill in `%(name)s`; a literal percent sign is written twice.
_PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")
_PERCENT = re.compile(rf"{_PLACEHOLDER.pattern}|%%")

# The number that chooses a plural form: Jinja's name for it. A form may leave it unsaid, as "a place" does.
_NUMBER = "num"


@dataclass(frozen=True, slots=True)
class PoFile:
    """The messages of one file, each once, by what makes them their own; without the header.

    `whole` is False when some of the file could not be read, so that what it lacks says nothing.
    """

    path: str
    entries: dict[Key, Entry]
    whole: bool


def read(path: str, content: bytes, problems: Problems) -> PoFile:
    """The well-formed messages of a file. `path` is the name by which problems tell of it."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        problems.add("catalogue-unreadable", Location(path, line))
        return PoFile(path, {}, whole=False)
    entries, malformed = read_po(text)
    for fault in malformed:
        problems.add("message-malformed", Location(path, fault.line), text=fault.text)
    return PoFile(path, _each_once(path, entries, problems), whole=not malformed)


def check_template(template: PoFile, problems: Problems) -> None:
    """Tell of messages that cannot be filled in because a percent sign stands alone."""
    for entry in template.entries.values():
        if any(_lone_percent(text) for text in (entry.msgid, entry.plural or "")):
            problems.add("message-percent", _place(template, entry), message=entry.msgid)


def check_coverage(file: PoFile, template: PoFile, problems: Problems, *, needed: bool) -> None:
    """Tell of messages that the theme no longer has and, where translations are needed, of those without."""
    for entry in file.entries.values():
        if entry.key not in template.entries:
            problems.add("message-surplus", _place(file, entry), message=entry.msgid)
        elif needed and not entry.fuzzy and not any(entry.strings):
            problems.add("message-untranslated", _place(file, entry), message=entry.msgid)
    if needed:
        for key in template.entries.keys() - file.entries.keys():
            problems.add("message-untranslated", Location(file.path), message=key[1])


def sound(file: PoFile, forms: int, problems: Problems) -> Iterator[Entry]:
    """The translated messages that can be shown; `forms` is the number of plural forms of the language."""
    for entry in file.entries.values():
        if entry.fuzzy:
            problems.add("message-fuzzy", _place(file, entry), message=entry.msgid)
        elif any(entry.strings) and not _has_fault(file, entry, forms, problems):
            yield entry


def _each_once(path: str, entries: list[Entry], problems: Problems) -> dict[Key, Entry]:
    once: dict[Key, Entry] = {}
    for entry in entries:
        if not entry.msgid:
            continue
        first = once.setdefault(entry.key, entry)
        if first is not entry:
            problems.add(
                "message-duplicate", Location(path, entry.line), message=entry.msgid, first=first.line
            )
    return once


def _has_fault(file: PoFile, entry: Entry, forms: int, problems: Problems) -> bool:
    place = _place(file, entry)
    found = sum(map(bool, entry.strings))
    if entry.plural is not None and (found, len(entry.strings)) != (forms, forms):
        problems.add("message-plurals", place, message=entry.msgid, expected=forms, found=found)
        return True
    if any(map(_lone_percent, entry.strings)):
        problems.add("message-percent", place, message=entry.msgid)
        return True
    wrong = _wrong_names(entry)
    if wrong:
        problems.add("message-placeholders", place, message=entry.msgid, names=", ".join(wrong))
    return bool(wrong)


def _wrong_names(entry: Entry) -> list[str]:
    """The placeholders that a translation lacks or invents."""
    allowed = needed = _names(entry.msgid)
    if entry.plural is not None:
        allowed = allowed | _names(entry.plural) | {_NUMBER}
        needed = needed & _names(entry.plural) - {_NUMBER}
    wrong = {name for text in entry.strings for name in (_names(text) - allowed) | (needed - _names(text))}
    return sorted(f"%({name})s" for name in wrong)


def _names(text: str) -> set[str]:
    return set(_PLACEHOLDER.findall(text))


def _lone_percent(text: str) -> bool:
    return "%" in _PERCENT.sub("", text)


def _place(file: PoFile, entry: Entry) -> Location:
    return Location(file.path, entry.line)
