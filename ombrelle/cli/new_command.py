"""`new`: begins an entry, or a translation, from what the options give and what a person answers."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from dataclasses import dataclass

from ombrelle.cli.common import report
from ombrelle.cli.day import day_of
from ombrelle.cli.new_translation import translate
from ombrelle.cli.parser import TRANSLATION
from ombrelle.cli.words import Words
from ombrelle.kinds import BY_NAME
from ombrelle.kinds.base import Kind
from ombrelle.load import Content, load
from ombrelle.load.discover import SITE_FILE, discover
from ombrelle.problems import Problem, Problems, Severity
from ombrelle.scaffold import (
    Draft,
    Refusal,
    UnknownFieldError,
    Way,
    choices,
    description_of,
    draft,
    needed,
    plan,
    save,
    shape_of,
    title_way,
    trial,
    typed_example,
)


def run(given: argparse.Namespace, said: Words) -> int:
    """Write the files of an entry or a translation. 2 when they cannot be right: nothing is then written."""
    root = given.root
    if not (root / SITE_FILE).is_file():
        return _refuse(said.say("no-site", folder=root.resolve()))
    problems = Problems()
    content = load(root, discover(root, problems), problems)
    if content is None:
        report(problems, root, said)
        return 1
    try:
        if given.kind == TRANSLATION:
            return translate(given, content, said)
        return _begin(given, content, said)
    except Refusal as refusal:
        return _refuse(said.say(refusal.key, **refusal.values))
    except EOFError:
        return _refuse(said.say("interrupted"))


def _begin(given: argparse.Namespace, content: Content, said: Words) -> int:
    if given.into:
        raise Refusal("new-surplus", word=given.into)
    kind = BY_NAME[given.kind]
    day = day_of(given)
    planned = plan(discover(given.root, Problems()), kind, given.id, given.quartier, day)
    questions = _Questions(kind, content, said)
    values = questions.complete(_given_values(given, kind))
    while True:
        drafts = draft(planned, values, content)
        found = trial(drafts, content, day)
        report(found, given.root, said, {each.path: each.text for each in drafts})
        wrong = [problem for problem in found if problem.severity is Severity.ERROR]
        if not wrong:
            break
        values = questions.again(values, wrong, drafts)
    save(given.root, drafts)
    _tell_next(drafts, kind, said)
    return 0


def _given_values(given: argparse.Namespace, kind: Kind) -> dict[Way, str]:
    values = {tuple(field.split(".")): value for field, value in given.set}
    for way in values:
        _known(kind, way)
    return values | ({title_way(kind): given.title} if given.title else {})


def _known(kind: Kind, way: Way) -> None:
    try:
        shape_of(kind, way)
    except UnknownFieldError as error:
        raise Refusal.near("new-field-unknown", error.name, error.known, field=".".join(way)) from None


@dataclass(frozen=True, slots=True)
class _Questions:
    """Asks for what is missing, on a terminal; elsewhere says how to give it."""

    kind: Kind
    content: Content
    said: Words

    def complete(self, values: Mapping[Way, str]) -> dict[Way, str]:
        """The values, with those that were missing."""
        missing = [way for way in needed(self.kind) if way not in values]
        if missing and not sys.stdin.isatty():
            options = "\n".join(f"  {self._option(way)}" for way in missing)
            raise Refusal("new-missing", options=options)
        return {**values, **{way: self._ask(way) for way in missing}}

    def again(
        self, values: Mapping[Way, str], problems: list[Problem], drafts: tuple[Draft, ...]
    ) -> dict[Way, str]:
        """The values, those on the lines of the problems asked for anew."""
        texts = {each.path: each.text.split("\n") for each in drafts}
        lines = {texts[place.path][place.line - 1] for place in (problem.location for problem in problems)}
        kept = {way: value for way, value in values.items() if not any(value in line for line in lines)}
        if len(kept) == len(values) or not sys.stdin.isatty():
            raise Refusal("new-not-written")
        return self.complete(kept)

    def _ask(self, way: Way) -> str:
        answer = ""
        while not answer:
            answer = input(f"{self._explanation(way)}\n> ").strip()
        return answer

    def _option(self, way: Way) -> str:
        option = "--title …" if way == title_way(self.kind) else f"--set {'.'.join(way)}=…"
        return f"{option}  {self._explanation(way)}"

    def _explanation(self, way: Way) -> str:
        text = description_of(self.kind, way, self.said.language)
        words = choices(self.content, shape_of(self.kind, way))
        example = typed_example(self.kind, way, self.said.language)
        detail = ", ".join(words) or self.said.say("new-example", example=example)
        return f"{text.removesuffix('.')} ({detail})"


def _tell_next(drafts: tuple[Draft, ...], kind: Kind, said: Words) -> None:
    for each in drafts:
        print(said.say("new-written", path=each.path))
    last = drafts[-1].path
    print(said.say("new-next-text" if last.endswith(".md") else "new-next", path=last))


def _refuse(words: str) -> int:
    print(words, file=sys.stderr)
    return 2
