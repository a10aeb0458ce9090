"""From libyaml's complaint to what the editor did: it says where it gave up, seldom where the fault is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from ombrelle.problems import Value
from ombrelle.sources.braces import look_in_braces
from ombrelle.sources.finding import RESERVED, Finding, double_quoted, single_quoted

_KEY_VALUE = re.compile(r"^(?P<lead>\s*(?:- )?(?P<key>[\w-]+):\s+)(?P<value>\S.*?)\s*$")
_ITEM = re.compile(r"^(?P<lead>\s*-\s+)(?P<value>\S.*?)\s*$")
_NO_SPACE = re.compile(r"^(?P<lead>\s*(?:- )?)(?P<key>[A-Za-z_][\w-]*):(?P<value>\S.*?)\s*$")
_TWO_KEYS = re.compile(
    r"^(?P<lead>\s*(?:- )?)(?P<first>[\w-]+:\s+(?:\"[^\"]*\"|'[^']*'|\d\S*|https?://\S+|\S+(?=\s+[a-z_]+:\s+https?:)))"
    r"\s+(?P<second>[a-z_]+:(?:\s.*)?)$"
)
_TWO_LANGUAGES = re.compile(
    r"(?P<lead>\s*(?:- )?[\w-]+:)\s+(?P<first>[a-z]{2}:\s[^:]+?)[,;]?\s+(?P<second>[a-z]{2}:\s[^:]+)"
)
_QUOTED_TWICE = re.compile(r"""(['"]).*\1\s*[^\s#].*$""")
_NO_COLON = re.compile(r"^(?P<key>(?:- )?[a-z_]+)(?:\s*(?:=>?|[：;])\s*|\s+)(?P<value>\S.*)$")
_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_OPEN_QUOTE = re.compile(r"""^\s*(?:- )?[\w-]+:\s+(?P<open>(?P<double>")(?:[^"\\]|\\.)*|'(?:[^']|'')*)$""")
_LEAD = re.compile(r"\s*(?:- )?")
_BLOCK_SIGN = re.compile(r"(?P<sign>[|>][+-]?\d?)\s*(?P<text>[^\s#+\-\d].*)")
_ANNOUNCES = re.compile(r"\s*(?:- )?[\w-]+:\s+[|>][+-]?\d?\s*$")
_NO_BREAK = re.compile("[\u00a0\u202f]")
_ODD_SPACE = re.compile(
    "[ ]*(?:(?P<lead>[\u00a0\u202f]+)|(?:- )?(?P<key>[\\w-]+:)[\u00a0\u202f])[ \u00a0\u202f]*(?=\\S)"
)
_BAD_ESCAPE = re.compile(r"""(?P<lead>.*?)"(?P<text>[^"]*)"\s*""")


def diagnose(text: str, spot: tuple[int, int], complaint: str, context_line: int) -> Finding:
    """Name the fault behind libyaml's `complaint` at a line and column.

    What it was reading began at `context_line`.
    """
    lines, line = yaml_lines(text), spot[0]
    return (
        _open_quote(lines, line)
        or _unindented(lines, context_line)
        or _unindented(lines, line)
        or _by_its_lines(lines, line, context_line)
        or _by_complaint(lines, spot, complaint, context_line)
    )


def _open_quote(lines: list[str], line: int) -> Finding | None:
    """A value whose quote its line does not close, where the next line is one that stands beside it.

    YAML reads on to the next quote, wherever that is, and stops there.
    """
    for number, written in enumerate(lines[:line], 1):
        match = _OPEN_QUOTE.match(written)
        if match is None:
            continue
        below = next((each for each in lines[number:] if each.strip()), "")
        if _column_of(below) <= _column_of(written):
            near = written.strip() + (match["double"] or "'")
            return Finding(
                "yaml-unclosed-quote", number, match.start("open") + 1, len(written) + 1, {"near": near}
            )
    return None


def _unindented(lines: list[str], number: int) -> Finding | None:
    """The text that a sign > or | announces, where it is not further right than its field."""
    above = lines[number - 2] if 1 < number <= len(lines) else ""
    written = lines[number - 1] if number <= len(lines) else ""
    if not _ANNOUNCES.match(above) or not written.strip() or _column_of(written) > _column_of(above):
        return None
    near = f"{_beside(above)}  {written.strip()}"
    return replace(_whole_line("yaml-indentation", lines, number), values={"near": near})


def _by_its_lines(lines: list[str], line: int, context_line: int) -> Finding | None:
    numbers = sorted({context_line, line - 1, line} & set(range(1, len(lines) + 1)), reverse=True)
    found = (look(lines[number - 1], number) for number in numbers for look in _LOOKS)
    return next((finding for finding in found if finding), None)


def _by_complaint(lines: list[str], spot: tuple[int, int], complaint: str, context_line: int) -> Finding:
    line, column = spot
    if "escape character" in complaint:
        return _backslash(lines, line, column)
    if "simple key" in complaint:
        return _missing_colon(lines, context_line)
    if "mapping values" in complaint and _lacks_colon(lines, line - 1, line):
        return _missing_colon(lines, line - 1)
    if "quoted scalar" in complaint or "end of stream" in complaint:
        return _whole_line("yaml-unclosed-quote", lines, context_line)
    if "flow " in complaint:
        brackets = (_bracket(lines, number) for number in (context_line, context_line - 1))
        return next((found for found in brackets if found), None) or _whole_line("yaml-syntax", lines, line)
    indented = any(sign in complaint for sign in _SIGNS_OF_INDENTATION)
    return _whole_line("yaml-indentation" if indented else "yaml-syntax", lines, line)


def yaml_lines(text: str) -> list[str]:
    """The lines of a text as YAML counts them, which knows more ends of lines than others."""
    return _LINE_END.split(text)


def odd_spaces(text: str) -> Iterator[Finding]:
    """Lines with a no-break space where YAML asks for a plain one: it takes it for a letter."""
    if not _NO_BREAK.search(text):
        return
    for number, written in enumerate(yaml_lines(text), 1):
        if found := _ODD_SPACE.match(written):
            start, end = found.span("key" if found["key"] else "lead")
            near = _NO_BREAK.sub(" ", found[0]) + written[found.end() :]
            yield Finding("yaml-odd-space", number, start + 1, end + 1, {"near": near})


def meant_sign(written: str, number: int) -> Finding | None:
    """A sign that YAML has a use for, at the beginning of a text of somebody's."""
    found = special_start(written, number) or look_in_braces(written, number)
    return found if found and found.code == "yaml-special-character" else None


def special_start(written: str, number: int) -> Finding | None:
    """A value whose first character means something to YAML, which the editor did not mean."""
    match = _KEY_VALUE.match(written) or _ITEM.match(written)
    if not match or match["value"][0] not in RESERVED:
        return None
    column = match.end("lead") + 1
    values: dict[str, Value] = {"character": match["value"][0], "near": _with_quotes(match)}
    return Finding("yaml-special-character", number, column, column + 1, values)


def _bracket(lines: list[str], number: int) -> Finding | None:
    """A list or map in brackets that its line does not close."""
    written = lines[number - 1] if 1 <= number <= len(lines) else ""
    for opening, closing in (("[", "]"), ("{", "}")):
        if written.count(opening) > written.count(closing):
            column = written.index(opening) + 1
            ends = number == len(lines) or _column_of(lines[number]) <= _column_of(written)
            near = _closed(written.strip(), closing) if ends else ""
            values: dict[str, Value] = {"opening": opening, "closing": closing, "near": near}
            return Finding("yaml-unclosed-bracket", number, column, column + 1, values)
    return None


def _backslash(lines: list[str], number: int, column: int) -> Finding:
    """A backslash that announces no sign, at its place."""
    match = _BAD_ESCAPE.fullmatch(lines[number - 1].strip())
    near = f"{match['lead']}{single_quoted(match['text'])}" if match else ""
    at = lines[number - 1].rfind("\\", 0, column) + 1 or column
    return Finding("yaml-backslash", number, at, at + 2, {"near": near})


def _lacks_colon(lines: list[str], number: int, beside: int) -> bool:
    """Whether a line is no field although it begins where the field `beside` it does."""
    written, other = lines[number - 1] if number else "", lines[beside - 1]
    text = written[len(_beside(written)) :]
    return _beside(written) == _beside(other) and ":" not in text and text.strip()[:1] not in {"", "#", "-"}


def _missing_colon(lines: list[str], number: int) -> Finding:
    found = _whole_line("yaml-missing-colon", lines, number)
    match = _NO_COLON.match(str(found.values["text"]))
    near = f"{match['key']}: {match['value']}" if match else ""
    return replace(found, values={**found.values, "near": near})


def _closed(written: str, closing: str) -> str:
    """A line with a sign at its end, in front of a remark."""
    value, space, remark = written.partition(" #")
    return f"{value.rstrip().rstrip(',')}{closing}{space}{remark}"


def _with_quotes(match: re.Match[str]) -> str:
    """A field with its value in quotes; a remark behind it stays one."""
    value, _, remark = match["value"].partition(" #")
    quoted = f"{match['lead'].strip()} {double_quoted(value.rstrip())}"
    return f"{quoted} #{remark}" if remark else quoted


def _beside(written: str) -> str:
    """What stands in front of a field that is to stand below this one."""
    lead = _LEAD.match(written)
    return " " * (lead.end() if lead else 0)


def _column_of(written: str) -> int:
    return len(written) - len(written.lstrip())


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


def _colon(written: str, number: int) -> Finding | None:
    match = _KEY_VALUE.match(written)
    if not match or match["value"][0] in "\"'{[|>#" or ": " not in match["value"] + " ":
        return None
    column = match.end("lead") + 1
    values: dict[str, Value] = {"near": _with_quotes(match)}
    return Finding("yaml-colon-in-value", number, column, column + len(match["value"]), values)


def _missing_space(written: str, number: int) -> Finding | None:
    match = _NO_SPACE.match(written)
    if not match or match["value"].startswith("//"):
        return None
    column = match.start("key") + 1
    spaced = f"{match['lead'].strip()} {match['key']}: {match['value']}".strip()
    needs_quotes = _KEY_VALUE.match(spaced)
    near = (
        _with_quotes(needs_quotes)
        if needs_quotes and (special_start(spaced, 1) or _colon(spaced, 1))
        else spaced
    )
    return Finding(
        "yaml-missing-space",
        number,
        column,
        column + len(match["key"]) + 1,
        {"key": match["key"], "near": near},
    )


def _after_block_sign(written: str, number: int) -> Finding | None:
    match = _KEY_VALUE.match(written)
    parts = _BLOCK_SIGN.fullmatch(match["value"]) if match else None
    if not match or not parts:
        return None
    column = match.end("lead") + 1
    near = f"{written[: match.end('lead')]}{parts['sign']}\n{_beside(written)}  {parts['text']}"
    values: dict[str, Value] = {"sign": match["value"][0], "near": near}
    return Finding("yaml-text-after-sign", number, column, column + len(match["value"]), values)


def _two_keys(written: str, number: int) -> Finding | None:
    match = _TWO_KEYS.match(written)
    if not match:
        return None
    near = f"{match['lead']}{match['first'].rstrip(',;')}\n{_beside(written)}{match['second'].rstrip()}"
    values: dict[str, Value] = {"near": near}
    start, end = match.start("second") + 1, match.end("second") + 1
    return Finding("yaml-two-fields", number, start, end, values)


def _two_languages(written: str, number: int) -> Finding | None:
    """A text in two languages behind the name of its field, without braces."""
    match = _TWO_LANGUAGES.fullmatch(written)
    if not match:
        return None
    margin = "\n" + _beside(written) + "  "
    near = f"{match['lead']}{margin}{match['first'].strip()}{margin}{match['second'].strip()}"
    return Finding(
        "yaml-two-fields", number, match.start("second") + 1, match.end("second") + 1, {"near": near}
    )


def _quote_inside(written: str, number: int) -> Finding | None:
    """A quote inside a text in the same quotes: `'L'été'`."""
    match = _KEY_VALUE.match(written)
    quote = match["value"][0] if match else ""
    if not match or quote not in ("'", '"') or not _QUOTED_TWICE.match(match["value"]):
        return None
    whole = match["value"].endswith(quote)
    inside = match["value"][1:-1] if whole else match["value"]
    quoted = double_quoted(inside) if quote == "'" else single_quoted(inside)
    column = match.end("lead") + 1
    values: dict[str, Value] = {"quote": quote, "near": f"{match['lead'].strip()} {quoted}"}
    return Finding("yaml-quote-inside", number, column, column + len(match["value"]), values)


_SIGNS_OF_INDENTATION = (
    "block mapping",
    "block collection",
    "block entries",
    "block sequence",
    "mapping values are not allowed",
)

_LOOKS: tuple[Callable[[str, int], Finding | None], ...] = (
    _tab,
    special_start,
    _after_block_sign,
    look_in_braces,
    _two_keys,
    _two_languages,
    _quote_inside,
    _colon,
    _missing_space,
)
"""From the surest to the least sure; the first that recognises a line names the fault."""
