"""Whether each text is in the language that it is given for.

A model takes half a second to load, so a run has it done beside it, by a process of its own.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from pydantic import BaseModel

from ombrelle.cache import NOWHERE, Cache, packed, program_digest, unpacked
from ombrelle.cache.recipes import digest_of
from ombrelle.load.entry import Content, Entry, Text
from ombrelle.load.policy import translated
from ombrelle.memory import Forgetful
from ombrelle.options import Options
from ombrelle.problems import Location, Problems
from ombrelle.processes import helpers
from ombrelle.sources.document import Document
from ombrelle.sources.yaml import Path as Way

LEAST = 60
"""The letters that a text needs to be judged: above it, no false alarm on the content of the site."""

_BEGINNING = 3 * LEAST  # characters

_LETTER = re.compile(r"[^\W\d_]")
# Han, kana and hangul: such a sign says about as much as two and a half letters.
_DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_DENSITY = 2.5

_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
# What is in no language: addresses, code, tags, and the signs of Markdown. Each alternative stops at what
# could begin another one, and a word is looked at once: the time grows with the text.
_SILENT = re.compile(r"\]\([^()\[\]]*\)|https?://\S+|`[^`]*`|<[^<>]*>|[#*_>|\[\]{}]")
_MAIL = re.compile(r"(?<!\S)[^\s@]+@\S+")
MOST_JUDGED = 4_000
"""Characters of a paragraph that are judged: enough for any certainty."""
_MARKED = re.compile(r"\blang=")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A text of the content that has a language, and where it is: a value of a document or a line."""

    lang: str
    text: str
    path: str
    line: int = 1
    document: Document | None = None
    way: Way = ()

    @property
    def place(self) -> Location:
        """Where it is written."""
        return self.document.locate(self.way) if self.document else Location(self.path, self.line)


Tell = Callable[[Problems], None]

Heard = tuple[Spoken, str]
"""A text and the language in which it is, "" where it is its own."""


@contextmanager
def listening(content: Content, options: Options, cache: Cache = NOWHERE) -> Iterator[Tell]:
    """Judge the texts of a content while something else is done; what is given tells what was found.

    They are found and judged by a process beside this one where the run may have two, else when they are
    told. The files that the cache knows are not judged again.
    """
    fair = _Fair(content, cache)

    def tell(problems: Problems, heard: Sequence[Heard]) -> None:
        _tell(heard, problems)
        fair.keep({text.path for text, _ in heard})

    if options.jobs == 1 or not fair.unknown:
        yield lambda problems: tell(problems, _heard(content, fair.unknown))
        return
    with helpers(1, _give_way, content, fair.unknown) as aside:
        heard = aside.submit(_hear)
        yield lambda problems: tell(problems, heard.result())


class _Fair:
    """The files of a content that no build before found in their languages, by what they say.

    `unknown` are their paths. A text is known with its language.
    """

    def __init__(self, content: Content, cache: Cache) -> None:
        self._cache, self._key = cache, digest_of((program_digest(), "spoken", content.languages.codes))
        self._said = {path: digest_of(said) for path, said in _said(content)}
        kept = cache.use(self._key) if cache.keeps else None
        self._known = frozenset(unpacked(kept or b"[]"))
        self.unknown = frozenset(path for path, said in self._said.items() if said not in self._known)

    def keep(self, others: Collection[str]) -> None:
        """Know them for the next build, but for the files of `others`."""
        known = {said for path, said in self._said.items() if path not in others}
        if self._cache.keeps and known != self._known:
            self._cache.keep(self._cache.seal(self._key, packed(sorted(known))))


def _said(content: Content) -> Iterator[tuple[str, tuple[str, str]]]:
    """The path of each file with what it says: its language, none for facts, and its text."""
    for document in (content.site_document, *content.lists.values()):
        yield document.path, ("", document.text)
    for entry in content.entries:
        if entry.document:
            yield entry.document.path, ("", entry.document.text)
        for text in entry.texts.values():
            yield text.path, (text.lang, text.body)


def check_spoken(content: Content, problems: Problems, memory: Forgetful) -> None:
    """The same here and now; a text that `memory` knows is not judged again."""
    codes = content.languages.codes
    for text in spoken(content):
        asked = (text.lang, text.text)
        (found,) = memory.recall(("spoken", codes, asked), partial(_recalled, codes, asked), problems)
        _tell([(text, found)], problems)


