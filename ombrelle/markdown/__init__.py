"""Markdown: an author's text becomes safe HTML, whose logical links are filled in per language.

    Source ─► bounds ─► marks ─► Python-Markdown ─► sanitiser ─► finish ─► Fragment ─► fill ─► HTML

`convert` is a pure function of its arguments: it keeps nothing between two texts.
"""

from __future__ import annotations

from collections.abc import Sequence

from ombrelle.markdown.containers import TooNestedError
from ombrelle.markdown.engine import TooMuchWorkError, to_html
from ombrelle.markdown.fillers import check_fillers
from ombrelle.markdown.finish import finish
from ombrelle.markdown.fragment import EMPTY, Fragment, Heading, Link, Source, TypedBlock
from ombrelle.markdown.guards import CHARACTERS, LINES, excesses, too_long
from ombrelle.markdown.leaves import Typed
from ombrelle.markdown.lines import lines_outside_code
from ombrelle.markdown.lookalikes import check_lookalikes
from ombrelle.markdown.marks import Marked, mark, neutral
from ombrelle.markdown.notes import check_notes
from ombrelle.markdown.placeholders import fill, parted
from ombrelle.markdown.sanitise import removals, sanitise
from ombrelle.markdown.typed import check_unsigned, read_typed
from ombrelle.problems import Location, Problems

__all__ = ["Fragment", "Heading", "Link", "Source", "TypedBlock", "convert", "fill", "parted"]


def convert(source: Source, problems: Problems, *, anchors: Sequence[str] = ()) -> Fragment:
    """Convert a text; its faults go to `problems`, and nothing an author can write raises an error.

    `anchors` are the heading ids of the same text in its source language. They are used when there are as
    many as this text has headings, so that an address with an anchor holds in every language.
    A text beyond the bounds gives an empty fragment.
    """
    if not _is_bounded(source, problems):
        return EMPTY
    text = neutral(source.text)
    lines = text.split("\n")
    plain = lines_outside_code(lines)
    for check in (check_fillers, check_lookalikes, check_notes):
        check(source.path, plain, source.first_line, problems)
    marked = mark(lines, source.first_line)
    converted = _html(source, marked, problems)
    if converted is None:
        return EMPTY
    html, fences = converted
    for removal in removals(html, marked.places):
        problems.add("html-removed", removal.place.location(source.path, removal.length), what=removal.what)
    check_unsigned(source, lines, problems)
    typed = read_typed(source, lines, fences, problems)
    return finish(sanitise(html), source, marked.places, problems, anchors, typed)


def _is_bounded(source: Source, problems: Problems) -> bool:
    text = source.text
    if too_long(text):
        place = Location(source.path, source.first_line)
        size = {"characters": len(text), "lines": text.count("\n") + 1}
        problems.add("text-too-long", place, **size, most=CHARACTERS, most_lines=LINES)
        return False
    position = min(excesses(text), default=None)
    if position is not None:
        line = source.first_line + text.count("\n", 0, position)
        column = position - text.rfind("\n", 0, position)
        problems.add("text-too-nested", Location(source.path, line, column))
        return False
    return True


def _html(source: Source, marked: Marked, problems: Problems) -> tuple[str, tuple[Typed, ...]] | None:
    """The HTML of the marked text and its typed fences; None when that would take too long or go too deep."""
    line = source.first_line
    try:
        return to_html(marked.lines)
    except TooNestedError as error:
        line += error.index
    except (TooMuchWorkError, RecursionError):
        pass
    problems.add("text-too-nested", Location(source.path, line))
    return None
