"""Problems as HTML: the place, the line, what is wrong and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from ombrelle.problems import Problem
from ombrelle.problems.wording import say
from ombrelle.report.excerpt import ReadLines, excerpt


def fault_list(problems: Iterable[Problem], read_lines: ReadLines, language: str) -> str:
    """An ordered list of problems worded in `fr` or `en`; "" when there are none."""
    items = "".join(_item(problem, read_lines, language) for problem in problems)
    return f"<ol>{items}</ol>" if items else ""


def _item(problem: Problem, read_lines: ReadLines, language: str) -> str:
    said = say(problem, language)
    place = problem.location
    where = escape(f"{place.path}:{place.line}:{place.column}")
    quoted = excerpt(place, read_lines)
    line = f"<pre>{escape(chr(10).join(quoted.lines()))}</pre>" if quoted else ""
    words = "".join(f"<p>{escape(text)}</p>" for text in (said.message, said.hint) if text)
    return f"<li><code>{where}</code> {escape(problem.code)}{line}{words}</li>"
