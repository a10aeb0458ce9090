"""One repair per code: from the text and a problem of it to the one change that mends it.

A repair changes a span of the line that the problem names and nothing else. It gives None where the problem
leaves a choice: what a person has to decide stays reported.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime

from ombrelle.problems import Location, Problem
from ombrelle.repair.paste import paste
from ombrelle.sources.edits import Edit, cut, line_of, lines_of, scalar_like
from ombrelle.text import slugify

Repair = Callable[[str, Problem], Edit | None]
"""A repair; the text is the file's own, with its line ends and byte-order mark."""

_LEAD = re.compile(r"[ \t]*")
_COLOUR = re.compile(r"[ \t]*:[ \t]+(?P<colour>#[0-9a-fA-F]{6})(?=[ \t]*(?:$|[ \t]#))")
# An apostrophe between letters, or words in quotes: they can be neither the beginning nor the end.
_QUOTES_INSIDE = {
    "'": re.compile(r"'[^']+(?:(?<=\w)'(?=\w)[^']*)+'"),
    '"': re.compile(r'"[^"]*(?:(?<=[\s(])"[^"\s](?:[^"]*[^"\s])?"(?=[\s.,;:!?)]|"$)[^"]*)+"'),
}
# Digits in groups of three, or a comma for the decimals: three digits behind a comma may be thousands.
_NUMBER = re.compile(r"-?(?:\d+|\d{1,3}(?:[ \u00a0\u202f]\d{3})+)(?:,(?!\d{3}$)\d+)?")
_SCALAR = re.compile(r"""(?P<quote>['"]?)(?P<inner>.*)(?P=quote)""", re.DOTALL)
# What may belong to the sentence or to the list around an address, and not to the address.
_UNSURE_ADDRESS = re.compile(r"[,;{}|`]|[.!?:*_]$")


def repair_for(code: str, *, https: bool = False) -> Repair | None:
    """What mends problems of a code; None for those of which no program could be sure.

    With `https`, the author says that addresses without a scheme answer to https.
    """
    return REPAIRS.get(code) or (ON_WORD.get(code) if https else None)


def changes_something(text: str, edit: Edit) -> bool:
    """Whether anything else would stand in the text."""
    return cut(text, Location("", edit.line, edit.column, edit.end_line, edit.end_column)) != edit.text


def _remove_mark(text: str, problem: Problem) -> Edit:
    """Columns count from behind the mark, which is therefore column 0."""
    return Edit(1, 0, 1, 1, "")


def _remove(text: str, problem: Problem) -> Edit:
    return Edit.at(problem.location, "")


def _near(text: str, problem: Problem) -> Edit:
    return Edit.at(problem.location, _value(problem, "near"))


def _strip(text: str, problem: Problem) -> Edit | None:
    found = _SCALAR.fullmatch(_written(text, problem.location))
    if found is None or found["inner"].rstrip().endswith("\\"):
        return None
    return Edit.at(problem.location, f"{found['quote']}{found['inner'].strip()}{found['quote']}")


def _indent_by_spaces(text: str, problem: Problem) -> Edit:
    lead = _LEAD.match(line_of(text, problem.location.line))
    assert lead is not None
    line = problem.location.line
    return Edit(line, 1, line, lead.end() + 1, lead[0].replace("\t", "  "))


def _space_after_colon(text: str, problem: Problem) -> Edit:
    place = problem.location
    return Edit(place.line, place.end_column, place.line, place.end_column, " ")


def _quote(text: str, problem: Problem) -> Edit | None:
    """What stands behind ` #` may be a remark, which must not become part of the value."""
    near = _value(problem, "near")
    if " #" in _written(text, problem.location) or '"' not in near:
        return None
    return Edit.at(problem.location, near[near.index('"') :])


def _quote_special(text: str, problem: Problem) -> Edit | None:
    """`&`, `*` and `!` may have been meant as what YAML takes them for."""
    sure = _value(problem, "character") in {"@", "`", "%"}
    return paste(text, problem) if sure and " #" not in line_of(text, problem.location.line) else None


def _quote_otherwise(text: str, problem: Problem) -> Edit | None:
    inside = _QUOTES_INSIDE.get(_value(problem, "quote"))
    return paste(text, problem) if inside and inside.fullmatch(_written(text, problem.location)) else None


def _number(text: str, problem: Problem) -> Edit | None:
    return paste(text, problem) if _NUMBER.fullmatch(_given(problem)) else None


