"""Translations as a person reads them in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ombrelle.i18n.languages import Languages
from ombrelle.report.excerpt import safe
from ombrelle.translations.differences import Span
from ombrelle.translations.freshness import State
from ombrelle.translations.survey import Item
from ombrelle.translations.wording import Quotation, Summary, Wording, line_of, quotations, summaries

_BAR = 20
_BOLD, _DIM, _RED, _GREEN = "1", "2", "31", "32"
_MARKS = {"then": ("[-", "-]", _RED), "now": ("{+", "+}", _GREEN)}
"""What stands around words that were taken away or added, as `git diff --word-diff` has it."""
_LABEL, _LINE_END = 24, "\n"


def format_text(
    items: Sequence[Item], shown: Sequence[Item], languages: Languages, language: str, *, colour: bool
) -> str:
    """A bar per language of all `items`, then what is to be done of those that are `shown`."""
    teller = _Teller(Wording(language), colour)
    parts: list[str] = []
    for summary in summaries(items, languages):
        own = [item for item in shown if item.unit.language == summary.language.code]
        parts += ["\n".join(teller.head(summary)), *teller.items(own)]
    others = [item for item in shown if item.unit.language not in languages]
    how = [teller.how] if any(item.blocks for item in shown) else []
    return "\n\n".join(part for part in [*parts, *teller.items(others), *how] if part)


class _Teller:
    def __init__(self, wording: Wording, colour: bool) -> None:
        self._wording = wording
        self._colour = colour

    @property
    def how(self) -> str:
        """What to do once it is done."""
        return self._wording.say("how")

    def head(self, summary: Summary) -> Iterator[str]:
        """The language with its bar, and its files by their state."""
        full = _BAR * summary.percent // 100
        name = self._paint(f"{summary.language.autonym} ({summary.language.code})", _BOLD)
        yield f"{name}  {'█' * full}{'░' * (_BAR - full)}  {self._wording.share(summary)}"
        yield f"  {self._wording.counts(summary)}"
        waiting = summary.files[State.UNRECORDED]
        if waiting:
            yield f"  {self._wording.count('unrecorded', waiting, language=summary.language.code)}"
        if summary.beyond:
            yield f"  {self._wording.count('beyond', summary.beyond, language=summary.language.code)}"

    def items(self, items: Sequence[Item]) -> Iterator[str]:
        """The files of which nothing more is to be said a line each, then the others a paragraph each."""
        yield "\n".join(self._line(item) for item in items if not item.blocks)
        for item in items:
            if item.blocks:
                yield "\n".join([*self._item(item)])

    def _line(self, item: Item) -> str:
        aside = self._wording.aside(item)
        return f"{self._head(item)}{f'  {safe(aside)}' if aside else ''}"

    def _head(self, item: Item) -> str:
        return f"{self._paint(safe(item.unit.path), _BOLD)}  {self._wording.state(item.state)}"

    def _item(self, item: Item) -> Iterator[str]:
        yield self._head(item)
        for found in item.blocks:
            line, path = line_of(found), item.unit.path
            if not line and found.source:
                line, path = found.source.line, item.unit.source_path
            what = safe(f"{self._wording.place(found.place, item.unit)}  {self._wording.state(found.state)}")
            yield f"  {safe(path)}:{line}  {what}" if line else f"  {what}"
            yield from map(self._quoted, quotations(found))

    def _quoted(self, quotation: Quotation) -> str:
        label = self._paint(self._wording.say(quotation.key).ljust(_LABEL), _DIM)
        marked = "".join(self._span(span, quotation.key) for span in quotation.spans)
        return f"    {label}{marked.replace(_LINE_END, _LINE_END + ' ' * (_LABEL + 4))}"

    def _span(self, span: Span, key: str) -> str:
        if not span.is_changed:
            return safe(span.text)
        opens, closes, colour = _MARKS[key]
        return self._paint(f"{opens}{safe(span.text)}{closes}", colour)

    def _paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._colour and code else text
