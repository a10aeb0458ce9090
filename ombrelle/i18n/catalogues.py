"""The words of a theme in every language, from its `.po` files, compiled in memory.

A message's id is its text in plain English, so English needs no file, and no page can show less than English.
The number of plural forms and the rule that chooses among them are those of the language, not those that the
header of a file claims.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ombrelle.i18n import messages
from ombrelle.i18n.languages import Language, Languages
from ombrelle.i18n.messages import PoFile
from ombrelle.i18n.phrase import Phrase
from ombrelle.i18n.plurals import plural_form, plural_forms
from ombrelle.i18n.po import Key
from ombrelle.i18n.pseudo import is_pseudo, words_of
from ombrelle.problems import Location, Problems

TEMPLATE = "messages.pot"
"""The file that lists every message of a theme."""

_WRITTEN_IN = "en"

Words = Mapping[Key, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The words of the theme for one language, each already looked for along the chain of the language.

    `digest` is the SHA-256 of these words: it changes when, and only when, one of them does.
    """

    lang: str
    digest: str
    _words: Mapping[Key, tuple[str, tuple[str, ...]]]

    def word(self, context: str | None, message: str) -> Phrase:
        """The message, as it reads in a context ("route" for instance), with the language that it is in."""
        lang, strings = self._words.get((context, message), (self._last, (message,)))
        return Phrase(strings[0], lang)

    def form(self, context: str | None, singular: str, plural: str, n: int) -> Phrase:
        """The form of the message that goes with the number `n`, which is not filled in."""
        lang, forms = self._words.get((context, singular), (self._last, (singular, plural)))
        return Phrase(forms[plural_form(lang, n)], lang)

    @property
    def _last(self) -> str:
        """The language of what no catalogue has: that in which messages are written."""
        return self.lang if is_written_in(self.lang) else _WRITTEN_IN


def load_catalogues(
    folders: Sequence[Path], languages: Languages, problems: Problems, *, root: Path
) -> Mapping[str, Catalogue]:
    """The catalogue of each language from the `locale` folders of a theme and then of its parents.

    A word of the theme goes before the same word of a parent. The `messages.pot` of each folder is what its
    `<lang>.po` files are held against. Faults are added to `problems` with paths relative to `root`.
    """
    words = _words(folders, languages, problems, root)
    return {language.code: _resolve(language, words) for language in languages}


def word_files(folders: Sequence[Path], languages: Languages) -> tuple[Path, ...]:
    """The files that `load_catalogues` reads, whether they exist or not."""
    names = [TEMPLATE, *(_po_name(language) for language in languages)]
    return tuple(folder / name for folder in folders for name in names)


def is_written_in(lang: str) -> bool:
    """Whether messages are written in this language, so that it needs no catalogue."""
    return lang.partition("-")[0] == _WRITTEN_IN


def _words(
    folders: Sequence[Path], languages: Languages, problems: Problems, root: Path
) -> Mapping[str, Words]:
    words: dict[str, dict[Key, tuple[str, ...]]] = {language.code: {} for language in languages}
    for folder in reversed(folders):
        template = _open(folder / TEMPLATE, root, problems)
        if template:
            messages.check_template(template, problems)
        for language in languages:
            words[language.code] |= _translations(folder, template, language, problems, root)
    return words


def _translations(
    folder: Path, template: PoFile | None, language: Language, problems: Problems, root: Path
) -> Words:
    """The sound translations of one file; those of a pseudo-language are made from the template."""
    if is_pseudo(language.code):
        return words_of(language.code, template.entries.values()) if template else {}
    path = folder / _po_name(language)
    if is_written_in(language.code) and not path.exists():
        return {}
    file = _open(path, root, problems)
    if file is None:
        return {}
    if template and template.whole and file.whole:
        messages.check_coverage(file, template, problems, needed=not is_written_in(language.code))
    forms = plural_forms(language.code)
    return {entry.key: entry.strings for entry in messages.sound(file, forms, problems)}


def _po_name(language: Language) -> str:
    return f"{language.code}.po"


def _open(path: Path, root: Path, problems: Problems) -> PoFile | None:
    name = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        problems.add("catalogue-missing", Location(name), file=path.name)
        return None
    return messages.read(name, content, problems)


def _resolve(language: Language, words: Mapping[str, Words]) -> Catalogue:
    found: dict[Key, tuple[str, tuple[str, ...]]] = {}
    for lang in _until_written(language.chain):
        for key, strings in words[lang].items():
            found.setdefault(key, (lang, strings))
    return Catalogue(language.code, _digest(found), found)


def _until_written(chain: tuple[str, ...]) -> Iterator[str]:
    """The chain as far as the language in which messages are written: it never lacks a word."""
    for lang in chain:
        yield lang
        if is_written_in(lang):
            return


def _digest(found: Mapping[Key, tuple[str, tuple[str, ...]]]) -> str:
    listed = sorted((context or "", message, *word) for (context, message), word in found.items())
    return hashlib.sha256(json.dumps(listed, ensure_ascii=False).encode()).hexdigest()
