"""What most saves are: the body of a text changed, and nothing else. It is shown before all is read again."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path

from ombrelle.load.entry import Entry, Text
from ombrelle.markdown.bodies import Bodies, read_bodies
from ombrelle.memory import Memory
from ombrelle.problems import Problems
from ombrelle.sources.files import read_text
from ombrelle.sources.frontmatter import split
from ombrelle.views.edition import Edition


def retouched(edition: Edition, saved: Iterable[Path], memory: Memory) -> Edition | None:
    """The edition with the saved texts; None where more than the bodies of its texts may have changed.

    A text with a fault that it had not, or with another head, is for a whole reading to tell.
    """
    root, fragments = edition.root, dict(edition.bodies.fragments)
    paths = {os.path.relpath(file, root).replace(os.sep, "/") for file in saved}
    homes = _homes(edition.library.content.entries, paths)
    for path in paths:
        known = homes.get(path)
        text = _again(root, known[1]) if known else None
        bodies = _converted(edition, known[0], text, memory) if known and text else None
        if bodies is None:
            return None
        if bodies.fragments[path].block_types != fragments[path].block_types:
            # Its page wants other styles, which a whole reading makes.
            return None
        fragments[path] = bodies.fragments[path]
    return replace(edition, bodies=Bodies(fragments))


def _homes(entries: Iterable[Entry], paths: Collection[str]) -> dict[str, tuple[Entry, Text]]:
    """Texts by their paths, each with what it is a text of."""
    texts = ((entry, text) for entry in entries for text in entry.texts.values())
    return {text.path: (entry, text) for entry, text in texts if text.path in paths}


def _again(root: Path, text: Text) -> Text | None:
    """A text as it is saved now; None when its head is not as it was, or something is wrong with it."""
    problems = Problems()
    written = read_text(root, text.path, problems)
    parts = split(text.path, written, problems) if written is not None else None
    if parts is None or parts.head is None or text.head is None or problems:
        return None
    is_same = parts.is_sound and (parts.head.text, parts.body_line) == (text.head.text, text.body_line)
    return replace(text, body=parts.body) if is_same else None


def _converted(edition: Edition, entry: Entry, text: Text, memory: Memory) -> Bodies | None:
    problems = Problems()
    changed = replace(entry, texts={**entry.texts, text.lang: text}, unread={})
    alone = replace(edition.library.content, entries=(changed,), broken={})
    bodies = read_bodies(alone, edition.library, edition.links, problems, memory)
    return None if problems else bodies
