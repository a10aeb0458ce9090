"""Translations said to a person, in French or in English: words, shares, what stands where."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ombrelle.i18n.languages import Language, Languages
from ombrelle.translations.differences import Span, differences, on_one_line
from ombrelle.translations.freshness import Finding, State
from ombrelle.translations.survey import STATES, Item
from ombrelle.translations.units import BODY, SUMMARY, TITLE, Unit


@dataclass(frozen=True, slots=True)
class Summary:
    """What the translations into one language come to: blocks done of how many, files by their state.

    `beyond` are the texts that are not there and that nobody promised: they count in nothing else.
    """

    language: Language
    done: int
    total: int
    files: Mapping[State, int]
    beyond: int

    @property
    def percent(self) -> int:
        """The share of what is done, rounded down: 100 means all."""
        return 100 * self.done // self.total if self.total else 100


def summaries(items: Sequence[Item], languages: Languages) -> tuple[Summary, ...]:
    """What the items come to in each language that they have, in the order of the site."""
    found = []
    for language in languages.all[1:]:
        own = [item for item in items if item.unit.language == language.code]
        if not own:
            continue
        due = [item for item in own if not item.is_beyond]
        done, total = sum(item.done for item in due), sum(item.total for item in due)
        files = Counter(item.state for item in due)
        found.append(Summary(language, done, total, files, len(own) - len(due)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language, `fr` or `en`."""

    language: str

    def say(self, key: str, **values: object) -> str:
        """A sentence with its values filled in; KeyError for one that is not there (a bug of ours)."""
        return _words()[key][self.language].format(**values)

    def count(self, key: str, number: int, **values: object) -> str:
        """A number of things: `key-one` or `key-many`, by the rule of the language."""
        is_one = number < 2 if self.language == "fr" else number == 1
        return self.say(f"{key}-{'one' if is_one else 'many'}", n=number, **values)

    def state(self, state: State) -> str:
        """What a state is called."""
        return self.say(f"state-{state.value}")

    def place(self, place: str, unit: Unit) -> str:
        """What a place of a file is called; a way in facts is its own name."""
        return place if unit.is_facts or place not in {TITLE, SUMMARY, BODY} else self.say(f"place-{place}")

    def percent(self, summary: Summary) -> str:
        """A share as the language writes it."""
        space = "\N{NARROW NO-BREAK SPACE}" if self.language == "fr" else ""
        return f"{summary.percent}{space}%"

    def share(self, summary: Summary) -> str:
        """A share with what it is made of."""
        return self.say("share-of", share=self.percent(summary), done=summary.done, total=summary.total)

    def counts(self, summary: Summary) -> str:
        """The files of a language by their state."""
        counts = ((self.state(state), summary.files[state]) for state in STATES)
        return ", ".join(f"{name} {number}" for name, number in counts if number)

    def aside(self, item: Item) -> str:
        """What is to be known of a whole file; "" where its blocks tell all."""
        if item.unit.is_missing:
            return self.say("from", path=item.unit.source_path)
        if item.state is not State.ORPHAN:
            return ""
        if not item.unit.source_language:
            return self.say("lost-record")
        return self.say("near", near=item.near) if item.near else self.say("no-source")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A text of a finding as it is shown: `key` is what it is, `then`, `now` or `translation`."""

    key: str
    spans: tuple[Span, ...]


def quotations(found: Finding) -> Iterator[Quotation]:
    """The source then, where it differs, the source now, and the translation: those that there are."""
    then = on_one_line(found.then)
    now = on_one_line(found.source.text) if found.source else ""
    old, new = differences(then, now) if now else ((Span(then, is_changed=True),), ())
    if not then:
        new = (Span(now, is_changed=False),)
    if then and any(span.is_changed for span in old + new):
        yield Quotation("then", old)
    if now:
        yield Quotation("now", new)
    if found.translation:
        yield Quotation("translation", (Span(on_one_line(found.translation.text), is_changed=False),))


def line_of(found: Finding) -> int:
    """The line of a finding in the file of the translation; 0 where nothing of it stands there."""
    return found.translation.line if found.translation else 0


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads((files("ombrelle.translations") / "words.toml").read_text(encoding="utf-8"))
