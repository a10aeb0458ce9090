"""The list of a theme's words, and the files of their translations brought up to date with it.

Both are the same bytes on every machine and day: no date, no version, no line number, so that two people who
change the theme seldom meet in these files. Babel reads the scripts of a theme, and calls Jinja's own
extractor for its templates.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from babel.messages.extract import extract as babel_extract

from ombrelle.i18n.catalogues import TEMPLATE, is_written_in
from ombrelle.i18n.languages import Languages
from ombrelle.i18n.plurals import plural_forms, plural_header
from ombrelle.i18n.po import Entry, Key, read_po, write_po
from ombrelle.whole import write_whole

LOCALE_FOLDER = "locale"

# A comment that begins so, just before a message, is a note for translators.
_NOTE = "NOTE:"

# As text: Babel takes the options of an extractor so. Without `silent = false` a broken template is skipped.
_TEMPLATE_OPTIONS = {"silent": "false", "trimmed": "true", "newstyle_gettext": "true"}

_METHODS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    ".html": ("jinja2.ext:babel_extract", _TEMPLATE_OPTIONS),
    ".js": ("javascript", {}),
}

_SIMILAR = 0.8


class MalformedCatalogueError(ValueError):
    """A `.po` file that cannot be brought up to date without losing what its line `line` holds."""

    def __init__(self, path: Path, line: int) -> None:
        super().__init__(f"{path}:{line}")
        self.path = path
        self.line = line


def extract(theme: Path) -> bytes:
    """The text of `messages.pot` for the templates and the scripts of a theme, in UTF-8.

    Messages stand in the order of the files' names and of their places in them. A template that cannot be
    read raises what Jinja raises for it, with its line.
    """
    found: dict[Key, Entry] = {}
    for file in _files(theme):
        for entry in _messages(file, file.relative_to(theme).as_posix()):
            found[entry.key] = _joined(found[entry.key], entry) if entry.key in found else entry
    return write_po([_header(), *found.values()]).encode()


def update(theme: Path, languages: Languages) -> None:
    """Write the theme's `messages.pot` and bring the `.po` file of each language up to date with it.

    Translations, translators' comments and the header are kept. A message that is gone is left out, but when
    a new one resembles it, its translation is offered there as fuzzy. English has a file only if someone made
    one. MalformedCatalogueError when a file cannot be read whole.
    """
    folder = theme / LOCALE_FOLDER
    template = extract(theme)
    listed = read_po(template.decode())[0][1:]
    paths = {code: folder / f"{code}.po" for code in languages.codes}
    wanted = {code: path for code, path in paths.items() if path.exists() or not is_written_in(code)}
    # All before the first is written: a file that cannot be read leaves every other as it was.
    texts = {path: _updated(path, code, listed) for code, path in wanted.items()}
    write_whole(folder / TEMPLATE, template)
    for path, text in texts.items():
        write_whole(path, text.encode())


def words_of_script(script: str) -> tuple[str, ...]:
    """The messages that a script asks for with `gettext`, in their order."""
    return tuple(message for message, *_ in _extracted(BytesIO(script.encode()), ".js"))


def _files(theme: Path) -> list[Path]:
    """Every file in which messages stand."""
    found = (file for file in theme.rglob("*") if file.suffix in _METHODS)
    return sorted(found, key=lambda file: file.relative_to(theme).as_posix())


def _messages(file: Path, name: str) -> Iterator[Entry]:
    with file.open("rb") as content:
        for message, comments, context in _extracted(content, file.suffix):
            singular, plural = message if isinstance(message, tuple) else (message, None)
            notes = tuple(comment.strip() for comment in comments)
            strings = ("",) if plural is None else ("", "")
            yield Entry(singular, plural, context, strings, extracted=notes, references=(name,))


def _extracted(content: BinaryIO, suffix: str) -> Iterator[tuple[Any, list[str], str | None]]:
    """Each message, with the notes before it and its context; a message with a plural is a pair."""
    method, options = _METHODS[suffix]
    found = babel_extract(
        method, content, comment_tags=[_NOTE], options=dict(options), strip_comment_tags=True
    )
    for _, message, comments, context in found:
        yield message, comments, context


def _joined(first: Entry, again: Entry) -> Entry:
    """One message for the two places where it stands."""
    return replace(
        first,
        plural=first.plural or again.plural,
        strings=max(first.strings, again.strings, key=len),
        extracted=tuple(dict.fromkeys(first.extracted + again.extracted)),
        references=tuple(dict.fromkeys(first.references + again.references)),
    )


def _header(*lines: str) -> Entry:
    fields = (
        *lines,
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: 8bit",
    )
    return Entry("", strings=("".join(f"{line}\n" for line in fields),))


def _updated(path: Path, code: str, listed: Iterable[Entry]) -> str:
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    entries, faults = read_po(text)
    if faults:
        raise MalformedCatalogueError(path, faults[0].line)
    headers = [entry for entry in entries if not entry.msgid]
    fresh = _header(f"Language: {code}", f"Plural-Forms: {plural_header(code)}")
    merge = _Merge.of(entries, listed, plural_forms(code))
    return write_po([*(headers or [fresh])[:1], *map(merge.translated, listed)])


@dataclass(frozen=True, slots=True)
class _Merge:
    """The translations there are: of messages that stay, and of messages that are gone."""

    kept: Mapping[Key, Entry]
    gone: Mapping[str, Entry]
    forms: int

    @classmethod
    def of(cls, entries: Iterable[Entry], listed: Iterable[Entry], forms: int) -> _Merge:
        known = {entry.key for entry in listed}
        old = {entry.key: entry for entry in entries if entry.msgid}
        gone = {entry.msgid: entry for key, entry in old.items() if key not in known and any(entry.strings)}
        return cls(old, gone, forms)

    def translated(self, entry: Entry) -> Entry:
        """The listed message with its translation, or as fuzzy with that of a similar one that is gone."""
        same = self.kept.get(entry.key)
        source = same or self._similar(entry)
        if source is None or (source.plural is None) != (entry.plural is None):
            return replace(entry, strings=("",) * (self.forms if entry.plural is not None else 1))
        fuzzy = source.fuzzy or source is not same or source.plural != entry.plural
        return replace(entry, strings=source.strings, notes=source.notes, fuzzy=fuzzy and any(source.strings))

    def _similar(self, entry: Entry) -> Entry | None:
        names = get_close_matches(entry.msgid, sorted(self.gone), n=1, cutoff=_SIMILAR)
        return self.gone[names[0]] if names and self.gone[names[0]].context == entry.context else None
