"""`new translation`: a file or an entry begun in another language."""

from __future__ import annotations

import argparse
import sys

from ombrelle.changes import Changes, apply
from ombrelle.cli.common import content_of
from ombrelle.cli.words import Words
from ombrelle.load import Content
from ombrelle.report.excerpt import safe
from ombrelle.scaffold import Begun, Refusal, begin_translation, languages_left
from ombrelle.translations.done import done, save

_OF_ENTRIES = ("quartier", "title", "set", "date")
"""The options by which a new entry is described; a translation takes everything from its source."""


def translate(given: argparse.Namespace, content: Content, said: Words) -> int:
    """Write what a translation begins from, and say what is to be translated. Refusal when it cannot be."""
    surplus = next((name for name in _OF_ENTRIES if getattr(given, name)), "")
    if surplus:
        raise Refusal("new-surplus", word=f"--{surplus}")
    lang = given.into or _ask(given, content, said)
    begun = begin_translation(given.root, content, given.id, lang, said.language)
    apply(given.root, Changes({}, begun.texts))
    _record(given, begun, lang, said)
    _tell(begun, lang, said)
    return 0


def _record(given: argparse.Namespace, begun: Begun, lang: str, said: Words) -> None:
    """Note what each new text is made from: the source as it is today."""
    content = content_of(given, said)
    if not isinstance(content, int):
        save(given.root, done(given.root, content, begun.new, lang))


def _ask(given: argparse.Namespace, content: Content, said: Words) -> str:
    """The language, asked for on a terminal; elsewhere it is said how to give it."""
    left = ", ".join(languages_left(given.root, content, given.id))
    if not left:
        raise Refusal("translation-complete", path=given.id)
    if not sys.stdin.isatty():
        raise Refusal("translation-language-missing", word=given.id, known=left)
    answer = ""
    while not answer:
        answer = input(f"{said.say('translation-which', known=left)}\n> ").strip()
    return answer


def _tell(begun: Begun, lang: str, said: Words) -> None:
    for path, text in begun.texts.items():
        print(said.say("new-written", path=path))
        lines = text.splitlines()
        for place in begun.lines:
            if place.path == path:
                print(safe(f"  {path}:{place.line}  {lines[place.line - 1].strip()}"))
    if begun.new:
        print(said.say("translation-next-text"))
    if begun.lines:
        print(said.say("translation-next-lines", lang=lang))
    print(said.say("translation-next"))
