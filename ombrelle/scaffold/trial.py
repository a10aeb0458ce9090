"""Drafts are read and related to the whole site in a folder apart, so that no fault is ever written."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from ombrelle.changes import Changes, apply
from ombrelle.library.relate import relate
from ombrelle.load import Broken, Content, Entry, load_entries
from ombrelle.load.discover import discover
from ombrelle.markdown.bodies import read_bodies
from ombrelle.problems import Problem, Problems
from ombrelle.route.links import LinkIndex
from ombrelle.route.routes import make_routes
from ombrelle.scaffold.draft import Draft


def trial(drafts: Sequence[Draft], content: Content, today: date) -> tuple[Problem, ...]:
    """All that `check` would say of these files if they were written, by place.

    They are the whole of their entries: those of the same names in `content` are left out of account.
    """
    problems = Problems()
    with tempfile.TemporaryDirectory(prefix="ombrelle-") as name:
        folder = Path(name)
        apply(folder, Changes({}, {draft.path: draft.text for draft in drafts}))
        entries = load_entries(folder, discover(folder, problems), content.languages, problems)
    alone, whole = _only(content, entries), _with(content, entries)
    library = relate(whole, today, problems, drafts=True)
    routes = make_routes(library, content.site.base_url, problems)
    read_bodies(alone, library, LinkIndex(whole, routes), problems)
    paths = {draft.path for draft in drafts}
    return tuple(problem for problem in problems if problem.location.path in paths)


def _only(content: Content, entries: Sequence[Entry | Broken]) -> Content:
    sound = tuple(entry for entry in entries if isinstance(entry, Entry))
    broken = {entry.key: entry for entry in entries if isinstance(entry, Broken)}
    return replace(content, entries=sound, broken=broken)


def _with(content: Content, entries: Sequence[Entry | Broken]) -> Content:
    keys = {entry.key for entry in entries}
    others = tuple(entry for entry in content.entries if entry.key not in keys)
    broken = {key: entry for key, entry in content.broken.items() if key not in keys}
    new = _only(content, entries)
    return replace(content, entries=(*others, *new.entries), broken={**broken, **new.broken})