def _end_lines(text: str, problem: Problem) -> Edit:
    """The whole text with plain line ends."""
    lines = lines_of(text)
    return Edit(1, 1, len(lines), len(lines[-1]) + 1, "\n".join(lines))


def _quote_colour(text: str, problem: Problem) -> Edit | None:
    place = problem.location
    found = _COLOUR.match(line_of(text, place.line), place.end_column - 1)
    if found is None:
        return None
    line, start, end = place.line, found.start("colour") + 1, found.end("colour") + 1
    return Edit(line, start, line, end, f'"{found["colour"]}"')


def _unswap(text: str, problem: Problem) -> Edit | None:
    near = _value(problem, "near")
    try:
        datetime.fromisoformat(near)
    except ValueError:
        return None
    return _exchange(text, problem, near)


def _complete(text: str, problem: Problem) -> Edit | None:
    return _exchange(text, problem, _value(problem, "near"))


def _respell(text: str, problem: Problem) -> Edit | None:
    """The word that is known, where only case, accents or separators differ."""
    near = _value(problem, "near")
    return _exchange(text, problem, near) if slugify(_given(problem)) == slugify(near) != "" else None


def _enlist(text: str, problem: Problem) -> Edit | None:
    """A single value in brackets; with a comma or a quote it may be several, or need more than brackets."""
    near = _value(problem, "near")
    return Edit.at(problem.location, near) if near and not re.search(r"[,\\]|\".*\".*\"", near) else None


def _untrack(text: str, problem: Problem) -> Edit | None:
    sure = not _UNSURE_ADDRESS.search(_written(text, problem.location))
    return _near(text, problem) if sure else None


def _reword(text: str, problem: Problem) -> Edit | None:
    """The term of the glossary, where it has one form only and stands as such in the file."""
    near, written = _value(problem, "near"), _written(text, problem.location)
    return _near(text, problem) if near and written == _value(problem, "text") else None


def _exchange(text: str, problem: Problem, new: str) -> Edit | None:
    """Another word in place of the one given, in its quotes; a moment keeps its time."""
    given, written = _given(problem), _written(text, problem.location)
    found = _SCALAR.fullmatch(written)
    if not given or found is None or not found["inner"].startswith(given):
        return None
    return Edit.at(problem.location, scalar_like(written, new + found["inner"].removeprefix(given)))


def _given(problem: Problem) -> str:
    """The word at fault, by whichever name its message has for it."""
    return next((found for name in ("key", "lang", "value") if (found := _value(problem, name))), "")


def _value(problem: Problem, name: str) -> str:
    return str(dict(problem.values).get(name, ""))


def _written(text: str, place: Location) -> str:
    return cut(text, place)


def _on_one_line(repair: Repair) -> Repair:
    """A repair only of what begins and ends on the same line; a problem of a whole file has no end."""

    def checked(text: str, problem: Problem) -> Edit | None:
        place = problem.location
        return repair(text, problem) if place.end_line == place.line else None

    return checked


REPAIRS: Mapping[str, Repair] = {
    "byte-order-mark": _remove_mark,
    "windows-line-ends": _end_lines,
    "invisible-character": _on_one_line(_remove),
    "decomposed-accents": _on_one_line(_near),
    "surrounding-spaces": _on_one_line(_strip),
    "yaml-tab": _on_one_line(_indent_by_spaces),
    "yaml-missing-space": _on_one_line(_space_after_colon),
    "yaml-colon-in-value": _on_one_line(_quote),
    "yaml-special-character": _quote_special,
    "yaml-quote-inside": _on_one_line(_quote_otherwise),
    "colour-unquoted": _on_one_line(_quote_colour),
    "swapped-date": _on_one_line(_unswap),
    "unknown-choice": _on_one_line(_respell),
    "unknown-key": _on_one_line(_respell),
    "unknown-language": _on_one_line(_respell),
    "unknown-reference": _on_one_line(_respell),
    "unknown-target": _on_one_line(_respell),
    "unknown-term": _on_one_line(_respell),
    "yes-or-no-expected": paste,
    "number-expected": _number,
    "url-form": paste,
    "list-expected": _on_one_line(_enlist),
    "tracking-parameters": _on_one_line(_untrack),
    "glossary-form": _on_one_line(_reword),
}
"""The repairs by code. A code that is not here has none that a program could be sure of."""

ON_WORD: Mapping[str, Repair] = {"url-without-scheme": _on_one_line(_complete)}
"""The repairs that need the author's word: whether an address answers to https is seen on no file."""
