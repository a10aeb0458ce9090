"""A difference as one comment to post on a pull request, in French or in English."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from urllib.parse import quote

from ombrelle.compare.difference import Difference, PageChanges, Stale
from ombrelle.compare.owners import owner_of
from ombrelle.report.comment import file_parts, fitting
from ombrelle.report.excerpt import ReadLines
from ombrelle.report.gfm import code, details
from ombrelle.report.text import counted

MOST_LISTED = 100
"""Addresses that a list names before it only says how many more there are."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes comments. `preview_url` and `repository` are "" where they are not known."""

    language: str
    read_lines: ReadLines
    preview_url: str = ""
    repository: str = ""

    def comment(self, found: Difference, *, before_is_built: bool = True, after_is_built: bool = True) -> str:
        """The whole comment; what does not fit is said to be left out."""
        parts = [f"## {self._say('title')}"]
        if not after_is_built:
            parts.append(self._say("not-built"))
        elif not before_is_built:
            parts.append(self._say("base-not-built"))
        sections = [self._faults(found), self._pages(found.pages), self._stale(found), self._grown(found)]
        told = [part for section in (*sections, self._owners(found)) for part in section]
        parts += told or ([self._say("nothing")] if len(parts) == 1 else [])
        return "\n\n".join(fitting(parts, self.language))

    def _faults(self, found: Difference) -> Iterator[str]:
        if found.new_problems:
            yield f"### {self._say('faults')}"
            yield self._say("new-faults", counts=counted(found.new_problems, self.language))
            yield from file_parts(found.new_problems, self.read_lines, self.language, self.repository)
        if found.mended:
            yield self._count("mended", found.mended)

    def _pages(self, pages: Mapping[str, PageChanges]) -> Iterator[str]:
        if not pages:
            return
        yield f"### {self._say('pages')}"
        names = ("changed", "added", "moved", "gone")
        rows = [(lang, *(len(getattr(of, name)) for name in names)) for lang, of in pages.items()]
        head = (self._say("language"), *map(self._say, names))
        lines = [head, ("---",) * len(head), *rows]
        yield "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)
        for lang, changes in pages.items():
            yield details(f"{code(lang)} ({changes.count})", "\n\n".join(self._listed(changes)))
        if any(changes.gone for changes in pages.values()):
            yield self._say("gone-unanswered")

    def _listed(self, changes: PageChanges) -> Iterator[str]:
        yield from self._list("added", [self._link(address) for address in changes.added])
        moves = [f"{code(old)} → {self._link(new)}" for old, new in changes.moved]
        yield from self._list("moved", moves)
        yield from self._list("gone", [code(address) for address in changes.gone])
        yield from self._list("changed", [self._link(address) for address in changes.changed])

    def _list(self, title: str, items: Sequence[str]) -> Iterator[str]:
        if items:
            yield f"**{self._say(title)}**"
            yield _bullets(items)

    def _stale(self, found: Difference) -> Iterator[str]:
        if found.stale:
            yield f"### {self._say('stale')}"
            yield self._say("stale-text")
            yield _bullets([self._left_behind(each) for each in found.stale])

    def _left_behind(self, stale: Stale) -> str:
        return f"{code(stale.path)} ({code(stale.language)}), {self._count('passages', stale.passages)}"

    def _grown(self, found: Difference) -> Iterator[str]:
        if found.grown:
            yield f"### {self._say('grown')}"
            sizes = [(code(each.path), each.before, each.after) for each in found.grown]
            yield _bullets(
                [
                    self._say("grew", path=path, before=_kilobytes(old), after=_kilobytes(new))
                    for path, old, new in sizes
                ]
            )

    def _owners(self, found: Difference) -> Iterator[str]:
        """Owners as code, so that nobody is called twice: the host asks them by itself."""
        if found.touched:
            yield f"### {self._say('owners')}"
            owners = Counter(owner_of(path, self.repository) for path in found.touched)
            lines = [
                f"{code(name)}: {self._count('files', number)}" for name, number in sorted(owners.items())
            ]
            yield _bullets(
                [
                    line.replace(":", "\N{NO-BREAK SPACE}:") if self.language == "fr" else line
                    for line in lines
                ]
            )

    def _link(self, address: str) -> str:
        if not self.preview_url:
            return code(address)
        return f"[{code(address)}]({self.preview_url.rstrip('/')}{quote(address)})"

    def _say(self, key: str, **values: object) -> str:
        return _words()[key][self.language].format(**values)

    def _count(self, key: str, number: int) -> str:
        is_one = number < 2 if self.language == "fr" else number == 1
        return self._say(f"{key}-{'one' if is_one else 'many'}", n=number)


def _bullets(items: Sequence[str]) -> str:
    more = [f"+ {len(items) - MOST_LISTED}"] if len(items) > MOST_LISTED else []
    return "\n".join(f"- {item}" for item in [*items[:MOST_LISTED], *more])


def _kilobytes(size: int) -> int:
    return round(size / 1000)


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads((files("ombrelle.compare") / "words.toml").read_text(encoding="utf-8"))
