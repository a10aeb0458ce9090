r"""The cases: files with a fault or several, each marked where an editor would look for it.

`cases/<subject>.txt` reads like the reports of `check`: a line of a file behind a bar, and below it a caret
under the character at fault, with the code of the problem.

    # Day and month swapped
    @ quartiers/lyon/startups/exemple.yaml
    | name: Exemple
    | founded: 2022-31-12
               ^ swapped-date

`#` begins a case, `@` a file of it, which stands over the file of that name in the sound site; `(absent)`
behind the name takes that file away, `(latin-1)` and `(crlf)` say how it is written. A caret below the name
is a fault of the whole file. A line behind a backslash has escapes (`\u00a0`), for what nobody sees.
`> path:line:column code` is a fault told elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

CASES = Path(__file__).parent / "cases"

_FILE = re.compile(r"@ (?P<path>.+?)(?: \((?P<form>absent|latin-1|crlf)\))?")
_MARK = re.compile(r" +\^ (?P<code>[a-z0-9-]+)")
_ELSEWHERE = re.compile(r"> (?P<path>.+):(?P<line>\d+):(?P<column>\d+) (?P<code>[a-z0-9-]+)")
_ESCAPE = re.compile(r"\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|([trn]))")
_GUTTER = 2


class Fault(NamedTuple):
    """A fault where it is to be told: lines and columns count from 1."""

    path: str
    line: int
    column: int
    code: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column} {self.code}"


@dataclass(frozen=True, slots=True)
class Case:
    """Files over the sound site, by their path (None for one that is gone), and the faults in them."""

    subject: str
    name: str
    files: Mapping[str, bytes | None]
    faults: frozenset[Fault]


def cases() -> list[Case]:
    """Every case, by subject and then in the order of its file."""
    return [case for path in sorted(CASES.glob("*.txt")) for case in read(path.stem, path.read_text("utf-8"))]


def read(subject: str, text: str) -> Iterator[Case]:
    """The cases of one subject. ValueError for a line that is of no form."""
    draft: _Draft | None = None
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("# "):
            if draft:
                yield draft.case(subject)
            draft = _Draft(line[2:])
        elif line and (draft is None or not draft.take(line)):
            raise ValueError(f"{subject}.txt:{number}: {line}")
    if draft:
        yield draft.case(subject)


@dataclass(slots=True)
class _File:
    path: str
    form: str
    lines: list[str] = field(default_factory=list)

    def content(self) -> bytes | None:
        """The bytes of the file, None when it is gone."""
        if self.form == "absent":
            return None
        end = "\r\n" if self.form == "crlf" else "\n"
        text = "".join(f"{line}{end}" for line in self.lines)
        return text.encode("latin-1" if self.form == "latin-1" else "utf-8")


@dataclass(slots=True)
class _Draft:
    """A case while its lines are read; `last` is the line that carets stand under."""

    name: str
    files: list[_File] = field(default_factory=list)
    faults: set[Fault] = field(default_factory=set)
    last: str = ""

    def case(self, subject: str) -> Case:
        files = {file.path: file.content() for file in self.files}
        return Case(subject, self.name, files, frozenset(self.faults))

    def take(self, line: str) -> bool:
        """Take a line of the case; whether it is of a form that is known."""
        if mark := _MARK.fullmatch(line):
            return self._mark(line.index("^"), mark["code"])
        if elsewhere := _ELSEWHERE.fullmatch(line):
            place = elsewhere["path"], int(elsewhere["line"]), int(elsewhere["column"])
            self.faults.add(Fault(*place, elsewhere["code"]))
            return True
        self.last = line
        if file := _FILE.fullmatch(line):
            self.files.append(_File(file["path"], file["form"] or ""))
            return True
        return bool(self.files) and self._text(line)

    def _text(self, line: str) -> bool:
        """A line of the file that was named last."""
        sign, text = line[:1], line[_GUTTER:]
        self.files[-1].lines.append(_unescaped(text) if sign == "\\" else text)
        return sign in "|\\" and line[1:_GUTTER] in {"", " "}

    def _mark(self, at: int, code: str) -> bool:
        """A caret under the last line; none may stand where that line has nothing."""
        if not self.files or not _GUTTER <= at <= len(self.last):
            return False
        file, before = self.files[-1], self.last[_GUTTER:at]
        length = len(_unescaped(before) if self.last[0] == "\\" else before)
        self.faults.add(Fault(file.path, max(1, len(file.lines)), length + 1, code))
        return True


def _unescaped(text: str) -> str:
    names = {"t": "\t", "r": "\r", "n": "\n"}
    return _ESCAPE.sub(lambda match: names.get(match[3]) or chr(int(match[1] or match[2], 16)), text)
