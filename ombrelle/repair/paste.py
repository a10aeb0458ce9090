"""What a message proposes to write, put where it says: no more than a person who pastes it would change."""

from __future__ import annotations

import re

from ombrelle.problems import Problem, definition
from ombrelle.problems.catalogue import SPOKEN
from ombrelle.problems.wording import say
from ombrelle.sources.edits import Edit, line_break, line_of, rewritten

_FIELD = re.compile(r"\s*(?:- )?(?P<name>[\w-]+):(?=\s|$)")
_FIRST_WORD = re.compile(r"\s*(?:- )?(?P<name>[\w-]+)")


def paste(text: str, problem: Problem) -> Edit | None:
    """The change of a file that a message proposes; None where it proposes nothing that can be pasted.

    What is proposed with the name of its field takes the place of the name too; of the whole line, where the
    line cannot be read or the name is at fault. `text` is the file's own, with its line ends.
    """
    words, place = say(problem, SPOKEN[0]).write, problem.location
    if not words or place.end_line != place.line:
        return None
    line, field = line_of(text, place.line), _FIELD.match(words)
    if _is_of_line(words, field, line, problem):
        whole = rewritten(line, words).replace("\n", line_break(text))
        return Edit(place.line, 1, place.line, len(line) + 1, whole)
    before = line[: place.column - 1].rstrip()
    name = f"{field['name']}:" if field else ""
    start = len(before) - len(name) if name and before.endswith(name) else place.column - 1
    return Edit(place.line, start + 1, place.line, place.end_column, words)


def _is_of_line(words: str, field: re.Match[str] | None, line: str, problem: Problem) -> bool:
    """Whether the words are for all of a line, which begins as they do and cannot stay as it is."""
    is_unread = definition(problem.code).group == "yaml"
    if field is None:
        return is_unread and words.lstrip().startswith("- ") and line.lstrip().startswith("-")
    found = _FIRST_WORD.match(line)
    if found is None or found["name"] != field["name"]:
        return False
    return is_unread or problem.location.column == found.start("name") + 1
