"""From libyaml's complaint to what the editor did: the parser says where it gave up, seldom where the fault is."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ombrelle.problems import Value

_KEY_VALUE = re.compile(r"^(?P<lead>\s*(?:- )?(?P<key>[\w-]+):\s+)(?P<value>\S.*?)\s*$")
_NO_SPACE = re.compile(r"^(?P<lead>\s*(?:- )?)(?P<key>[A-Za-z_][\w-]*):(?P<value>\S.*?)\s*$")
_INDICATORS = "@`%!&*"


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault of syntax: its code, its line (from 1), columns (from 1, end exclusive), its message's values."""

    code: str
    line: int
    column: int
    end_column: int
    values: Mapping[str, Value] = field(default_factory=dict)


def diagnose(text: str, line: int, column: int, complaint: str, context_line: int) -> Finding:
    """Name the fault behind libyaml's `complaint` at `line` and `column` (from 1)."""
    lines = text.split("\n")
    for number in sorted({context_line, line - 1, line}, reverse=True):
        if not 1 <= number <= len(lines):
            continue
        for look in _LOOKS:
            found = look(lines[number - 1], number)
            if found:
                return found
    if "quoted scalar" in complaint or "end of stream" in complaint:
        return _whole_line("yaml-unclosed-quote", lines, context_line)
    if "found a tab" in complaint or "cannot start any token" in complaint:
        return _whole_line("yaml-syntax", lines, line)
    return _whole_line("yaml-indentation" if _is_indentation(complaint) else "yaml-syntax", lines, line)


def _is_indentation(complaint: str) -> bool:
    return any(
        words in complaint for words in ("block end", "expected ':'", "block entries", "block mapping")
    )


def _whole_line(code: str, lines: list[str], number: int) -> Finding:
    number = max(1, min(number, len(lines)))
    written = lines[number - 1]
    start = len(written) - len(written.lstrip()) + 1
    return Finding(code, number, start, max(start + 1, len(written.rstrip()) + 1), {"text": written.strip()})


def _tab(written: str, number: int) -> Finding | None:
    lead = written[: len(written) - len(written.lstrip())]
    if "\t" not in lead:
        return None
    column = lead.index("\t") + 1
    return Finding(
        "yaml-tab", number, column, column + 1, {"near": lead.replace("\t", "  ") + written.lstrip()}
    )


def _special_start(written: str, number: int) -> Finding | None:
    match = _KEY_VALUE.match(written)
    if not match or match["value"][0] not in _INDICATORS:
        return None
    column = match.end("lead") + 1
    near = f'{match["lead"].strip()} "{match["value"]}"'
    return Finding(
        "yaml-special-character", number, column, column + 1, {"character": match["value"][0], "near": near}
    )


def _colon(written: str, number: int) -> Finding | None:
    match = _KEY_VALUE.match(written)
    if not match or match["value"][0] in "\"'{[|>#" or ": " not in match["value"] + " ":
        return None
    column = match.end("lead") + 1
    quoted = match["value"].replace('"', '\\"')
    near = f'{match["lead"].strip()} "{quoted}"'
    return Finding("yaml-colon-in-value", number, column, column + len(match["value"]), {"near": near})


def _missing_space(written: str, number: int) -> Finding | None:
    match = _NO_SPACE.match(written)
    if not match or match["value"].startswith("//"):
        return None
    column = match.start("key") + 1
    near = f"{match['key']}: {match['value']}"
    return Finding(
        "yaml-missing-space",
        number,
        column,
        column + len(match["key"]) + 1,
        {"key": match["key"], "near": near},
    )


def _after_block_sign(written: str, number: int) -> Finding | None:
    match = _KEY_VALUE.match(written)
    if not match or not re.match(r"[|>][+-]?\d?\s*[^\s#+\-\d]", match["value"]):
        return None
    column = match.end("lead") + 1
    return Finding(
        "yaml-text-after-sign", number, column, column + len(match["value"]), {"sign": match["value"][0]}
    )


_LOOKS: tuple[Callable[[str, int], Finding | None], ...] = (
    _tab,
    _special_start,
    _after_block_sign,
    _colon,
    _missing_space,
)
"""From the surest to the least sure; the first that recognises a line names the fault."""
