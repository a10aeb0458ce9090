"""What is wrong between the brackets or braces of one line: `{fr: Un lieu : trois villes}`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from ombrelle.problems import Value
from ombrelle.sources.finding import RESERVED, Finding, double_quoted, single_quoted

_OPENING = re.compile(r"\s*(?:- )?(?:[\w-]+:\s+)?(?=[\[{])")
_PLAIN = re.compile(r"(?:(?!:(?:[\s,\[\]{}]|$))[^,\[\]{}])*")
_VALUE = re.compile(r"[^,\[\]{}]*")
_NEXT_FIELD = re.compile(r"\s+(?P<field>[a-z_]+:)(?=\s)")
_COLON = re.compile(r":(?=\s|$)")
_LINK = re.compile(r"(?P<lead>.*?)\[[^\[\]]*\]\((?P<address>[^()\s]+)\)\s*")
_TAIL = re.compile(r"[\]}]*\s*(?:#.*)?$")
_CLOSED_BY = {"[": "]", "{": "}"}


def look_in_braces(written: str, number: int) -> Finding | None:
    """The first fault between brackets or braces that open a line's value; None when there is none to name.

    What the line does not close is no fault by itself: the next line may.
    """
    match = _OPENING.match(written)
    return _Scan(written, number, match.end()).run() if match else None


@dataclass(slots=True)
class _Scan:
    """Reads a line sign by sign, as YAML reads collections in its flow style; `at` counts from 0."""

    written: str
    number: int
    at: int
    open: list[int] = field(default_factory=list)

    def run(self) -> Finding | None:
        while self.at < len(self.written):
            sign = self.written[self.at]
            step = _STEPS.get(sign, _Scan._scalar if not sign.isspace() else _Scan._pass)
            found = step(self)
            if found or (not self.open and sign in "]}"):
                return found
        return None

    def _pass(self) -> None:
        self.at += 1

    def _enter(self) -> None:
        self.open.append(self.at)
        self.at += 1

    def _leave(self) -> Finding | None:
        sign = self.written[self.at]
        opening = self.written[self.open[-1]]
        if _CLOSED_BY[opening] != sign:
            values: dict[str, Value] = {"opening": opening, "closing": _CLOSED_BY[opening]}
            near = self._with(self.at, self.at + 1, _CLOSED_BY[opening])
            return self._found("yaml-unclosed-bracket", self.open[-1], 1, near=near, **values)
        self.open.pop()
        self.at += 1
        return None if self.open else self._behind()

    def _behind(self) -> Finding | None:
        """What stands behind the last bracket."""
        rest = self.written[self.at :].lstrip()
        start = len(self.written) - len(rest)
        if link := _LINK.fullmatch(self.written):
            near = f"{link['lead'].strip()} {link['address']}"
            return self._found("yaml-special-character", len(link["lead"]), 1, near=near, character="[")
        if rest[:1] in {"]", "}"}:
            return self._found(
                "yaml-unopened-bracket", start, 1, near=self._with(start, start + 1, ""), sign=rest[0]
            )
        return None

    def _quoted(self) -> Finding | None:
        start, quote = self.at, self.written[self.at]
        inside = r'(?:[^"\\]|\\.)*"' if quote == '"' else r"(?:[^']|'')*'"
        match = re.compile(inside).match(self.written, start + 1)
        if match is None:
            tail = _TAIL.search(self.written, start)
            end = tail.start() if tail else len(self.written)
            return self._found("yaml-unclosed-quote", start, 1, near=self._with(end, end, quote))
        self.at = match.end()
        behind = self.written[self.at :].lstrip()
        return self._quote_inside(start, quote) if behind and behind[0] not in ",]}:#" else None

    def _quote_inside(self, start: int, quote: str) -> Finding | None:
        last = re.compile(rf"{quote}(?=\s*(?:[,\]}}]|$))").search(self.written, self.at)
        end = last.end() if last else self.at
        inside = self.written[start + 1 : end - 1] if last else ""
        near = self._with(start, end, single_quoted(inside) if quote == '"' else double_quoted(inside))
        return self._found("yaml-quote-inside", start, end - start, near=near if last else "", quote=quote)

    def _scalar(self) -> Finding | None:
        """A key and its value, or a value alone."""
        start = self.at
        key = _PLAIN.match(self.written, start)
        self.at = key.end() if key else start + 1
        if self.written[start] in RESERVED:
            return self._reserved(start)
        if self.written.startswith(":", self.at):
            self.at += 1
            return self._value()
        return None

    def _value(self) -> Finding | None:
        while self.at < len(self.written) and self.written[self.at].isspace():
            self.at += 1
        start = self.at
        if self.written[start : start + 1] in {"", '"', "'", "[", "{", ",", "}", "]"}:
            return None
        if self.written[start] in RESERVED:
            return self._reserved(start)
        match = _VALUE.match(self.written, start)
        assert match is not None
        text, self.at = match[0].rstrip(), match.end()
        if not _COLON.search(text):
            return None
        if other := _NEXT_FIELD.search(text):
            at = start + other.start("field")
            near = self._with(start + other.start(), start + other.start(), ",")
            return self._found("yaml-missing-comma", at, len(other["field"]), near=near)
        near = self._with(start, start + len(text), double_quoted(text))
        return self._found("yaml-colon-in-value", start, len(text), near=near)

    def _reserved(self, start: int) -> Finding:
        match = _VALUE.match(self.written, start)
        text = match[0].rstrip() if match else ""
        near = self._with(start, start + len(text), double_quoted(text))
        return self._found("yaml-special-character", start, 1, near=near, character=self.written[start])

    def _with(self, start: int, end: int, text: str) -> str:
        """The line with another text in place of a part."""
        return (self.written[:start] + text + self.written[end:]).strip()

    def _found(self, code: str, start: int, length: int, **values: Value) -> Finding:
        return Finding(code, self.number, start + 1, start + 1 + length, values)


_STEPS: dict[str, Callable[[_Scan], Finding | None]] = {
    "[": _Scan._enter,
    "{": _Scan._enter,
    "]": _Scan._leave,
    "}": _Scan._leave,
    '"': _Scan._quoted,
    "'": _Scan._quoted,
    ",": _Scan._pass,
    ":": _Scan._pass,
    "#": _Scan._pass,
}
