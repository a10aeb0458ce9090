"""A difference as one comment to post on a pull request, in French or in English."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from urllib.parse import quote

from ombrelle.compare.difference import Difference, Stale
from ombrelle.compare.pages import STATES, ChangedPage
from ombrelle.problems import Severity
from ombrelle.report.comment import file_parts, fitting
from ombrelle.report.excerpt import ReadLines
from ombrelle.report.gfm import code, details
from ombrelle.report.text import counted

MOST_LISTED = 30
"""What a list names before it only says how many more there are."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes comments. `preview_url` and `repository` are "" where they are not known."""

    language: str
    read_lines: ReadLines
    preview_url: str = ""
    repository: str = ""
    owner: Callable[[str], str] | None = None
    """Who answers for a file; nobody is named where there are no rules."""

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
        faults = [each for each in found.new_problems if each.severity is not Severity.INFO]
        notes = [each for each in found.new_problems if each.severity is Severity.INFO]
        if faults:
            yield f"### {self._say('faults')}"
            yield self._say("new-faults", counts=counted(faults, self.language))
            yield from file_parts(faults, self.read_lines, self.language, self.repository)
        if notes:
            yield self._say("notes", counts=counted(notes, self.language))
        if found.mended:
            yield self._count("mended", found.mended)

    def _pages(self, pages: Sequence[ChangedPage]) -> Iterator[str]:
        if not pages:
            return
        yield f"### {self._say('pages')}"
        yield self._table(pages)
        for state in STATES:
            own = [page for page in pages if page.state == state and page.is_own]
            if own:
                yield f"**{self._say(state)}**"
                yield _bullets([self._page(page) for page in own])
        if any(page.state == "gone" for page in pages):
            yield self._say("gone-unanswered")
        others = [page for page in pages if not page.is_own]
        if others:
            links = [self._link(code(page.address), page.address) for page in others]
            yield details(self._count("others", len(others)), _bullets(links))

    def _table(self, pages: Sequence[ChangedPage]) -> str:
        counts = Counter((lang, page.state) for page in pages for lang in page.addresses)
        langs = dict.fromkeys(lang for page in pages for lang in page.addresses)
        rows = [(lang, *(counts[lang, state] for state in STATES)) for lang in langs]
        head = (self._say("language"), *map(self._say, STATES))
        return "\n".join(
            "| " + " | ".join(map(str, row)) + " |" for row in (head, ("---",) * len(head), *rows)
        )

    def _page(self, page: ChangedPage) -> str:
        """A page on one line: its address, that of before where it moved, and its languages as links."""
        former = "".join(f"{code(address)} → " for address in list(page.former.values())[:1])
        is_there = page.state != "gone"
        langs = [self._link(lang, url) if is_there else lang for lang, url in page.addresses.items()]
        return f"{former}{code(page.address)} {' · '.join(langs)}"

    def _stale(self, found: Difference) -> Iterator[str]:
        if found.stale:
            yield f"### {self._say('stale')}"
            yield self._say("stale-text") + self._report()
            yield _bullets([self._left_behind(each) for each in found.stale])

    def _report(self) -> str:
        """The page of the preview that has them all."""
        if not self.preview_url:
            return ""
        return f" · [{self._say('stale-page')}]({self.preview_url.rstrip('/')}/translations/)"

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
        if found.touched and self.owner:
            yield f"### {self._say('owners')}"
            owners = Counter(self.owner(path) for path in found.touched)
            lines = [
                f"{code(name)}: {self._count('files', number)}" for name, number in sorted(owners.items())
            ]
            yield _bullets(
                [
                    line.replace(":", "\N{NO-BREAK SPACE}:") if self.language == "fr" else line
                    for line in lines
                ]
            )

    def _link(self, words: str, address: str) -> str:
        return f"[{words}]({self.preview_url.rstrip('/')}{quote(address)})" if self.preview_url else words

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