def spoken(content: Content, paths: Container[str] | None = None) -> Iterator[Spoken]:
    """Every text of all files, or of some, that is long enough to be judged: of facts, and paragraphs."""
    if paths is None:
        paths = {path for path, _ in _said(content)}
    return (text for text in _texts(content, paths) if _is_enough(text.text))


def _is_enough(text: str) -> bool:
    """Whether a text can be judged: nearly always its beginning tells."""
    return weight(text[:_BEGINNING]) >= LEAST or (len(text) > _BEGINNING and weight(text) >= LEAST)


def weight(text: str) -> float:
    """How many letters a text has, or what says as much."""
    dense = len(_DENSE.findall(text))
    return len(_LETTER.findall(text)) - dense + dense * _DENSITY


def _texts(content: Content, paths: Container[str]) -> Iterator[Spoken]:
    if content.site_document.path in paths:
        yield from _of_facts(content.site, content.site_document)
    for name, document in content.lists.items():
        if document.path in paths:
            for id_, term in content.vocabularies[name].items():
                yield from _of_facts(term, document, (id_,))
    for entry in content.entries:
        yield from _of_entry(entry, paths)


def _of_entry(entry: Entry, paths: Container[str]) -> Iterator[Spoken]:
    if entry.document and entry.document.path in paths:
        yield from _of_facts(entry.facts, entry.document)
    for text in entry.texts.values():
        if text.path in paths:
            yield from _of_text(text)


_aside: list[tuple[Content, frozenset[str]]] = []


def _give_way(content: Content, paths: frozenset[str]) -> None:
    """The lowest priority: the process takes what the run leaves."""
    _aside[:] = [(content, paths)]
    if hasattr(os, "nice"):
        os.nice(19)


def _hear() -> tuple[Heard, ...]:
    return _heard(*_aside[0])


def _heard(content: Content, paths: frozenset[str]) -> tuple[Heard, ...]:
    """The texts of some files that are in another language, with that."""
    texts = tuple(spoken(content, paths))
    asked = tuple(dict.fromkeys((text.lang, text.text) for text in texts))
    if not asked:
        return ()
    others = dict(zip(asked, _judge(content.languages.codes, asked), strict=True))
    return tuple((text, other) for text in texts if (other := others[text.lang, text.text]))


def _recalled(codes: Sequence[str], asked: tuple[str, str], _: Problems) -> tuple[str, ...]:
    return _judge(codes, [asked])


def _judge(codes: Sequence[str], asked: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    from ombrelle.i18n.detection import judge

    return judge(codes, asked)


def _tell(heard: Iterable[Heard], problems: Problems) -> None:
    """Once per file and language: whoever pasted a whole text is told so in one place."""
    told = set()
    for text, found in heard:
        if found and (text.path, text.lang, found) not in told:
            told.add((text.path, text.lang, found))
            problems.add("text-in-other-language", text.place, lang=text.lang, found=found)


def _of_facts(facts: BaseModel, document: Document, at: Way = ()) -> Iterator[Spoken]:
    for item in translated(facts):
        for lang, form in item.value.forms.items():
            yield Spoken(lang, form, document.path, document=document, way=(*at, *item.path, lang))


def _of_text(text: Text) -> Iterator[Spoken]:
    """Its paragraphs. One in which a part is marked with its language speaks for itself."""
    for line, paragraph in _paragraphs(text.body, text.body_line):
        if "lang=" not in paragraph or not _MARKED.search(paragraph):
            yield Spoken(text.lang, _aloud(paragraph[:MOST_JUDGED]), text.path, line)


def _aloud(paragraph: str) -> str:
    """What of a paragraph is in a language."""
    said = _SILENT.sub(" ", paragraph)
    return _MAIL.sub(" ", said) if "@" in said else said


def _paragraphs(body: str, first_line: int) -> Iterator[tuple[int, str]]:
    """What blank lines and code part, with the line where it begins."""
    begun, lines, fence = first_line, list[str](), ""
    for number, line in enumerate((*body.split("\n"), ""), first_line):
        sign = _FENCE.match(line)
        if sign and (not fence or sign[1].startswith(fence)):
            fence = "" if fence else sign[1]
        elif line.strip() and not fence:
            lines.append(line)
            continue
        if lines:
            yield begun, "\n".join(lines)
        begun, lines = number + 1, []
