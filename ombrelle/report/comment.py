"""Problems as a comment to post on a pull request: by file, each with its line and its repair."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from ombrelle.problems import Problem
from ombrelle.problems.wording import say
from ombrelle.report.excerpt import ReadLines, excerpt, read_once
from ombrelle.report.gfm import code, details, fence, prose
from ombrelle.report.pages import page_address
from ombrelle.report.text import SEVERITIES, counted

MOST_OPEN = 10
"""Problems of a comment that is shown open; a longer one is folded by file."""

MOST_CHARACTERS = 60_000
"""GitHub refuses a comment of more than 65,536 characters."""

_TITLES = {"fr": "Vérification du contenu", "en": "Check of the content"}
_ALL_WELL = {"fr": "Rien à corriger.", "en": "Nothing to mend."}
_LINE = {"fr": "ligne", "en": "line"}
_WHOLE_FILE = {"fr": "le fichier", "en": "the file"}
_LEFT_OUT = {
    "fr": "La suite ne tient pas dans un commentaire. `python build.py check --lang fr` dit tout.",
    "en": "The rest does not fit into a comment. `python build.py check --lang en` tells all.",
}


def format_comment(problems: Iterable[Problem], read_lines: ReadLines, language: str, repository: str) -> str:
    """A whole comment in `fr` or `en`; `repository` is the address of the repository, "" if unknown."""
    found = list(problems)
    heading = f"## {_TITLES[language]}"
    if not found:
        return f"{heading}\n\n{_ALL_WELL[language]}"
    parts = [heading, f"{counted(found, language)}.", *file_parts(found, read_lines, language, repository)]
    return "\n\n".join(fitting(parts, language))


def file_parts(
    problems: Sequence[Problem], read_lines: ReadLines, language: str, repository: str
) -> list[str]:
    """A part per file, in the order of the paths."""
    teller = _Teller(read_once(read_lines), language, repository)
    folded = len(problems) > MOST_OPEN
    ordered = sorted(problems, key=lambda each: (each.location, each.code))
    groups = groupby(ordered, key=lambda each: each.location.path)
    return [teller.file(path, list(members), folded=folded) for path, members in groups]


def fitting(parts: Iterable[str], language: str) -> list[str]:
    """The parts that fit into a comment, and a word on those that do not."""
    kept: list[str] = []
    size = 0
    for part in parts:
        size += len(part) + 2
        if size > MOST_CHARACTERS:
            return [*kept, _LEFT_OUT[language]]
        kept.append(part)
    return kept


@dataclass(frozen=True, slots=True)
class _Teller:
    read_lines: ReadLines
    language: str
    repository: str

    def file(self, path: str, problems: Sequence[Problem], *, folded: bool) -> str:
        told = "\n\n".join(self._problem(problem) for problem in problems)
        if not folded:
            return f"### {code(path)}\n\n{told}"
        count = counted(problems, self.language).partition(", ")[2]
        return details(f"{code(path)} ({count})", told)

    def _problem(self, problem: Problem) -> str:
        said = say(problem, self.language)
        quoted = excerpt(problem.location, self.read_lines)
        block = [*(quoted.lines() if quoted else ()), *([said.hint] if said.hint else [])]
        severity = SEVERITIES[self.language][problem.severity]
        head = f"**{self._place(problem)}** · {severity} · {self._link(problem)}"
        return "\n\n".join([head, prose(said.message), *([fence("\n".join(block))] if block else [])])

    def _place(self, problem: Problem) -> str:
        place = problem.location
        if not place.end_line and place.line == place.column == 1:
            return _WHOLE_FILE[self.language]
        return f"{_LINE[self.language]} {place.line}:{place.column}"

    def _link(self, problem: Problem) -> str:
        """The code, which leads to its explanation where the address of the repository is known."""
        if not self.repository:
            return code(problem.code)
        return f"[{code(problem.code)}]({page_address(problem.code, self.language, self.repository)})"
