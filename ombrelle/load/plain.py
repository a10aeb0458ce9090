"""Signs in a value that mean more elsewhere: it is shown as plain text, and visitors would read them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from ombrelle.load.guesses import repair
from ombrelle.problems import Location, Problems
from ombrelle.sources.document import Document
from ombrelle.sources.yaml import Path

# A whole value within the quotation marks of a word processor; those of a citation stand within a sentence.
_QUOTED = re.compile(r"[“”„‟]([^“”„‟]+)[“”„‟]|[‘‚‛]([^‘’‚‛]+)[‘’‛]")
_ENTITY = r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[a-zA-Z]{2,8}\d{0,2});"
_TAGS = "a|abbr|b|br|div|em|font|h[1-6]|i|img|li|ol|p|s|small|span|strong|sub|sup|table|td|tr|u|ul"
_MARKUP = re.compile(
    rf"{_ENTITY}|</?(?:{_TAGS})(?:\s[^<>]*)?/?>|!?\[[^\[\]]+\]\([^()\s]+\)|(?<!\*)\*\*[^\s*][^*]*\*\*(?!\*)"
)
# What a file has where one of them may stand: most have none, and need no closer look. Its rarest character
# is looked for first.
_SIGN = re.compile(rf"{_MARKUP.pattern}|[:,\[{{-][ \t]*[“”„‟‘‚‛]")
_RARE = re.compile(r"[&<(*“”„‟‘‚‛]")
# A field with a value in no quotes, and behind a space a number sign that a word follows at once.
_REMARK = re.compile(
    r"[ \t]*(?:- )?[\w-]+:[ \t]+(?P<value>[^\s\"'#\[\]{}|>&*!%@`][^#\n]*?)[ \t]+(?P<sign>#[^\s#][^\n]*)"
)
_FREE = "extra"
"""The field that holds what it likes."""


def check_plain(document: Document, problems: Problems) -> None:
    """Tell the signs of word processors, of HTML and of Markdown in values, and what `#` cut off.

    Nothing is said of a value of which something is told already.
    """
    may_be = _RARE.search(document.text) and _SIGN.search(document.text)
    texts = _texts(document.data, ()) if may_be else ()
    for path, value in texts:
        code, values = _fault(value, path)
        place = document.locate(path) if code else None
        if place and not problems.has(place) and not document.is_mended(place.line):
            problems.add(code, place, **values)
    _check_remarks(document, problems)


def _fault(value: str, path: Path) -> tuple[str, dict[str, str]]:
    name = str(path[-1]) if isinstance(path[-1], str) else str(path[0])
    if quoted := _QUOTED.fullmatch(value):
        return "quotes-in-value", {"field": name, "near": repair(path, f'"{quoted[1] or quoted[2]}"')}
    if markup := _MARKUP.search(value):
        return "markup-in-value", {"field": name, "sign": markup[0], "near": _bare(value)}
    return "", {}


def _bare(value: str) -> str:
    """The text without its signs, where it says the same."""
    text = re.sub(r"!?\[([^\[\]]+)\]\([^()\s]+\)", r"\1", value)
    text = re.sub(r"</?[a-z][^<>]*>|\*\*", "", text)
    return " ".join(unescape(text).split())


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            if path or key != _FREE:
                yield from _texts(item, (*path, key))


def _check_remarks(document: Document, problems: Problems) -> None:
    if " #" not in document.text and "\t#" not in document.text:
        return
    for number, line in enumerate(document.text.split("\n"), document.first_line):
        found = _REMARK.fullmatch(line)
        if found:
            start, end = found.start("sign") + 1, found.end("sign") + 1
            lead = line[: found.start("value")].strip()
            near = f'{lead} "{line[found.start("value") :].rstrip()}"'
            place = Location(document.path, number, start, number, end)
            problems.add("hash-in-value", place, text=found["sign"], near=near)
