"""The headings of a text: their levels under the page's title, their ids, and the faults of their order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ombrelle.markdown.fragment import Heading, Source
from ombrelle.markdown.marks import Place
from ombrelle.problems import Problems
from ombrelle.text import slugify

TAGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SPACE = re.compile(r"\s+")


def without_space(wanted: str) -> str:
    """An id as HTML allows it: white space becomes hyphens."""
    return _SPACE.sub("-", wanted.strip())


@dataclass(slots=True)
class Ids:
    """The ids of one text, each once."""

    taken: set[str] = field(default_factory=set)
    _last: dict[str, int] = field(default_factory=dict)

    def free(self, wanted: str) -> str:
        """The id, or with -2, -3… when it is taken."""
        found = wanted
        while found in self.taken:
            # The last number of each id is kept, so that many headings of one text cost no more than others.
            self._last[wanted] = self._last.get(wanted, 1) + 1
            found = f"{wanted}-{self._last[wanted]}"
        return found


@dataclass(slots=True)
class _Draft:
    """A heading while it is read: the level as written, the rendered one, the id its author gave."""

    written: int
    level: int
    id: str
    previous: int
    place: Place | None = None
    text: str = ""


@dataclass(slots=True)
class Outline:
    """Collects the headings in order; `parts` has the caller's number for each, `open` is within one."""

    source: Source
    problems: Problems
    parts: list[int] = field(default_factory=list)
    open: bool = False
    _drafts: list[_Draft] = field(default_factory=list)
    _shift: int = 0

    @property
    def count(self) -> int:
        """How many headings were met."""
        return len(self._drafts)

    def start(self, written: int, explicit_id: str, part: int) -> None:
        """A heading of the level that its author wrote begins."""
        if written == 1:
            self._shift = 1
        previous = self._drafts[-1].written if self._drafts else 1
        level = min(6, max(2, written + self._shift))
        self._drafts.append(_Draft(written, level, explicit_id, previous))
        self.parts.append(part)
        self.open = True

    def place(self, place: Place) -> None:
        """Where the heading that is being read stands in the file."""
        self._drafts[-1].place = place

    def text(self, text: str) -> None:
        """A text that belongs to the heading being read, if one is."""
        if self.open:
            self._drafts[-1].text += text

    def end(self) -> int:
        """The heading is read: its rendered level."""
        self.open = False
        draft = self._drafts[-1]
        draft.text = " ".join(draft.text.split())
        if draft.written == 1:
            self._tell(draft, "heading-level-1", text=draft.text, near=_at_level(draft, 2))
        elif draft.written > draft.previous + 1:
            near = _at_level(draft, draft.previous + 1)
            self._tell(draft, "heading-skipped", level=draft.written, previous=draft.previous, near=near)
        return draft.level

    def headings(self, anchors: Sequence[str], ids: Ids) -> tuple[Heading, ...]:
        """The headings with their ids, which join `ids`.

        `anchors` are the ids of the text's source language, used when there are as many as headings.
        """
        shared = anchors if len(anchors) == len(self._drafts) else [""] * len(self._drafts)
        found = []
        for number, (draft, anchor) in enumerate(zip(self._drafts, shared, strict=True), start=1):
            name = draft.id
            if not name:
                name = ids.free(without_space(anchor) or slugify(draft.text) or f"section-{number}")
                ids.taken.add(name)
            found.append(Heading(draft.level, name, draft.text))
        return tuple(found)

    def _tell(self, draft: _Draft, code: str, **values: str | int) -> None:
        place = draft.place or Place(self.source.first_line, 1, "")
        self.problems.add(code, place.location(self.source.path, len(place.rest.rstrip())), **values)


def _at_level(draft: _Draft, level: int) -> str:
    """The line of a heading as it is written, but for its level."""
    written = draft.place.rest.rstrip() if draft.place else ""
    words = written.lstrip("#") if written.startswith("#") else f" {draft.text}"
    return f"{'#' * level}{words}"
