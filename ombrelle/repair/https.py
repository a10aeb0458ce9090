"""http:// becomes https:// where the author says that the addresses answer to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ombrelle.problems import Location, Problems
from ombrelle.sources.edits import Edit, cut, lines_of
from ombrelle.sources.frontmatter import split
from ombrelle.sources.yaml import spans

_SCHEME = "http://"
# A name and no port: what answers on a port of its own does so by its own scheme.
_HOST = r"[^/:?#\s@<>()\[\]\"'`]+\.[a-z]{2,}"
_PLAIN = re.compile(rf"""(?P<quote>['"]?)http://{_HOST}(?:[/?#]\S*)?(?P=quote)""", re.IGNORECASE)
_IN_TEXT = re.compile(rf"(?<![\w/])http://(?={_HOST}(?![\w:@-]))", re.IGNORECASE)
_FENCE = re.compile(r"\s*(?:[>*+-]\s*)*(?P<fence>`{3,}|~{3,})")
_CODE = re.compile(r"(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)")
_INDENTED = re.compile(r" {4}|\t")


def secured(path: str, text: str) -> Iterator[Edit]:
    """The changes of a file: addresses that are a whole value of YAML, and those of a text but for code."""
    return _of_text(text) if path.endswith(".md") else _of_facts(text)


def _of_facts(text: str) -> Iterator[Edit]:
    for place in spans(text.removeprefix("\ufeff")).values():
        where = Location("", *place.value)
        written = cut(text, where) if where.line == where.end_line else ""
        if found := _PLAIN.fullmatch(written):
            yield _at(where.line, where.column + len(found["quote"]))


def _of_text(text: str) -> Iterator[Edit]:
    """A line that is far to the right may be code or belong to a list: it is left."""
    lines = lines_of(text)
    first, fence = split("", "\n".join(lines), Problems()).body_line, ""
    for number, line in enumerate(lines[first - 1 :], first):
        found = _FENCE.match(line)
        if found and (not fence or found["fence"].startswith(fence)):
            fence = "" if fence else found["fence"]
        elif not fence and not _INDENTED.match(line):
            shown = _CODE.sub(lambda code: " " * len(code[0]), line)
            yield from (_at(number, match.start() + 1) for match in _IN_TEXT.finditer(shown))


def _at(line: int, column: int) -> Edit:
    return Edit(line, column, line, column + len(_SCHEME), "https://")
