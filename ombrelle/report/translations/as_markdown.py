"""Translations as a comment on a pull request or an issue: a table of languages, then file by file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ombrelle.i18n.languages import Languages
from ombrelle.paths import edit_address
from ombrelle.report.comment import fitting
from ombrelle.report.gfm import code, details, prose
from ombrelle.translations.differences import Span
from ombrelle.translations.freshness import Finding
from ombrelle.translations.survey import STATES, Item
from ombrelle.translations.wording import Quotation, Summary, Wording, line_of, quotations, summaries

_TAGS = {"then": "del", "now": "ins"}


def format_markdown(
    items: Sequence[Item], shown: Sequence[Item], languages: Languages, language: str, repository: str
) -> str:
    """The languages of all `items`, then what is to be done of those that are `shown`, so far as it fits.

    `repository` is the address of the repository, "" if unknown.
    """
    teller = _Teller(Wording(language), repository)
    parts = [f"## {teller.say('title')}", teller.table(summaries(items, languages))]
    for code_ in dict.fromkeys(item.unit.language for item in shown):
        own = [item for item in shown if item.unit.language == code_]
        named = languages[code_].autonym if code_ in languages else code_
        parts += [f"### {prose(named)}", *teller.items(own)]
    return "\n\n".join(fitting([*parts, *([] if shown else [teller.say("nothing")])], language))


class _Teller:
    def __init__(self, wording: Wording, repository: str) -> None:
        self._wording = wording
        self._repository = repository
        self.say = wording.say

    def table(self, found: Sequence[Summary]) -> str:
        """A row per language: its share, and its files by state."""
        states = [state for state in STATES if any(summary.files[state] for summary in found)]
        head = [self.say("language"), self.say("share"), *map(self._wording.state, states)]
        rows = [head, ["---", *["---:"] * (len(head) - 1)]]
        for each in found:
            name = f"{prose(each.language.autonym)} ({code(each.language.code)})"
            rows.append([name, self._wording.percent(each), *(str(each.files[state]) for state in states)])
        return "\n".join(f"| {' | '.join(row)} |" for row in rows)

    def items(self, items: Sequence[Item]) -> Iterator[str]:
        """A list of the files of which nothing more is to be said, then a part that opens for each other."""
        plain = [f"- {self._head(item)}{self._aside(item)}" for item in items if not item.blocks]
        if plain:
            yield "\n".join(plain)
        for item in items:
            if item.blocks:
                told = "\n\n".join(self._block(item, found) for found in item.blocks)
                yield details(f"{self._head(item)} ({len(item.blocks)})", told)

    def _head(self, item: Item) -> str:
        path = code(item.unit.path)
        if self._repository and not item.unit.is_missing:
            path = f"[{path}]({edit_address(self._repository, item.unit.path)})"
        return f"{path} · {self._wording.state(item.state)}"

    def _aside(self, item: Item) -> str:
        aside = self._wording.aside(item)
        return f" · {prose(aside)}" if aside else ""

    def _block(self, item: Item, found: Finding) -> str:
        place = self._wording.place(found.place, item.unit)
        line = [self.say("line", line=line_of(found))] if line_of(found) else []
        head = " · ".join([f"**{prose(place)}**", *line, self._wording.state(found.state)])
        return "\n".join([head, *(f"- {self._quoted(each)}" for each in quotations(found))])

    def _quoted(self, quotation: Quotation) -> str:
        words = "".join(_span(span, _TAGS.get(quotation.key, "")) for span in quotation.spans)
        return f"{self.say(quotation.key)} – {words}"


def _span(span: Span, tag: str) -> str:
    """Words that stand for themselves, marked where they differ; the spaces around them stay outside."""
    words = prose(span.text)
    before = " " if span.text[:1].isspace() else ""
    after = " " if span.text[-1:].isspace() and words else ""
    return (
        f"{before}<{tag}>{words}</{tag}>{after}" if span.is_changed and words else f"{before}{words}{after}"
    )
