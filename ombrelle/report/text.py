"""Problems as a person reads them in a terminal: the place, the line, what is wrong, what to write."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ombrelle.problems import Problem, Severity
from ombrelle.problems.wording import say
from ombrelle.report.excerpt import ReadLines, excerpt, one_line, read_once, safe

SEVERITIES = {
    "fr": {Severity.ERROR: "erreur", Severity.WARNING: "avertissement", Severity.INFO: "information"},
    "en": {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"},
}
"""What a severity is called, in each language."""

_FILES = {"fr": "fichier", "en": "file"}
_NOTHING_PUBLISHED = {
    "fr": "Rien n’a été publié\N{NO-BREAK SPACE}: le site en ligne n’a pas changé.",
    "en": "Nothing was published: the site online has not changed.",
}
_ALL_WELL = {"fr": "Aucun défaut.", "en": "No fault."}
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_BOLD, _DIM = "1", "2"


Paint = Callable[[str, str], str]


def format_text(problems: Iterable[Problem], read_lines: ReadLines, language: str, *, colour: bool) -> str:
    """Every problem with its line and caret, then what they come to, in `fr` or `en`."""
    found = list(problems)
    paint = _paint if colour else _plain
    read = read_once(read_lines)
    told = [_tell(problem, read, language, paint) for problem in found]
    return "\n\n".join([*told, _sum_up(found, language)])


def counted(problems: Iterable[Problem], language: str) -> str:
    """How many files have problems, and how many problems there are of each severity; "" for none."""
    found = list(problems)
    counts = [(len({problem.location.path for problem in found}), _FILES[language])]
    counts += [
        (sum(problem.severity is each for problem in found), SEVERITIES[language][each]) for each in Severity
    ]
    return ", ".join(_count(number, word, language) for number, word in counts if number)


def _tell(problem: Problem, read_lines: ReadLines, language: str, paint: Paint) -> str:
    place, severity = problem.location, problem.severity
    where = paint(f"{one_line(place.path)}:{place.line}:{place.column}", _BOLD)
    what = paint(SEVERITIES[language][severity], _COLOURS[severity])
    said = say(problem, language)
    lines = [f"{where}  {what}  {problem.code}"]
    quoted = excerpt(place, read_lines)
    if quoted:
        written, carets = quoted.lines()
        lines += [f"  {paint(written, _DIM)}", f"  {paint(carets, _COLOURS[severity])}"]
    lines += [f"  {line}" for text in (said.message, said.hint) if text for line in safe(text).split("\n")]
    return "\n".join(lines)


def _sum_up(problems: list[Problem], language: str) -> str:
    """What the problems come to, and what that means for the site."""
    if not problems:
        return _ALL_WELL[language]
    said = counted(problems, language)
    stopped = any(problem.severity is Severity.ERROR for problem in problems)
    return f"{said}. {_NOTHING_PUBLISHED[language]}" if stopped else f"{said}."


def _count(number: int, word: str, language: str) -> str:
    plural = number > 1 if language == "fr" else number != 1
    return f"{number} {word}{'s' if plural else ''}"


def _paint(text: str, code: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m"


def _plain(text: str, code: str) -> str:
    return text
